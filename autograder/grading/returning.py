"""Give back: everybody's feedback page, one student after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import nbformat
from nbgrader.coursedir import CourseDirectory

from autograder.deadlines import in_time
from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import CourseError
from autograder.gradebook.journal import replace_file
from autograder.gradebook.log import log_file, logger
from autograder.report.feedback import WAITING, Grades, as_page


@dataclass(frozen=True)
class Page:
    """What became of one student's page.

    Attributes:
        student: whose it is.
        unmarked: written answers on it that nobody has marked yet.
        failure: why it could not be written; empty if it was. A page that was there before stays.
    """

    student: str
    unmarked: int = 0
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
    replace_file(course.feedback(student, exercise) / f"{exercise}.html", page)
    return Page(student, sum(bool(cell.metadata.get("nbgrader", {}).get(WAITING)) for cell in nb.cells))
