"""Before a class is graded: everything that must be there is there, or one sentence says what is missing."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.datasets import DataError, files
from autograder.environment import prepare
from autograder.gradebook import Course, CourseError, create_course
from autograder.gradebook.release import release
from autograder.grading import classroom
from autograder.grading.classroom import to_grade
from autograder.rubric import load_rubric

prepare()


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


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31m", "<img src=x>", "a" * 200, "caf\udce9"])
def test_a_folder_that_cannot_be_a_students_is_named_and_not_graded(name: str, course: Course) -> None:
    for student in (name, "ada", "Zoë O'Brien [2]"):
        course.submitted(student, "red-wine").mkdir(parents=True)
    assert course.students("red-wine") == ["Zoë O'Brien [2]", "ada"]
    assert course.misnamed("red-wine") == [name]


def test_a_folder_that_can_only_be_read(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    release(course, "red-wine")
    course.submitted("ada", "red-wine").mkdir(parents=True)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    with pytest.raises(CourseError, match="can only be read"):
        to_grade(course, "red-wine", [])


def test_a_course_among_the_packages_is_no_place_for_secrets(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(course, "red-wine")
    course.submitted("ada", "red-wine").mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    with pytest.raises(CourseError, match="students' code can read. Move the course"):
        to_grade(course, "red-wine", [])


def test_points_that_changed_since_the_release(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    release(course, "red-wine")
    course.submitted("ada", "red-wine").mkdir(parents=True)
    rubric = load_rubric("red-wine")
    raised = replace(rubric, criteria=(*rubric.criteria[:-1], replace(rubric.criteria[-1], points=7)))
    monkeypatch.setattr(classroom, "load_rubric", lambda _: raised)
    with pytest.raises(CourseError, match="carries 10 points and the rubric's criteria 12. Release it again"):
        to_grade(course, "red-wine", [])


def test_what_is_missing_is_said_before_a_kernel_starts(course: Course) -> None:
    """With the command itself, in a process that has imported nothing yet."""
    released = course.release("red-wine") / "red-wine.ipynb"
    call = [Path(sys.executable).with_name("autograder"), "grade", "red-wine", "--course", course.root]

    def said() -> str:
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "Starting the kernels" not in done.stdout
        return done.stderr

    assert "was not released" in said()
    released.parent.mkdir(parents=True)
    released.touch()
    assert "There are no submissions" in said()
    course.submitted("ada", "red-wine").mkdir(parents=True)
    assert "red-wine.ipynb is damaged. Release it again" in said()
    cell = new_code_cell(metadata={"nbgrader": {"grade": True, "grade_id": "model", "points": 9}})
    nbformat.write(new_notebook(cells=[cell]), released)
    assert "carries 9 points and the rubric's criteria 10. Release it again" in said()


def test_a_course_is_its_owners(course: Course) -> None:
    assert course.root.stat().st_mode & 0o077 == 0


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
