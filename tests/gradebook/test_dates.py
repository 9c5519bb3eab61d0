"""When an exercise is due: for everybody, and for whoever got longer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from autograder.cli.app import app
from autograder.environment import prepare
from autograder.gradebook.course import Course, CourseError, create_course
from autograder.gradebook.dates import read_due, set_due
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
        ("red-whine", "ada", "red-whine was not released"),
        ("red-wine", "ada", "has no due date yet"),
    ],
)
def test_what_cannot_be_due_is_said(exercise: str, student: str, said: str, course: Course) -> None:
    with pytest.raises(CourseError, match=said):
        set_due(course, exercise, NOON, [student])


def test_of_several_students_all_who_are_unknown_are_named_and_nobody_gets_longer(course: Course) -> None:
    set_due(course, "red-wine", NOON)
    with pytest.raises(CourseError, match="no student called eve, ulla"):
        set_due(course, "red-wine", NOON + timedelta(days=1), ["ada", "ulla", "eve"])
    with opened(course) as gradebook:
        assert not gradebook.assignment_submissions("red-wine")


@pytest.mark.parametrize(("moved", "ends"), [(-5, 2), (1, 2), (5, 5)])
def test_an_extension_stays_a_date_when_everybodys_moves(moved: int, ends: int, course: Course) -> None:
    set_due(course, "red-wine", NOON)
    set_due(course, "red-wine", NOON + timedelta(days=2), ["ada"])
    set_due(course, "red-wine", NOON + timedelta(days=moved))
    with opened(course) as gradebook:
        assert gradebook.find_submission("red-wine", "ada").duedate == datetime(2026, 2, 3 + ends, 12)


def test_status_says_when_it_is_due_and_who_got_longer(course: Course) -> None:
    def told() -> str:
        return CliRunner().invoke(app, ["status", "red-wine", "--course", str(course.root)]).output

    assert "Due" not in told()
    set_due(course, "red-wine", NOON)
    set_due(course, "red-wine", NOON + timedelta(days=2), ["ada"])
    due, longer = (f"{one.astimezone():%Y-%m-%d %H:%M %Z}" for one in (NOON, NOON + timedelta(days=2)))
    assert f"Due {due}; for ada {longer}." in told()


def test_who_is_late_is_known_before_anything_is_graded(course: Course) -> None:
    set_due(course, "red-wine", NOON)
    set_due(course, "red-wine", NOON + timedelta(hours=2), ["bela"])
    for student, said in {
        "ada": "2026-02-03 13:30:00 UTC",
        "bela": "2026-02-03 13:30:00 UTC",
        "cleo": "soon",
    }.items():
        folder = course.submitted(student, "red-wine")
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text(said)
    assert [one.late for one in standings(course, "red-wine")] == [5400, 0, 0]
    set_due(course, "red-wine", NOON + timedelta(hours=1))
    assert [one.late for one in standings(course, "red-wine")] == [1800, 0, 0], "by the date as it is now"


@pytest.mark.parametrize("text", ["2030-12-01 23:59", "2030-12-01T23:59", "2030-12-01", " 2030-12-01 "])
def test_a_day_lasts_until_its_last_minute(text: str) -> None:
    assert read_due(text) == datetime(2030, 12, 1, 23, 59).astimezone()


@pytest.mark.parametrize("text", ["01.12.2030", "12/01/2030 23:59", "tomorrow", ""])
def test_a_date_that_can_be_read_in_two_ways_is_asked_for_again(text: str) -> None:
    with pytest.raises(CourseError, match="Write the year first"):
        read_due(text)


@pytest.fixture
def in_kolkata(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_kolkata")
def test_when_somebody_handed_in_is_told_as_clocks_show_here(course: Course) -> None:
    with opened(course) as gradebook:
        gradebook.update_or_create_submission("red-wine", "ada", timestamp=NOON.replace(tzinfo=None))
    ada, bela = standings(course, "red-wine")
    assert f"{ada.handed_in:%Y-%m-%d %H:%M %z}" == "2026-02-03 17:30 +0530"
    assert bela.handed_in is None
