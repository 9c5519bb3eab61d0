"""Where the exercises lie, and their one source: the solution notebook as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.shipped import shipped

ANSWER = "your-model"
"""The id of the notebook cell that the student fills with a model."""
_HINTS = "hints.md"
_FOR_STUDENTS = ("rubric.py", _HINTS)


def exercises_folder() -> Path:
    """The folder of all exercises: inside an installed package, or at the top of a checkout."""
    return shipped("exercises")


def exercise_names() -> list[str]:
    """The exercises there are, by name."""
    return sorted(path.parent.name for path in exercises_folder().glob("*/rubric.py"))


def files_for_students() -> list[Path]:
    """Of all exercises the files that ``ag.check`` and ``ag.hint`` read."""
    return sorted(path for name in _FOR_STUDENTS for path in exercises_folder().glob(f"*/{name}"))


def hints(exercise: str) -> tuple[str, ...]:
    """The hints of an exercise that there is: the paragraphs of its ``hints.md``, each on one line."""
    path = exercises_folder() / exercise / _HINTS
    paragraphs = path.read_text(encoding="utf-8", errors="replace").split("\n\n") if path.is_file() else ()
    return tuple(line for paragraph in paragraphs if (line := " ".join(paragraph.split())))


def solution(exercise: str) -> Any:
    """The exercise's notebook with its solution, read from ``notebook.md``."""
    import jupytext  # noqa: PLC0415 (only to make releases)

    notebook = jupytext.read(exercises_folder() / exercise / "notebook.md", fmt="md:myst")
    notebook.metadata.pop("jupytext", None)
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{exercise}-{number}"  # the same notebook each time, so that releasing again changes nothing
    return notebook


def grade_id(cell: Any) -> str:
    """The id nbgrader knows a notebook cell by; empty for a cell it does not know."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
