"""Give back: everybody's feedback page, one student after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.coursedir import CourseDirectory

from autograder.deadlines import in_time
from autograder.gradebook import Course
from autograder.gradebook.beside import SECRET, TIMESTAMP, from_exchange
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import CourseError
from autograder.gradebook.journal import replace_file
from autograder.gradebook.log import log_file, logger
from autograder.report.feedback import Grades, as_page


@dataclass(frozen=True)
class Page:
    """What became of one student's page.

    Attributes:
        student: whose it is.
        failure: why it could not be written; empty if it was. A page that was there before stays.
    """

    student: str
    failure: str = ""


def graded_students(course: Course, exercise: str) -> list[str]:
    """Everybody whose submission was graded.

    Raises:
        CourseError: nobody's was.
    """
    file = f"{exercise}.ipynb"
    students = [name for name in course.students(exercise) if (course.autograded(name, exercise) / file).is_file()]
    if not students:
        raise CourseError(f"Nothing was graded yet. Grade first: autograder grade {exercise} --course {course.root}")
    return students


def feedback(course: Course, exercise: str, students: list[str]) -> Iterator[Page]:
    """Write the feedback page of each student, and tell of each."""
    for student in students:
        try:
            yield _write(course, exercise, student)
        except Exception as error:  # files, the database and what students wrote fail in many ways; the others go on
            logger(course).error("feedback for %s", student, exc_info=error)
            yield Page(student, failure=f"{type(error).__name__}: {error} Details: {log_file(course)}")


def _write(course: Course, exercise: str, student: str) -> Page:
    config = nbgrader_config(course, exercise, student)
    names = {"student": student, "assignment": exercise, "notebook": exercise}
    resources = {"nbgrader": {**names, "db_url": CourseDirectory(config=config).db_url}}
    graded = nbformat.read(course.autograded(student, exercise) / f"{exercise}.ipynb", as_version=4)
    nb, resources = Grades(config=config, enabled=True).preprocess(graded, resources)
    page = in_time(as_page, nb, resources["nbgrader"])
    place = course.feedback(student, exercise)
    replace_file(place / f"{exercise}.html", page)
    _mark_for_exchange(place, course.submitted(student, exercise))
    return Page(student)


def _mark_for_exchange(feedback: Path, submitted: Path) -> None:
    """Lay beside the page what ``nbgrader release_feedback`` asks for; a submission from elsewhere has none of it."""
    given = from_exchange(submitted)
    for name in (TIMESTAMP, SECRET):
        if name in given:
            replace_file(feedback / name, given[name].decode("utf-8", "replace"))
        else:
            (feedback / name).unlink(missing_ok=True)
