"""When an exercise is due, for everybody and for whoever got longer. nbgrader keeps it, and computes who is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import Course, CourseError


def set_due(course: Course, exercise: str, when: datetime, students: Sequence[str] = ()) -> None:
    """Set when an exercise is due: for everybody, or for these students alone.

    Raises:
        CourseError: the exercise was not released, or a student is unknown, or nobody said when it is due for all.
    """
    due = when.astimezone(UTC).replace(tzinfo=None)  # as nbgrader keeps it
    with Gradebook(CourseDirectory(config=nbgrader_config(course, exercise)).db_url) as gradebook:
        try:
            assignment = gradebook.find_assignment(exercise)
            known = [gradebook.find_student(student).id for student in students]
        except MissingEntry as error:
            raise CourseError(
                f"{error} in {course.root}. Release the exercise, and add students by a roster."
            ) from None
        if not students:
            gradebook.update_or_create_assignment(exercise, duedate=due)
            return
        if assignment.duedate is None:
            raise CourseError(
                f"{exercise} has no due date yet. Set everybody's first: autograder due {exercise} DATE"
            )
        for student in known:
            gradebook.update_or_create_submission(exercise, student)
            gradebook.grant_extension(exercise, student, minutes=(due - assignment.duedate).total_seconds() / 60)
