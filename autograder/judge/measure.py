"""Measurements. They know data and models, and no threshold.

A measure is a function of a `Subject`. `MEASURES` names those of the submitted model, which give one number;
`REPEATED` those of the judge's own repetitions of its recipe, which give one number for each seed; and `CURVES` those
that give a whole curve for each seed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from autograder.curves import bend, last_5
from autograder.errors import quoted
from autograder.evidence import Evidence, Refused
from autograder.evidence.own_dropout import NOT_LARGER
from autograder.evidence.record import NOT_FRESH
from autograder.judge import behaving
from autograder.judge.data import CourseData, Rows
from autograder.judge.failing import reason_of
from autograder.judge.recipe import Recipe
from autograder.judge.seeds import SEEDS
from autograder.judge.subject import (
    CELLS_RAN_AGAIN,
    RunAgain,
    Subject,
    answers,
    claimed,
    load,
    share_right,
)
from autograder.rubric.behaviour import Behaviour
from autograder.rubric.verdict import Rerun

_TEMPERATURES = np.geomspace(1, 10, 41)
OF = " of "
NOT_FINITE = "Some answers are not finite numbers."
_KNOWN_BY_HEART = 0.9
_NOISY_ROWS, _NOISY_PASSES = 2000, 40


@dataclass(frozen=True)
class Measurements:
    """Numbers by name: of the submitted model, of each repetition, its curves; how they came about, in words.

    Attributes:
        behaviour: what the model does on training rows; None if it cannot be run on them.
        refused: why there is no ``behaviour``, or no measurement at all.
        run_again: why the student's cells must run again before all can be measured; empty if they need not.
        rerun: who trained it again, as far as that was needed until now.
    """

    behaviour: Behaviour | None = None
    refused: str = ""
    run_again: str = ""
    rerun: Rerun = Rerun.BY_JUDGE
    measured: dict[str, float] = field(default_factory=dict)
    repeated: dict[str, tuple[float, ...]] = field(default_factory=dict)
    curves: dict[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)


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
    said = (
        f"On {subject.data.called} a straight line errs by {line:.3f}. The submitted model's error is "
        f"{submitted:.2f} times that."
    )
    if not subject.effort.repeats or submitted >= subject.effort.hopeless.get("error_ratio", float("inf")):
        return submitted, said
    _require_learned(subject, line)
    found = subject.repetitions
    if not found.models:
        raise Refused(f"{CELLS_RAN_AGAIN}, because {subject.recipe}, and left no model that can be measured.")
    repeated = [mean_absolute_error(model, subject.data.held_out) / line for model in found.models]
    repeated += [float("inf")] * (len(SEEDS) - len(repeated))  # else whoever leaves nothing could choose among seeds
    counts = float(np.max([submitted, np.median(repeated)]))  # NaN if either is: nothing may hide behind it
    return counts, (
        f"{said} {found.how} reaches {np.median(repeated):.2f} ({min(repeated):.2f} to {max(repeated):.2f}). The "
        "larger one counts."
    )


def _require_learned(subject: Subject, line: float) -> None:
    """Refuse a model that knows the targets without having been trained on the course's rows.

    Before training, or where the course's targets were in random order, nobody can err less than a straight line.
    """
    rows = subject.data.held_out
    if isinstance(subject.recipe, Recipe):
        untrained = mean_absolute_error(subject.recipe.untrained(subject.model, SEEDS[0]), rows) / line
        if untrained < _KNOWN_BY_HEART:
            raise Refused(
                f"Before any training a fresh copy of it errs {untrained:.2f} times as much as a straight line: "
                "its architecture holds the answers."
            )
    elif subject.again and subject.again.was_mixed_up:
        if subject.again.mixed_up is None:
            raise Refused(
                "Run again with the targets of the course's rows in random order, the cells left no model: nobody "
                "can tell whether it was learned from these rows."
            )
        mixed_up = mean_absolute_error(load(subject.again.mixed_up), rows) / line
        if mixed_up < _KNOWN_BY_HEART:
            raise Refused(
                "Run again with the targets of the course's rows in random order, the cells still give a model that "
                f"errs {mixed_up:.2f} times as much as a straight line: it was not learned from these rows."
            )


def r_squared(subject: Subject) -> tuple[float, str]:
    """The share of the held-out targets' variance that the submitted model explains."""
    predicted, targets = number_for_each(subject.answers), subject.data.held_out.targets
    if not np.isfinite(predicted).all():
        return float("nan"), NOT_FINITE
    score = 1 - np.mean((predicted - targets) ** 2) / np.var(targets)
    return float(score), f"Measured on {subject.data.called}, {len(targets)} of them."


def numbers_held(subject: Subject) -> tuple[float, str]:
    """How many numbers the submitted model holds: its weights, trainable or not, and other tables in it."""
    found = behaving.numbers_held(subject.model)
    return float(found), "All weights count, trainable or not, and every other number that the model computes with."


def answer_spread(subject: Subject) -> tuple[float, str]:
    """The spread of the submitted model's answers to the held-out rows, divided by that of the targets."""
    predicted = number_for_each(subject.answers)
    if not np.isfinite(predicted).all():
        return float("nan"), NOT_FINITE
    return float(np.std(predicted) / np.std(subject.data.held_out.targets)), (
        f"The answers to {subject.data.called} run from {predicted.min():.3g} to {predicted.max():.3g}, "
        f"the truth from {subject.data.held_out.targets.min():.3g} to {subject.data.held_out.targets.max():.3g}."
    )


def accuracy(subject: Subject) -> tuple[float, str]:
    """The share of held-out rows to which the submitted model gives the right class.

    One number for a row is the probability of class 1.
    """
    if not np.isfinite(subject.answers).all():
        return float("nan"), NOT_FINITE
    given = subject.answers
    called: npt.NDArray[Any] = given[:, 0] > 0.5 if given.shape[1] == 1 else given.argmax(axis=1)
    right = called == subject.data.held_out.targets
    return float(right.mean()), f"{right.sum()} of {len(right)} are right, on {subject.data.called}."


def reconstruction_error(subject: Subject) -> tuple[float, str]:
    """The mean squared difference between the submitted model's answers to held-out rows and the rows themselves."""
    given, told = subject.data.released.inputs, subject.data.held_out.inputs
    rows = told.reshape(len(told), -1)
    if subject.answers.shape != rows.shape:
        raise Refused(f"The answer is {subject.answers.shape[1]} numbers for a row that has {rows.shape[1]}.")
    mean = np.mean((given.mean(axis=0).ravel() - rows) ** 2)
    return float(np.mean((subject.answers - rows) ** 2)), (
        f"Measured on {subject.data.called}, {len(rows)} of them. To answer all with the mean row gives {mean:.4f}."
    )


def report_gap(subject: Subject) -> tuple[float, str]:
    """How far the validation accuracy that the training reported last is from that on held-out rows."""
    reported = claimed(subject.evidence)
    if not reported:
        raise Refused("No validation accuracy was reported: give fit rows to validate on and metrics=['accuracy'].")
    true = share_right(subject.model, subject.data.held_out)
    return abs(reported[-1] - true), (
        f"The training reported a validation accuracy of {reported[-1]:.1%} at its end; on {subject.data.called} "
        f"the model reaches {true:.1%}."
    )


def average_precision(subject: Subject) -> tuple[float, str]:
    """How well the submitted model's answers put held-out rows of class 1 before the others.

    It is the mean, over those rows, of the share of class 1 among all rows that are answered at least as high.
    Whoever cannot tell the classes apart gets the share of class 1.
    """
    predicted, targets = number_for_each(subject.answers), subject.data.held_out.targets
    if not np.isfinite(predicted).all():
        return float("nan"), NOT_FINITE
    highest_first = np.argsort(-predicted, kind="stable")
    found = np.cumsum(targets[highest_first])
    last_of_equals = np.flatnonzero(np.append(np.diff(predicted[highest_first]) != 0, True))
    newly_found = np.diff(found[last_of_equals], prepend=0)
    score = np.sum(newly_found * found[last_of_equals] / (last_of_equals + 1)) / found[-1]
    return float(score), f"By chance it would be {targets.mean():.3f}, on {subject.data.called}."


def expected_count(subject: Subject) -> tuple[float, str]:
    """How far the sum of the answered probabilities is from the number of held-out rows of class 1.

    Too many and too few count alike: 1.5 is half as many again, or two thirds. A sum below one counts as one.
    """
    predicted, targets = number_for_each(subject.answers), subject.data.held_out.targets
    if not np.isfinite(predicted).all():
        return float("nan"), NOT_FINITE
    expected, true = max(float(predicted.sum()), 1.0), float(targets.sum())
    factor = max(expected / true, true / expected)
    return factor, f"The probabilities sum to {expected:.0f}; {true:.0f} of {subject.data.called} are of class 1."


def mode_gap(subject: Subject) -> tuple[float, str]:
    """How far the mean of many noisy passes is from the silent answers: the typical distance over their spread.

    A network that learned in training mode answers in inference mode. Where the two are different functions, it
    learned the one and is asked the other. A copy is asked, because batch norm learns in training mode. It gets as
    many rows at a time as when its structure was looked at: it must be the same model there.
    """
    copy, rows = load(subject.evidence), subject.data.held_out.inputs[:_NOISY_ROWS]
    rows = rows[: len(rows) // behaving.ROWS * behaving.ROWS or None]
    silent = answers(copy, Rows(rows, np.zeros(len(rows))))
    _drop_as_the_author_did(copy)
    keras.utils.set_random_seed(SEEDS[0])
    drawn = np.random.default_rng(SEEDS[0])
    noisy = np.mean([_noisy(copy, rows, drawn.permutation(len(rows))) for _ in range(_NOISY_PASSES)], axis=0)
    spread = float(silent.std())
    if not (np.isfinite(silent).all() and np.isfinite(noisy).all()) or spread == 0:
        return float("nan"), "The answers are not finite, or all the same."
    apart = float(np.mean(np.abs(noisy - silent)))
    return apart / spread, (
        f"The mean of {_NOISY_PASSES} passes in training mode and the answer in inference mode are {apart:.3g} apart "
        f"on average; the spread of the answers is {spread:.3g}. Measured on {subject.data.called}, {len(rows)} of "
        "them."
    )


def _drop_as_the_author_did(model: Any) -> None:
    """Let layers that stand for the author's own dropout leave as it is what they keep, as those did."""
    for layer in model._flatten_layers():
        if isinstance(layer, keras.layers.Dropout) and layer.name.endswith(NOT_LARGER):
            layer.call = partial(_not_larger, layer.call, 1 - layer.rate)


def _not_larger(call: Callable[..., Any], kept: float, inputs: Any, training: bool = False) -> Any:
    return call(inputs, training=training) * (kept if training else 1.0)


def _noisy(model: Any, rows: npt.NDArray[Any], order: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """What a model answers in training mode, in the rows' own order; they are asked in this one."""
    pieces = np.split(order, range(behaving.ROWS, len(order), behaving.ROWS))
    given = np.concatenate([np.asarray(model(rows[piece], training=True)) for piece in pieces])
    found = np.empty((len(rows), given[0].size))
    found[order] = given.reshape(found.shape)
    return found


def roughness(subject: Subject) -> tuple[tuple[float, ...], str]:
    """How jagged the held-out accuracy of each repetition is, over the last half of its epochs."""
    found = tuple(bend(curve) for curve in subject.curves)
    return found, f"{subject.watched.how} Roughness with {len(found)} seeds: {_listed(found)}.".strip()


def late_accuracy(subject: Subject) -> tuple[tuple[float, ...], str]:
    """The held-out accuracy of each repetition, mean of the last five epochs.

    Of a curve that nobody saw, it is at most what the model at its end has.
    """
    found = tuple(last_5(curve) for curve in subject.curves)
    if subject.watched.rerun is Rerun.BY_NOBODY:
        ends = [share_right(model, subject.data.held_out) for model in subject.watched.models]
        found = tuple(map(min, found, ends))
    return found, f"Accuracy of the last five epochs: {_listed(found)}."


def _watched_models(subject: Subject) -> tuple[Any, ...]:
    if not subject.effort.repeats:
        return (subject.model,)
    return subject.watched.models


def _how(subject: Subject) -> str:
    """How the models of :func:`_watched_models` came about, where that needs to be said."""
    return subject.watched.how if subject.effort.repeats else ""


def gap(subject: Subject) -> tuple[tuple[float, ...], str]:
    """How much better each repetition knows the rows it trained on than the held-out ones, by its accuracy.

    Both are measured with the final weights and with dropout off, not as ``fit`` reports them.
    """
    parts = (subject.data.released, subject.data.held_out)
    shares = [[share_right(model, rows) for rows in parts] for model in _watched_models(subject)]
    found = tuple(trained - held_out for trained, held_out in shares)
    return (
        found,
        f"{_how(subject)} Accuracy on training rows less that on {subject.data.called}: {_listed(found)}.".strip(),
    )


def held_out_loss(subject: Subject) -> tuple[tuple[float, ...], str]:
    """The cross-entropy of each repetition on the held-out rows, with the weights at its end.

    Unlike accuracy it asks how sure an answer is: a mistake costs more the surer it was.
    """
    models = _watched_models(subject)
    found = tuple(
        cross_entropy(answers(model, subject.data.held_out), subject.data.held_out.targets) for model in models
    )
    return found, f"{_how(subject)} Cross-entropy on {subject.data.called}: {_listed(found)}.".strip()


def overconfidence(subject: Subject) -> tuple[tuple[float, ...], str]:
    """How much of each repetition's held-out loss, in nats, comes from being too sure.

    It is what the loss would lose if every answer were less sure by one common temperature, the best one. A network
    that is not sure enough has none.

    Source: Guo et al., On calibration of modern neural networks, ICML 2017.
    """
    targets = subject.data.held_out.targets
    logs = [log_probabilities(answers(model, subject.data.held_out), targets) for model in _watched_models(subject)]
    found = tuple(cost_of_confidence(one, targets) for one in logs)
    called = subject.data.called
    return found, f"{_how(subject)} Loss on {called} that comes from being too sure: {_listed(found)}.".strip()


def cost_of_confidence(logs: npt.NDArray[np.float64], targets: npt.NDArray[np.int64]) -> float:
    """The loss of log-probabilities (rows, classes), less the least loss at any temperature from 1 on."""
    softened = [np.asarray(keras.ops.log_softmax(logs / temperature)) for temperature in _TEMPERATURES]
    losses = [-one[np.arange(len(targets)), targets].mean() for one in softened]
    return float(losses[0] - min(losses))


def cross_entropy(predicted: npt.NDArray[np.float64], targets: npt.NDArray[np.int64]) -> float:
    """The mean surprise at the true class: of shares as they are, of free numbers behind a softmax.

    Raises:
        Refused: there are fewer answers than classes.
    """
    return float(-log_probabilities(predicted, targets)[np.arange(len(targets)), targets].mean())


def log_probabilities(predicted: npt.NDArray[np.float64], targets: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """The logarithms of the shares (rows, classes) that a model answers, or of a softmax of its free numbers.

    Raises:
        Refused: there are fewer answers than classes.
    """
    if predicted.shape[1] <= targets.max():
        raise Refused(f"The model answers {predicted.shape[1]} numbers; there are {targets.max() + 1} classes.")
    if not ((predicted >= 0).all() and np.allclose(predicted.sum(axis=1), 1, atol=1e-3)):
        predicted = np.asarray(keras.ops.softmax(predicted))
    found: npt.NDArray[np.float64] = np.log(np.maximum(predicted, keras.config.epsilon()))
    return found


def accuracy_curve(subject: Subject) -> tuple[tuple[tuple[float, ...], ...], str]:
    """The held-out accuracy of each repetition after each epoch; an epoch that shows each row twice counts as two."""
    passes = _passes(subject.evidence)
    found = tuple(
        tuple(number for accuracy in curve for number in (*[0.0] * (passes - 1), accuracy))
        for curve in subject.watched.curves
    )
    said = (
        f"{subject.watched.how} Accuracy after the first epoch: "
        f"{_listed(tuple(curve[0] for curve in subject.watched.curves))}; "
        f"the best of {subject.watched.epochs} epochs: {_listed(tuple(map(max, found)))}."
    ).strip()
    return found, said if passes == 1 else f"{said} Each shows a row {passes} times and counts as {passes}."


def _passes(evidence: Evidence) -> int:
    """How often a row is shown in an epoch, by the rows that were trained on."""
    given = [rows.inputs for rows in evidence.rows.values() if rows.inputs]
    return max((round(len(inputs) / len(set(inputs))) for inputs in given), default=1)


def accuracy_by_step(subject: Subject) -> tuple[tuple[tuple[float, ...], ...], str]:
    """The held-out accuracy of each repetition after each optimizer step, as the last end of an epoch showed it.

    It is 0 until the first epoch ends: a recipe whose epochs are long is seen late.
    """
    if any(NOT_FRESH in fit.odd for fit in subject.evidence.fits[:1]):
        raise Refused(f"Its {NOT_FRESH} when its first fit began, so nobody can count the steps that made them.")
    watched = subject.watched
    seen = [sum(map(bool, steps)) for steps in watched.steps]
    if seen != [len(curve) for curve in watched.curves]:
        raise Refused("Nobody saw how many optimizer steps an epoch took: train the model with fit.")
    found = tuple(map(_by_step, watched.curves, watched.steps))
    return found, (
        f"{watched.how} Steps in the first epoch: {watched.steps[0][0]}. Accuracy at the end of the first epochs: "
        f"{_listed(watched.curves[0][:5])}."
    ).strip()


def _by_step(curve: tuple[float, ...], steps: tuple[int, ...]) -> tuple[float, ...]:
    ends = np.cumsum(steps)
    seen = np.searchsorted(ends, np.arange(1, ends[-1] + 1), side="right")
    return tuple(float(number) for number in np.array([0.0, *curve])[seen])


MEASURES: Mapping[str, Callable[[Subject], tuple[float, str]]] = {
    "error_ratio": error_ratio,
    "r_squared": r_squared,
    "numbers_held": numbers_held,
    "answer_spread": answer_spread,
    "accuracy": accuracy,
    "reconstruction_error": reconstruction_error,
    "report_gap": report_gap,
    "average_precision": average_precision,
    "expected_count": expected_count,
    "mode_gap": mode_gap,
}
REPEATED: Mapping[str, Callable[[Subject], tuple[tuple[float, ...], str]]] = {
    "roughness": roughness,
    "late_accuracy": late_accuracy,
    "gap": gap,
    "loss": held_out_loss,
    "overconfidence": overconfidence,
}
CURVES: Mapping[str, Callable[[Subject], tuple[tuple[tuple[float, ...], ...], str]]] = {
    "accuracy_curve": accuracy_curve,
    "accuracy_by_step": accuracy_by_step,
}


def measure(subject: Subject, names: Collection[str]) -> Iterator[Measurements]:
    """Take the measurements of these ``names``, the quick ones first; yield all that is known after each.

    A measure of one output among several is called, for example, ``accuracy of digit``.

    What a submission does not allow to measure is missing; its detail says why.

    Raises:
        ValueError: there is no measurement of that name.
    """
    found = Measurements()
    try:
        found = replace(found, behaviour=subject.behaviour)
    except Refused as refusal:
        found = replace(found, refused=str(refusal))
    yield found
    order = [*MEASURES, *REPEATED, *CURVES]
    for name in sorted(names, key=lambda name: order.index(name.partition(OF)[0])):
        measured, _, output = name.partition(OF)
        try:
            if name in CURVES:
                curves, found.details[name] = CURVES[name](subject)
                found.curves[name] = (*curves, *[(0.0,)] * _missing(subject, curves))
            elif name in REPEATED:
                numbers, found.details[name] = REPEATED[name](subject)
                worst = 0.0 if name == "late_accuracy" else float("inf")
                found.repeated[name] = (*numbers, *[worst] * _missing(subject, numbers))
            else:
                asked = subject.of(output) if output else subject
                found.measured[name], found.details[name] = MEASURES[measured](asked)
        except Refused as refusal:
            found.details[name] = str(refusal)
        except RunAgain as reason:
            found = replace(found, run_again=str(reason))
        except Exception as error:  # a model can make Keras and NumPy fail in many ways; the rest is measured
            found.details[name] = f"This could not be measured: {quoted(reason_of(error))}"
        found = replace(found, rerun=subject.rerun)
        yield found


def _missing(subject: Subject, found: Collection[Any]) -> int:
    """How many repetitions left nothing: they count as the worst, else the cells could choose among the seeds."""
    return len(SEEDS) - len(found) if subject.effort.repeats else 0


def _listed(numbers: tuple[float, ...]) -> str:
    return ", ".join(f"{number:.3f}" for number in numbers)
