"""What each exercise's models are measured on. Held-out rows exist only here, drawn by the course's secret."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import h5py
import numpy as np
import numpy.typing as npt

from autograder.datasets import Images, Part, Patches, Series, city, fabric, files, folds, leaks, marks
from autograder.datasets.concrete import MIXTURES
from autograder.datasets.digits import (
    BASE,
    DIGITS,
    DIGITS_BY_LABEL,
    EACH_OF_THE_OTHERS,
    EACH_TO_VALIDATE,
    FEW,
    FEW_TO_VALIDATE,
    Archive,
    few,
    few_digits,
    halved,
    other_digits,
    others,
)
from autograder.datasets.tables import Table
from autograder.datasets.wine import WINES
from autograder.exercises import DATA
from autograder.judge import own_data

METRES = 1000.0  # in a kilometre, the unit of the distance exercise
_Drawn = Part | Patches | Series | own_data.Pair


class Rows(NamedTuple):
    """``inputs`` (n, …) as a model takes them, ``targets`` (n,)."""

    inputs: npt.NDArray[Any]
    targets: npt.NDArray[Any]

    @classmethod
    def of(cls, part: _Drawn | Images, unit: float = 1.0) -> Rows:
        """The rows of a data set's part, the targets divided by ``unit``."""
        inputs, targets = (np.asarray(column) for column in part)
        return cls(inputs, targets / unit if unit != 1 else targets)


@dataclass(frozen=True)
class CourseData:
    """The parts of a data set in one course: ``released`` training rows, ``held_out`` rows to judge on.

    ``validation`` rows are released, too. In a student's own notebook they are what is judged on; ``called`` says so.
    Where ``only_released`` is true nobody may train on them: with them, few rows would not be few.
    ``given`` are the weights of a network that is released with them, by the names of its layers.
    """

    released: Rows
    held_out: Rows
    validation: Rows
    called: str = "held-out rows"
    only_released: bool = False
    given: Mapping[str, tuple[npt.NDArray[Any], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Source:
    """How a data set is split in a course, and how its released part is written for students.

    ``mixed_up`` gives the released files with the targets in random order; None where there are no files. ``few`` is
    `CourseData.only_released`. ``given`` is the file of a network that is released, too; empty if there is none.
    """

    split: Callable[[bytes], CourseData]
    home: Callable[[], tuple[Rows, Rows]]
    release: Callable[[bytes, Path], None]
    mixed_up: Callable[[bytes], Mapping[str, bytes]] | None = None
    few: bool = False
    given: str = ""


def _read(table: Table | Archive) -> _Source:
    """A real data set: the held-out rows are taken from its file, students get the others."""

    def rows() -> Any:
        return table.read(files.checked(files.data_folder() / table.file))

    def split(secret: bytes) -> CourseData:
        everything = rows()
        kept_back = table.held_out(everything, secret)
        released = everything[~kept_back]
        validation = table.is_validation(released)
        train, held_out, checked = (
            Rows.of(table.part(part)) for part in (released[~validation], everything[kept_back], released[validation])
        )
        return CourseData(train, held_out, checked)

    def write(released: Any, folder: Path) -> None:
        table.write(released, folder / table.file)
        files.write_checksum(folder / table.file)

    def release(secret: bytes, folder: Path) -> None:
        everything = rows()
        write(everything[~table.held_out(everything, secret)], folder)

    def mixed_up(secret: bytes) -> Mapping[str, bytes]:
        everything = rows()
        released = everything[~table.held_out(everything, secret)]
        with tempfile.TemporaryDirectory() as folder:
            write(table.mixed_up(released), Path(folder))
            return {path.name: path.read_bytes() for path in Path(folder).iterdir()}

    def home() -> tuple[Rows, Rows]:
        train, validation = table.load()
        return Rows.of(train), Rows.of(validation)

    return _Source(split, home, release, mixed_up)


def _few(source: _Source) -> _Source:
    """Digits of which few are given away, small ones; all that are held out are there to judge on."""

    def home() -> tuple[Rows, Rows]:
        train, validation = few_digits()
        return Rows.of(train), Rows.of(validation)

    def split(secret: bytes) -> CourseData:
        whole = source.split(secret)
        return CourseData(
            Rows.of(few(*whole.released, FEW)),
            Rows(halved(whole.held_out.inputs), whole.held_out.targets),
            Rows.of(few(*whole.validation, FEW_TO_VALIDATE)),
        )

    return replace(source, split=split, home=home, few=True)


def _others(source: _Source) -> _Source:
    """The digits that the released base has not seen, few of them, tossed; all that are held out to judge on."""

    def home() -> tuple[Rows, Rows]:
        train, validation = other_digits()
        return Rows.of(train), Rows.of(validation)

    def split(secret: bytes) -> CourseData:
        whole = source.split(secret)
        train, held_out, validation = (
            Rows.of(others(*part, each))
            for part, each in (
                (whole.released, EACH_OF_THE_OTHERS),
                (whole.held_out, None),
                (whole.validation, EACH_TO_VALIDATE),
            )
        )
        return CourseData(train, held_out, validation)

    return replace(source, split=split, home=home, given=BASE)


def _simulated(
    released: Callable[[], tuple[_Drawn, _Drawn]],
    held_out: Callable[[bytes], _Drawn],
    unit: float = 1.0,
) -> _Source:
    """A data set that is generated wherever it is needed: only the held-out part needs the secret."""

    def home() -> tuple[Rows, Rows]:
        train, validation = released()
        return Rows.of(train, unit), Rows.of(validation, unit)

    def split(secret: bytes) -> CourseData:
        train, validation = home()
        return CourseData(train, Rows.of(held_out(secret), unit), validation)

    return _Source(split, home, lambda _secret, _folder: None)


_SOURCES = {
    "red-wine": _read(WINES),
    "concrete": _read(MIXTURES),
    "digits": _read(DIGITS),
    "digits-by-label": _read(DIGITS_BY_LABEL),
    "few-digits": _few(_read(DIGITS)),
    "other-digits": _others(_read(DIGITS)),
    "city": _simulated(city.city_distances, city.held_out, METRES),
    "fabric": _simulated(fabric.fabric_patches, fabric.held_out),
    "folds": _simulated(folds.folded_paper, folds.held_out),
    "leaks": _simulated(leaks.water_leaks, leaks.held_out),
    "marks": _simulated(marks.marked_readings, marks.held_out),
}


NAMES = tuple(_SOURCES)
"""What a rubric may name as its data, beside the path of an own exercise's `autograder.exercises.DATA`."""


def same_in_every_course(name: str) -> bool:
    """Whether students of all courses get the same rows of the data set ``name``, as they do of a simulated one.

    Only such rows may be released outside of a course: of a real table each release leaves out other rows, and two of
    them together tell what a course holds out.

    Raises:
        DataError: there is no such data set.
    """
    return _source(name).mixed_up is None


def _source(name: str) -> _Source:
    if _is_own(name):
        return _simulated(partial(own_data.released, Path(name)), partial(own_data.held_out, Path(name)))
    if name not in _SOURCES:
        raise files.DataError(
            f"There is no data set called {name!r}. A rubric may name: {', '.join(NAMES)}; or {DATA}, beside it."
        )
    return _SOURCES[name]


def _is_own(name: str) -> bool:
    return Path(name).name == DATA


def require_sound(name: str, secret: bytes) -> None:
    """Look whether an own exercise's data are what models can be measured on; those of the package are.

    Raises:
        DataError: they are not; the message says why.
    """
    if _is_own(name):
        own_data.require_sound(Path(name), secret)


@lru_cache(maxsize=2)  # a judge sees one course and one exercise after another
def course_data(name: str, secret: bytes) -> CourseData:
    """The data set ``name`` as the course with this ``secret`` splits it. Its arrays are shared: nobody may write.

    Raises:
        DataError: there is no such data set, or its file is missing or damaged.
    """
    source = _source(name)
    given = _weights(files.data_folder() / source.given) if source.given else {}
    data = replace(source.split(secret), only_released=source.few, given=given)
    for array in (*data.released, *data.held_out, *data.validation):
        array.flags.writeable = False
    return data


def home_data(name: str) -> CourseData:
    """The data set ``name`` as a student has it: the validation rows in place of the held-out ones.

    Raises:
        DataError: as for :func:`course_data`.
    """
    source = _source(name)
    train, validation = source.home()
    given = _weights(files.find(source.given)) if source.given else {}
    return CourseData(train, validation, validation, "your validation rows", source.few, given)


def _weights(path: Path) -> dict[str, tuple[npt.NDArray[Any], ...]]:
    """The weights of the layers in a file of Keras, by their names.

    It is read without Keras: the threads of TensorFlow would be in the way of whoever makes a box.
    """
    with zipfile.ZipFile(files.checked(path)) as archive:
        stored = io.BytesIO(archive.read("model.weights.h5"))
    with h5py.File(stored) as file:
        held = [layer["vars"] for layer in file["layers"].values()]
        return {
            str(one.attrs["name"]): tuple(np.asarray(one[str(number)]) for number in range(len(one)))
            for one in held
            if len(one)
        }


def release_data(name: str, secret: bytes, folder: Path) -> None:
    """Write into ``folder`` what students of the course with this ``secret`` get of a data set.

    Raises:
        DataError: as for :func:`course_data`.
    """
    source = _source(name)
    source.release(secret, folder)
    if source.given:
        for given in (source.given, f"{source.given}.sha256"):
            shutil.copy(files.data_folder() / given, folder)


def mixed_up_files(name: str, secret: bytes) -> Mapping[str, bytes]:
    """The files that :func:`release_data` writes, with the targets in random order; none for simulated data.

    Whoever trains on them can learn nothing: a model that still knows the targets has them from elsewhere.

    Raises:
        DataError: as for :func:`course_data`.
    """
    mixed_up = _source(name).mixed_up
    return mixed_up(secret) if mixed_up else {}
