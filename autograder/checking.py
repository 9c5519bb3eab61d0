"""``ag.check``: what a notebook calls. At home it shows what can be judged at once; at grading it leaves evidence."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from autograder.anatomy import read_model
from autograder.anatomy.compiled import training_of
from autograder.evidence import FOLDER_VARIABLE, capture
from autograder.evidence.capture import training
from autograder.rubric import Observed, Verdict, load_rubric


class Checked:
    """The outcome of a check in the student's own notebook; shows itself as a table."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def __repr__(self) -> str:
        from autograder.report.cell import as_text  # noqa: PLC0415 (only when it is shown)

        return as_text(self.verdict)

    def _repr_html_(self) -> str:
        from autograder.report.cell import as_html  # noqa: PLC0415

        return as_html(self.verdict)


def check(exercise: str, model: Any, history: Any = None) -> Checked | None:
    """Check a model against an exercise's rubric.

    In your own notebook: judges the architecture at once and marks what held-out data will decide. At grading:
    leaves the model and its history as evidence; the verdict is computed elsewhere.

    Args:
        exercise: the exercise's name, for example ``"red-wine"``.
        model: a Keras model.
        history: what ``model.fit`` returned; leave it out to look at an untrained model.

    Raises:
        RubricError: no such exercise.
        TypeError: ``model`` or ``history`` is something else.
    """
    rubric = load_rubric(exercise)
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder:
        capture(Path(folder), exercise, model, history)
        return None
    if not hasattr(model, "get_config"):
        raise TypeError(f"ag.check({exercise!r}, model, history): expected a Keras model, got {type(model).__name__}")
    trained = bool(training(history)["history"])
    missing = "" if trained else "Train the model and pass the history as well."
    known = Observed(read_model(model), training=training_of(model), missing=missing, final=False)
    return Checked(rubric.judge(known))
