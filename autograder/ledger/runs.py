"""Recorded runs as the ledger needs them: whole, each once. What is wrong is said with file and line."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path

from autograder.datasets.runs import results_folder

RESULTS = results_folder()
EXPLORATION = "exploration"  # in the column "plans": the run was made before there was a plan
MINUS = " - "


class LedgerError(ValueError):
    """A claim or a result file is not as it should be; the message begins with file and line."""


@dataclass(frozen=True)
class Run:
    """One line of a result file."""

    line: int
    plans: frozenset[str]
    values: dict[str, str]


@dataclass(frozen=True)
class Runs:
    """The runs of an experiment, by variant and unit."""

    path: Path
    table: dict[str, dict[int, Run]]

    def units(self, variant: str) -> set[int]:
        """The units that a variant was run with."""
        return set(self._rows(variant))

    def planned(self, variant: str, digest: str) -> set[int]:
        """The units that a variant was run with for the plan with this digest."""
        return {unit for unit, run in self._rows(variant).items() if digest in run.plans}

    def value(self, variant: str, unit: int, measure: str) -> float:
        """One number; variant and measure may be differences.

        Raises:
            LedgerError: there is no such run, no such measure, or no finite number in it.
        """
        if MINUS in variant:
            first, second = variant.split(MINUS)
            return self.value(first, unit, measure) - self.value(second, unit, measure)
        if MINUS in measure:
            first, second = measure.split(MINUS)
            return self.value(variant, unit, first) - self.value(variant, unit, second)
        rows = self._rows(variant)
        if unit not in rows:
            raise LedgerError(f"{self.path.name}: the variant {variant!r} has no run with unit {unit}, others have")
        run = rows[unit]
        if measure not in run.values:
            raise LedgerError(f"{self.path.name}: no measure {measure!r}")
        try:
            number = float(run.values[measure])
        except ValueError:
            number = float("nan")
        if not isfinite(number):
            raise LedgerError(
                f"{self.path.name}:{run.line}: {measure} of {variant!r}, unit {unit}: "
                f"expected a finite number, received {run.values[measure]!r}"
            )
        return number

    def check_plans(self, known: Collection[str]) -> None:
        """Raise LedgerError if a run was made for a plan that is none (any more)."""
        for variant, rows in self.table.items():
            for unit, run in rows.items():
                if old := sorted(run.plans - {EXPLORATION} - set(known)):
                    raise LedgerError(
                        f"{self.path.name}:{run.line}: {variant!r}, unit {unit}, is stale: it was run for the plan "
                        f"{old[0]}, which no claim states. Put the plan back, or run it again with other units."
                    )

    def _rows(self, variant: str) -> dict[int, Run]:
        if variant not in self.table:
            raise LedgerError(f"{self.path.name}: no runs of the variant {variant!r}")
        return self.table[variant]


def runs(path: Path) -> Runs:
    """The runs of a result file. Raises LedgerError, with the line, if it is cut off or holds a run twice."""
    try:
        return _runs(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise LedgerError(f"{path.name}: cannot be read ({error.strerror})") from error


@cache
def _runs(path: Path, _changed: int) -> Runs:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    if not text.endswith("\n"):
        raise LedgerError(f"{path.name}:{max(len(lines), 1)}: this line is cut off: start the experiment again")
    reader = csv.reader(lines)
    header = next(reader)
    if missing := [name for name in ("variant", "unit", "plans") if name not in header]:
        raise LedgerError(f"{path.name}:1: no column {missing[0]!r}")
    return Runs(path, _by_variant(path, header, reader))


def _by_variant(path: Path, header: list[str], rows: Iterable[list[str]]) -> dict[str, dict[int, Run]]:
    table: dict[str, dict[int, Run]] = {}
    for line, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise LedgerError(f"{path.name}:{line}: expected {len(header)} columns, received {len(row)}")
        values = dict(zip(header, row, strict=True))
        variant, unit = values["variant"], values["unit"]
        if not unit.isdigit():
            raise LedgerError(f"{path.name}:{line}: unit: expected a number, received {unit!r}")
        units = table.setdefault(variant, {})
        if int(unit) in units:
            raise LedgerError(f"{path.name}:{line}: {variant!r}, unit {unit}, is there twice")
        units[int(unit)] = Run(line, frozenset(values["plans"].split()), values)
    return table
