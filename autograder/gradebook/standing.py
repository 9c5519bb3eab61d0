"""How an exercise stands: who handed in, what is graded, marked and given back; and the report that shows it."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nbgrader.api import Gradebook, SubmittedAssignment
from nbgrader.coursedir import CourseDirectory

from autograder.gradebook.beside import handed_in
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import Course, CourseError
from autograder.gradebook.database import is_there
from autograder.gradebook.dates import due_dates, local_time
from autograder.gradebook.journal import GRADED, VERDICT, read_phases
from autograder.report.classroom import as_page
from autograder.report.measures import Score, Standing, measure
from autograder.rubric import Verdict

_PACKAGES = ("autograder", "keras", "nbgrader")


def standings(course: Course, exercise: str) -> list[Standing]:
    """Everybody whom the course knows, and everybody who handed in, by id."""
    here = set(course.students(exercise))
    known = _from_gradebook(course, exercise)
    waiting = _not_in_gradebook(course, exercise, {one for one in here if one not in known or not known[one].score})
    return [
        replace(
            known.get(student) or Standing(student),
            **waiting.get(student, {}),
            verdict=_verdict(course.evidence(student, exercise) / VERDICT),
            feedback=_feedback(course, exercise, student),
            graded_with=_graded_with(course.evidence(student, exercise) / GRADED),
            here=student in here,
            phases=read_phases(course.evidence(student, exercise)),
        )
        for student in sorted({*here, *known})
    ]


def write_report(course: Course, exercise: str) -> Path:
    """Write the class report on an exercise; returns the page's path.

    Raises:
        CourseError: nothing was graded yet.
    """
    submissions = standings(course, exercise)
    if not any(one.verdict for one in submissions):
        raise CourseError(
            f"Nothing was graded yet for {exercise} in {course.root}. "
            f"Grade first: autograder grade {exercise} --course {course.root}"
        )
    page = course.report(exercise)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(as_page(measure(exercise, submissions), datetime.now().astimezone()), encoding="utf-8")
    return page


def read_scores(course: Course, exercise: str) -> Mapping[str, Score]:
    """The gradebook's scores by student; none if there is no gradebook, and none is created."""
    found = _from_gradebook(course, exercise)
    return {student: one.score for student, one in found.items() if one.score}


def _from_gradebook(course: Course, exercise: str) -> Mapping[str, Standing]:
    """What the gradebook knows of each student."""
    url = CourseDirectory(config=nbgrader_config(course, exercise)).db_url
    if not is_there(url):
        return {}
    with Gradebook(url) as gradebook:
        names = {one.id: " ".join(filter(None, (one.first_name, one.last_name))) for one in gradebook.students}
        scores = {row["student"]: row for row in gradebook.submission_dicts(exercise)}
        times = {one.student_id: one for one in gradebook.assignment_submissions(exercise)}
        return {
            student: _with_score(Standing(student, name=name), scores.get(student), times.get(student))
            for student, name in names.items()
        }


def _not_in_gradebook(course: Course, exercise: str, students: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
    """When those handed in who are not graded yet, and how late, by the dates as they are now."""
    folder = CourseDirectory(config=nbgrader_config(course, exercise))
    due, longer = due_dates(course, exercise) if students else (None, {})
    found: dict[str, Mapping[str, Any]] = {}
    for student in students:
        if when := _here(handed_in(folder, student, exercise)):
            until = longer.get(student, due)
            found[student] = {"handed_in": when, "late": max(0.0, (when - until).total_seconds()) if until else 0.0}
    return found


def _with_score(one: Standing, score: Mapping[str, Any] | None, found: SubmittedAssignment | None) -> Standing:
    if found is None:
        return one
    one = replace(
        one,
        handed_in=_here(found.timestamp),
        late=found.total_seconds_late,
        penalty=sum(notebook.late_submission_penalty or 0 for notebook in found.notebooks),
    )
    if score is None:
        return one
    return replace(one, score=Score(score["score"], score["max_score"], bool(score["needs_manual_grade"])))


def _here(kept: datetime | None) -> datetime | None:
    """A time as nbgrader keeps it, as clocks show it here; None if no clock can, as it may come from the student."""
    try:
        return kept and local_time(kept)
    except (OverflowError, ValueError):
        return None


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
