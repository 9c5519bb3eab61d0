"""A made-up class that hands in right, half right, wrong and broken notebooks; described in ``class.toml``."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import nbformat

from autograder.datasets.files import data_folder
from autograder.exercises import ANSWER, exercises_folder, grade_id
from autograder.gradebook.course import Course, CourseError
from autograder.rubric import load_rubric

EXPLAIN = "explain"


def hand_in(course: Course, exercise: str) -> list[str]:
    """Put submissions of made-up students into the course's ``submitted/``; returns the names of those who did.

    Who has a folder there already is left alone.

    Raises:
        RubricError: no such exercise.
        CourseError: the exercise was not released yet.
    """
    load_rubric(exercise)
    released = course.release(exercise) / f"{exercise}.ipynb"
    if not released.is_file():
        raise CourseError(f"Release the exercise first: autograder release {exercise} --course {course.root}")
    described = (exercises_folder() / exercise / "class.toml").read_text(encoding="utf-8")
    students = {
        name: student
        for name, student in tomllib.loads(described).items()
        if not course.submitted(name, exercise).exists()
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
        code = (exercises_folder() / exercise / answer).read_text(encoding="utf-8")
        sources[ANSWER] = code.split('"""', maxsplit=2)[2].strip()  # without what the file says about itself
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
