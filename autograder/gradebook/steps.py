"""nbgrader's way through our steps: run for evidence, ask the judge, write its verdict into notebook and gradebook.

They do within ``nbgrader autograde`` and the Formgrader what :mod:`autograder.grading` does for a whole class.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float

from autograder.exercises import exercise_folder, grade_id
from autograder.gradebook.beside import beside
from autograder.gradebook.course import Course
from autograder.gradebook.execution import run
from autograder.gradebook.intake import regular_files
from autograder.gradebook.journal import Entry
from autograder.gradebook.judging import Judging
from autograder.gradebook.recording import record
from autograder.gradebook.sanitizing import REMARKS
from autograder.kernel import Limits
from autograder.report.cell import as_html, as_text
from autograder.report.harmless import harmless_in_time
from autograder.rubric import Verdict, as_remarks, load_rubric


class RunForEvidence(NbGraderPreprocessor):
    """Run the submission in a sandboxed kernel, unless a finished run is there and nobody insists."""

    notebook_seconds = Float(600, help="Seconds that a whole notebook may take.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Take the executed notebook in place of ``nb``; what the kernel left is in the course's journal."""
        entry = _entry(resources)
        finished = entry.run()
        files = _beside(entry, Path(resources["metadata"]["path"]))
        if finished is None or finished.stopped or self._insists():
            finished = run(nbformat.writes(nb), files, Limits(seconds=self.notebook_seconds))
            finished = finished.with_remarks(as_remarks(nb.metadata.get(REMARKS, ())))
            entry.keep_run(finished)
        return nbformat.reads(finished.notebook, as_version=4), resources

    def _insists(self) -> bool:
        """Whether this is ``nbgrader autograde --force``, whose converter is the parent of our parent."""
        converter = getattr(self.parent, "parent", None)
        return bool(getattr(converter, "force", False))


class SaveVerdict(NbGraderPreprocessor):
    """Score the check cell by the judge's verdict, every other cell as nbgrader does; one transaction for all."""

    judge_seconds = Float(300, help="Seconds that the judge may take for one submission.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Judge the stored evidence, show the verdict in its cell, and save all scores."""
        names, entry = resources["nbgrader"], _entry(resources)
        finished = entry.run()
        assert finished is not None, "the step before keeps a run"
        nb.metadata.pop(REMARKS, None)
        files = _beside(entry, Path(resources["metadata"]["path"]))
        limits = Limits(seconds=RunForEvidence(config=self.config).notebook_seconds)
        judging = Judging(exercise_folder(entry.exercise), entry.course.secret, limits, self.judge_seconds)
        verdict = judging.verdict(finished, files)
        entry.keep_verdict(verdict)
        check = load_rubric(entry.exercise).cell
        where = (names["notebook"], entry.exercise, entry.student)
        with Gradebook(names["db_url"]) as gradebook:
            record(gradebook, self.config, nb, where, {check: verdict.points})
        entry.seal()
        return presentable(nb, check, verdict), resources


def presentable(nb: NotebookNode, check: str, verdict: Verdict) -> NotebookNode:
    """The graded notebook as pages may show it: harmless, the verdict in front of the check cell's outputs."""
    shown: NotebookNode = nbformat.from_dict(harmless_in_time(nb))
    data = {"text/html": as_html(verdict), "text/plain": as_text(verdict)}
    for cell in shown.cells:
        if cell.cell_type == "code" and grade_id(cell) == check:
            cell.outputs = [new_output("display_data", data), *cell.outputs]
    return shown


def _beside(entry: Entry, graded: Path) -> Mapping[str, bytes]:
    """What lies beside a submission, and nothing else in the folder where nbgrader put its copy.

    nbgrader copies what a link leads to: any file of whoever grades.
    """
    files = beside(entry.course, entry.exercise, entry.student)
    for path in regular_files(graded):
        if str(path.relative_to(graded)) not in files and path.suffix != ".ipynb":
            path.unlink()
    return files


def _entry(resources: dict[str, Any]) -> Entry:
    names = resources["nbgrader"]
    return Entry(Course(Path.cwd()), names["assignment"], names["student"])  # nbgrader works in the course's folder
