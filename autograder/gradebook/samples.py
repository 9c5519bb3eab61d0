"""A made-up class that hands in right, half right, wrong and broken notebooks; described in ``class.toml``."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat

from autograder.datasets.files import data_folder
from autograder.exercises import ANSWER, ExerciseError, grade_id, text_of
from autograder.gradebook.course import Course, CourseError
from autograder.rubric import load_rubric

EXPLAIN = "explain"


def hand_in(course: Course, exercise: str) -> list[str]:
    """Put submissions of made-up students into the course's ``submitted/``; returns the names of those who did.

    Who has a folder there already is left alone.

    Raises:
        RubricError: no such exercise.
        CourseError: the exercise was not released yet.
        ExerciseError: the class is not described, or one of its answers is missing.
    """
    load_rubric(exercise)
    released = course.release(exercise) / f"{exercise}.ipynb"
    if not released.is_file():
        raise CourseError(f"Release the exercise first: autograder release {exercise} --course {course.root}")
    students = {
        name: student for name, student in _class(exercise).items() if not course.submitted(name, exercise).exists()
    }
    for name, student in students.items():
        notebook = answered(released, exercise, student.get("answer"), student.get("explain"))
        folder = course.submitted(name, exercise)
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=course.root) as unfinished:
            path = Path(unfinished) / exercise / released.name
            path.parent.mkdir()
            _WRITERS[student.get("damage", "none")](notebook, path)
            for beside, data in student.get("beside", {}).items():
                shutil.copyfile(data_folder() / data, path.with_name(beside))
            path.parent.rename(folder)
    return list(students)


def _class(exercise: str) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads(text_of(exercise, "class.toml"))
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError(f"The class.toml of {exercise} cannot be read: {error}.") from error


def answered(
    released: Path, exercise: str, answer: str | None = None, explain: str | None = None
) -> nbformat.NotebookNode:
    """The release notebook with an answer in its cells.

    Args:
        released: the notebook that students get.
        exercise: its exercise.
        answer: a Python file, relative to the exercise's folder, for the model's cell; None leaves the stub.
        explain: the text of the written answer; None leaves the stub.
    """
    notebook = nbformat.read(released, as_version=4)
    sources = {EXPLAIN: explain}
    if answer:
        code = text_of(exercise, answer).strip()
        about_itself = code.startswith('"""')
        sources[ANSWER] = code.split('"""', maxsplit=2)[2].strip() if about_itself else code
    for cell in notebook.cells:
        source = sources.get(grade_id(cell))
        if source is not None:
            cell.source = source
    return notebook


def _whole(notebook: nbformat.NotebookNode, path: Path) -> None:
    nbformat.write(notebook, path)


def _cut_short(notebook: nbformat.NotebookNode, path: Path) -> None:
    text = nbformat.writes(notebook)
    path.write_text(text[: len(text) // 2], encoding="utf-8")


def _wrong_file(notebook: nbformat.NotebookNode, path: Path) -> None:
    nbformat.write(notebook, path.with_name("Untitled1.ipynb"))


def _cells_deleted(notebook: nbformat.NotebookNode, path: Path) -> None:
    check = load_rubric(path.stem).cell
    notebook.cells = [c for c in notebook.cells if grade_id(c) != check]
    nbformat.write(notebook, path)


def _skips_the_check(notebook: nbformat.NotebookNode, path: Path) -> None:
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata["tags"] = ["skip-execution"]
    nbformat.write(notebook, path)


_WRITERS: dict[str, Callable[[nbformat.NotebookNode, Path], None]] = {
    "none": _whole,
    "cut-short": _cut_short,
    "wrong-file": _wrong_file,
    "cells-deleted": _cells_deleted,
    "skips-the-check": _skips_the_check,
}
