"""Before and after the job of one submission: what goes in, and what is kept when it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.exercises import for_the_judge
from autograder.gradebook import Course
from autograder.gradebook.beside import beside
from autograder.gradebook.config import AFTER_RUN, BEFORE_RUN, nbgrader_config
from autograder.gradebook.execution import Run
from autograder.gradebook.intake import handed_in, read_submission
from autograder.gradebook.journal import Entry, replace_folder
from autograder.gradebook.recording import record, renew_penalty
from autograder.gradebook.sanitizing import REMARKS
from autograder.gradebook.steps import presentable
from autograder.grading.job import Done, Job
from autograder.kernel import Limits
from autograder.report.harmless import inert_source
from autograder.rubric import UNGRADED, Observed, Remark, Verdict, as_remarks, load_rubric
from autograder.stopwatch import Stopwatch


@dataclass(frozen=True)
class Submission:
    """One student's submission to one exercise, on its way into an open gradebook."""

    course: Course
    exercise: str
    student: str
    gradebook: Gradebook

    @cached_property
    def entry(self) -> Entry:
        """Its place in the journal."""
        return Entry(self.course, self.exercise, self.student)

    @cached_property
    def config(self) -> Config:
        """nbgrader's configuration; the course's file is run for it."""
        return nbgrader_config(self.course, self.exercise, self.student)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What lies beside it."""
        return beside(self.course, self.exercise, self.student)

    def job(self, limits: Limits, judge_seconds: float, again: bool) -> Job:
        """What a worker needs to grade it.

        Args:
            limits: what the notebook may take.
            judge_seconds: how long the judge may take.
            again: run it even where a finished run still counts.

        Raises:
            UnreadableError: it cannot be graded.
        """
        entry = self.entry  # notes what is handed in, before it is read
        path, renamed = handed_in(self.course.submitted(self.student, self.exercise), self.exercise)
        submitted = read_submission(path)
        finished = entry.run()
        if again or (finished and finished.stopped):
            finished = None
        nb = self._through(BEFORE_RUN, submitted)
        remarks = (*([Remark(renamed)] if renamed else []), *as_remarks(nb.metadata.pop(REMARKS)))
        return Job(
            self.exercise,
            self.course.secret,
            nbformat.writes(nb),
            self.files,
            remarks,
            finished,
            limits,
            judge_seconds,
            for_the_judge(self.exercise),
        )

    def keep(self, done: Done) -> Verdict:
        """Keep what a worker found: run, verdict, graded notebook, scores, and last of all that it is graded."""
        clock = Stopwatch()
        clock.turn_to("record")
        verdict = Verdict.from_json(done.verdict)
        if self.entry.run() != done.run:
            self.entry.keep_run(done.run)
        self.entry.keep_verdict(verdict)
        nb = self._through(AFTER_RUN, nbformat.reads(done.run.notebook, as_version=4))
        check = load_rubric(self.exercise).cell
        self._record(nb, presentable(nb, check, verdict), self.files, {check: verdict.points})
        self.entry.keep_phases({**done.run.phases, **done.phases, **clock.stop()})
        self.entry.seal()
        return verdict

    def renew_penalty(self) -> None:
        """A due date may have moved since this was graded."""
        renew_penalty(self.gradebook, self.config, (self.exercise, self.exercise, self.student))

    def keep_unreadable(self, problem: str) -> Verdict:
        """Nothing could be run: no points, and the release notebook with the reason on top as feedback."""
        verdict = unreadable(self.exercise, problem)
        nb = nbformat.read(self.course.release(self.exercise) / self._file, as_version=4)
        self.entry.keep_run(Run(nbformat.writes(nb), {}, verdict.remarks))
        self.entry.keep_verdict(verdict)
        shown = presentable(nb, load_rubric(self.exercise).cell, verdict)
        said = inert_source(f"<p><strong>{UNGRADED}</strong> {escape(verdict.remarks[0].text)}</p>")
        shown.cells.insert(0, new_markdown_cell(said))
        self._record(nb, shown, {}, {})
        self.entry.seal()
        return verdict

    def _record(
        self, nb: NotebookNode, shown: NotebookNode, files: Mapping[str, bytes], judged: Mapping[str, float]
    ) -> None:
        graded = {**files, self._file: nbformat.writes(shown).encode()}
        replace_folder(self.course.autograded(self.student, self.exercise), graded)
        record(self.gradebook, self.config, nb, (self.exercise, self.exercise, self.student), judged)

    def _through(self, steps: Iterable[Any], nb: NotebookNode) -> NotebookNode:
        """The notebook after some of nbgrader's steps."""
        config = self.config
        names = {"student": self.student, "assignment": self.exercise, "notebook": self.exercise}
        resources: Any = {
            "unique_key": self.exercise,
            "nbgrader": {**names, "db_url": CourseDirectory(config=config).db_url},
        }
        for step in steps:
            nb, resources = step(config=config, enabled=True).preprocess(nb, resources)
        return nb

    @property
    def _file(self) -> str:
        return f"{self.exercise}.ipynb"


class Rehearsal(Submission):
    """A submission that is graded to see what would come of it: nothing is kept."""

    def keep(self, done: Done) -> Verdict:
        """The verdict that a worker found."""
        return Verdict.from_json(done.verdict)

    def renew_penalty(self) -> None:
        """Leave it as it is."""

    def keep_unreadable(self, problem: str) -> Verdict:
        """The verdict on what cannot be run."""
        return unreadable(self.exercise, problem)


def unreadable(exercise: str, problem: str) -> Verdict:
    """No points for anything, and why."""
    return load_rubric(exercise).judge(Observed(None, missing=UNGRADED), (Remark(problem),))
