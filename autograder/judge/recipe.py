"""A recipe: how a model was trained, read from its evidence as plain data, so that the judge can repeat it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from autograder.datasets import Part
from autograder.evidence import Evidence, Refused

MAX_EPOCHS = 500
MAX_STEPS = 100_000
_OPTIMIZERS = ("SGD", "Adam", "AdamW", "Adamax", "Nadam", "RMSprop", "Adagrad", "Adadelta", "Ftrl", "Lion")
_SCHEDULES = (
    "CosineDecay", "CosineDecayRestarts", "ExponentialDecay", "InverseTimeDecay", "PolynomialDecay",
    "PiecewiseConstantDecay",
)  # fmt: skip
_LOSSES = {
    "mae": "mean_absolute_error", "meanabsoluteerror": "mean_absolute_error",
    "mse": "mean_squared_error", "meansquarederror": "mean_squared_error",
    "huber": "huber", "logcosh": "log_cosh",
}  # fmt: skip


@dataclass(frozen=True)
class Recipe:
    """Architecture aside, all that a repetition needs.

    Attributes:
        optimizer: its class and settings, as Keras serializes them.
        loss: Keras' name of the loss.
        epochs: how many were trained.
        steps: optimizer steps in an epoch.
        learning_rates: one for each epoch where a callback changed it, else empty.
    """

    optimizer: dict[str, Any]
    loss: str
    epochs: int
    steps: int
    learning_rates: tuple[float, ...] = ()

    @classmethod
    def of(cls, evidence: Evidence) -> Recipe:
        """The recipe in the evidence.

        Raises:
            Refused: the model was not compiled and trained, or in a way that the judge does not repeat.
        """
        compiled = evidence.config.get("compile_config")
        if not isinstance(compiled, Mapping):
            raise Refused("The model was not compiled, so its training cannot be repeated.")
        if not evidence.epochs or not evidence.steps:
            raise Refused("There is no training history: pass what model.fit returned as history.")
        if evidence.epochs > MAX_EPOCHS or evidence.epochs * evidence.steps > MAX_STEPS:
            raise Refused(
                f"The training took {evidence.epochs} epochs of {evidence.steps} steps; the judge repeats at most "
                f"{MAX_EPOCHS} epochs and {MAX_STEPS} steps in all."
            )
        rates = evidence.curves.get("learning_rate", [])
        return cls(
            _optimizer(compiled.get("optimizer")),
            _loss(compiled.get("loss")),
            evidence.epochs,
            evidence.steps,
            tuple(rates) if len(rates) == evidence.epochs else (),
        )

    def train(self, model: Any, part: Part, seed: int) -> Any:
        """Train a copy of ``model`` from fresh weights, as the recipe says, on ``part``; return the copy.

        Normalization layers keep what they learned from the data: that is preparation, not training.
        """
        keras.utils.set_random_seed(seed)
        fresh = keras.models.clone_model(model)
        for new, old in zip(_normalizations(fresh), _normalizations(model), strict=True):
            new.set_weights(old.get_weights())
            new.finalize_state()
        fresh.compile(optimizer=keras.optimizers.deserialize(self.optimizer), loss=self.loss)
        fresh.fit(
            part.features.to_numpy(),
            part.target.to_numpy(),
            batch_size=math.ceil(len(part.target) / self.steps),
            epochs=self.epochs,
            callbacks=self._callbacks(),
            verbose=0,
        )
        return fresh

    def _callbacks(self) -> list[Any]:
        if not self.learning_rates:
            return []
        return [keras.callbacks.LearningRateScheduler(lambda epoch, _: self.learning_rates[epoch])]


def _normalizations(model: Any) -> list[Any]:
    return [layer for layer in model._flatten_layers() if isinstance(layer, keras.layers.Normalization)]


def _optimizer(described: Any) -> dict[str, Any]:
    if not isinstance(described, Mapping) or described.get("class_name") not in _OPTIMIZERS:
        raise Refused(f"The judge repeats training with {', '.join(_OPTIMIZERS)}; this model uses another optimizer.")
    config = {key: _number(key, value) for key, value in described.get("config", {}).items() if key != "name"}
    return {"module": "keras.optimizers", "class_name": described["class_name"], "config": config}


def _number(key: str, value: Any) -> Any:
    if key == "learning_rate" and isinstance(value, Mapping):
        if value.get("class_name") not in _SCHEDULES:
            raise Refused("The judge does not know the model's learning-rate schedule.")
        inner = {name: _number(name, item) for name, item in value.get("config", {}).items()}
        return {"module": "keras.optimizers.schedules", "class_name": value["class_name"], "config": inner}
    items = value if isinstance(value, list) else [value]
    if all(item is None or isinstance(item, bool | int | float | str) for item in items):
        return value
    raise Refused(f"The optimizer's {key} is not a plain number.")


def _loss(described: Any) -> str:
    """Keras' name of a loss that was given as a string, a class or a function."""
    if isinstance(described, Mapping):
        name = described.get("class_name")
        described = described.get("config") if name == "function" else name
    known = _LOSSES.get(str(described).lower().replace("_", "").replace("keras.losses.", ""))
    if known is None:
        raise Refused(f"The judge does not repeat training with the loss {described!r}.")
    return known


def mean_absolute_error(model: Any, part: Part) -> float:
    """Mean absolute error of ``model`` on ``part``, in the target's unit; NaN if a prediction is not finite.

    Raises:
        Refused: the model does not give one number for each row.
    """
    try:
        predicted = np.asarray(model.predict(part.features.to_numpy(), batch_size=1024, verbose=0))
    except Exception as error:  # Keras and TensorFlow raise many kinds when shapes do not fit
        raise Refused(f"The model cannot answer rows of {part.features.shape[1]} features.") from error
    if predicted.shape != (len(part.target), 1):
        raise Refused(
            f"For {len(part.target)} rows the model answers with shape {predicted.shape}, not one number each."
        )
    return float(np.mean(np.abs(predicted[:, 0] - part.target.to_numpy())))
