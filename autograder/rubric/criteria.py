"""The kinds of criteria. A criterion knows thresholds and words; it never measures anything itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

from autograder.anatomy import Anatomy
from autograder.rubric.verdict import Result, Status

Question = Callable[[Anatomy], str]
"""Asks an anatomy for one property: the empty text if it is there, else a sentence that says what is wrong."""


@dataclass(frozen=True)
class Observed:
    """What is known when a rubric is applied.

    Attributes:
        anatomy: the submitted model's anatomy, or None if there is no readable model.
        measured: numbers by name; a name that is absent was not measured, NaN is a measurement that failed.
        repeated: numbers by name, one for each time that the judge repeated the recipe.
        details: for a measurement's name, how it came about or why it is missing, in words.
        missing: why there is no anatomy, or why a measurement is missing; for messages.
        final: False in the student's own notebook, where held-out data decides nothing yet.
    """

    anatomy: Anatomy | None
    measured: Mapping[str, float] = field(default_factory=dict)
    repeated: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    final: bool = True


@dataclass(frozen=True)
class Structure:
    """A property of the architecture: met or missed, no points between.

    Attributes:
        id: stable and named after what is asked.
        title: what is asked, in one line.
        points: what it is worth.
        asks: the question put to the anatomy; see :mod:`autograder.rubric.structure`.
        read_next: page and anchor of the book that explains it.
    """

    id: str
    title: str
    points: float
    asks: Question
    read_next: str = ""

    @property
    def measures(self) -> tuple[str, ...]:
        """The measurements it needs: none."""
        return ()

    def judge(self, observed: Observed) -> Result:
        """Put the question to the submitted model's anatomy."""
        if observed.anatomy is None:
            wrong = observed.missing or "There is no model to look at."
        elif observed.anatomy.unknown:
            names = ", ".join(operation.name for operation in observed.anatomy.unknown)
            wrong = (
                f"The judge cannot see inside {names}. Build the model from Keras layers, "
                "with Sequential or the functional interface."
            )
        else:
            wrong = self.asks(observed.anatomy)
        if wrong:
            return Result(self.id, self.title, 0, self.points, Status.MISSED, "", "", wrong, self.read_next)
        return Result(self.id, self.title, self.points, self.points, Status.MET)


@dataclass(frozen=True)
class Metric:
    """A measured number: all points from ``target`` on, none at ``floor`` or on its far side.

    More is better where the target is above the floor, less is better where it is below.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        measure: the name of the measurement.
        target, floor: in the measurement's own unit; points grow linearly between them.
        unit: a format for the number, for example ``{:.1%}``.
    """

    id: str
    title: str
    points: float
    measure: str
    target: float
    floor: float
    unit: str = "{:.3g}"
    read_next: str = ""

    def __post_init__(self) -> None:
        if self.floor == self.target:
            raise ValueError(f"criterion {self.id}: floor and target must differ, both are {self.target}")

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
        return min(max((value - self.floor) / (self.target - self.floor), 0.0), 1.0)

    def judge(self, observed: Observed) -> Result:
        """Compare the measurement with target and floor."""
        value = observed.measured.get(self.measure)
        return _measured(self, observed, value, 0 if value is None else self.share(value), self.unit)


@dataclass(frozen=True)
class Curve:
    """The typical learning curve of the judge's repetitions: smooth, and high enough for that to mean something.

    The median seed counts. Points grow linearly as the roughness falls from ``floor`` to ``target``. Below ``level``
    there are none: a network that is stuck is perfectly smooth.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        target, floor: of the measurement ``roughness``.
        level: what ``late_accuracy`` must reach.
    """

    id: str
    title: str
    points: float
    target: float
    floor: float
    level: float
    read_next: str = ""

    measures = ("roughness", "late_accuracy")

    @property
    def asked(self) -> str:
        """Both bounds in words."""
        return f"roughness at most {self.target:g}, accuracy at least {self.level:g}"

    def runs(self, observed: Observed) -> list[tuple[float, float]]:
        """Roughness and late accuracy of each repetition."""
        return list(zip(*(observed.repeated.get(name, ()) for name in self.measures), strict=False))

    def judge(self, observed: Observed) -> Result:
        """Compare the median repetition with the bounds."""
        runs = self.runs(observed)
        if not runs:
            return _measured(self, observed, None, 0, "{:.3f}")
        rough, level = (median(numbers) for numbers in zip(*runs, strict=True))
        share = min(max((rough - self.floor) / (self.target - self.floor), 0.0), 1.0) if level >= self.level else 0.0
        return _measured(self, observed, rough, share, f"roughness {{:.3f}}, accuracy {level:.3f}")


@dataclass(frozen=True)
class Dependable:
    """How often the recipe works: the share of the judge's repetitions that reach both bounds of a `Curve`.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        curve: the criterion whose bounds each repetition must reach.
    """

    id: str
    title: str
    points: float
    curve: Curve
    read_next: str = ""

    asked = "every time"

    @property
    def measures(self) -> tuple[str, ...]:
        """The measurements it needs."""
        return self.curve.measures

    def judge(self, observed: Observed) -> Result:
        """Count the repetitions that pass."""
        runs = self.curve.runs(observed)
        if not runs:
            return _measured(self, observed, None, 0, "{:.0%}")
        passing = sum(rough <= self.curve.target and level >= self.curve.level for rough, level in runs)
        share = passing / len(runs)
        return _measured(self, observed, share, share, f"{passing} of {len(runs)} times")


Criterion = Structure | Metric | Curve | Dependable


def _measured(
    criterion: Metric | Curve | Dependable, observed: Observed, value: float | None, share: float, unit: str
) -> Result:
    """The result of a criterion that compares a measurement: a ``share`` of its points."""
    said = (observed.details[name] for name in criterion.measures if name in observed.details)
    details = " ".join(dict.fromkeys(said))  # one reason may stand for two measurements
    points, status = round(criterion.points * share, 2), Status.MISSED
    if not observed.final:
        value, points, status = None, 0, Status.LATER
        details = ("Decided at grading, on held-out rows. " + observed.missing).strip()
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
        read_next="" if status is Status.MET else criterion.read_next,
        value=value,
    )
