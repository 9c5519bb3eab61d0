"""Before a submission runs: take away what could change how it is run, put back what was deleted."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.corpus.words import generate_corpus_id
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.api import Notebook as Released
from nbgrader.preprocessors import NbGraderPreprocessor, OverwriteCells

from autograder.rubric import Event, Remark

REMARKS = "autograder_remarks"
_KEPT_CELL_METADATA = ("deletable", "editable")


class Scrub(NbGraderPreprocessor):
    """Keep only the metadata that grading needs: a tag such as ``skip-execution`` must not decide what runs.

    Of nbgrader's own metadata a submission says which cell is which; all the rest is as it was released.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Strip the notebook's and every cell's metadata."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            released = _metadata(gradebook.find_notebook(names["notebook"], names["assignment"]))
        copies: dict[str, list[NotebookNode]] = {name: [] for name in released}
        for cell in nb.cells:
            copies.get(_claimed(cell), []).append(cell)
        chosen = {name: _answered(found, released[name]["checksum"]) for name, found in copies.items() if found}
        remarks = [_several(name, copies[name], cell) for name, cell in chosen.items() if len(copies[name]) > 1]
        nb.metadata = NotebookNode({"kernelspec": nb.metadata.get("kernelspec", {}), REMARKS: remarks})
        for cell in nb.cells:
            name = _claimed(cell)
            ours = released[name] if cell is chosen.get(name) else None
            kept = {key: bool(cell.metadata[key]) for key in _KEPT_CELL_METADATA if key in cell.metadata}
            cell.metadata = from_dict({**kept, "nbgrader": ours} if ours else {})
        return nb, resources


class RestoreCells(OverwriteCells):
    """Restore locked cells as nbgrader does, and put deleted ones back, wherever their neighbours are."""

    add_missing_cells = True

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Restore and put back, and remark on it."""
        self.changed: list[str] = []
        nb, resources = super().preprocess(nb, resources)
        nb.metadata[REMARKS] += [
            Remark(f"The cell {name!r} was changed and was put back as it was released.")
            for name in dict.fromkeys(self.changed)
        ]
        return nb, resources

    def report_change(self, name: str, attr: str, old: Any, new: Any) -> None:
        """Remember the cell."""
        self.changed.append(name)

    def update_cell_type(self, cell: NotebookNode, cell_type: str) -> None:
        """Give a cell its type back, without what only cells of another type may have."""
        cell.pop("attachments", None)
        super().update_cell_type(cell, cell_type)

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
                nb.metadata[REMARKS].append(
                    Remark(f"The cell {name!r} was deleted from the notebook.", Event.DELETED)
                )
                continue
            before = [at[earlier] for earlier in order[:number] if earlier in at]
            cell = self.missing_cell_transform(
                released.source_cells[number], grades[name].max_score, is_solution=name in solutions
            )
            restored = from_dict({**cell, "id": generate_corpus_id()})
            nb.cells.insert(max(before) + 1 if before else len(nb.cells), restored)
            said = f"The cell {name!r} was deleted from the notebook and was put back."
            nb.metadata[REMARKS].append(Remark(said, Event.DELETED))
        return nb, resources


def _metadata(released: Released) -> dict[str, dict[str, Any]]:
    """nbgrader's metadata of each cell as it was released, by the cell's id."""
    points = {cell.name: cell.max_score for cell in [*released.grade_cells, *released.task_cells]}
    solutions = {cell.name for cell in released.solution_cells}
    tasks = {cell.name for cell in released.task_cells}
    return {
        cell.name: {
            "schema_version": 3,
            "grade_id": cell.name,
            "grade": cell.name in points and cell.name not in tasks,
            "solution": cell.name in solutions,
            "task": cell.name in tasks,
            "locked": cell.locked,
            "checksum": cell.checksum,
            "cell_type": cell.cell_type,
            **({"points": points[cell.name]} if cell.name in points else {}),
        }
        for cell in released.source_cells
    }


def _claimed(cell: NotebookNode) -> str:
    """Which cell of the release a cell says it is; empty if it does not say so in a word."""
    metadata = cell.metadata.get("nbgrader")
    name = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return name if isinstance(name, str) else ""


def _answered(copies: list[NotebookNode], checksum: str) -> NotebookNode:
    """Of several copies of a cell the last one that is not as it was released."""
    return next((cell for cell in reversed(copies) if _checksum(cell) != checksum), copies[-1])


def _checksum(cell: NotebookNode) -> str:
    claimed = cell.metadata.get("nbgrader")
    try:
        return str(utils.compute_checksum(cell)) if isinstance(claimed, dict) else ""
    except (KeyError, TypeError, ValueError, OverflowError):  # what it claims to be is a student's to write
        return ""


def _several(name: str, copies: list[NotebookNode], chosen: NotebookNode) -> Remark:
    if all(cell.cell_type == "code" for cell in copies):
        return Remark(f"The notebook holds the cell {name!r} {len(copies)} times; all of them ran, in their order.")
    which = next(number for number, cell in enumerate(copies, 1) if cell is chosen)
    return Remark(
        f"The notebook holds the cell {name!r} {len(copies)} times; number {which} is taken for the answer."
    )


def _positions(nb: NotebookNode) -> dict[str, int]:
    """Where each released cell stands in a notebook, by its id."""
    return {
        cell.metadata.nbgrader["grade_id"]: position
        for position, cell in enumerate(nb.cells)
        if utils.is_grade(cell) or utils.is_solution(cell)
    }
