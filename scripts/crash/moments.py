"""When to kill: at a random time of the whole grading, or just after something happened in the course's folder."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.gradebook.journal import EXECUTED, GRADED, RUN, VERDICT
from crash.setting import ANSWERS, EXERCISE

_LONGEST_DELAY = 0.03
SQLITE = ("gradebook.db-journal",)
RECORDING = (
    "evidence/{student}/.new-*",
    f"evidence/{{student}}/.new-*/new/{EXECUTED}",
    f"evidence/{{student}}/{EXERCISE}/.new-*",
    *(f"evidence/{{student}}/{EXERCISE}/{name}" for name in (RUN, VERDICT, GRADED)),
    "autograded/{student}/.new-*",
    f"autograded/{{student}}/{EXERCISE}",
)
"""What appears in a course while results are written, whatever the database, and with SQLite."""


@dataclass(frozen=True)
class Moment:
    """A moment of a grading.

    Attributes:
        seconds: after the start; or, where there is a pattern, after something new fits it.
        pattern: of a path below the course's folder; empty for none.
    """

    seconds: float
    pattern: str = ""

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s after {self.pattern or 'the start'}"

    def watch(self, course: Path) -> Callable[[], bool]:
        """A function that tells, from now on, whether something new fits the pattern."""
        if not self.pattern:
            return lambda: True
        before = _seen(course, self.pattern)
        return lambda: bool(_seen(course, self.pattern) - before)


def draw(chance: random.Random, duration: float, patterns: Sequence[str] = ()) -> Moment:
    """A moment; if there are patterns, every other one comes just after something that fits one of them."""
    if patterns and chance.random() < 0.5:
        pattern = chance.choice(patterns).format(student=chance.choice([*ANSWERS]))
        return Moment(chance.uniform(0, _LONGEST_DELAY), pattern)
    return Moment(chance.uniform(0, duration))


def _seen(course: Path, pattern: str) -> set[tuple[str, int, int]]:
    found = set()
    for path in course.glob(pattern):
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue
        found.add((path.name, status.st_ino, status.st_mtime_ns))
    return found
