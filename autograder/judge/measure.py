"""Measurements. They know data and models, and no threshold.

A measure is a function of a `Subject`. `MEASURES` names those of the submitted model, which give one number;
`REPEATED` those of the judge's own repetitions of its recipe, which give one number for each seed; and `CURVES` those
that give a whole curve for each seed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from autograder.curves import bend, last_5
from autograder.evidence import Evidence, Refused
from autograder.judge.data import CourseData, Rows
from autograder.judge.recipe import Recipe

SEEDS = (101, 102, 103)
"""The judge's own seeds for repeating a recipe; curves have seeds of their own, see `Subject.curve_seeds`."""

FEWEST_EPOCHS = 10
"""A curve with fewer says nothing about how it goes on: its last half has fewer than five numbers."""

NOT_FINITE = "Some answers are not finite numbers."


@dataclass(frozen=True)
class Measurements:
    """Numbers by name: of the submitted model, of each repetition, its curves; how they came about, in words."""

    measured: dict[str, float] = field(default_factory=dict)
    repeated: dict[str, tuple[float, ...]] = field(default_factory=dict)
    curves: dict[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)


class Subject:
    """A submitted model before the measures: it is loaded, and its recipe repeated, when the first one asks.

    Each property raises Refused where the submission does not give what it needs.

    Args:
        evidence, data: what was submitted, and what it is measured on.
        whole: watch repetitions from the first epoch on, not only in the last half.
    """

    def __init__(self, evidence: Evidence, data: CourseData, whole: bool = False) -> None:
        self.evidence = evidence
        self.data = data
        self.whole = whole

    @cached_property
    def model(self) -> Any:
        """The submitted model, built from its file."""
        try:
            return keras.models.load_model(self.evidence.model, compile=False, safe_mode=True)
        except Exception as error:  # Keras raises many kinds; whichever it is, there is no model
            raise Refused(f"Keras cannot load the model: {_reason(error)}") from error

    @cached_property
    def recipe(self) -> Recipe:
        """How the model was trained."""
        try:
            return Recipe.of(self.evidence)
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            raise Refused("The description of how the model was compiled is damaged.") from error

    @cached_property
    def repetitions(self) -> list[Any]:
        """One model for each of the judge's seeds, trained by the submitted recipe."""
        return [self._repeat(seed)[0] for seed in SEEDS]

    @cached_property
    def curves(self) -> list[list[float]]:
        """For each of the judge's seeds the accuracy on held-out rows, epoch by epoch, in the last half."""
        if self.recipe.epochs < FEWEST_EPOCHS:
            raise Refused(
                f"The training took {self.recipe.epochs} epochs; a curve is judged from {FEWEST_EPOCHS} on."
            )
        late = self.recipe.epochs - self.recipe.epochs // 2
        return [curve[-late:] for _, curve in self.watched]

    @cached_property
    def watched(self) -> list[tuple[Any, list[float]]]:
        """For each of the judge's curve seeds a model, trained by the recipe, and its accuracy on held-out rows."""
        return [self._repeat(seed, self.data.held_out) for seed in self.curve_seeds]

    @cached_property
    def curve_seeds(self) -> list[int]:
        """One for each of ``SEEDS``, drawn by the held-out rows: nobody can choose a recipe that suits them.

        How jagged a curve is depends on the seed, and simulated training rows are the same in every course.
        """
        digest = hashlib.sha256(self.data.held_out.inputs.tobytes()).digest()
        return [int(seed) for seed in np.frombuffer(digest, dtype="<u4")[: len(SEEDS)]]

    def _repeat(self, seed: int, watched: Rows | None = None) -> tuple[Any, list[float]]:
        try:
            return self.recipe.train(self.model, self.data.released, seed, watched, self.whole)
        except Exception as error:  # the recipe does not fit the model or the data
            raise Refused(f"The recipe cannot be repeated: {_reason(error)}") from error

    @cached_property
    def answers(self) -> npt.NDArray[np.float64]:
        """What the submitted model answers to the held-out rows, shape (n, outputs)."""
        return answers(self.model, self.data.held_out)


def answers(model: Any, rows: Rows) -> npt.NDArray[np.float64]:
    """What ``model`` answers to ``rows``, shape (n, outputs); not finite where the model is not.

    Raises:
        Refused: the model does not take such rows, or does not give one line of numbers for each.
    """
    try:
        predicted = np.asarray(model.predict(rows.inputs, batch_size=1024, verbose=0), dtype="float64")
    except Exception as error:  # Keras and TensorFlow raise many kinds when shapes do not fit
        raise Refused(f"The model cannot answer rows of shape {rows.inputs.shape[1:]}.") from error
    if predicted.ndim != 2 or len(predicted) != len(rows.targets):
        raise Refused(f"For {len(rows.targets)} rows the model answers with shape {predicted.shape}.")
    return predicted


def number_for_each(predicted: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The answers of a regression, shape (n,).

    Raises:
        Refused: the model does not give one number for each row.
    """
    if predicted.shape[1] != 1:
        raise Refused(f"The model answers {predicted.shape[1]} numbers for a row, not one.")
    return predicted[:, 0]


def mean_absolute_error(model: Any, rows: Rows) -> float:
    """Mean absolute error of a regression ``model`` on ``rows``, in the target's unit; NaN if an answer is."""
    return float(np.mean(np.abs(number_for_each(answers(model, rows)) - rows.targets)))


def straight_line_error(data: CourseData) -> float:
    """Mean absolute error on the held-out rows of a linear model fitted to the released ones by least squares."""
    coefficients, *_ = np.linalg.lstsq(_with_constant(data.released), data.released.targets, rcond=None)
    return float(np.mean(np.abs(_with_constant(data.held_out) @ coefficients - data.held_out.targets)))


def _with_constant(rows: Rows) -> npt.NDArray[np.float64]:
    return np.column_stack([np.ones(len(rows.inputs)), rows.inputs.astype("float64")])


def error_ratio(subject: Subject) -> tuple[float, str]:
    """The mean absolute error divided by a straight line's on the same rows.

    Courses hold back different rows, some harder than others, and the ratio is fair to all of them. The larger of
    the submitted model's ratio and the median ratio of the repetitions counts: a model that knows the held-out
    rows by heart gains nothing, and a recipe gains nothing from one lucky seed.
    """
    line = straight_line_error(subject.data)
    submitted = mean_absolute_error(subject.model, subject.data.held_out) / line
    repeated = [mean_absolute_error(model, subject.data.held_out) / line for model in subject.repetitions]
    counts = float(np.max([submitted, np.median(repeated)]))  # NaN if either is: nothing may hide behind it
    return counts, (
        f"On the held-out rows a straight line errs by {line:.3f}. The submitted model's error is "
        f"{submitted:.2f} times that. Trained again by the judge with {len(SEEDS)} seeds of its own, the recipe "
        f"reaches {np.median(repeated):.2f} ({min(repeated):.2f} to {max(repeated):.2f}). The larger one counts."
    )


def r_squared(subject: Subject) -> tuple[float, str]:
    """The share of the held-out targets' variance that the submitted model explains."""
    predicted, targets = number_for_each(subject.answers), subject.data.held_out.targets
    if not np.isfinite(predicted).all():
        return float("nan"), NOT_FINITE
    score = 1 - np.mean((predicted - targets) ** 2) / np.var(targets)
    return float(score), f"Measured on {len(targets)} held-out rows."


def answer_spread(subject: Subject) -> tuple[float, str]:
    """The spread of the submitted model's answers to the held-out rows, divided by that of the targets."""
    predicted = number_for_each(subject.answers)
    if not np.isfinite(predicted).all():
        return float("nan"), NOT_FINITE
    return float(np.std(predicted) / np.std(subject.data.held_out.targets)), (
        f"The answers to the held-out rows run from {predicted.min():.4g} to {predicted.max():.4g}, "
        f"the truth from {subject.data.held_out.targets.min():.4g} to {subject.data.held_out.targets.max():.4g}."
    )


def accuracy(subject: Subject) -> tuple[float, str]:
    """The share of held-out rows to which the submitted model gives the right class."""
    if not np.isfinite(subject.answers).all():
        return float("nan"), NOT_FINITE
    right = subject.answers.argmax(axis=1) == subject.data.held_out.targets
    return float(right.mean()), f"{right.sum()} of {len(right)} held-out rows are right."


def roughness(subject: Subject) -> tuple[tuple[float, ...], str]:
    """How jagged the held-out accuracy of each repetition is, over the last half of its epochs."""
    found = tuple(bend(curve) for curve in subject.curves)
    return found, f"Roughness with the judge's {len(found)} seeds: {_listed(found)}."


def late_accuracy(subject: Subject) -> tuple[tuple[float, ...], str]:
    """The held-out accuracy of each repetition, mean of the last five epochs."""
    found = tuple(last_5(curve) for curve in subject.curves)
    return found, f"Accuracy of the last five epochs: {_listed(found)}."


def gap(subject: Subject) -> tuple[tuple[float, ...], str]:
    """How much better each repetition knows the rows it trained on than the held-out ones, by its accuracy.

    Both are measured with the final weights and with dropout off, not as ``fit`` reports them.
    """
    parts = (subject.data.released, subject.data.held_out)
    shares = [[_share_right(model, rows) for rows in parts] for model, _ in subject.watched]
    found = tuple(trained - held_out for trained, held_out in shares)
    return found, f"Accuracy on training rows less that on held-out rows: {_listed(found)}."


def accuracy_curve(subject: Subject) -> tuple[tuple[tuple[float, ...], ...], str]:
    """The held-out accuracy of each repetition after each epoch."""
    found = tuple(tuple(curve) for _, curve in subject.watched)
    return found, f"Best accuracy within {subject.recipe.epochs} epochs: {_listed(tuple(map(max, found)))}."


MEASURES: Mapping[str, Callable[[Subject], tuple[float, str]]] = {
    "error_ratio": error_ratio,
    "r_squared": r_squared,
    "answer_spread": answer_spread,
    "accuracy": accuracy,
}
REPEATED: Mapping[str, Callable[[Subject], tuple[tuple[float, ...], str]]] = {
    "roughness": roughness,
    "late_accuracy": late_accuracy,
    "gap": gap,
}
CURVES: Mapping[str, Callable[[Subject], tuple[tuple[tuple[float, ...], ...], str]]] = {
    "accuracy_curve": accuracy_curve,
}


def measure(evidence: Evidence, data: CourseData, names: Collection[str]) -> Iterator[Measurements]:
    """Take the measurements of these ``names``, the quick ones first; yield all that is known after each.

    What a submission does not allow to measure is missing; its detail says why.

    Raises:
        ValueError: there is no measurement of that name.
    """
    subject, found = Subject(evidence, data, whole=not CURVES.keys().isdisjoint(names)), Measurements()
    for name in sorted(names, key=[*MEASURES, *REPEATED, *CURVES].index):
        try:
            if name in CURVES:
                found.curves[name], found.details[name] = CURVES[name](subject)
            elif name in REPEATED:
                found.repeated[name], found.details[name] = REPEATED[name](subject)
            else:
                found.measured[name], found.details[name] = MEASURES[name](subject)
        except Refused as refusal:
            found.details[name] = str(refusal)
        yield found


def _share_right(model: Any, rows: Rows) -> float:
    return float(np.mean(answers(model, rows).argmax(axis=1) == rows.targets))


def _listed(numbers: tuple[float, ...]) -> str:
    return ", ".join(f"{number:.3f}" for number in numbers)


def _reason(error: Exception) -> str:
    """The line of an error that says what is wrong: the first one, or behind TensorFlow's traceback the last one."""
    lines = [line for line in str(error).splitlines() if line.strip() and not line[0].isspace()]
    if not lines:
        return type(error).__name__
    return (lines[-1] if lines[0].startswith("Graph execution error") else lines[0])[:300]
