"""When an exercise is due: for everybody, and for whoever got longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.environment import prepare
from autograder.gradebook.course import Course, CourseError, create_course
from autograder.gradebook.dates import set_due
from autograder.gradebook.roster import Person, add_students
from autograder.gradebook.standing import standings
from autograder.report.measures import Stage

pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as the command line does
NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    prepare()
    course = create_course(tmp_path / "course")
    add_students(course, [Person("ada"), Person("bela")])
    with opened(course) as gradebook:
        gradebook.add_assignment("red-wine")
    return course


def opened(course: Course) -> Gradebook:
    return Gradebook(f"sqlite:///{course.root / 'gradebook.db'}")


def test_an_extension_is_one_students_and_takes_the_place_of_an_older_one(course: Course) -> None:
    set_due(course, "red-wine", NOON.astimezone(timezone(timedelta(hours=5))))
    for days in (1, 2):
        set_due(course, "red-wine", NOON + timedelta(days=days), ["ada"])
    with opened(course) as gradebook:
        assert gradebook.find_assignment("red-wine").duedate == datetime(2026, 2, 3, 12)
        assert gradebook.find_submission("red-wine", "ada").duedate == datetime(2026, 2, 5, 12)
    assert [one.stage for one in standings(course, "red-wine")] == [Stage.MISSING, Stage.MISSING]


@pytest.mark.parametrize(
    ("exercise", "student", "said"),
    [
        ("red-whine", "ada", "No such assignment: red-whine"),
        ("red-wine", "eve", "No such student: eve"),
        ("red-wine", "ada", "has no due date yet"),
    ],
)
def test_what_cannot_be_due_is_said(exercise: str, student: str, said: str, course: Course) -> None:
    with pytest.raises(CourseError, match=said):
        set_due(course, exercise, NOON, [student])
