"""The kinds of criteria. A criterion knows thresholds and words; it never measures anything itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

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
        details: for a measured name, how the number came about, in words.
        missing: why there is no anatomy, or why a measurement is missing; for messages.
        final: False in the student's own notebook, where held-out data decides nothing yet.
    """

    anatomy: Anatomy | None
    measured: Mapping[str, float] = field(default_factory=dict)
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

    def judge(self, observed: Observed) -> Result:
        """Compare the measurement with target and floor."""
        value = observed.measured.get(self.measure)
        if not observed.final:
            return self._result(0, Status.LATER, "Decided at grading, on held-out rows. " + observed.missing)
        if value is None or math.isnan(value):
            return self._result(0, Status.MISSED, observed.missing or "This could not be measured.")
        share = min(max((value - self.floor) / (self.target - self.floor), 0.0), 1.0)
        points = round(self.points * share, 2)
        status = Status.MET if share == 1 else Status.PARTLY if points else Status.MISSED
        return self._result(points, status, observed.details.get(self.measure, ""), value)

    def _result(self, points: float, status: Status, message: str, value: float | None = None) -> Result:
        bound = "at least " if self.target > self.floor else "at most "
        return Result(
            criterion=self.id,
            title=self.title,
            points=points,
            max_points=self.points,
            status=status,
            reached="" if value is None else self.unit.format(value),
            target=bound + self.unit.format(self.target),
            message=message.strip(),
            read_next="" if status is Status.MET else self.read_next,
            value=value,
        )


Criterion = Structure | Metric
