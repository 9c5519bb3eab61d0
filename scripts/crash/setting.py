"""The course that is graded time and again: eight small submissions of every kind, on either database."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder.exercises import ANSWER, grade_id
from autograder.gradebook import Course, create_course
from autograder.gradebook.release import release
from autograder.gradebook.samples import EXPLAIN
from autograder.rubric import load_rubric

EXERCISE = "distance-predictor"  # its judge only measures, and does not train again
NOTEBOOK = f"{EXERCISE}.ipynb"

_TRAINED = """
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train[:64], y_train[:64], validation_data=(x_valid[:64], y_valid[:64]), verbose=0)
"""
_RIGHT = (
    """
scale = layers.Normalization()
scale.adapt(x_train[:64].to_numpy())
model = keras.Sequential([keras.Input((4,)), scale])
model.add(layers.Dense(8, activation="relu"))
model.add(layers.Dense(8, activation="relu"))
model.add(layers.Dense(1))
"""
    + _TRAINED
)
_NEVER_ENDS = "while True:\n    pass"
_ENDS_ITS_KERNEL = "import os\nos._exit(3)"
ANSWERS: dict[str, str | None] = {
    "ada": _NEVER_ENDS,
    "ben": _RIGHT,
    "chi": _RIGHT.replace("relu", "tanh"),
    "dee": _RIGHT.replace("keras.Input((4,)), scale", "keras.Input((4,))"),
    "eve": _ENDS_ITS_KERNEL,
    "fay": _RIGHT.replace("layers.Dense(1)", 'layers.Dense(1, activation="sigmoid")'),
    "gus": None,
    "hal": "model = keras.Sequential([layers.Dense('eight')])\n" + _TRAINED,
}
"""Student → content of the model's cell; None leaves the stub."""
ENDLESS = "ada"
_LATE, _HANDED_IN = "chi", "2026-03-02 12:00:00 UTC"
_REMARK = "What was equal in front of the head was an input fault."


@dataclass(frozen=True)
class Sources:
    """What rounds are copied from.

    Attributes:
        ungraded: a course in which everybody has handed in.
        graded: the same after an undisturbed grading.
    """

    ungraded: Path
    graded: Path


def make_course(root: Path) -> Course:
    """A new course with one exercise, released, and a submission from everybody in ``ANSWERS``."""
    course = create_course(root)
    release(course, EXERCISE)
    for student, answer in ANSWERS.items():
        folder = course.submitted(student, EXERCISE)
        folder.mkdir(parents=True)
        nbformat.write(_answered(course.release(EXERCISE) / NOTEBOOK, answer), folder / NOTEBOOK)
        if student == _LATE:
            (folder / "timestamp.txt").write_text(_HANDED_IN, encoding="ascii")
    return course


def _answered(released: Path, answer: str | None) -> nbformat.NotebookNode:
    """The released notebook without what students only look at, which takes seconds."""
    notebook = nbformat.read(released, as_version=4)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    named = {ANSWER, EXPLAIN, load_rubric(EXERCISE).cell}
    notebook.cells = [cell for cell in notebook.cells if cell is first or grade_id(cell) in named]
    for cell in notebook.cells:
        if grade_id(cell) == ANSWER and answer is not None:
            cell.source = answer.strip()
        if grade_id(cell) == EXPLAIN and answer is not None:
            cell.source = _REMARK
    return notebook


def copy(source: Path, target: Path, database: str = "") -> Course:
    """A course of a round's own."""
    shutil.copytree(source, target)
    return Course(target.resolve(), database)
