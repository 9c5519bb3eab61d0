"""Read evidence back, trusting none of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.anatomy.archive import ArchiveError, read_config
from autograder.errors import quoted
from autograder.evidence.capture import CURVE, MODEL, RECORD
from autograder.evidence.inspection import MAX_FILE_BYTES, Refused, inspect_archive, regular_file

MAX_RECORD_BYTES = 4 << 20
MAX_EPOCHS = 5_000
MAX_CURVES = 50
MAX_FITS = 200
MAX_ROWS = 20_000
MAX_REASONS = 20
NOT_RUN = "There is nothing to judge: the notebook left no model."
_DAMAGED = "The training record is not as the check writes it."
NOT_FRESH = "weights came from elsewhere"
"""Why a fit tells less than the whole training: something trained before it, which nobody saw."""


@dataclass(frozen=True)
class Fit:
    """One call of ``fit``.

    Attributes:
        compiled: how the model was compiled, as Keras serializes it; None if that is not known.
        rows: name of the rows it trained on; empty if that is not known.
        steps: optimizer steps in an epoch.
        epochs: epochs trained.
        rates: the learning rate of each epoch; empty where a schedule of the optimizer sets it.
        frozen: names of the layers that did not train.
        continues: with the optimizer of the fit before.
        odd: why training by these facts alone would not be the same.
    """

    compiled: Any
    rows: str
    steps: int
    epochs: int
    rates: tuple[float, ...]
    frozen: frozenset[str]
    continues: bool
    odd: tuple[str, ...]


@dataclass(frozen=True)
class TrainedOn:
    """Rows that were trained on: a name for the inputs of each, and its target."""

    inputs: tuple[str, ...]
    targets: tuple[float, ...]


@dataclass(frozen=True)
class Evidence:
    """A submission's evidence after inspection.

    Attributes:
        model: path of the inspected ``.keras`` file.
        config: the model's description, as plain data.
        curves: history by name, each with one number an epoch; of the recorded fits if there are any.
        fits: what trained the model, in order.
        rows: the rows that the fits name.
        odd: why the fits do not tell the whole training.
        snapshots: path of the weights after each epoch; None if they were not kept.
    """

    model: Path
    config: dict[str, Any]
    curves: dict[str, list[float]]
    fits: tuple[Fit, ...] = ()
    rows: Mapping[str, TrainedOn] = field(default_factory=dict)
    odd: tuple[str, ...] = ()
    snapshots: Path | None = None

    @property
    def epochs(self) -> int:
        """Epochs trained: of the fits, or as the history claims."""
        return sum(fit.epochs for fit in self.fits) or max((len(curve) for curve in self.curves.values()), default=0)


def read_evidence(folder: Path, exercise: str) -> Evidence:
    """Inspect what a kernel left in ``folder``.

    Raises:
        Refused: nothing was left, or it is not what :func:`~autograder.evidence.capture.capture` writes.
    """
    model = folder / MODEL
    if not model.exists() and not model.is_symlink():
        raise Refused(_why_none(folder / RECORD))
    inspect_archive(model)
    record = _read_record(folder / RECORD, exercise)
    try:
        config = read_config(model)
    except ArchiveError as error:
        raise Refused(f"The .keras file is damaged: {error}") from error
    return _evidence(model, config, record, _snapshots(folder / CURVE))


def _why_none(record: Path) -> str:
    """The check may have said why it could not save the model."""
    try:
        regular_file(record, MAX_RECORD_BYTES)
        said = json.loads(record.read_bytes()).get("refused")
    except (Refused, ValueError, RecursionError, AttributeError):
        said = None
    return f"The model cannot be judged. {quoted(said, 500)}" if isinstance(said, str) else NOT_RUN


def _read_record(path: Path, exercise: str) -> dict[str, Any]:
    regular_file(path, MAX_RECORD_BYTES)
    try:
        record = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise Refused(f"The training record is not JSON: {error}") from error
    if not isinstance(record, dict) or record.get("exercise") != exercise:
        raise Refused(f"The evidence is not for the exercise {exercise}.")
    return record


def _evidence(model: Path, config: dict[str, Any], record: dict[str, Any], snapshots: Path | None) -> Evidence:
    fits, rows, odd = record.get("fits", []), record.get("rows", {}), record.get("odd", [])
    if not isinstance(fits, list) or len(fits) > MAX_FITS or not isinstance(rows, dict) or len(rows) > MAX_FITS:
        raise Refused(_DAMAGED)
    told = [(_fit(fit), _curves(fit.get("curves"))) for fit in fits if isinstance(fit, dict)]
    curves: dict[str, list[float]] = {}
    for _, one in told:
        for name, numbers in one.items():
            curves.setdefault(name, []).extend(numbers)
    return Evidence(
        model,
        config,
        curves or _curves(record.get("history")),
        tuple(fit for fit, _ in told if fit.epochs),
        {str(name): _rows(one) for name, one in rows.items()},
        _reasons(odd),
        snapshots,
    )


def _fit(told: dict[str, Any]) -> Fit:
    rates, frozen = told.get("rates"), told.get("frozen")
    numbers = [told.get("steps"), told.get("epochs")]
    if (
        not all(type(number) is int and 0 <= number <= 1_000_000 for number in numbers)
        or not _is_curve(rates)
        or not isinstance(frozen, list)
        or not all(isinstance(path, str) for path in frozen)
        or not isinstance(told.get("data"), str)
    ):
        raise Refused(_DAMAGED)
    assert isinstance(rates, list)
    steps, epochs = numbers
    return Fit(
        told.get("compiled"),
        told["data"],
        steps or 0,
        epochs or 0,
        tuple(rates),
        frozenset(frozen),
        told.get("continues") is True,
        _reasons(told.get("odd")),
    )


def _rows(told: Any) -> TrainedOn:
    inputs, targets = (told.get("inputs"), told.get("targets")) if isinstance(told, dict) else (None, None)
    if (
        not isinstance(inputs, list)
        or not isinstance(targets, list)
        or not len(inputs) == len(targets) <= MAX_ROWS
        or not all(isinstance(name, str) for name in inputs)
        or not all(isinstance(target, float) for target in targets)
    ):
        raise Refused(_DAMAGED)
    return TrainedOn(tuple(inputs), tuple(targets))


def _reasons(told: Any) -> tuple[str, ...]:
    if not isinstance(told, list) or not all(isinstance(reason, str) for reason in told):
        raise Refused(_DAMAGED)
    return tuple(reason[:100] for reason in told[:MAX_REASONS])


def _curves(told: Any) -> dict[str, list[float]]:
    if (
        not isinstance(told, dict)
        or len(told) > MAX_CURVES
        or not all(isinstance(name, str) and name.isprintable() for name in told)
        or not all(map(_is_curve, told.values()))
    ):
        raise Refused(_DAMAGED)
    return told


def _is_curve(values: Any) -> bool:
    return (
        isinstance(values, list)
        and len(values) <= MAX_EPOCHS
        and all(isinstance(value, float) and not isinstance(value, bool) for value in values)
    )


def _snapshots(path: Path) -> Path | None:
    try:
        regular_file(path, MAX_FILE_BYTES)
    except Refused:
        return None
    return path
