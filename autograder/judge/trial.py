"""Try a rubric on an answer that we know to be right or wrong: train it in a made-up course, then judge it."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

import keras
import matplotlib as mpl

from autograder.evidence import capture
from autograder.exercises import ANSWER, grade_id, solution
from autograder.judge.case import Case, decide
from autograder.judge.data import release_data
from autograder.rubric import Verdict, load_rubric


def trial(exercise: str, answer: Path | None, secret: bytes, seed: int) -> Verdict:
    """The verdict on the answer in the Python file ``answer``, trained with ``seed`` in the course of ``secret``.

    Without a file it is the notebook's own solution.
    """
    names = answered(exercise, answer, secret, seed)
    with tempfile.TemporaryDirectory() as folder:
        evidence = Path(folder) / "evidence"
        capture(evidence, exercise, names["model"], names["history"])
        *_, verdict = decide(Case(exercise, evidence, secret))
    return verdict


def answered(exercise: str, answer: Path | None, secret: bytes, seed: int) -> dict[str, Any]:
    """What the exercise's notebook has defined after its answer's cell, by name: ``model``, ``history`` and the rest.

    The notebook is run in this process up to that cell, on the data that this course would release, so ``answer``
    must be one of our own solutions or mutants, never a student's.
    """
    mpl.use("agg")
    with tempfile.TemporaryDirectory() as folder:
        release_data(load_rubric(exercise).data, secret, Path(folder))
        with contextlib.chdir(folder):
            return _run(exercise, answer, seed)


def _run(exercise: str, answer: Path | None, seed: int) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for cell in solution(exercise).cells:
        if cell.cell_type != "code":
            continue
        if grade_id(cell) == ANSWER:
            keras.utils.set_random_seed(seed)
            code = answer.read_text(encoding="utf-8") if answer else cell.source
            exec(compile(code, str(answer), "exec"), names)  # noqa: S102 (our own file)
            return names
        exec(cell.source, names)  # noqa: S102
    raise ValueError(f"the notebook of {exercise} has no cell {ANSWER!r}")
