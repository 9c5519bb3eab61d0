"""A submitted model before the measures, and the judge's repetitions of its training."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from autograder.errors import quoted
from autograder.evidence import Evidence, Refused
from autograder.evidence.portable import as_the_model_takes, output_names
from autograder.judge import behaving
from autograder.judge.data import CourseData, Rows
from autograder.judge.failing import reason_of
from autograder.judge.recipe import NotPlain, Recipe
from autograder.judge.seeds import SEEDS
from autograder.rubric.behaviour import Behaviour
from autograder.rubric.verdict import Rerun
from autograder.stopwatch import Stopwatch

FEWEST_EPOCHS = 10
"""A curve with fewer says nothing about how it goes on: its last half has fewer than five numbers."""

ROWS_AT_ONCE = 1024
CELLS_RAN_AGAIN = "The cells were run again"


class RunAgain(Exception):
    """To repeat the training, the student's cells must run again; the message says why, as half a sentence."""


@dataclass(frozen=True)
class Again:
    """What the student's cells left when they ran again.

    Attributes:
        repeated: with other seeds, one for each of the judge's; what left nothing usable is missing.
        mixed_up: with the course's targets in random order; None where that was not done, or left nothing usable.
        was_mixed_up: whether it was done.
    """

    repeated: tuple[Evidence, ...] = ()
    mixed_up: Evidence | None = None
    was_mixed_up: bool = False


@dataclass(frozen=True)
class Repetitions:
    """Models that were trained again.

    Attributes:
        models: one for each time; none where it could not be done.
        how: in words.
        rerun: who trained them.
    """

    models: tuple[Any, ...]
    how: str
    rerun: Rerun = Rerun.BY_JUDGE


@dataclass(frozen=True)
class Watched:
    """Curves of held-out accuracy, one for each time that the training was repeated, and the models at their end.

    Attributes:
        curves: of all epochs that were watched, the last ones of the training.
        models: may be fewer; the curve of none of them is known where ``rerun`` is nobody's.
        epochs: of the training.
        how: in words; empty where nothing needs to be said.
        steps: for each curve how many optimizer steps each epoch of the training took; empty where nobody saw them.
        rerun: who trained them; nobody, where they are what the submission reported.
    """

    curves: tuple[tuple[float, ...], ...]
    models: tuple[Any, ...]
    epochs: int
    how: str = ""
    steps: tuple[tuple[int, ...], ...] = ()
    rerun: Rerun = Rerun.BY_JUDGE


@dataclass(frozen=True)
class Effort:
    """How much the judge trains again.

    Attributes:
        whole: watch repetitions from the first epoch on, not only in the last half.
        repeats: repeat the training; else only what was submitted counts, as in a student's own notebook.
        hopeless: by a measure's name, a number from which on the submitted model alone decides: nothing is repeated.
    """

    whole: bool = False
    repeats: bool = True
    hopeless: Mapping[str, float] = field(default_factory=dict)


class Subject:
    """A submitted model: it is loaded, and its training repeated, when the first measure asks.

    Each property raises Refused where the submission does not give what it needs, and RunAgain where it needs the
    student's cells to run again.

    Args:
        evidence, data: what was submitted, and what it is measured on.
        again: what the cells left when they ran again; None if they did not yet.
        effort: what is repeated, and how.
    """

    def __init__(
        self, evidence: Evidence, data: CourseData, again: Again | None = None, effort: Effort | None = None
    ) -> None:
        self.evidence = evidence
        self.data = data
        self.again = again
        self.effort = effort or Effort()
        self.clock = Stopwatch()
        self.output = ""

    def of(self, output: str) -> Subject:
        """The same submission; of its answers only those of this output count."""
        one = copy(self)
        vars(one).pop("answers", None)
        one.output = output
        return one

    @cached_property
    def model(self) -> Any:
        """The submitted model, built from its file."""
        return load(self.evidence)

    @cached_property
    def behaviour(self) -> Behaviour:
        """What it does where it is graded: on training rows, which everybody knows, it could be another model.

        Held-out rows that are longer than what it was trained on are cut to that length if it takes no others.
        """
        rows, known = self.data.held_out.inputs, self.data.released.inputs
        is_longer = rows.shape[1:] != known.shape[1:]
        try:
            answered = self.answers if len(self.model.outputs) == 1 else all_answers(self.model, self.data.held_out)
        except Refused:  # whoever measures by it will say so
            answered = None
            rows = rows[:, *(slice(length) for length in known.shape[1:])]
        others = rows[::-1] if is_longer else known
        return behaving.behaviour(self.model, rows, self.data.given, (answered, others))

    @cached_property
    def answers(self) -> npt.NDArray[np.float64]:
        """What the submitted model answers to the held-out rows, shape (n, numbers of an answer)."""
        return answers(self.model, self.data.held_out, self.output)

    @cached_property
    def recipe(self) -> Recipe | str:
        """How the model was trained, or in half a sentence why that is not enough to train it again."""
        try:
            recipe = Recipe.of(self.evidence, self.data)
            recipe.untrained(self.model, SEEDS[0])
        except NotPlain as reason:
            return str(reason)
        except Refused:
            raise
        except Exception as error:  # a record from the kernel, and whatever NumPy and Keras say of it
            return f"its description is not one that Keras writes: {quoted(reason_of(error))}"
        return recipe

    @cached_property
    def repetitions(self) -> Repetitions:
        """The training, repeated with each of the judge's seeds."""
        if not self.effort.repeats:
            return Repetitions((), "")
        if isinstance(self.recipe, Recipe):
            models = tuple(model for model, _ in self._trained(self.recipe, SEEDS))
            return Repetitions(models, f"Trained again by the judge with {len(models)} seeds of its own, the recipe")
        again = self._again(self.recipe)
        models = tuple(load(evidence) for evidence in again.repeated)
        how = f"{CELLS_RAN_AGAIN} with {len(SEEDS)} other seeds, because {self.recipe}"
        return Repetitions(models, f"{how}; what {len(models)} of them left", Rerun.BY_CELLS)

    @cached_property
    def watched(self) -> Watched:
        """The accuracy on held-out rows after each epoch, for each time that the training was repeated."""
        if not self.effort.repeats:
            return self._reported([self.evidence], "This is what your own training reported.")
        if isinstance(self.recipe, Recipe):
            pairs = self._trained(self.recipe, self.curve_seeds, self.data.held_out)
            curves = tuple(tuple(curve) for _, curve in pairs)
            steps = (self.recipe.steps,) * len(curves)
            return Watched(curves, tuple(model for model, _ in pairs), self.recipe.epochs, steps=steps)
        again = self._again(self.recipe)
        if not again.repeated:
            raise Refused(f"{CELLS_RAN_AGAIN}, because {self.recipe}, and left no model that can be measured.")
        followed = [(*self._followed(evidence), _steps(evidence)) for evidence in again.repeated]
        whole = [one for one in followed if one[1]]
        if whole:
            how = f"{CELLS_RAN_AGAIN} with {len(whole)} other seeds, because {self.recipe}."
            how += " A run that left nothing counts as the worst." if len(whole) < len(SEEDS) else ""
            models, curves, steps = zip(*whole, strict=True)
            return Watched(curves, models, len(curves[0]), how, steps, Rerun.BY_CELLS)
        how = f"{CELLS_RAN_AGAIN} with {len(followed)} other seeds, because {self.recipe}; nobody saw their epochs."
        how += " What it reported itself stands in place of the curve."
        reported = self._reported(again.repeated, how, Rerun.BY_NOBODY)
        told = zip(followed, again.repeated, strict=True)
        return replace(reported, models=tuple(model for (model, *_), evidence in told if claimed(evidence)))

    @staticmethod
    def _reported(left: Sequence[Evidence], how: str, rerun: Rerun = Rerun.BY_JUDGE) -> Watched:
        """The curves of validation accuracy that the trainings themselves reported."""
        told = [(curve, _steps(evidence)) for evidence in left if (curve := claimed(evidence))]
        if not told:
            raise Refused(
                "There is no curve of validation accuracy: give fit validation_data and metrics=['accuracy']."
            )
        curves, steps = zip(*told, strict=True)
        return Watched(curves, (), len(curves[0]), how, steps, rerun)

    @property
    def rerun(self) -> Rerun:
        """Who trained it again, as far as a measure has asked for that."""
        asked = [vars(self)[name].rerun for name in ("repetitions", "watched") if name in vars(self)]
        return asked[-1] if asked else Rerun.BY_JUDGE

    @cached_property
    def curves(self) -> list[list[float]]:
        """For each repetition the accuracy on held-out rows, epoch by epoch, in the last half."""
        if self.effort.repeats and isinstance(self.recipe, Recipe) and self.recipe.epochs < FEWEST_EPOCHS:
            raise Refused(_too_short(self.recipe.epochs))
        if self.watched.epochs < FEWEST_EPOCHS:
            raise Refused(_too_short(self.watched.epochs))
        late = self.watched.epochs - self.watched.epochs // 2
        return [list(curve[-late:]) for curve in self.watched.curves]

    @cached_property
    def curve_seeds(self) -> list[int]:
        """One for each of ``SEEDS``, drawn by the held-out rows: nobody can choose a recipe that suits them.

        How jagged a curve is depends on the seed, and simulated training rows are the same in every course.
        """
        digest = hashlib.sha256(self.data.held_out.inputs.tobytes()).digest()
        return [int(seed) for seed in np.frombuffer(digest, dtype="<u4")[: len(SEEDS)]]

    def _again(self, reason: str) -> Again:
        if self.again is None:
            raise RunAgain(reason)
        return self.again

    def _trained(
        self, recipe: Recipe, seeds: Sequence[int], watched: Rows | None = None
    ) -> list[tuple[Any, list[float]]]:
        self.clock.turn_to("training")
        try:
            return list(recipe.train_each(self.model, seeds, watched, self.effort.whole))
        except Exception as error:  # the recipe does not fit the model or the data
            raise Refused(f"The recipe cannot be repeated: {quoted(reason_of(error))}") from error
        finally:
            self.clock.stop()

    def _followed(self, evidence: Evidence) -> tuple[Any, tuple[float, ...]]:
        """A model that the cells trained again, and its held-out accuracy after each epoch, if that was kept."""
        model = load(evidence)
        if evidence.snapshots is None:
            return model, ()
        try:
            with np.load(evidence.snapshots, allow_pickle=False) as kept:
                weights = [kept[f"arr_{number}"] for number in range(len(model.weights))]
            follower = load(evidence)
            return model, tuple(
                share_right(_put(follower, [one[epoch] for one in weights]), self.data.held_out)
                for epoch in range(len(weights[0]))
            )
        except Exception:  # a file from the kernel, and whatever Keras and NumPy say of it
            return model, ()


def _put(model: Any, weights: Sequence[Any]) -> Any:
    model.set_weights(weights)
    return model


def _too_short(epochs: int) -> str:
    return f"The training took {epochs} epochs; a curve is judged from {FEWEST_EPOCHS} on."


def _steps(evidence: Evidence) -> tuple[int, ...]:
    """How many optimizer steps each epoch of its fits took."""
    return tuple(fit.steps for fit in evidence.fits for _ in range(fit.epochs))


def claimed(evidence: Evidence) -> tuple[float, ...]:
    """The validation accuracy that the history tells of."""
    names = [name for name in evidence.curves if name.startswith("val_") and "acc" in name]
    return tuple(evidence.curves[names[0]]) if names else ()


def load(evidence: Evidence) -> Any:
    """The model of some evidence, built from its file.

    Raises:
        Refused: Keras cannot build it.
    """
    try:
        return keras.models.load_model(evidence.model, compile=False, safe_mode=True)
    except Exception as error:  # Keras raises many kinds; whichever it is, there is no model
        raise Refused(f"Keras cannot load the model: {quoted(reason_of(error))}") from error


def answers(model: Any, rows: Rows, output: str = "") -> npt.NDArray[np.float64]:
    """What ``model`` answers to ``rows``, shape (n, numbers of an answer); not finite where the model is not.

    Args:
        model: any.
        rows: of the data set that it was made for.
        output: the name of the output that is asked for; empty for a model that has but one.

    Raises:
        Refused: the model does not take such rows, does not give one line of numbers for each, or has no such output.
    """
    names = output_names(model) if output else [""]
    if output not in names:
        raise Refused(
            f"The model has no output called {output!r}; it has {' and '.join(map(repr, names)) or 'none'}."
        )
    outputs = _answered(model, rows)
    if len(outputs) != len(names):
        raise Refused(f"The model has {len(outputs)} outputs, not one.")
    predicted = outputs[names.index(output)]
    if not predicted.ndim or len(predicted) != len(rows.targets):
        raise Refused(f"For {len(rows.targets)} rows the model answers with shape {predicted.shape}.")
    return predicted.reshape(len(predicted), -1)


def all_answers(model: Any, rows: Rows) -> npt.NDArray[np.float64]:
    """What all outputs of ``model`` say to each row, side by side, shape (n, numbers of all answers).

    Raises:
        Refused: the model does not take such rows, or does not give one line of numbers for each.
    """
    outputs = _answered(model, rows)
    if any(len(one) != len(rows.targets) for one in outputs):
        raise Refused(f"The model does not answer {len(rows.targets)} rows one by one.")
    return np.concatenate([one.reshape(len(one), -1) for one in outputs], axis=1)


def _answered(model: Any, rows: Rows) -> list[npt.NDArray[np.float64]]:
    """What each output says. By plain calls: ``predict`` traces a graph first, for ten times as long."""
    starts = range(0, len(rows.inputs), ROWS_AT_ONCE)
    batches = (as_the_model_takes(model, (rows.inputs[start : start + ROWS_AT_ONCE],)) for start in starts)
    try:
        pieces = [keras.tree.flatten(model(*batch, training=False)) for batch in batches]
        return [np.concatenate(one).astype("float64") for one in zip(*pieces, strict=True)]
    except Exception as error:  # Keras and TensorFlow raise many kinds when shapes do not fit
        raise Refused(f"The model cannot answer rows of shape {rows.inputs.shape[1:]}.") from error


def share_right(model: Any, rows: Rows) -> float:
    """The share of ``rows`` to which ``model`` gives the right class."""
    return float(np.mean(answers(model, rows).argmax(axis=1) == rows.targets))
