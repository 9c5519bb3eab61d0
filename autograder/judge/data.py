"""What each exercise's models are measured on. Held-out rows exist only here, drawn by the course's secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from autograder.datasets import Part, Patches, city, fabric, files
from autograder.datasets.concrete import MIXTURES
from autograder.datasets.tables import Table
from autograder.datasets.wine import WINES

METRES = 1000.0  # in a kilometre, the unit of the distance exercise


class Rows(NamedTuple):
    """``inputs`` (n, …) as a model takes them, ``targets`` (n,)."""

    inputs: npt.NDArray[Any]
    targets: npt.NDArray[Any]

    @classmethod
    def of(cls, part: Part | Patches, unit: float = 1.0) -> Rows:
        """The rows of a data set's part, the targets divided by ``unit``."""
        inputs, targets = (np.asarray(column) for column in part)
        return cls(inputs, targets / unit if unit != 1 else targets)


@dataclass(frozen=True)
class CourseData:
    """The parts of a data set in one course: ``released`` training rows, ``held_out`` rows to judge on."""

    released: Rows
    held_out: Rows


@dataclass(frozen=True)
class _Source:
    """How a data set is split in a course, and how its released part is written for students."""

    split: Callable[[bytes], CourseData]
    release: Callable[[bytes, Path], None]


def _table(table: Table) -> _Source:
    """A real data set: the held-out rows are taken from its file, students get the others."""

    def rows() -> Any:
        return table.read(files.checked(files.data_folder() / table.file))

    def split(secret: bytes) -> CourseData:
        everything = rows()
        kept_back = table.held_out(everything, secret)
        released = everything[~kept_back]
        train = released[~table.is_validation(released)]
        return CourseData(Rows.of(table.part(train)), Rows.of(table.part(everything[kept_back])))

    def release(secret: bytes, folder: Path) -> None:
        everything = rows()
        table.write(everything[~table.held_out(everything, secret)], folder / table.file)
        files.write_checksum(folder / table.file)

    return _Source(split, release)


def _split_city(secret: bytes) -> CourseData:
    train, _ = city.city_distances()
    return CourseData(Rows.of(train, METRES), Rows.of(city.held_out(secret), METRES))


def _split_fabric(secret: bytes) -> CourseData:
    train, _ = fabric.fabric_patches()
    return CourseData(Rows.of(train), Rows.of(fabric.held_out(secret)))


def _nothing_to_release(_secret: bytes, _folder: Path) -> None:
    """Simulated data is generated wherever it is needed; only the held-out part needs the secret."""


_SOURCES = {
    "red-wine": _table(WINES),
    "concrete": _table(MIXTURES),
    "city": _Source(_split_city, _nothing_to_release),
    "fabric": _Source(_split_fabric, _nothing_to_release),
}


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
