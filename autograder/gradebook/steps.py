"""After the run: ask the judge, and write its verdict into the notebook and the gradebook, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float

from autograder.exercises import grade_id
from autograder.gradebook.course import Course
from autograder.gradebook.sanitizing import REMARKS
from autograder.judge import Case, Judge
from autograder.report.cell import as_html, as_text
from autograder.rubric import Verdict, load_rubric

VERDICT = "verdict.json"


class SaveVerdict(NbGraderPreprocessor):
    """Score the check cell by the judge's verdict, every other cell as nbgrader does; one commit for all."""

    judge_seconds = Float(300, help="Seconds that the judge may take for one submission.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Judge the stored evidence, show the verdict in its cell, store it, and save all scores."""
        names = resources["nbgrader"]
        course = Course(Path.cwd())
        folder = course.evidence(names["student"], names["assignment"])
        remarks = tuple(nb.metadata.pop(REMARKS, ()))
        case = Case(names["assignment"], folder, course.secret, remarks)
        verdict = Judge(self.judge_seconds).decide(case)
        check = load_rubric(names["assignment"]).cell
        show(nb, check, verdict)
        with Gradebook(names["db_url"]) as gradebook:
            where = (names["notebook"], names["assignment"], names["student"])
            save(gradebook, nb, where, {check: verdict.points})
        (folder / VERDICT).write_text(verdict.to_json(), encoding="utf-8")
        return nb, resources


def show(nb: NotebookNode, check: str, verdict: Verdict) -> None:
    """Put the verdict in front of the check cell's own outputs."""
    data = {"text/html": as_html(verdict), "text/plain": as_text(verdict)}
    for cell in nb.cells:
        if cell.cell_type == "code" and grade_id(cell) == check:
            cell.outputs = [new_output("display_data", data), *cell.outputs]


def save(gradebook: Gradebook, nb: NotebookNode, where: tuple[str, str, str], scores: dict[str, float]) -> None:
    """Save a notebook's scores and comments, in one transaction.

    Args:
        gradebook: an open nbgrader gradebook.
        nb: the graded notebook.
        where: names of notebook, assignment and student.
        scores: points of the cells that were judged, by cell id; other cells are scored by nbgrader's own rule
            for written answers, and a test cell that nobody judged earns nothing.
    """
    for cell in nb.cells:
        name = grade_id(cell)
        if utils.is_grade(cell):
            grade = gradebook.find_grade(name, *where)
            grade.auto_score = _score(cell, name, scores)
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        if utils.is_solution(cell):
            unchanged = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
            gradebook.find_comment(name, *where).auto_comment = "No response." if unchanged else None
    gradebook.db.commit()


def _score(cell: NotebookNode, name: str, scores: dict[str, float]) -> float | None:
    if name in scores:
        return scores[name]
    if not utils.is_solution(cell):
        return 0
    score: float | None = utils.determine_grade(cell)[0]
    return score
