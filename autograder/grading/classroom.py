"""Grade everybody, and write what they get back."""

from __future__ import annotations

from collections.abc import Iterator

from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import CourseError
from autograder.gradebook.log import logger
from autograder.grading.submission import Limits, Outcome, grade_submission
from autograder.judge.data import course_data
from autograder.rubric import load_rubric


def to_grade(course: Course, exercise: str, only: list[str]) -> list[str]:
    """The students to grade: those in ``only``, or everybody who handed something in.

    Raises:
        RubricError: no such exercise.
        CourseError: the exercise was not released, or there is nothing to grade.
        DataError: the data that models are measured on is missing or damaged.
    """
    course_data(load_rubric(exercise).data, course.secret)
    if not (course.release(exercise) / f"{exercise}.ipynb").is_file():
        raise CourseError(
            f"{exercise} was not released in {course.root}. Release it first: "
            f"autograder release {exercise} --course {course.root}"
        )
    students = course.students(exercise)
    if not students:
        where = course.submitted("STUDENT", exercise) / f"{exercise}.ipynb"
        raise CourseError(f"There are no submissions. Put each student's notebook at {where}")
    strangers = sorted(set(only) - set(students))
    if strangers:
        raise CourseError(f"No submission from {', '.join(strangers)}. Submissions came from {', '.join(students)}.")
    return only or students


def grade(
    course: Course, exercise: str, students: list[str], limits: Limits, force: bool = False
) -> Iterator[Outcome]:
    """Grade the submissions of ``students`` one after the other, yielding each outcome as it is there."""
    for student in students:
        yield grade_submission(course, exercise, student, limits, force)


def feedback(course: Course, exercise: str) -> int:
    """Write everybody's graded notebook as a page below ``feedback/``; returns how many there are.

    Raises:
        CourseError: nothing was graded yet.
    """
    graded = sorted((course.root / "autograded").glob(f"*/{exercise}/{exercise}.ipynb"))
    if not graded:
        raise CourseError(f"Nothing was graded yet. Grade first: autograder grade {exercise} --course {course.root}")
    config = nbgrader_config(course, exercise)
    converter = GenerateFeedback(coursedir=CourseDirectory(config=config), config=config, log=logger(course))
    converter.force = True
    converter.start()
    return len(graded)
