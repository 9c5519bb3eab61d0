"""A recipe: how a model was trained, read from its evidence as plain data, so that the judge can repeat it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import keras

from autograder.evidence import Evidence, Refused
from autograder.judge.batches import possible_steps, steps_at_once, stream
from autograder.judge.data import Rows

MAX_EPOCHS = 500
MAX_STEPS = 100_000
_OPTIMIZERS = ("SGD", "Adam", "AdamW", "Adamax", "Nadam", "RMSprop", "Adagrad", "Adadelta", "Ftrl", "Lion")
_SCHEDULES = (
    "CosineDecay", "CosineDecayRestarts", "ExponentialDecay", "InverseTimeDecay", "PolynomialDecay",
    "PiecewiseConstantDecay",
)  # fmt: skip
_LOSSES = {
    "mae": "MeanAbsoluteError", "mse": "MeanSquaredError", "huber": "Huber", "logcosh": "LogCosh",
    "sparsecategoricalcrossentropy": "SparseCategoricalCrossentropy",
    "categoricalcrossentropy": "CategoricalCrossentropy",
    "meanabsoluteerror": "MeanAbsoluteError", "meansquarederror": "MeanSquaredError",
}  # fmt: skip
_LOSS_SETTINGS = ("from_logits", "label_smoothing")
_WATCHED_AT_ONCE = 500
_ONE_HOT = "CategoricalCrossentropy"


@dataclass(frozen=True)
class Recipe:
    """Architecture aside, all that a repetition needs.

    Attributes:
        optimizer, loss: class and settings, as Keras serializes them.
        epochs: how many were trained.
        steps: optimizer steps in an epoch.
        learning_rates: one for each epoch where a callback changed it, else empty.
    """

    optimizer: dict[str, Any]
    loss: dict[str, Any]
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

    def train(
        self, model: Any, rows: Rows, seed: int, watched: Rows | None = None, whole: bool = False
    ) -> tuple[Any, list[float]]:
        """Train a copy of ``model`` from fresh weights on ``rows``, as the recipe says.

        Normalization layers keep what they learned from the data: that is preparation, not training. Where the
        optimizer averages the weights, it is the averaged ones that are watched.

        Returns:
            The copy, and its accuracy on the ``watched`` rows after each epoch: of the last half, or of the
            ``whole`` training.
        """
        first = 1 if whole else self.epochs // 2 + 1
        steps = possible_steps(len(rows.targets), self.steps)
        keras.utils.set_random_seed(seed)
        fresh = keras.models.clone_model(model)
        for new, old in zip(_normalizations(fresh), _normalizations(model), strict=True):
            new.set_weights(old.get_weights())
            new.finalize_state()
        fresh.compile(
            optimizer=keras.optimizers.deserialize(self.optimizer),
            loss=keras.losses.deserialize(self.loss),
            metrics=["accuracy"] if watched else None,
            steps_per_execution=steps_at_once(steps),
        )
        history = fresh.fit(
            stream(*self._as_the_loss_wants(rows), steps, self.epochs, seed),
            steps_per_epoch=steps,
            epochs=self.epochs,
            shuffle=False,
            validation_data=self._as_the_loss_wants(watched) if watched else None,
            validation_freq=[*range(first, self.epochs + 1)],
            validation_batch_size=_WATCHED_AT_ONCE,
            callbacks=self._callbacks(),
            verbose=0,
        ).history
        return fresh, history.get("val_accuracy", [])

    def _as_the_loss_wants(self, rows: Rows) -> tuple[Any, Any]:
        one_hot = self.loss["class_name"] == _ONE_HOT
        return rows.inputs, keras.utils.to_categorical(rows.targets) if one_hot else rows.targets

    def _callbacks(self) -> list[Any]:
        callbacks: list[Any] = []
        if self.learning_rates:
            callbacks.append(keras.callbacks.LearningRateScheduler(lambda epoch, _: self.learning_rates[epoch]))
        if self.optimizer["config"].get("use_ema"):
            callbacks.append(keras.callbacks.SwapEMAWeights())
        return callbacks


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


def _loss(described: Any) -> dict[str, Any]:
    """A loss that was given as a string, a class or a function, as Keras serializes a class."""
    settings: Any = {}
    if isinstance(described, Mapping):
        name, config = described.get("class_name"), described.get("config")
        described, settings = (config, {}) if name == "function" else (name, config)
    known = _LOSSES.get(str(described).lower().replace("_", "").replace("keras.losses.", ""))
    if known is None or not isinstance(settings, Mapping):
        raise Refused(f"The judge does not repeat training with the loss {described!r}.")
    plain = {key: value for key in _LOSS_SETTINGS if isinstance(value := settings.get(key), bool | int | float)}
    return {"class_name": known, "config": plain}
