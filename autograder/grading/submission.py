"""Grade one submission: all of it or nothing, and only once unless something changed."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from autograder.datasets.files import sha256
from autograder.exercises import exercises_folder
from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.log import log_file, logger
from autograder.gradebook.verdicts import VERDICT, save, show
from autograder.grading.intake import UnreadableError, read_submission
from autograder.rubric import Observed, Verdict, load_rubric

SEAL = "graded.json"


@dataclass(frozen=True)
class Limits:
    """How long one submission may take, in seconds: its notebook to run, and the judge to decide."""

    notebook: float = 600
    judge: float = 300


@dataclass(frozen=True)
class Outcome:
    """What became of one submission.

    Attributes:
        student: whose it was.
        verdict: the judge's, with remarks on what happened; None if grading itself failed.
        seconds: how long it took, 0 if it was graded before and nothing has changed since.
        failure: why there is no verdict; the submission keeps the score it had, and the next run tries again.
    """

    student: str
    verdict: Verdict | None
    seconds: float
    failure: str = ""


class GradingError(Exception):
    """Grading itself failed, through no fault of the submission that we know of."""


def grade_submission(course: Course, exercise: str, student: str, limits: Limits, force: bool = False) -> Outcome:
    """Grade what ``student`` handed in, and store verdict and scores in the course.

    A finished grading is sealed with what it was computed from. As long as that is unchanged, grading again
    returns the stored verdict; after an interruption or a failure there is no seal, and grading starts afresh.
    """
    folder = course.evidence(student, exercise)
    seal = _seal(course, exercise, student)
    if not force and _read(folder / SEAL) == seal:
        return Outcome(student, Verdict.from_json(_read(folder / VERDICT)), 0)
    (folder / SEAL).unlink(missing_ok=True)
    start = time.monotonic()
    try:
        read_submission(_notebook(course, exercise, student))
        _autograde(course, exercise, student, limits)
    except UnreadableError as problem:
        _record_unreadable(course, exercise, student, str(problem))
    except GradingError as failure:
        return Outcome(student, None, time.monotonic() - start, str(failure))
    (folder / SEAL).write_text(seal, encoding="utf-8")
    verdict = Verdict.from_json(_read(folder / VERDICT))
    return Outcome(student, verdict, time.monotonic() - start)


class _OneSubmission(Autograde):
    """nbgrader's converter, which remembers why it failed instead of only logging it."""

    failure: Exception | None = None

    def convert_single_notebook(self, notebook_filename: str) -> None:
        try:
            super().convert_single_notebook(notebook_filename)
        except Exception as error:
            self.failure = error
            raise


def _autograde(course: Course, exercise: str, student: str, limits: Limits) -> None:
    config = nbgrader_config(course, exercise, student)
    config.RunForEvidence.notebook_seconds = limits.notebook
    config.SaveVerdict.judge_seconds = limits.judge
    converter = _OneSubmission(coursedir=CourseDirectory(config=config), config=config, log=logger(course))
    converter.force = True
    try:
        converter.start()
    except (Exception, SystemExit) as error:  # nbgrader ends one submission in many ways; the others go on
        logger(course).exception("grading %s", student)
        reason = converter.failure or error
        raise GradingError(f"{type(reason).__name__}: {reason} Details: {log_file(course)}") from error


def _record_unreadable(course: Course, exercise: str, student: str, problem: str) -> None:
    """Nothing could be run: no points, and the release notebook with the reason on top as feedback."""
    rubric = load_rubric(exercise)
    verdict = rubric.judge(Observed(None, missing="The submission could not be graded."), (problem,))
    notebook = nbformat.read(course.release(exercise) / f"{exercise}.ipynb", as_version=4)
    with Gradebook(CourseDirectory(config=nbgrader_config(course, exercise)).db_url) as gradebook:
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(exercise, student)
        save(gradebook, notebook, (exercise, exercise, student), {})
    show(notebook, rubric.cell, verdict)
    notebook.cells.insert(0, new_markdown_cell(f"**This submission could not be graded.** {problem}"))
    graded = course.autograded(student, exercise)
    shutil.rmtree(graded, ignore_errors=True)
    graded.mkdir(parents=True)
    nbformat.write(notebook, graded / f"{exercise}.ipynb")
    folder = course.evidence(student, exercise)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / VERDICT).write_text(verdict.to_json(), encoding="utf-8")


def _notebook(course: Course, exercise: str, student: str) -> Path:
    return course.submitted(student, exercise) / f"{exercise}.ipynb"


def _seal(course: Course, exercise: str, student: str) -> str:
    """What a grading depends on, as JSON text."""
    notebook = _notebook(course, exercise, student)
    return json.dumps(
        {
            "submission": sha256(notebook) if notebook.is_file() else None,
            "rubric": sha256(exercises_folder() / exercise / "rubric.py"),
            "release": sha256(course.release(exercise) / f"{exercise}.ipynb"),
            **{package: version(package) for package in ("autograder", "keras", "nbgrader")},
        },
        indent=1,
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
