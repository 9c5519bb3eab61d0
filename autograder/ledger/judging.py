"""Judge the claims' files by the recorded runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from autograder.ledger.intervals import CONFIDENCE, each_of, interval
from autograder.ledger.plans import CLAIMS, Effect, Plan, Statement, files, statement
from autograder.ledger.runs import EXPLORATION, RESULTS, LedgerError, Runs, runs
from autograder.ledger.verdicts import UNDECIDED, Claim, Finding

Interval = Callable[[Sequence[float], float], tuple[float, float]]


@dataclass(frozen=True)
class Ledger:
    """All claims' files and their runs.

    Attributes:
        folder, results: where claims and runs are.
        method: the interval; `autograder.ledger.intervals` has two.
        again_on: another backend of Keras: only claims that are measured again on it count, by the runs there.
    """

    folder: Path = CLAIMS
    results: Path = RESULTS
    method: Interval = interval
    again_on: str | None = None

    def on(self, backend: str) -> Ledger:
        """The same plans, and the runs on another backend."""
        return replace(self, results=self.results / backend, again_on=backend)

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        """The claims' files, by chapter, in the order of its text."""
        chapters = sorted({path.parent for path in self.folder.glob("*/*.toml")})
        return {chapter.name: [statement(path) for path in files(chapter)] for chapter in chapters}

    @cached_property
    def digests(self) -> dict[str, set[str]]:
        """The digests of all plans, by experiment."""
        found = defaultdict(set)
        for plan in self._plans():
            found[plan.effect.experiment].add(plan.digest)
        return dict(found)

    @property
    def experiments(self) -> list[str]:
        """The experiments that the claims which count have planned."""
        counting = (one for chapter in self.statements for one in self._counting(chapter))
        return sorted({plan.effect.experiment for one in counting for plan in one.plans})

    def confidence(self, chapter: str) -> float:
        """Of each planned interval of a chapter, so that all hold together: one for each effect and each look."""
        plans = [plan for one in self.statements[chapter] for plan in one.plans if plan.margin]
        return each_of(max(sum(len(plan.units.looks) for plan in plans), 1))

    def claims(self, chapter: str | None = None) -> list[Claim]:
        """All claims, or those of one chapter, judged."""
        chapters = self.statements if chapter is None else [chapter]
        return [self.claim(name, one) for name in chapters for one in self._counting(name)]

    def claim(self, chapter: str, one: Statement) -> Claim:
        """Judge all effects of a claim."""
        findings = []
        for plan, line in zip(one.plans, one.lines, strict=True):
            try:
                findings.append(self.judge(plan, self.confidence(chapter)))
            except LedgerError as error:
                raise LedgerError(f"{chapter}/{one.path.name}:{line}: {error}") from error
        return Claim(chapter, one.path.stem, one.says, one.by, tuple(findings))

    def judge(self, plan: Plan, confidence: float) -> Finding:
        """Compare the runs that a plan names: at the first look that decides, or else at the last that was taken."""
        table = runs(self.results / f"{plan.effect.experiment}.csv")
        table.check_plans(self.digests.get(plan.effect.experiment, set()))
        looks = looks_taken(plan, table)
        if plan.margin is None:
            differences = compared(plan.effect, table, _tried(plan.effect, table))
            return Finding(plan, "exact", differences, 1, min(differences.values()), max(differences.values()), looks)
        if not looks:
            return self._finding(plan, table, _explored(plan, table), CONFIDENCE, 0)
        taken = [self._finding(plan, table, plan.units.at(look), confidence, look) for look in range(1, looks + 1)]
        return next((finding for finding in taken if finding.outcome != UNDECIDED), taken[-1])

    def due(self, experiment: str, look: int) -> dict[tuple[str, int], set[str]]:
        """The runs, as (variant, unit), that a look needs, with the digests of the plans that need them.

        A look after the first needs them only for effects that the look before has left undecided.
        """
        needed = defaultdict(set)
        for chapter in self.statements:
            plans = (plan for one in self._counting(chapter) for plan in one.plans)
            for plan in (plan for plan in plans if plan.effect.experiment == experiment):
                if look <= len(plan.units.looks) and (look == 1 or self._open(chapter, plan, look)):
                    for run in ((name, unit) for unit in plan.units.at(look) for name in plan.effect.variants):
                        needed[run].add(plan.digest)
        return dict(needed)

    def _open(self, chapter: str, plan: Plan, look: int) -> bool:
        finding = self.judge(plan, self.confidence(chapter))
        return finding.outcome == UNDECIDED and finding.look >= look - 1

    def _counting(self, chapter: str) -> list[Statement]:
        return [one for one in self.statements.get(chapter, []) if self.again_on in (None, one.again_on)]

    def _plans(self) -> list[Plan]:
        return [plan for some in self.statements.values() for one in some for plan in one.plans]

    def _finding(self, plan: Plan, table: Runs, units: Sequence[int], confidence: float, look: int) -> Finding:
        differences = compared(plan.effect, table, units)
        low, high = self.method(list(differences.values()), confidence)
        return Finding(plan, "planned" if look else EXPLORATION, differences, confidence, low, high, look)


def read(chapter: str | None = None, folder: Path = CLAIMS, results: Path = RESULTS) -> list[Claim]:
    """All claims, or those of one chapter, in the order in which its text treats them.

    Raises:
        LedgerError: a file is not as it should be, or the runs do not hold what it asks for; the message names both,
            with lines.
    """
    return Ledger(folder, results).claims(chapter)


def again(backend: str, folder: Path = CLAIMS, results: Path = RESULTS) -> list[Claim]:
    """The claims that are measured again on another backend of Keras, judged by the runs there.

    Raises:
        LedgerError: as :func:`read`.
    """
    return Ledger(folder, results).on(backend).claims()


def claim(name: str, folder: Path = CLAIMS, results: Path = RESULTS) -> Claim:
    """One claim, by ``CHAPTER/NAME``. Raises LedgerError, as :func:`read` does, and if there is none such."""
    path = folder / f"{name}.toml"
    return Ledger(folder, results).claim(path.parent.name, statement(path))


def looks_taken(plan: Plan, table: Runs) -> int:
    """How many of the planned looks have all their runs; one that is half done is not looked at."""
    done = set.intersection(*(table.planned(name, plan.digest) for name in plan.effect.variants))
    taken = 0
    while taken < len(plan.units.looks) and done >= set(plan.units.at(taken + 1)):
        taken += 1
    return taken


def compared(effect: Effect, table: Runs, units: Sequence[int]) -> dict[int, float]:
    """The differences by unit. Raises LedgerError if one of the variants was not run with a unit."""
    sign = -1 if effect.predicts == "lower" else 1
    return {unit: sign * round(_difference(effect, table, unit), 6) for unit in units}


def _difference(effect: Effect, table: Runs, unit: int) -> float:
    base = effect.base if isinstance(effect.base, int | float) else table.value(effect.base, unit, effect.measure)
    return table.value(effect.changed, unit, effect.measure) - base


def _tried(effect: Effect, table: Runs) -> list[int]:
    return sorted(set.union(*(table.units(name) for name in effect.variants)))


def _explored(plan: Plan, table: Runs) -> list[int]:
    units = [unit for unit in _tried(plan.effect, table) if unit < plan.units.first]
    if not units:
        raise LedgerError(
            f"{table.path.name}: no look is complete and no unit before {plan.units.first} was explored. "
            f"Go on with: python experiments/{plan.effect.experiment}.py"
        )
    return units
