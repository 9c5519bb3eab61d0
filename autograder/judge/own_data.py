"""The rows of a lecturer's own exercise: what the functions of its ``data.py`` return, checked.

``released()`` gives what students get, ``(train, validation)``; ``held_out(secret)`` what only the judge sees. Each
part is a pair: inputs (n, …) and targets (n,).
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.datasets.files import DataError
from autograder.exercises import run_file

Pair = tuple[npt.NDArray[Any], npt.NDArray[Any]]
_RELEASED, _HELD_OUT = "released", "held_out"
_PARTS = ("training", "validation")
_NUMBERS = "biuf"
_EXAMPLE = "for example with numpy.random.RandomState(list(secret))"


def released(path: Path) -> tuple[Pair, Pair]:
    """The training and the validation rows.

    Raises:
        DataError: the file cannot be used, or its rows are none.
    """
    given = _asked(path, _RELEASED)
    if not isinstance(given, tuple | list) or len(given) != len(_PARTS):
        raise DataError(f"{path}: released() must return two parts, (train, validation), and returns {_kind(given)}.")
    train, validation = (
        _pair(path, f"the {part} rows of released()", of) for part, of in zip(_PARTS, given, strict=True)
    )
    return train, validation


def held_out(path: Path, secret: bytes) -> Pair:
    """The rows that the course with this ``secret`` holds out.

    Raises:
        DataError: as for :func:`released`.
    """
    return _pair(path, "the rows of held_out(secret)", _asked(path, _HELD_OUT, secret))


def require_sound(path: Path, secret: bytes) -> None:
    """Look whether the rows are the same each time, those held out others in other courses, and all of one shape.

    Raises:
        DataError: as for :func:`released`, or they are not.
    """
    train, validation = released(path)
    kept_back = held_out(path, secret)
    if not all(map(_equal, (train, validation), released(path))):
        raise DataError(f"{path}: released() returns other rows each time. Draw them with a fixed seed.")
    if not _equal(kept_back, held_out(path, secret)):
        raise DataError(
            f"{path}: held_out(secret) returns other rows each time for the same secret. Let the secret alone be the "
            f"seed, {_EXAMPLE}."
        )
    if _equal(kept_back, held_out(path, hashlib.sha256(secret).digest())):
        raise DataError(
            f"{path}: held_out(secret) returns the same rows for two secrets: who sees those of one course knows "
            f"those of all. Draw or choose the rows by the secret, {_EXAMPLE}."
        )
    for called, (inputs, _) in (("validation", validation), ("held-out", kept_back)):
        if inputs.shape[1:] != train[0].shape[1:]:
            raise DataError(
                f"{path}: a row of the {called} inputs has the shape {inputs.shape[1:]} and one of the training "
                f"inputs {train[0].shape[1:]}. They must be the same."
            )


def _asked(path: Path, function: str, *given: bytes) -> Any:
    if not path.is_file():
        raise DataError(f"{path} is missing: the rubric beside it names it as its data.")
    try:
        module = run_file(path)
    except Exception as error:  # whatever is wrong in it is the lecturer's to mend
        raise DataError(f"{path} cannot be used: {type(error).__name__}: {error}") from error
    asked = getattr(module, function, None)
    if not callable(asked):
        raise DataError(f"{path} must define a function {function}({'secret' if given else ''}).")
    try:
        return asked(*given)
    except Exception as error:
        raise DataError(f"{path}: {function} raised {type(error).__name__}: {error}") from error


def _pair(path: Path, what: str, given: Any) -> Pair:
    """A part as arrays."""
    if not isinstance(given, tuple | list) or len(given) != 2:
        raise DataError(f"{path}: {what} must be a pair, (inputs, targets), and are {_kind(given)}.")
    try:
        inputs, targets = map(np.asarray, given)
    except ValueError as error:
        raise DataError(f"{path}: {what} are no arrays: {error}") from error
    if inputs.ndim < 2 or targets.ndim != 1:
        raise DataError(
            f"{path}: {what} must be inputs of shape (n, …) and targets of shape (n,), and have the shapes "
            f"{inputs.shape} and {targets.shape}."
        )
    if len(inputs) != len(targets) or not len(inputs):
        raise DataError(
            f"{path}: {what} are {len(inputs)} inputs and {len(targets)} targets: one target for each input."
        )
    odd = [array.dtype for array in (inputs, targets) if array.dtype.kind not in _NUMBERS]
    if odd:
        raise DataError(f"{path}: {what} must be numbers, and hold {odd[0]}.")
    return inputs, targets


def _equal(one: Pair, other: Pair) -> bool:
    return all(np.array_equal(*arrays, equal_nan=True) for arrays in zip(one, other, strict=True))


def _kind(given: Any) -> str:
    size = f" of {len(given)}" if isinstance(given, tuple | list) else ""
    return f"a {type(given).__name__}{size}"
