"""The report on a class: one page that needs no network and no script."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import CourseError
from autograder.gradebook.database import is_there
from autograder.gradebook.journal import GRADED, VERDICT
from autograder.report.attention import attention
from autograder.report.measures import FEWEST_TO_CORRELATE, ClassFigures, Score, Submission, measure
from autograder.report.pages import render
from autograder.rubric import Verdict

_PACKAGES = ("autograder", "keras", "nbgrader")


def write_report(course: Course, exercise: str) -> Path:
    """Write the class report on an exercise; returns the page's path.

    Raises:
        CourseError: nothing was graded yet.
    """
    submissions = gather(course, exercise)
    if not any(one.verdict for one in submissions):
        raise CourseError(
            f"Nothing was graded yet for {exercise} in {course.root}. "
            f"Grade first: autograder grade {exercise} --course {course.root}"
        )
    page = course.report(exercise)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(as_page(measure(exercise, submissions), datetime.now().astimezone()), encoding="utf-8")
    return page


def gather(course: Course, exercise: str) -> list[Submission]:
    """Everybody who handed in, with the stored verdict and score as far as there are any."""
    scores = read_scores(course, exercise)
    return [
        Submission(
            student,
            _verdict(course.evidence(student, exercise) / VERDICT),
            scores.get(student),
            _feedback(course, exercise, student),
            _graded_with(course.evidence(student, exercise) / GRADED),
        )
        for student in course.students(exercise)
    ]


def read_scores(course: Course, exercise: str) -> Mapping[str, Score]:
    """The gradebook's scores by student; none if there is no gradebook, and none is created."""
    url = CourseDirectory(config=nbgrader_config(course, exercise)).db_url
    if not is_there(url):
        return {}
    with Gradebook(url) as gradebook:
        rows = gradebook.submission_dicts(exercise)
    return {row["student"]: Score(row["score"], row["max_score"], bool(row["needs_manual_grade"])) for row in rows}


def as_page(figures: ClassFigures, made: datetime) -> str:
    """The figures as one self-contained HTML page."""
    groups = attention(figures.submissions)
    return render(
        "classroom.html",
        figures=figures,
        groups=groups,
        to_look_at=len({case.submission.student for group in groups for case in group.cases}),
        hardest_first=sorted(figures.items, key=lambda item: (item.facility is None, item.facility, item.number)),
        fewest=FEWEST_TO_CORRELATE,
        tallest=max(one.count for one in figures.bins),
        made=made,
        made_with=version("autograder"),
    )


def _verdict(path: Path) -> Verdict | None:
    """The stored verdict; one that cannot be read counts as not graded yet."""
    try:
        return Verdict.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _feedback(course: Course, exercise: str, student: str) -> str:
    """The address of a student's feedback page, relative to the report; empty if there is none."""
    page = course.feedback(student, exercise) / f"{exercise}.html"
    if not page.is_file():
        return ""
    steps = Path(os.path.relpath(page, course.report(exercise).parent)).parts
    return "/".join(quote(os.fsencode(step), safe="") for step in steps)


def _graded_with(seal: Path) -> str:
    """Packages and versions in the seal of a finished grading; empty if there is none."""
    try:
        sealed = json.loads(seal.read_text(encoding="utf-8"))
        return ", ".join(f"{package} {sealed[package]}" for package in _PACKAGES)
    except (OSError, ValueError, KeyError, TypeError):
        return ""
