"""Whether a notebook and its rubric give the same points. It imports little, so that it answers at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.rubric import Rubric, RubricError


def check_points(notebook: Mapping[str, Any], rubric: Rubric) -> None:
    """Raise RubricError if a notebook, the solution or its release, gives other points than the rubric."""
    marks = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
    points = {mark["grade_id"]: mark["points"] for mark in marks if mark.get("grade")}
    if points.get(rubric.cell) != rubric.points:
        raise RubricError(
            f"In the exercise {rubric.exercise} the cell {rubric.cell!r} carries {points.get(rubric.cell)} points "
            f"and the rubric's criteria {rubric.points:g}."
        )
