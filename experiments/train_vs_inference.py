"""Small networks on few digits: with dropout, with batch norm, with neither; asked in both modes.

A unit is a draw of rows from scikit-learn's 1797 digits and a start of the network. Whatever is not drawn tests.
"""

from __future__ import annotations

from functools import partial

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.metrics import log_loss

Array = np.ndarray

TRAIN_ROWS, UNITS, RATE, PASSES = 300, 128, 0.5, 50
STEPS_PER_CALL = 10  # steps that TensorFlow takes without coming back to Python: the same numbers, sooner
CLASSES = range(10)


def draw(unit: int) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """Training and test rows, pixels from 0 to 1."""
    pixels, digits = load_digits(return_X_y=True)
    order = np.random.default_rng(unit).permutation(len(digits))
    train, test = order[:TRAIN_ROWS], order[TRAIN_ROWS:]
    pixels = (pixels / 16).astype("float32")
    return (pixels[train], digits[train]), (pixels[test], digits[test])


def network(part: str) -> keras.Model:
    """Two hidden layers; behind each activation dropout, before each batch norm, or neither."""
    stack: list[keras.layers.Layer | object] = [keras.Input((64,))]
    for _ in range(2):
        stack.append(layers.Dense(UNITS))
        stack += [layers.BatchNormalization(momentum=0.9)] if part == "batch norm" else []
        stack.append(layers.ReLU())
        stack += [layers.Dropout(RATE)] if part == "dropout" else []
    return keras.Sequential([*stack, layers.Dense(10, activation="softmax")])


def run(part: str, unit: int) -> Outcome:
    """Train; ``fit_accuracy`` is what `fit` reports of its last epoch, ``evaluated`` what the same rows give then.

    The rest is of test rows: the silent network, one noisy pass, and the mean of many noisy passes.
    """
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    train, (rows, truth) = draw(unit)
    model = network(part)
    model.compile(
        keras.optimizers.Adam(0.003),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
        steps_per_execution=STEPS_PER_CALL,
    )
    history = model.fit(*train, batch_size=30, epochs=30, verbose=0).history
    silent = np.asarray(model(rows, training=False))
    passes = PASSES if part == "dropout" else 1
    noisy = np.array([model(rows, training=True) for _ in range(passes)])
    return Outcome({
        "fit_accuracy": history["accuracy"][-1],
        "evaluated": accuracy(np.asarray(model(train[0], training=False)), train[1]),
        "accuracy": accuracy(silent, truth),
        "one_pass": accuracy(noisy[0], truth),
        "many_passes": accuracy(noisy.mean(axis=0), truth),
        "log_loss": log_loss(truth, silent, labels=CLASSES),
        "many_passes_log_loss": log_loss(truth, noisy.mean(axis=0), labels=CLASSES),
    })  # fmt: skip


def accuracy(answers: Array, truth: Array) -> float:
    """The share of right answers."""
    return float(np.mean(answers.argmax(axis=1) == truth))


EXPERIMENT = Experiment(
    "train_vs_inference", {part: partial(run, part) for part in ("dropout", "batch norm", "neither")}
)

if __name__ == "__main__":
    main(EXPERIMENT)
