"""What each exercise's models are measured on. Held-out rows exist only here, drawn by the course's secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from autograder.datasets import Part, files, wine


@dataclass(frozen=True)
class CourseData:
    """The parts of a data set in one course: ``released`` rows to train on, ``held_out`` rows to judge on."""

    released: Part
    held_out: Part


def _red_wine(secret: bytes) -> CourseData:
    rows = wine.read(files.checked(files.data_folder() / wine.FILE))
    kept_back = wine.held_out(rows, secret)
    released = rows[~kept_back]
    train = released[~wine.is_validation(released)]
    return CourseData(wine.part(train), wine.part(rows[kept_back]))


_LOADERS: dict[str, Callable[[bytes], CourseData]] = {"red-wine": _red_wine}


def course_data(name: str, secret: bytes) -> CourseData:
    """The data set ``name`` as the course with this ``secret`` splits it.

    Raises:
        KeyError: no such data set.
        DataError: its file is missing or damaged.
    """
    return _LOADERS[name](secret)
