"""Training mode and inference mode: facts that a count or a comparison decides, all in one run.

A *row that differs* differs by more than single precision rounds; sums over all masks are taken in double precision.
"""

from __future__ import annotations

from itertools import product

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers

Array = np.ndarray

ROWS, FEATURES, CLASSES, UNITS = 64, 8, 4, 16
RATE, PENALTY = 0.5, 0.01
ROUNDING, EXACT = 1e-5, 1e-12


def rows(unit: int) -> tuple[Array, Array]:
    """Random rows and random classes."""
    random = np.random.default_rng(unit)
    return random.normal(size=(ROWS, FEATURES)).astype("float32"), random.integers(0, CLASSES, ROWS)


def network(penalty: keras.Regularizer | None = None, **call: bool) -> keras.Model:
    """Batch norm, a ReLU layer and dropout, which may be called with ``training=``."""
    inputs = keras.Input((FEATURES,))
    x = layers.BatchNormalization()(inputs)
    x = layers.Dense(UNITS, activation="relu", kernel_regularizer=penalty)(x)
    x = layers.Dropout(RATE)(x, **call)
    return compiled(keras.Model(inputs, layers.Dense(CLASSES, activation="softmax")(x)))


class Always(keras.Model):
    """A subclassed model whose own ``call`` asks its dropout to be active."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.drop = layers.Dense(UNITS, activation="relu"), layers.Dropout(RATE)
        self.head = layers.Dense(CLASSES, activation="softmax")

    def call(self, inputs: Array) -> Array:
        """Active at any time."""
        return self.head(self.drop(self.hidden(inputs), training=True))


def compiled(model: keras.Model) -> keras.Model:
    """With a rate of zero, so that training shows a loss and changes no weight."""
    model.compile(keras.optimizers.SGD(0.0), "sparse_categorical_crossentropy", jit_compile=False)
    return model


def differ(one: Array, other: Array) -> float:
    """The share of rows that differ."""
    return float(np.mean(np.abs(np.asarray(one) - np.asarray(other)).max(axis=1) > ROUNDING))


def of_modes(unit: int) -> dict[str, float]:
    """Whether dropout acts: in `predict`, in a call, after freezing, and where the call says so explicitly."""
    x, _ = rows(unit)
    model, told, own = network(), network(training=True), compiled(Always())
    silent = model.predict(x, verbose=0)
    found = {
        "predict_twice": np.sum(silent != model.predict(x, verbose=0)),
        "predict_and_inference": differ(silent, model(x, training=False)),
        "predict_and_training": differ(silent, model(x, training=True)),
        "told_true_called_twice": differ(told(x), told(x)),
        "told_true_predicted_twice": np.sum(told.predict(x, verbose=0) != told.predict(x, verbose=0)),
        "own_true_predicted_twice": differ(own.predict(x, verbose=0), own.predict(x, verbose=0)),
    }
    model.trainable = False
    before = [np.array(weight) for weight in model.weights]
    found["frozen_twice"] = differ(model(x, training=True), model(x, training=True))
    found["frozen_moved"] = sum(np.sum(np.array(w) != b) for w, b in zip(model.weights, before, strict=True))
    return found


def of_fit(unit: int) -> dict[str, float]:
    """Whether `fit` wakes a dropout that was called with ``training=False``: its loss then differs between steps."""
    x, y = rows(unit)
    told, frozen = network(training=False), network()
    frozen.trainable = False
    compiled(frozen)
    before = [np.array(weight) for weight in frozen.weights]
    losses = [float(told.train_on_batch(x, y)) for _ in range(2)]
    frozen.fit(x, y, verbose=0)
    moved = sum(np.sum(np.array(w) != b) for w, b in zip(frozen.weights, before, strict=True))
    return {"told_false_fit": abs(losses[0] - losses[1]) > ROUNDING, "frozen_fit_moved": moved}


def of_penalties(unit: int) -> dict[str, float]:
    """What `evaluate` reports on top of the cross-entropy, and whether that is the penalty counted by hand."""
    x, y = rows(unit)
    found = {}
    for name, regularizer in (("l1", keras.regularizers.L1(PENALTY)), ("l2", keras.regularizers.L2(PENALTY))):
        model = network(regularizer)
        plain = -np.log(model.predict(x, verbose=0)[np.arange(ROWS), y].astype("float64")).mean()
        kernel = np.array(model.layers[2].kernel, dtype="float64")
        by_hand = PENALTY * (np.abs(kernel) if name == "l1" else kernel**2).sum()
        extra = float(model.evaluate(x, y, verbose=0)) - plain
        found |= {f"{name}_extra": extra, f"{name}_unexplained": abs(extra - by_hand) > ROUNDING}
    return found


def of_masks(unit: int) -> dict[str, float]:
    """The mean over *all* masks of a layer against what the silent network answers: numbers that differ."""
    random = np.random.default_rng(unit)
    x = random.normal(size=(ROWS, FEATURES))
    first, last = random.normal(size=(FEATURES, UNITS)), random.normal(size=(FEATURES, CLASSES))
    masks = [np.array(mask) / (1 - RATE) for mask in product((0, 1), repeat=FEATURES)]
    thinned = np.array([(x * mask) @ last for mask in masks])
    bent = np.array([np.maximum((x * mask) @ first, 0) for mask in masks])
    logs = np.array([log_softmax(one) for one in thinned])
    return {
        "linear_off": off(thinned.mean(axis=0), x @ last),
        "relu_off": off(bent.mean(axis=0), np.maximum(x @ first, 0)),
        "geometric_off": off(np.exp(log_softmax(logs.mean(axis=0))), np.exp(log_softmax(x @ last))),
        "arithmetic_off": off(np.exp(logs).mean(axis=0), np.exp(log_softmax(x @ last))),
    }


def log_softmax(logits: Array) -> Array:
    """Logarithms of the shares."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result


def off(one: Array, other: Array) -> float:
    """The share of numbers that differ by more than double precision rounds."""
    return float(np.mean(np.abs(one - other) > EXACT * max(1.0, float(np.abs(other).max()))))


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    return Outcome({**of_modes(unit), **of_fit(unit), **of_penalties(unit), **of_masks(unit)})


EXPERIMENT = Experiment("train_vs_inference_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
