"""The student's side: write down the model and its history. Runs in the kernel, so nothing here is believed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER_VARIABLE = "AUTOGRADER_EVIDENCE"
MODEL = "model.keras"
RECORD = "record.json"


def capture(folder: Path, exercise: str, model: Any, history: Any) -> None:
    """Write ``model`` (a Keras model) and ``history`` (what ``fit`` returned) into ``folder`` as plain files.

    Raises:
        TypeError: ``model`` is not a Keras model, or ``history`` is not what ``fit`` returned.
    """
    if not callable(getattr(model, "save", None)) or not hasattr(model, "get_config"):
        raise TypeError(f"expected a Keras model, got {type(model).__name__}")
    record = {"exercise": exercise, **training(history)}
    folder.mkdir(parents=True, exist_ok=True)
    model.save(folder / MODEL)
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")


def training(history: Any) -> dict[str, Any]:
    """Curves and steps per epoch of a ``History`` (or none, where the model was not trained yet).

    Returns:
        ``{"history": {name: [one number an epoch]}, "steps": steps per epoch}``.
    """
    if history is None:
        return {"history": {}, "steps": 0}
    curves = getattr(history, "history", None)
    if not isinstance(curves, dict):
        raise TypeError(
            f"expected the History that model.fit returns, got {type(history).__name__}. "
            "Write history = model.fit(…)."
        )
    plain = {str(name): numbers for name, values in curves.items() if (numbers := _numbers(values)) is not None}
    return {"history": plain, "steps": int((getattr(history, "params", None) or {}).get("steps") or 0)}


def _numbers(values: Any) -> list[float] | None:
    """A curve as plain numbers; None for a metric that gives no single number an epoch (one score a class)."""
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError):
        return None
