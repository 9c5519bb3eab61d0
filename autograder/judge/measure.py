"""Measurements. They know data and models, and no threshold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from autograder.datasets import Part
from autograder.evidence import Evidence, Refused
from autograder.judge.data import CourseData
from autograder.judge.recipe import Recipe, mean_absolute_error

SEEDS = (101, 102, 103)
"""The judge's own seeds for repeating a recipe."""


@dataclass(frozen=True)
class Measurements:
    """Numbers by name, and how each came about in words."""

    measured: dict[str, float]
    details: dict[str, str]


def straight_line_error(data: CourseData) -> float:
    """Mean absolute error on the held-out rows of a linear model fitted to the released ones by least squares."""
    coefficients, *_ = np.linalg.lstsq(_with_constant(data.released), data.released.target, rcond=None)
    return float(np.mean(np.abs(_with_constant(data.held_out) @ coefficients - data.held_out.target)))


def _with_constant(part: Part) -> np.ndarray:
    features = part.features.to_numpy(dtype="float64")
    return np.column_stack([np.ones(len(features)), features])


def measure(evidence: Evidence, data: CourseData) -> Measurements:
    """Measure a submitted model on held-out rows, then repeat its recipe with the judge's own seeds.

    ``error_ratio`` is the model's mean absolute error divided by a straight line's on the same rows: courses
    hold back different rows, some harder than others, and the ratio is fair to all of them. The larger of the
    submitted model's ratio and the median ratio of the repetitions counts: a model that knows the held-out rows
    by heart gains nothing, and a recipe gains nothing from one lucky seed.

    Raises:
        Refused: the model cannot be loaded, or its recipe cannot be repeated.
    """
    try:
        model = keras.models.load_model(evidence.model, compile=False, safe_mode=True)
    except Exception as error:  # Keras raises many kinds; whichever it is, there is no model
        raise Refused(f"Keras cannot load the model: {_first_line(error)}") from error
    line = straight_line_error(data)
    submitted = mean_absolute_error(model, data.held_out) / line
    recipe = _recipe(evidence)
    repeated = [_repeat(recipe, model, data, seed) / line for seed in SEEDS]
    detail = (
        f"On the held-out rows a straight line errs by {line:.3f}. The submitted model's error is "
        f"{submitted:.2f} times that. Trained again by the judge with {len(SEEDS)} seeds of its own, the recipe "
        f"reaches {np.median(repeated):.2f} ({min(repeated):.2f} to {max(repeated):.2f}). The larger one counts."
    )
    counts = float(np.max([submitted, np.median(repeated)]))  # NaN if either is: nothing may hide behind it
    return Measurements({"error_ratio": counts}, {"error_ratio": detail})


def _recipe(evidence: Evidence) -> Recipe:
    try:
        return Recipe.of(evidence)
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        raise Refused("The description of how the model was compiled is damaged.") from error


def _repeat(recipe: Recipe, model: Any, data: CourseData, seed: int) -> float:
    """The held-out error of a model that the judge trained by the submitted recipe."""
    try:
        fresh = recipe.train(model, data.released, seed)
    except Exception as error:  # as above: the recipe does not fit the model or the data
        raise Refused(f"The recipe cannot be repeated: {_first_line(error)}") from error
    return mean_absolute_error(fresh, data.held_out)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:300] if lines else type(error).__name__
