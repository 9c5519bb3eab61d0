"""What a person sees in the Formgrader who marks a written answer: above it, the exercise's own, and how to mark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_grade, is_solution

from autograder.exercises import grade_id

_DELIMITER = re.compile(r"^### (BEGIN|END) SOLUTION$", re.MULTILINE)
_SHOWN = "<details open><summary><strong>Model answer</strong> (no student sees it)</summary>\n\n{}\n\n</details>"

_STYLE = "<style>.output_subarea img { border: 0 } .output_subarea :is(td, th) { padding: 2px 8px }</style>"
"""nbgrader's own style frames every figure in red, and lets the columns of a table run together."""


class ShowModelAnswers(Preprocessor):
    """Puts the solution's text above each written answer with points, and makes outputs look as in a notebook.

    The graded notebook's file stays as it is.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """The notebook with the model answers of the course's ``source/``, if they are there."""
        folder = CourseDirectory(config=self.config)
        place = folder.format_path(folder.source_directory, ".", resources.get("assignment_id", ""))
        answers = _model_answers(Path(place) / f"{resources.get('notebook_id', '')}.ipynb")
        shown = [new_markdown_cell(_STYLE)]
        for cell in map(_with_words_for_figures, nb.cells):
            if answer := _is_marked(cell) and answers.get(grade_id(cell)):
                shown.append(new_markdown_cell(_SHOWN.format(answer)))
            shown.append(cell)
        nb.cells = shown
        return nb, resources


def _with_words_for_figures(cell: NotebookNode) -> NotebookNode:
    for output in cell.get("outputs", ()):
        if "data" in output:
            output.metadata = {"alt": "a figure", **output.get("metadata", {})}
    return cell


def _model_answers(source: Path) -> dict[str, str]:
    """The solutions of written answers, by cell."""
    if not source.is_file():
        return {}
    cells = nbformat.read(source, as_version=4).cells
    return {grade_id(cell): _DELIMITER.sub("", cell.source).strip() for cell in cells if _is_marked(cell)}


def _is_marked(cell: NotebookNode) -> bool:
    """Whether a person marks what a student wrote here."""
    return bool(cell.cell_type == "markdown" and is_grade(cell) and is_solution(cell))
