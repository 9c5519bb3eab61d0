"""Plain nbgrader: its own preprocessors, its own kernel, in a course that knows nothing of ours."""

from __future__ import annotations

import shutil
import time

from bench.setting import PROGRAMS, Measured, MeasurementError, Setting, call, tail

_NBGRADER = PROGRAMS / "nbgrader"


def measure(setting: Setting) -> Measured:
    """Seconds of ``nbgrader autograde`` on everybody's notebook; the assignment is made before."""
    course, log = setting.folder / "plain-nbgrader", setting.folder / "nbgrader.log"
    course.mkdir()
    (course / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    shutil.copytree(setting.course.root / "source", course / "source")
    if call([_NBGRADER, "generate_assignment", setting.exercise], log, cwd=course):
        raise MeasurementError(f"nbgrader generate_assignment failed: {tail(log)}")
    shutil.copytree(setting.course.root / "submitted", course / "submitted")
    setting.say("nbgrader autograde")
    start = time.monotonic()
    call([_NBGRADER, "autograde", setting.exercise], log, cwd=course)
    seconds = time.monotonic() - start
    graded = len(list((course / "autograded").glob(f"*/{setting.exercise}/{setting.notebook}")))
    if not graded:
        raise MeasurementError(f"nbgrader autograde graded nothing: {tail(log)}")
    handed_in = len(setting.notebooks)
    missing = [f"nbgrader graded {graded} of {handed_in} notebooks."] if graded < handed_in else []
    return Measured({"seconds": seconds, "graded": graded}, missing)
