"""What each exercise's models are measured on. Held-out rows exist only here, drawn by the course's secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from autograder.datasets import Part, files, wine


@dataclass(frozen=True)
class CourseData:
    """The parts of a data set in one course: ``released`` training rows, ``held_out`` rows to judge on."""

    released: Part
    held_out: Part


@dataclass(frozen=True)
class _Source:
    """How a data set is split in a course, and how its released part is written for students."""

    split: Callable[[bytes], CourseData]
    release: Callable[[bytes, Path], None]


def _wines() -> pd.DataFrame:
    return wine.read(files.checked(files.data_folder() / wine.FILE))


def _split_wines(secret: bytes) -> CourseData:
    rows = _wines()
    kept_back = wine.held_out(rows, secret)
    released = rows[~kept_back]
    return CourseData(wine.part(released[~wine.is_validation(released)]), wine.part(rows[kept_back]))


def _release_wines(secret: bytes, folder: Path) -> None:
    rows = _wines()
    wine.write(rows[~wine.held_out(rows, secret)], folder / wine.FILE)
    files.write_checksum(folder / wine.FILE)


_SOURCES = {"red-wine": _Source(_split_wines, _release_wines)}


def course_data(name: str, secret: bytes) -> CourseData:
    """The data set ``name`` as the course with this ``secret`` splits it.

    Raises:
        KeyError: no such data set.
        DataError: its file is missing or damaged.
    """
    return _SOURCES[name].split(secret)


def release_data(name: str, secret: bytes, folder: Path) -> None:
    """Write into ``folder`` what students of the course with this ``secret`` get of a data set.

    Raises:
        KeyError, DataError: as for :func:`course_data`.
    """
    _SOURCES[name].release(secret, folder)
