"""Read evidence back, trusting none of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.anatomy.archive import ArchiveError, read_config
from autograder.evidence.capture import MODEL, RECORD
from autograder.evidence.inspection import Refused, inspect_archive, regular_file

MAX_RECORD_BYTES = 1 << 20
MAX_EPOCHS = 5_000
MAX_CURVES = 50
NOT_RUN = "The check did not run: the notebook left no model."


@dataclass(frozen=True)
class Evidence:
    """A submission's evidence after inspection.

    Attributes:
        model: path of the inspected ``.keras`` file.
        config: the model's description, as plain data.
        curves: history by name, each with one number an epoch.
        steps: optimizer steps in an epoch, 0 if unknown.
    """

    model: Path
    config: dict[str, Any]
    curves: dict[str, list[float]]
    steps: int

    @property
    def epochs(self) -> int:
        """Epochs trained."""
        return max((len(curve) for curve in self.curves.values()), default=0)


def read_evidence(folder: Path, exercise: str) -> Evidence:
    """Inspect what a kernel left in ``folder``.

    Raises:
        Refused: nothing was left, or it is not what :func:`~autograder.evidence.capture.capture` writes.
    """
    model = folder / MODEL
    if not model.exists() and not model.is_symlink():
        raise Refused(NOT_RUN)
    inspect_archive(model)
    curves, steps = _read_record(folder / RECORD, exercise)
    try:
        return Evidence(model, read_config(model), curves, steps)
    except ArchiveError as error:
        raise Refused(f"The .keras file is damaged: {error}") from error


def _read_record(path: Path, exercise: str) -> tuple[dict[str, list[float]], int]:
    regular_file(path, MAX_RECORD_BYTES)
    try:
        record = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise Refused(f"The training record is not JSON: {error}") from error
    if not isinstance(record, dict) or record.get("exercise") != exercise:
        raise Refused(f"The evidence is not for the exercise {exercise}.")
    curves, steps = record.get("history"), record.get("steps")
    if (
        not isinstance(curves, dict)
        or len(curves) > MAX_CURVES
        or not all(name.isprintable() for name in curves)
        or not all(map(_is_curve, curves.values()))
    ):
        raise Refused("The training record holds no history as Keras writes it.")
    if type(steps) is not int or not 0 <= steps <= 1_000_000:
        raise Refused("The training record does not say how many steps an epoch had.")
    return curves, steps


def _is_curve(values: Any) -> bool:
    return (
        isinstance(values, list)
        and len(values) <= MAX_EPOCHS
        and all(isinstance(value, float) and not isinstance(value, bool) for value in values)
    )
