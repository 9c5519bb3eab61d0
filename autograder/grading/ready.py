"""What must be there before a class is graded. It imports little: who forgot something hears of it at once."""

from __future__ import annotations

import json

from autograder.gradebook.course import Course, CourseError
from autograder.gradebook.points import check_points
from autograder.rubric import Rubric, RubricError


def require_ready(course: Course, rubric: Rubric) -> None:
    """Whether the exercise was released, with the points that it has now, and somebody handed in.

    Raises:
        CourseError: it is not so; the message says what to do.
    """
    exercise = rubric.exercise
    again = f"autograder release {exercise} --course {course.root}"
    released = course.release(exercise) / f"{exercise}.ipynb"
    if not released.is_file():
        raise CourseError(f"{exercise} was not released in {course.root}. Release it first: {again}")
    if not course.students(exercise):
        where = course.submitted("STUDENT", exercise) / f"{exercise}.ipynb"
        raise CourseError(f"There are no submissions. Put each student's notebook at {where}")
    try:
        check_points(json.loads(released.read_text(encoding="utf-8")), rubric)
    except RubricError as error:
        raise CourseError(f"{error} Release it again: {again}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"{released} is damaged. Release it again: {again}") from error
