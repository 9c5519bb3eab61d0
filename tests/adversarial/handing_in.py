"""Makes courses and hands in: honest answers and hostile ones, in notebooks that compute little else."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
from bench.setting import lighten

from autograder.gradebook.course import Course
from autograder.gradebook.samples import answered

from .classroom import EXERCISE
from .hostile import Handed, Hostile

AUTOGRADER = Path(sys.executable).with_name("autograder")
TRAINED = """
scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((4,)), scale, layers.Dense(100, activation="relu"),
                          layers.Dense(100, activation="relu"), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.004), loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=10, verbose=0)
"""
"""A right answer."""


def new_course(root: Path) -> Course:
    """A course in which the exercise was released."""
    for command in (("course", "create", root), ("release", EXERCISE, "--course", root)):
        subprocess.run([AUTOGRADER, *command], check=True, capture_output=True)
    return Course.open(root)


def hand_in(course: Course, student: str, answer: str | None, explain: str = "Because.") -> None:
    """Hand in an answer; None for the stub."""
    notebook = answered(course.release(EXERCISE) / f"{EXERCISE}.ipynb", EXERCISE, explain=explain)
    lighten(notebook)
    for cell in notebook.cells:
        if answer is not None and cell.metadata.get("nbgrader", {}).get("grade_id") == "your-model":
            cell.source = answer
    folder = course.submitted(student, EXERCISE)
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{EXERCISE}.ipynb")


def hand_in_hostile(one: Hostile, course: Course, own: bytes, host: dict[str, str]) -> None:
    """Hand in a hostile submission.

    Args:
        one: which.
        course: the course.
        own: a right model, as a ``.keras`` file.
        host: places of the machine that it may try to reach.
    """
    notebook = nbformat.read(course.release(EXERCISE) / f"{EXERCISE}.ipynb", as_version=4)
    lighten(notebook)
    next(
        cell for cell in notebook.cells if cell.cell_type == "code"
    ).source = "import keras\nimport numpy as np\nfrom keras import layers\nimport autograder as ag"
    folder = course.submitted(one.name, EXERCISE)
    folder.mkdir(parents=True)
    (folder / "own.keras").write_bytes(own)
    handed = Handed(notebook, folder, folder / f"{EXERCISE}.ipynb", host)
    code = one.tamper(handed)
    if code is not None:
        handed.answer(code)
    if handed.nb.cells:
        handed.notebook.write_text(json.dumps(handed.nb), encoding="utf-8")
