"""Try a rubric on an answer that we know to be right or wrong: train it in a made-up course, then judge it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import keras
import matplotlib as mpl

from autograder.aside import put
from autograder.environment import REPEAT_VARIABLE
from autograder.evidence import capture
from autograder.evidence.recording import forget, recorder
from autograder.evidence.repeating import other_random_numbers
from autograder.exercises import ANSWER, ExerciseError, given_out, grade_id, solution
from autograder.judge.case import Case, decide
from autograder.judge.data import mixed_up_files, release_data
from autograder.judge.seeds import SEEDS
from autograder.rubric import RubricError, Verdict, load_rubric


def trial(exercise: str, answer: Path | None, secret: bytes, seed: int) -> Verdict:
    """The verdict on the answer in the Python file ``answer``, trained with ``seed`` in the course of ``secret``.

    Without a file it is the notebook's own solution. Its cells run again if the judge asks for that.
    """
    with tempfile.TemporaryDirectory() as folder:
        case = Case(exercise, Path(folder) / "first", secret)
        _leave(case.evidence, case, answer, seed)
        *_, verdict = decide(case)
        if verdict.run_again:
            *_, verdict = decide(_ran_again(case, Path(folder), answer, seed))
    return verdict


def _ran_again(case: Case, folder: Path, answer: Path | None, seed: int) -> Case:
    """The case with what the cells leave when they run again; a run that fails leaves nothing."""
    repeated = tuple(folder / f"again-{shift}" for shift in SEEDS)
    for place, shift in zip(repeated, SEEDS, strict=True):
        with contextlib.suppress(Exception), _repeating(shift):
            _leave(place, case, answer, seed)
    mixed_up, files = folder / "mixed-up", mixed_up_files(load_rubric(case.exercise).data, case.secret)
    if files:
        with contextlib.suppress(Exception):
            _leave(mixed_up, case, answer, seed, files)
    return Case(case.exercise, case.evidence, case.secret, again=repeated, mixed_up=mixed_up if files else None)


@contextlib.contextmanager
def _repeating(shift: int) -> Iterator[None]:
    os.environ[REPEAT_VARIABLE] = str(shift)
    try:
        with other_random_numbers(shift):
            yield
    finally:
        del os.environ[REPEAT_VARIABLE]


def _leave(
    folder: Path, case: Case, answer: Path | None, seed: int, files: Mapping[str, bytes] | None = None
) -> None:
    """Train an answer and leave its evidence in ``folder``, as a notebook does; see :func:`answered`."""
    recorder()
    forget()
    names = answered(case.exercise, answer, case.secret, seed, files)
    capture(folder, case.exercise, names["model"], names.get("history"))


def answered(
    exercise: str, answer: Path | None, secret: bytes, seed: int, files: Mapping[str, bytes] | None = None
) -> dict[str, Any]:
    """What the exercise's notebook has defined after its answer's cell, by name: ``model``, ``history`` and the rest.

    The notebook is run in this process up to that cell, on the data that this course would release, or on ``files``,
    so ``answer`` must be one of our own solutions or mutants, never a student's.
    """
    mpl.use("agg")
    with tempfile.TemporaryDirectory() as folder:
        release_data(load_rubric(exercise).data, secret, Path(folder))
        put(given_out(exercise), Path(folder))
        put(files or {}, Path(folder))
        with contextlib.chdir(folder):
            return _run(exercise, answer, seed)


def _run(exercise: str, answer: Path | None, seed: int) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in solution(exercise).cells:
        if cell.cell_type != "code":
            continue
        if grade_id(cell) == ANSWER:
            keras.utils.set_random_seed(seed)
            code = answer.read_text(encoding="utf-8") if answer else cell.source
            try:
                exec(compile(code, str(answer), "exec"), names)  # noqa: S102 (our own file)
            except Exception as error:  # whatever it is, who wrote the answer can mend it
                where = answer or f"The solution of {exercise}"
                raise ExerciseError(f"{where} raised {type(error).__name__}: {error}") from error
            return names
        exec(cell.source, names)  # noqa: S102
    raise RubricError(f"The notebook of {exercise} must have a cell whose grade_id is {ANSWER!r}, for the answer.")
