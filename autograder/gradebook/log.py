"""Where nbgrader's own chatter goes."""

from __future__ import annotations

import logging
from pathlib import Path

from autograder.gradebook.course import Course


def log_file(course: Course) -> Path:
    """The course's log: what nbgrader did, and the traceback of whatever it could not do."""
    return course.root / "nbgrader.log"


def logger(course: Course) -> logging.Logger:
    """A logger that writes to the course's log file and nowhere else."""
    log = logging.getLogger(f"autograder.nbgrader.{course.root}")
    if not log.handlers:
        handler = logging.FileHandler(log_file(course), encoding="utf-8", errors="backslashreplace")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.propagate = False
        log.setLevel(logging.INFO)
    return log
