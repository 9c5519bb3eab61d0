"""Before a class is graded: everything that must be there is there, or one sentence says what is missing."""

import shutil
from pathlib import Path

import pytest

from autograder.datasets import DataError, files
from autograder.gradebook import Course, CourseError, create_course
from autograder.grading.classroom import to_grade


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return create_course(tmp_path / "course")


def test_nothing_was_released(course: Course) -> None:
    with pytest.raises(CourseError, match="was not released in .* autograder release red-wine --course"):
        to_grade(course, "red-wine", [])


def test_nobody_handed_in(course: Course) -> None:
    released = course.release("red-wine") / "red-wine.ipynb"
    released.parent.mkdir(parents=True)
    released.touch()
    with pytest.raises(CourseError, match="There are no submissions. Put each student's notebook at"):
        to_grade(course, "red-wine", [])


def test_a_damaged_data_file_stops_the_grading_before_it_costs_anybody_points(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(files.data_folder(), tmp_path / "data")
    with (tmp_path / "data" / "red-wine.csv").open("a", encoding="utf-8") as stream:
        stream.write("1;2;3")
    monkeypatch.setattr(files, "data_folder", lambda: tmp_path / "data")
    with pytest.raises(DataError, match="is not the file the course was written with"):
        to_grade(course, "red-wine", [])


def test_a_course_is_never_created_over_something(course: Course, tmp_path: Path) -> None:
    before = (course.root / "held-out.secret").read_bytes()
    with pytest.raises(CourseError, match="already exists and is not empty; nothing was changed"):
        create_course(course.root)
    (tmp_path / "file").touch()
    with pytest.raises(CourseError, match="nothing was changed"):
        create_course(tmp_path / "file")
    assert (course.root / "held-out.secret").read_bytes() == before


def test_two_courses_have_two_secrets_that_only_the_owner_reads(course: Course, tmp_path: Path) -> None:
    other = create_course(tmp_path / "other")
    assert course.secret != other.secret
    assert (course.root / "held-out.secret").stat().st_mode & 0o077 == 0
