"""The student's side: write down the model and what trained it. Runs in the kernel, so nothing here is believed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from autograder.environment import REPEAT_VARIABLE

MODEL = "model.keras"
RECORD = "record.json"
CURVE = "curve.npz"
NAMES = (MODEL, RECORD, CURVE)
"""The files of a submission's evidence."""
NO_MODEL_YET = "there is no model yet"


def capture(folder: Path, exercise: str, model: Any, history: Any = None) -> None:
    """Write ``model`` (a Keras model) and what trained it into ``folder`` as plain files.

    Args:
        folder: where; made if it is not there.
        exercise: its name.
        model: it may be subclassed; see :mod:`autograder.evidence.portable`.
        history: what the student calls the history; used where nothing better is known.

    Raises:
        TypeError: ``model`` is not a Keras model.
        NotPortableError: it cannot be written in Keras' own operations; the reason is left in the folder.
    """
    from autograder.evidence.portable import NotPortableError, savable  # noqa: PLC0415 (these import Keras)
    from autograder.evidence.recording import recorder  # noqa: PLC0415

    require_model(model)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with savable(model) as saved:
            saved.save(folder / MODEL)
            curve = recorder().curve_of(model, saved) if REPEAT_VARIABLE in os.environ else None
            trained = recorder().training_of(model, saved)
    except NotPortableError as reason:
        (folder / RECORD).write_text(json.dumps({"exercise": exercise, "refused": str(reason)}), encoding="utf-8")
        raise
    if curve is not None:
        import numpy as np  # noqa: PLC0415 (its threads would be in the way of whoever makes a box)

        np.savez(folder / CURVE, *curve)
    record = {"exercise": exercise, "history": curves(history), **trained}
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")


def require_model(model: Any) -> None:
    """Raise TypeError unless ``model`` is a Keras model."""
    if model is None:
        raise TypeError(
            f"{NO_MODEL_YET}. Run the cell that builds and trains it and calls it model, then this one again"
        )
    if not callable(getattr(model, "save", None)) or not hasattr(model, "get_config"):
        raise TypeError(f"expected a Keras model, got {type(model).__name__}")


def curves(history: Any) -> dict[str, list[float]]:
    """The curves in whatever a student kept: a ``History``, its dictionary, a list of either, or nothing.

    Returns:
        By name one number an epoch; several histories one after the other.
    """
    found: dict[str, list[float]] = {}
    for one in history if isinstance(history, list | tuple) else [history]:
        told = getattr(one, "history", one)
        for name, values in told.items() if isinstance(told, dict) else ():
            numbers = _numbers(values)
            if numbers is not None:
                found.setdefault(str(name), []).extend(numbers)
    return found


def _numbers(values: Any) -> list[float] | None:
    """A curve as plain numbers; None for a metric that gives no single number an epoch (one score a class)."""
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError):
        return None
