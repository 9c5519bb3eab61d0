"""``ag.check``: what a notebook calls. At home it shows what grading will see; at grading it leaves evidence."""

from __future__ import annotations

import os
import tempfile
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.environment import FOLDER_VARIABLE
from autograder.errors import quoted
from autograder.evidence import Evidence, Refused, capture, read_evidence
from autograder.evidence.capture import curves, require_model
from autograder.exercises import hints
from autograder.hinting import remember
from autograder.rubric import Observed, Remark, Rubric, Verdict, load_rubric

if TYPE_CHECKING:
    import pandas as pd

    from autograder.judge.data import Rows

_EXECUTION = "NBGRADER_EXECUTION"  # set by nbgrader, says what it runs a notebook for
UNTRAINED = "Train the model first: fit it, and hand in what fit returned as history."


class NotThereYetError(AssertionError):
    """The model lacks something; the message is the verdict. nbgrader's Validate shows errors, and nothing else."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows of it: the verdict, without the lines of this package that led to it.

        The window of Validate breaks no line by itself.
        """
        return [textwrap.fill(line, 100, subsequent_indent=_indent(line)) for line in str(self).splitlines()]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


class Checked:
    """The outcome of a check in the student's own notebook; shows itself as a table."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def __repr__(self) -> str:
        from autograder.report.cell import as_text  # noqa: PLC0415 (only when it is shown)

        return as_text(self.verdict, self._after)

    def _repr_html_(self) -> str:
        from autograder.report.cell import as_html  # noqa: PLC0415

        return as_html(self.verdict, self._after)

    @property
    def _after(self) -> str:
        """Where to get a hint, if something is missing for which there is one."""
        missing = not self.verdict.no_model and any(result.falls_short for result in self.verdict.results)
        if not missing or not hints(self.verdict.exercise):
            return ""
        call = f'ag.hint("{self.verdict.exercise}")'
        return f"If you do not see why, `{call}` gives a hint, and one more with each call."


def check(exercise: str, model: Any, history: Any = None, *, repeat: bool = False) -> Checked | None:
    """Check a model against an exercise's rubric.

    In your own notebook: goes the way that grading goes. The model is saved, looked over, built again and measured on
    your training rows. What rows that you have not seen will decide is measured on your validation rows instead, and
    counts at grading. There: leaves the model and what trained it as evidence; the verdict is computed elsewhere.

    Args:
        exercise: the exercise's name, for example ``"red-wine"``.
        model: a Keras model of any kind.
        history: what ``model.fit`` returned; leave it out to look at an untrained model.
        repeat: train the model again, as the judge will, where the exercise asks for that. It takes as long as three
            of your own trainings.

    Raises:
        RubricError: no such exercise.
        TypeError: ``model`` is something else.
        NotThereYetError: ``nbgrader validate`` runs the notebook, and something is missing.
    """
    rubric = load_rubric(exercise)
    remember(exercise)
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder:
        capture(Path(folder), exercise, model, history)
        return None
    try:
        require_model(model)
    except TypeError as error:
        raise TypeError(f"ag.check({exercise!r}, model, history): {error}") from None
    with tempfile.TemporaryDirectory() as place:
        try:
            evidence = _evidence(Path(place), exercise, model, history)
        except Refused as refusal:
            return _told(rubric.judge(Observed(None, missing=str(refusal), final=False)))
        verdict = _verdict(rubric, evidence, repeat)
        return _told(replace(verdict, remarks=(*_about_the_model(model), *verdict.remarks)))


def rows(exercise: str) -> tuple[Rows, Rows]:
    """The training and the validation rows of an exercise, as ``(x_train, y_train), (x_valid, y_valid)``.

    Args:
        exercise: the exercise's name.

    Raises:
        RubricError: no such exercise.
        DataError: its data are missing or damaged.
    """
    from autograder.judge.data import home_data  # noqa: PLC0415

    data = home_data(load_rubric(exercise).data)
    return data.released, data.validation


def learning_curves(history: Any, measure: str) -> pd.DataFrame:
    """One measure by epoch, in training and in validation, ready to be drawn.

    Args:
        history: what ``fit`` returned, its dictionary, a list of either after several fits, or None.
        measure: ``"loss"``, or a part of a metric's name: ``"acc"`` finds ``sparse_categorical_accuracy``.

    Returns:
        The columns ``training`` and ``validation``, of shape (epochs, 2), the first epoch being 1; NaN where nothing
        was reported.
    """
    import pandas as pd  # noqa: PLC0415 (ag.check alone does not need it)

    found: dict[str, list[float]] = {"training": [], "validation": []}
    for name, numbers in curves(history).items():
        column = "validation" if name.startswith("val_") else "training"
        if measure in name and not found[column]:
            found[column] = numbers
    table = pd.DataFrame({column: pd.Series(numbers, dtype=float) for column, numbers in found.items()})
    return table.set_axis(pd.RangeIndex(1, len(table) + 1, name="epoch"))


def _told(verdict: Verdict) -> Checked:
    checked = Checked(verdict)
    if os.environ.get(_EXECUTION) == "validate" and any(result.falls_short for result in verdict.results):
        raise NotThereYetError(repr(checked))
    return checked


def _evidence(folder: Path, exercise: str, model: Any, history: Any) -> Evidence:
    from autograder.evidence.portable import NotPortableError  # noqa: PLC0415 (imports Keras)

    try:
        capture(folder, exercise, model, history)
    except NotPortableError as reason:
        raise Refused(f"The model cannot be judged. {quoted(str(reason), 500)}") from reason
    return read_evidence(folder, exercise)


def _verdict(rubric: Rubric, evidence: Evidence, repeat: bool) -> Verdict:
    from autograder.evidence.recording import recorder  # noqa: PLC0415 (these import Keras and pandas)
    from autograder.judge.case import observed  # noqa: PLC0415
    from autograder.judge.data import home_data  # noqa: PLC0415
    from autograder.judge.measure import measure  # noqa: PLC0415
    from autograder.judge.subject import Effort, Subject  # noqa: PLC0415

    subject = Subject(evidence, home_data(rubric.data), effort=Effort(repeats=repeat))
    with recorder().passing_over():
        if repeat and _needs_the_cells(subject):
            subject.effort = Effort(repeats=False)
        *_, found = measure(subject, rubric.measures)
    verdict = rubric.judge(observed(found, UNTRAINED if not evidence.epochs else "", final=False))
    return replace(verdict, remarks=tuple(_remarks(rubric, subject)))


def _needs_the_cells(subject: Any) -> bool:
    """Whether only the student's cells can train the model again: at home they do not run by themselves."""
    try:
        return isinstance(subject.recipe, str)
    except Refused:  # the measures say so
        return False


def _about_the_model(model: Any) -> Iterator[Remark]:
    """What the student should know who may have handed another model to the check than the one they mean."""
    from autograder.evidence.recording import recorder  # noqa: PLC0415 (imports Keras)

    if recorder().trained_another_last(model):
        yield Remark("The last fit trained another model than this one. If you mean that one, hand it to the check.")


def _remarks(rubric: Rubric, subject: Any) -> Iterator[Remark]:
    """What the student should know about the judge's way of training again."""
    if rubric.trains_again and subject.evidence.epochs and isinstance(subject.recipe, str):
        yield Remark(
            f"At grading your cells run again with other seeds, because {subject.recipe}. They must work in an empty "
            "folder that holds the notebook and the course's data alone."
        )
