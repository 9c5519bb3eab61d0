"""What a claim's file states before a run: arms, measure, prediction, margin and its reason, units."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import Counter
from dataclasses import asdict, dataclass, fields
from math import inf
from pathlib import Path
from typing import Any

from autograder.ledger.runs import MINUS, RESULTS, LedgerError

CLAIMS = RESULTS.parent / "claims"
ORDER = "order.txt"
PREDICTIONS = ("lower", "higher", "same", "exactly")
OTHER_BACKENDS = ("jax",)
VARIES = ("weights", "data and weights", "data")


@dataclass(frozen=True)
class Units:
    """Which units decide: the first one, and how many there are at each look."""

    first: int
    looks: tuple[int, ...]

    def at(self, look: int) -> range:
        """The units of a look; the first look is 1."""
        return range(self.first, self.first + self.looks[look - 1])


@dataclass(frozen=True)
class Margin:
    """The smallest difference that matters, and why."""

    matters: float
    reason: str


@dataclass(frozen=True)
class Effect:
    """One comparison between recorded runs, and what a claim predicts of it: a table ``[[effect]]`` of its file."""

    where: str
    experiment: str
    measure: str
    changed: str
    base: str | float
    predicts: str
    measured_in: str
    varies: str

    @property
    def variants(self) -> tuple[str, ...]:
        """The names of the variants that it compares."""
        sides = (self.changed, self.base) if isinstance(self.base, str) else (self.changed,)
        return tuple(name for side in sides for name in side.split(MINUS))


@dataclass(frozen=True)
class Plan:
    """An effect with all that must be fixed before its runs; ``margin`` is ``None`` if it predicts ``exactly``."""

    effect: Effect
    margin: Margin | None
    units: Units

    @property
    def digest(self) -> str:
        """Eight characters that change with anything that decides the outcome, and not with the words."""
        decides = {key: value for key, value in asdict(self.effect).items() if key not in ("where", "measured_in")}
        decides["matters"] = self.margin.matters if self.margin else None
        decides["units"] = [self.units.first, *self.units.looks]
        return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Statement:
    """A claim's file: who says what, and one plan for each effect.

    ``lines`` says where their tables begin; ``again_on`` names the backend of Keras on which all is measured again.
    """

    path: Path
    says: str
    by: str
    plans: tuple[Plan, ...]
    lines: tuple[int, ...]
    again_on: str | None


def files(folder: Path) -> list[Path]:
    """The claims' files of a chapter, in the order of its text, which `ORDER` keeps; without that file by name.

    Raises:
        LedgerError: the file names a claim that is not there, or leaves one out.
    """
    paths = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    order = folder / ORDER
    names = order.read_text(encoding="utf-8").split() if order.is_file() else list(paths)
    named, there = Counter(names), Counter(list(paths))
    if wrong := sorted((named - there) + (there - named)):
        raise LedgerError(f"{folder.name}/{ORDER}: expected each claim of this folder once, see: {', '.join(wrong)}")
    return [paths[name] for name in names]


def statement(path: Path) -> Statement:
    """Read a claim's file. Raises LedgerError, with the line, if it is not as it should be."""
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LedgerError(f"{name}: cannot be read ({error.strerror})") from error
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise LedgerError(f"{name}:{line[1] if line else len(text.splitlines())}: {error}") from error
    lines = tuple(n for n, line in enumerate(text.splitlines(), start=1) if line.strip() == "[[effect]]")
    try:
        _check_keys(found, {"says", "by", "units", "effect"}, {"margin", "again_on"})
        again_on = _again_on(found)
        units, margins = _units(found["units"]), found.get("margin", {})
        if not lines or not found["effect"]:
            raise ValueError("expected one [[effect]] or more")
        _check_used(margins, found["effect"])
    except ValueError as error:
        raise LedgerError(f"{name}:1: {error}") from error
    plans = _plans(name, found["effect"], margins, units, lines)
    return Statement(path, found["says"], found["by"], plans, lines, again_on)


def _plans(
    name: str, effects: list[dict[str, Any]], margins: dict[str, Any], units: Units, lines: tuple[int, ...]
) -> tuple[Plan, ...]:
    made = []
    for entry, line in zip(effects, lines, strict=True):
        try:
            effect = _effect(entry)
            made.append(Plan(effect, _margin(effect, margins), units))
        except ValueError as error:
            raise LedgerError(f"{name}:{line}: {error}") from error
    return tuple(made)


def _effect(entry: dict[str, Any]) -> Effect:
    _check_keys(entry, {field.name for field in fields(Effect)})
    for key, allowed in (("predicts", PREDICTIONS), ("varies", VARIES)):
        if entry[key] not in allowed:
            raise ValueError(f"{key}: expected one of {', '.join(allowed)}, received {entry[key]!r}")
    return Effect(**entry)


def _margin(effect: Effect, margins: dict[str, Any]) -> Margin | None:
    if effect.predicts == "exactly":
        return None
    if effect.measured_in not in margins:
        raise ValueError(f"no margin: expected a table [margin.{json.dumps(effect.measured_in, ensure_ascii=False)}]")
    table = margins[effect.measured_in]
    _check_keys(table, {"matters", "reason"})
    if isinstance(table["matters"], str | bool) or not 0 < table["matters"] < inf:
        raise ValueError(f"matters: expected a number above zero, received {table['matters']!r}")
    if not str(table["reason"]).strip():
        raise ValueError("reason: expected a sentence, received nothing")
    return Margin(**table)


def _units(table: dict[str, Any]) -> Units:
    _check_keys(table, {"first", "looks"})
    first, looks = table["first"], table["looks"]
    if not isinstance(first, int) or first < 0:
        raise ValueError(f"first: expected the number of a unit, received {first!r}")
    if not looks or not all(isinstance(n, int) and n > 0 for n in looks) or sorted(set(looks)) != looks:
        raise ValueError(f"looks: expected one number of units or more, growing, received {looks!r}")
    return Units(first, tuple(looks))


def _again_on(found: dict[str, Any]) -> str | None:
    backend = found.get("again_on")
    if backend not in (None, *OTHER_BACKENDS):
        raise ValueError(f"again_on: expected one of {', '.join(OTHER_BACKENDS)}, received {backend!r}")
    return backend


def _check_used(margins: dict[str, Any], effects: list[dict[str, Any]]) -> None:
    if unused := sorted(margins.keys() - {entry.get("measured_in") for entry in effects}):
        raise ValueError(f"no effect is measured in {unused[0]!r}, but there is a margin for it")


def _check_keys(table: dict[str, Any], expected: set[str], optional: frozenset[str] | set[str] = frozenset()) -> None:
    if wrong := sorted((table.keys() ^ expected) - set(optional)):
        raise ValueError(f"missing or unknown: {', '.join(wrong)}")
