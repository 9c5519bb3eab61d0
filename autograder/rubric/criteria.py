"""The kinds of criteria. A criterion knows thresholds and words; it never measures anything itself."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from autograder.rubric.behaviour import Behaviour, Question
from autograder.rubric.verdict import Rerun, Result, Status


@dataclass(frozen=True)
class Observed:
    """What is known when a rubric is applied.

    Attributes:
        behaviour: what the submitted model does, or None if there is no model that can be run.
        measured: numbers by name; a name that is absent was not measured, NaN is a measurement that failed.
        repeated: numbers by name, one for each time that the judge repeated the recipe.
        curves: for a name and each repetition a curve, one number an epoch.
        details: for a measurement's name, how it came about or why it is missing, in words.
        missing: why there is no behaviour, or why a measurement is missing; for messages.
        final: False in the student's own notebook, where held-out data decides nothing yet.
        rerun: who trained the model again.
    """

    behaviour: Behaviour | None
    measured: Mapping[str, float] = field(default_factory=dict)
    repeated: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    final: bool = True
    curves: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    rerun: Rerun = Rerun.BY_JUDGE

    @property
    def is_nothing(self) -> bool:
        """Whether there is no model that could be looked at or measured, for one reason, which is the last word."""
        known = self.behaviour is not None or self.measured or self.repeated or self.curves
        return self.final and not known and set(self.details.values()) <= {self.missing}


@dataclass(frozen=True)
class _Asked:
    """What every criterion has.

    Attributes:
        id: stable and named after what is asked.
        title: what is asked, in one line.
        points: what it is worth.
        read_next: the place in the book that explains it: ``#anchor`` on the page of the rubric's chapter, or a whole
            address such as ``chapters/red-wine.html#the-fix``.
    """

    id: str
    title: str
    points: float
    read_next: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Behaves(_Asked):
    """Something that the model does, measured on training rows: met or missed, no points between.

    Attributes:
        asks: the question put to the model's behaviour; see :mod:`autograder.rubric.behaviour`.
    """

    asks: Question

    repeats = False

    @property
    def measures(self) -> tuple[str, ...]:
        """The named measurements it needs: none."""
        return ()

    def judge(self, observed: Observed) -> Result:
        """Put the question to the submitted model's behaviour."""
        if observed.behaviour is None:
            wrong = observed.missing or "There is no model to look at."
        else:
            wrong = self.asks(observed.behaviour)
        if wrong:
            return Result(self.id, self.title, 0, self.points, Status.MISSED, "", "", wrong, self.read_next)
        return Result(self.id, self.title, self.points, self.points, Status.MET)


@dataclass(frozen=True)
class Metric(_Asked):
    """A measured number: all points from ``target`` on, none at ``floor`` or on its far side.

    More is better where the target is above the floor, less is better where it is below.

    Attributes:
        measure: the name of the measurement; of one output among several, for example, ``accuracy of digit``.
        target, floor: in the measurement's own unit; points grow linearly between them.
        unit: a format for the number, for example ``{:.1%}``.
    """

    measure: str
    target: float
    floor: float
    unit: str = "{:.3g}"

    def __post_init__(self) -> None:
        _check_range(self)

    @property
    def repeats(self) -> bool:
        """Whether the judge trains again for it."""
        return self.measure == "error_ratio"

    @property
    def measures(self) -> tuple[str, ...]:
        """The measurement it needs."""
        return (self.measure,)

    @property
    def asked(self) -> str:
        """The target in words."""
        return ("at least " if self.target > self.floor else "at most ") + self.unit.format(self.target)

    def share(self, value: float) -> float:
        """Which share of the points a measurement earns, from 0 to 1."""
        return _share(value, self.target, self.floor)

    def judge(self, observed: Observed) -> Result:
        """Compare the measurement with target and floor."""
        value = observed.measured.get(self.measure)
        return _measured(self, observed, value, 0 if value is None else self.share(value), self.unit)


@dataclass(frozen=True)
class Curve(_Asked):
    """The typical learning curve of the judge's repetitions: smooth, and high enough for that to mean something.

    The median seed counts. Points grow linearly as the roughness falls from ``floor`` to ``target``. Below ``level``
    there are none: a network that is stuck is perfectly smooth. The same holds for the gap between training and
    held-out rows: who learned nothing has none.

    Attributes:
        target, floor: of the measurement.
        level: what ``late_accuracy`` must reach.
        measure: which number of a repetition, less of which is better: ``roughness``, ``gap`` or ``loss``.
    """

    target: float
    floor: float
    level: float
    measure: str = "roughness"

    repeats = True

    def __post_init__(self) -> None:
        _check_range(self)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measurements it needs."""
        return (self.measure, "late_accuracy")

    @property
    def asked(self) -> str:
        """Both bounds in words."""
        return f"{self.measure} at most {self.target:g}, accuracy at least {self.level:g}"

    def _runs(self, observed: Observed) -> list[tuple[float, float]]:
        """The measurement and the late accuracy of each repetition."""
        return list(zip(*(observed.repeated.get(name, ()) for name in self.measures), strict=False))

    def passed(self, observed: Observed) -> list[bool]:
        """For each repetition, whether it reaches both bounds."""
        return [number <= self.target and level >= self.level for number, level in self._runs(observed)]

    def judge(self, observed: Observed) -> Result:
        """Compare the median repetition with the bounds."""
        runs = self._runs(observed)
        if not runs:
            return _measured(self, observed, None, 0, "{:.3f}")
        number, level = (median(numbers) for numbers in zip(*runs, strict=True))
        share = _share(number, self.target, self.floor) if level >= self.level else 0.0
        return _measured(self, observed, number, share, f"{self.measure} {{:.3f}}, accuracy {level:.3f}")


@dataclass(frozen=True)
class Reaches(_Asked):
    """How long the judge's repetitions need until their held-out accuracy is at a level for the first time.

    The median seed counts. Points grow linearly as the epochs, or steps, fall from ``floor`` to ``target``.

    Attributes:
        target, floor: in what it counts.
        level: the accuracy to reach.
        counts: ``epochs``, or ``steps`` of the optimizer; both are looked at only when an epoch ends.
    """

    target: float
    floor: float
    level: float
    counts: Literal["epochs", "steps"] = "epochs"

    repeats = True

    def __post_init__(self) -> None:
        _check_range(self)

    @property
    def measures(self) -> tuple[str, ...]:
        """The curve it needs."""
        return ("accuracy_curve",) if self.counts == "epochs" else ("accuracy_by_step",)

    @property
    def asked(self) -> str:
        """Level and epochs, or steps, in words."""
        return f"accuracy {self.level:g} within {self.target:g} {self._counted(self.target)}"

    def _counted(self, number: float) -> str:
        return self.counts.removesuffix("s") if number == 1 else self.counts

    def _first(self, observed: Observed) -> list[float]:
        """For each repetition the first epoch, or step, at the level, from 1; infinite if there is none."""
        return [
            next((number for number, accuracy in enumerate(curve, 1) if accuracy >= self.level), math.inf)
            for name in self.measures
            for curve in observed.curves.get(name, ())
        ]

    def passed(self, observed: Observed) -> list[bool]:
        """For each repetition, whether it is there in time."""
        return [first <= self.target for first in self._first(observed)]

    def judge(self, observed: Observed) -> Result:
        """Compare the median repetition with the bounds."""
        first = self._first(observed)
        if not first:
            return _measured(self, observed, None, 0, "{:g}")
        typical = median(first)
        when = f"after {{:g}} {self._counted(typical)}" if math.isfinite(typical) else "never"
        reached = f"accuracy {self.level:g} {when}"
        return _measured(self, observed, typical, _share(typical, self.target, self.floor), reached)


@dataclass(frozen=True)
class Dependable(_Asked):
    """How often the recipe works: the share of the judge's repetitions that pass another criterion.

    Attributes:
        curve: the criterion whose bounds each repetition must reach.
        target: the share of repetitions that earns all points; a smaller one earns fewer, in proportion.
    """

    curve: Curve | Reaches
    target: float = 1.0

    repeats = True

    def __post_init__(self) -> None:
        if not 0 < self.target <= 1:
            raise ValueError(f"criterion {self.id}: the target is a share, above 0 and at most 1, not {self.target}")

    @property
    def asked(self) -> str:
        """The target in words."""
        return "every time" if self.target == 1 else f"at least {self.target:.0%} of the times"

    @property
    def measures(self) -> tuple[str, ...]:
        """The measurements it needs."""
        return self.curve.measures

    def judge(self, observed: Observed) -> Result:
        """Count the repetitions that pass."""
        passed = self.curve.passed(observed)
        if not passed:
            return _measured(self, observed, None, 0, "{:.0%}")
        share = sum(passed) / len(passed)
        earned = min(share / self.target, 1.0)
        return _measured(self, observed, share, earned, f"{sum(passed)} of {len(passed)} times")


Criterion = Behaves | Metric | Curve | Reaches | Dependable


def _check_range(criterion: Metric | Curve | Reaches) -> None:
    if criterion.floor == criterion.target:
        raise ValueError(f"criterion {criterion.id}: floor and target must differ, both are {criterion.target}")


def _share(value: float, target: float, floor: float) -> float:
    """From 0 at the floor, or on its far side, to 1 from the target on."""
    return min(max((value - floor) / (target - floor), 0.0), 1.0)


def _measured(
    criterion: Metric | Curve | Reaches | Dependable, observed: Observed, value: float | None, share: float, unit: str
) -> Result:
    """The result of a criterion that compares a measurement: a ``share`` of its points."""
    said = (observed.details[name] for name in criterion.measures if name in observed.details)
    details = " ".join(dict.fromkeys(said))  # one reason may stand for two measurements
    points, status, preview = round(criterion.points * share, 2), Status.MISSED, None
    if not observed.final:
        preview = None if value is None or math.isnan(value) else points
        points, status = 0, Status.LATER
        details = f"Decided at grading, on rows you have not seen. {details or observed.missing}".strip()
    elif value is None or math.isnan(value):
        value, points = None, 0
        details = details or observed.missing or "This could not be measured."
    elif points:
        status = Status.MET if share == 1 else Status.PARTLY
    return Result(
        criterion=criterion.id,
        title=criterion.title,
        points=points,
        max_points=criterion.points,
        status=status,
        reached="" if value is None else unit.format(value),
        target=criterion.asked,
        message=details,
        read_next="" if status is Status.MET or preview == criterion.points else criterion.read_next,
        value=value,
        preview=preview,
        rerun=observed.rerun if criterion.repeats else Rerun.BY_JUDGE,
    )
