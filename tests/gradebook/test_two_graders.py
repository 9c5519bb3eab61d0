"""Two graders at once, each a process of its own, make the gradebook that one of them would have made."""

import os
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")
FIRST = [f"student-{number:02}" for number in range(50)]
SECOND = [f"student-{number:02}" for number in range(25, 75)]
GRADER = """
import sys, warnings
from pathlib import Path
from nbgrader.api import Gradebook
from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.recording import record
from autograder.gradebook.samples import answered

warnings.filterwarnings("error")
warnings.filterwarnings("ignore", message="Object of type .* not in session")
folder, url, exercise, *students = sys.argv[1:]
course = Course(Path(folder))
notebook = answered(course.release(exercise) / f"{exercise}.ipynb", exercise, explain="Because.")
with Gradebook(url) as gradebook:
    print("ready", flush=True)
    sys.stdin.readline()
    for student in students:
        points = {"model": int(student[-2:]) % 10}
        record(gradebook, nbgrader_config(course, exercise, student), notebook, (exercise, exercise, student), points)
"""


def grade_at_once(books, *classes: list[str]) -> None:
    """Each class is recorded by a process of its own; all of them begin together."""
    graders = [
        subprocess.Popen(
            [sys.executable, "-c", GRADER, books.course.root, books.url, "red-wine", *students],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ),
        )
        for students in classes
    ]  # fmt: skip
    try:
        for grader in graders:
            assert grader.stdout.readline() == "ready\n", grader.stderr.read()
        for grader in graders:
            grader.stdin.write("go\n")
            grader.stdin.flush()
        for grader in graders:
            _, said = grader.communicate(timeout=300)
            assert (grader.returncode, said) == (0, "")
    finally:
        for grader in graders:
            grader.kill()
            grader.communicate()


def test_two_graders_at_once_leave_what_one_would_have_left(books) -> None:
    grade_at_once(books, FIRST, SECOND)
    together = books.contents()
    with Gradebook(books.url) as gradebook:
        for student in gradebook.students:
            gradebook.remove_student(student.id)
        assert not gradebook.assignment_submissions("red-wine")
    grade_at_once(books, sorted({*FIRST, *SECOND}))
    assert together == books.contents()
    assert len({row[0] for row in together}) == 75
    assert {len(rows) for table, rows in books.rows().items() if table in ("student", "submitted_notebook")} == {75}


def test_two_graders_of_the_same_class_add_nobody_twice(books) -> None:
    grade_at_once(books, FIRST[:20], FIRST[:20][::-1], FIRST[:20])
    rows = books.rows()
    assert len(rows["student"]) == len(rows["submitted_assignment"]) == len(rows["submitted_notebook"]) == 20
    assert len(rows["grade"]) == len(rows["comment"]) == 40
