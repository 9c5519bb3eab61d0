"""Before a submission runs: take away what could change how it is run, put back what was deleted."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.corpus.words import generate_corpus_id
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor, OverwriteCells

REMARKS = "autograder_remarks"
_KEPT_CELL_METADATA = ("nbgrader", "deletable", "editable")


class Scrub(NbGraderPreprocessor):
    """Keep only the metadata that grading needs: a tag such as ``skip-execution`` must not decide what runs."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Strip the notebook's and every cell's metadata."""
        nb.metadata = NotebookNode({"kernelspec": nb.metadata.get("kernelspec", {}), REMARKS: []})
        for cell in nb.cells:
            cell.metadata = NotebookNode(
                {key: cell.metadata[key] for key in _KEPT_CELL_METADATA if key in cell.metadata}
            )
        return nb, resources


class RestoreCells(OverwriteCells):
    """Restore locked cells as nbgrader does, and put deleted ones back, wherever their neighbours are."""

    add_missing_cells = True

    def add_missing_grade_cells(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Insert each missing graded cell after the nearest earlier cell of the release that is still there."""
        released = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        order = [cell.name for cell in released.source_cells]
        solutions = {cell.name for cell in released.solution_cells}
        grades = {cell.name: cell for cell in released.grade_cells}
        for number, name in enumerate(order):
            at = _positions(nb)
            if name in at:
                continue
            if name not in grades:
                nb.metadata[REMARKS].append(f"The cell {name!r} was deleted from the notebook.")
                continue
            before = [at[earlier] for earlier in order[:number] if earlier in at]
            cell = self.missing_cell_transform(
                released.source_cells[number], grades[name].max_score, is_solution=name in solutions
            )
            restored = from_dict({**cell, "id": generate_corpus_id()})
            nb.cells.insert(max(before) + 1 if before else len(nb.cells), restored)
            nb.metadata[REMARKS].append(f"The cell {name!r} was deleted from the notebook and was put back.")
        return nb, resources


def _positions(nb: NotebookNode) -> dict[str, int]:
    """Where each released cell stands in a notebook, by its id."""
    return {
        cell.metadata.nbgrader["grade_id"]: position
        for position, cell in enumerate(nb.cells)
        if utils.is_grade(cell) or utils.is_solution(cell)
    }
