"""A made-up class that hands in right, half right, wrong and broken notebooks; described in ``class.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import nbformat

from autograder.exercises import ANSWER, exercises_folder, grade_id
from autograder.gradebook.course import Course, CourseError
from autograder.rubric import load_rubric

EXPLAIN = "explain"


def hand_in(course: Course, exercise: str) -> list[str]:
    """Put a submission of every made-up student into the course's ``submitted/``; returns their names.

    Raises:
        RubricError: no such exercise.
        CourseError: the exercise was not released yet, or a student of that name handed in already.
    """
    load_rubric(exercise)
    released = course.release(exercise) / f"{exercise}.ipynb"
    if not released.is_file():
        raise CourseError(f"Release the exercise first: autograder release {exercise} --course {course.root}")
    students = tomllib.loads((exercises_folder() / exercise / "class.toml").read_text(encoding="utf-8"))
    there = [name for name in students if course.submitted(name, exercise).exists()]
    if there:
        raise CourseError(f"{', '.join(there)} handed in already; nothing was changed.")
    for name, student in students.items():
        folder = course.submitted(name, exercise)
        folder.mkdir(parents=True)
        notebook = answered(released, exercise, student.get("answer"), student.get("explain"))
        _WRITERS[student.get("damage", "none")](notebook, folder / released.name)
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
        sources[ANSWER] = (exercises_folder() / exercise / answer).read_text(encoding="utf-8")
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
