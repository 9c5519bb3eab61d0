"""The kinds of criteria. A criterion knows thresholds and words; it never measures anything itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

from autograder.anatomy import Anatomy
from autograder.anatomy.compiled import program_of
from autograder.anatomy.training import Training
from autograder.rubric.verdict import Result, Status
from autograder.rules import FAMILIES, Finding, all_rules, diagnose

Question = Callable[[Anatomy], str]
"""Asks an anatomy for one property: the empty text if it is there, else a sentence that says what is wrong."""

_UNTOLD = Training(complete=False)


@dataclass(frozen=True)
class Observed:
    """What is known when a rubric is applied.

    Attributes:
        anatomy: the submitted model's anatomy, or None if there is no readable model.
        measured: numbers by name; a name that is absent was not measured, NaN is a measurement that failed.
        repeated: numbers by name, one for each time that the judge repeated the recipe.
        curves: for a name and each repetition a curve, one number an epoch.
        details: for a measurement's name, how it came about or why it is missing, in words.
        missing: why there is no anatomy, or why a measurement is missing; for messages.
        final: False in the student's own notebook, where held-out data decides nothing yet.
        training: what is known of how the model was compiled.
    """

    anatomy: Anatomy | None
    measured: Mapping[str, float] = field(default_factory=dict)
    repeated: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    final: bool = True
    curves: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    training: Training = _UNTOLD


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
        return _answered(self, observed, self.asks)


@dataclass(frozen=True)
class FreeOf:
    """Free of the faults that rules of the doctor find: met if all of them are silent, missed if one speaks.

    A rule sees the anatomy and how the model was compiled. It never guesses: where it cannot be sure it is silent,
    and the criterion is met. Where every way through the model must have a property, ask with a `Structure`.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        rules: ids of rules, for example ``order/batch-norm-after-dropout``; a family stands for all its rules.
    """

    id: str
    title: str
    points: float
    rules: tuple[str, ...]
    read_next: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.rules, str) or not self.rules:
            raise ValueError(
                f"criterion {self.id}: rules must be a tuple of ids, such as ('order/dropout-on-input',)"
            )
        unknown = sorted(set(self.rules) - {*FAMILIES, *all_rules()})
        if unknown:
            raise ValueError(f"criterion {self.id}: no rule or family is called {' or '.join(unknown)}")

    @property
    def measures(self) -> tuple[str, ...]:
        """The measurements it needs: none."""
        return ()

    def judge(self, observed: Observed) -> Result:
        """Let the rules look at the submitted model."""
        return _answered(self, observed, lambda anatomy: self._told(anatomy, observed.training))

    def _told(self, anatomy: Anatomy, training: Training) -> str:
        asked = [rule for rule in all_rules().values() if not {rule.id, rule.family}.isdisjoint(self.rules)]
        return " ".join(dict.fromkeys(_sentences(found) for found in diagnose(program_of(anatomy, training), asked)))


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
        _check_range(self)

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
class Curve:
    """The typical learning curve of the judge's repetitions: smooth, and high enough for that to mean something.

    The median seed counts. Points grow linearly as the roughness falls from ``floor`` to ``target``. Below ``level``
    there are none: a network that is stuck is perfectly smooth. The same holds for the gap between training and
    held-out rows: who learned nothing has none.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        target, floor: of the measurement.
        level: what ``late_accuracy`` must reach.
        measure: which number of a repetition, less of which is better: ``roughness`` or ``gap``.
    """

    id: str
    title: str
    points: float
    target: float
    floor: float
    level: float
    read_next: str = ""
    measure: str = "roughness"

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
class Reaches:
    """How many epochs the judge's repetitions need until their held-out accuracy is at a level for the first time.

    The median seed counts. Points grow linearly as the epochs fall from ``floor`` to ``target``.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        target, floor: in epochs.
        level: the accuracy to reach.
    """

    id: str
    title: str
    points: float
    target: float
    floor: float
    level: float
    read_next: str = ""

    measures = ("accuracy_curve",)

    def __post_init__(self) -> None:
        _check_range(self)

    @property
    def asked(self) -> str:
        """Level and epochs in words."""
        return f"accuracy {self.level:g} within {self.target:g} epochs"

    def _epochs(self, observed: Observed) -> list[float]:
        """For each repetition the first epoch at the level, from 1; infinite if there is none."""
        return [
            next((epoch for epoch, accuracy in enumerate(curve, 1) if accuracy >= self.level), math.inf)
            for curve in observed.curves.get("accuracy_curve", ())
        ]

    def passed(self, observed: Observed) -> list[bool]:
        """For each repetition, whether it is there in time."""
        return [epochs <= self.target for epochs in self._epochs(observed)]

    def judge(self, observed: Observed) -> Result:
        """Compare the median repetition with the bounds."""
        epochs = self._epochs(observed)
        if not epochs:
            return _measured(self, observed, None, 0, "{:g}")
        typical = median(epochs)
        reached = f"accuracy {self.level:g} {'after {:g} epochs' if math.isfinite(typical) else 'never'}"
        return _measured(self, observed, typical, _share(typical, self.target, self.floor), reached)


@dataclass(frozen=True)
class Dependable:
    """How often the recipe works: the share of the judge's repetitions that pass another criterion.

    Attributes:
        id, title, points, read_next: as for :class:`Structure`.
        curve: the criterion whose bounds each repetition must reach.
        target: the share of repetitions that earns all points; a smaller one earns fewer, in proportion.
    """

    id: str
    title: str
    points: float
    curve: Curve | Reaches
    target: float = 1.0
    read_next: str = ""

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


Criterion = Structure | FreeOf | Metric | Curve | Reaches | Dependable


def _check_range(criterion: Metric | Curve | Reaches) -> None:
    if criterion.floor == criterion.target:
        raise ValueError(f"criterion {criterion.id}: floor and target must differ, both are {criterion.target}")


def _share(value: float, target: float, floor: float) -> float:
    """From 0 at the floor, or on its far side, to 1 from the target on."""
    return min(max((value - floor) / (target - floor), 0.0), 1.0)


def _sentences(found: Finding) -> str:
    """What a rule says, with the name of the layer, and what to do."""
    layer = found.fault.layer
    named = "" if not layer or repr(layer) in found.fault.message else f"Layer {layer!r}: "
    return f"{named}{found.fault.message} {found.rule.instead}"


def _answered(criterion: Structure | FreeOf, observed: Observed, asks: Question) -> Result:
    """The result of a criterion that looks at the architecture: all of its points, or none."""
    if observed.anatomy is None:
        wrong = observed.missing or "There is no model to look at."
    elif observed.anatomy.unknown:
        names = ", ".join(operation.name for operation in observed.anatomy.unknown)
        wrong = (
            f"The judge cannot see inside {names}. Build the model from Keras layers, "
            "with Sequential or the functional interface."
        )
    else:
        wrong = asks(observed.anatomy)
    if wrong:
        return Result(
            criterion.id, criterion.title, 0, criterion.points, Status.MISSED, "", "", wrong, criterion.read_next
        )
    return Result(criterion.id, criterion.title, criterion.points, criterion.points, Status.MET)


def _measured(
    criterion: Metric | Curve | Reaches | Dependable, observed: Observed, value: float | None, share: float, unit: str
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
