"""nbgrader's exchange carries a submission here, and its feedback back to the student."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.grading.returning import feedback

pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as the command line does
EXERCISE = "red-wine"


class Place:
    """A folder of somebody who uses the exchange, and nbgrader's commands there."""

    def __init__(self, folder: Path, exchange: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as config:
            config.write("\nc = get_config()\nc.CourseDirectory.course_id = 'nets'\n")
            config.write(f"c.Exchange.root = {str(exchange)!r}\nc.Exchange.cache = {str(folder / 'cache')!r}\n")

    def run(self, command: str) -> str:
        call = [Path(sys.executable).with_name("nbgrader"), command, EXERCISE]
        done = subprocess.run(call, cwd=self.folder, env={**os.environ, "HOME": str(self.folder)},
                              capture_output=True, text=True, check=False)  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def exchange(tmp_path: Path) -> Path:
    made = tmp_path / "exchange"
    made.mkdir()
    made.chmod(0o777)
    return made


def test_feedback_goes_back_as_a_submission_came_and_who_came_otherwise_is_named(
    on_sqlite, exchange, tmp_path
) -> None:
    course = on_sqlite.course
    teacher, student = Place(course.root, exchange), Place(tmp_path / "student", exchange)
    teacher.run("release_assignment")
    student.run("fetch_assignment")
    student.run("submit")
    teacher.run("collect")
    (name,) = course.students(EXERCISE)
    others = ["A, B [2]", "zoe"]  # who come before and after
    for one in others:
        shutil.copytree(course.release(EXERCISE), course.submitted(one, EXERCISE))
    for one in (name, *others):
        shutil.copytree(course.release(EXERCISE), course.autograded(one, EXERCISE))
        with Gradebook(on_sqlite.url) as gradebook:
            on_sqlite.record(gradebook, one, 7)
    assert [page.failure for page in feedback(course, EXERCISE, [name, *others])] == ["", "", ""]
    said = teacher.run("release_feedback")
    assert f"Not given back here: {', '.join(others)}, who did not hand in through the exchange" in said
    assert len(list(exchange.rglob("feedback/*.html"))) == 1
    student.run("fetch_feedback")
    assert f"feedback for <bdi>{name}</bdi>" in next((student.folder / EXERCISE).rglob("*.html")).read_text()
