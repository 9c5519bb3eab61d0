"""What students get: one zip with notebook, data, the package that checks, and a page that says how to start."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from autograder import aside
from autograder.gradebook.course import Course
from autograder.gradebook.student_wheel import entry, student_wheel
from autograder.report.pages import render
from autograder.rubric import load_rubric

START = "start-here.html"


def hand_out(course: Course, exercise: str, *, graded: bool = True) -> Path:
    """Write the zip of a released exercise; returns its path. The same release gives the same bytes.

    Args:
        course: where it was released.
        exercise: its name.
        graded: whether somebody collects and grades the notebook; if not, its first page does not ask for it.
    """
    target = course.handout(exercise)
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, aside.folder(".new-", target.parent) as beside:
        wheel = student_wheel(Path(place))
        released = sorted(path for path in course.release(exercise).rglob("*") if path.is_file())
        files = {path.relative_to(course.release(exercise)).as_posix(): path.read_bytes() for path in released}
        folders = any("/" in name for name in files)
        start = _start(exercise, wheel.name, data=len(released) > 1, folders=folders, graded=graded)
        files |= {wheel.name: wheel.read_bytes(), START: start.encode()}
        finished = beside / target.name
        with zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(entry(f"{exercise}/{name}"), content)
        finished.replace(target)
    return target


def _start(exercise: str, wheel: str, **about: bool) -> str:
    return render("start-here.html", title=load_rubric(exercise).title, exercise=exercise, wheel=wheel, **about)
