"""Where nbgrader's own chatter goes."""

from __future__ import annotations

import logging
from pathlib import Path

from autograder.gradebook.course import Course


def log_file(course: Course) -> Path:
    """The course's log: what nbgrader did, and the traceback of whatever it could not do."""
    return course.root / "nbgrader.log"


class _Forgiving(logging.FileHandler):
    """A full disk is said where something else cannot be written; not once more for each line."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's own name)
        """Leave the line out."""


def _handler(course: Course) -> logging.Handler:
    try:
        return _Forgiving(log_file(course), encoding="utf-8", errors="backslashreplace")
    except OSError:  # a folder that may only be read: what cannot be done there is said by who tries it
        return logging.NullHandler()


def logger(course: Course) -> logging.Logger:
    """A logger that writes to the course's log file and nowhere else."""
    log = logging.getLogger(f"autograder.nbgrader.{course.root}")
    if not log.handlers:
        handler = _handler(course)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.propagate = False
        log.setLevel(logging.INFO)
    return log
