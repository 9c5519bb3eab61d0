"""What the experiments on loss and metrics share: draw readings of water mains, train a small network, judge it.

A unit is a draw of readings and a start of the network. Variants share both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from runner import Outcome  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers
from sklearn.metrics import average_precision_score, log_loss, roc_auc_score

from autograder.datasets import leaks

FIRST_DATA_SEED = 10_000  # far from the seeds of the course's own readings
VALIDATION_ROWS, TEST_ROWS = 2000, 8000
STEPS_PER_CALL = 16  # steps that TensorFlow takes without coming back to Python: the same numbers, sooner

Array = np.ndarray
Rows = tuple[Array, Array]


@dataclass(frozen=True)
class Recipe:
    """A network and its training.

    Attributes:
        loss, metrics, callbacks: as for Keras; callbacks are made anew for each run.
        leak_weight: how much a leak weighs in the loss; any other row weighs 1.
        rows, units, epochs, rate: rows that it trains on, units of each of two hidden layers, passes, learning rate.
    """

    loss: str = "binary_crossentropy"
    metrics: Sequence[Any] = ()
    callbacks: Callable[[], list[Any]] = list
    leak_weight: float = 1.0
    rows: int = 2000
    units: int = 16
    epochs: int = 30
    rate: float = 0.003


def draw(unit: int, rows: int) -> tuple[Rows, Rows, Rows]:
    """Training, validation and test rows of a unit, standardised by the training rows."""
    parts = [
        leaks.readings(count, np.array([FIRST_DATA_SEED, unit, part], dtype="uint32"))
        for part, count in enumerate((rows, VALIDATION_ROWS, TEST_ROWS))
    ]
    train = parts[0].features.to_numpy()
    middle, spread = train.mean(axis=0), train.std(axis=0)
    scaled = [((p.features.to_numpy() - middle) / spread, p.target.to_numpy(dtype="float32")) for p in parts]
    return scaled[0], scaled[1], scaled[2]


def trained(recipe: Recipe, unit: int) -> tuple[keras.Model, Any, tuple[Rows, Rows, Rows]]:
    """The network after training, its history and the rows of this unit."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    parts = draw(unit, recipe.rows)
    hidden = [layers.Dense(recipe.units, activation="relu") for _ in range(2)]
    model = keras.Sequential([keras.Input((5,)), *hidden, layers.Dense(1, activation="sigmoid")])
    model.compile(
        keras.optimizers.Adam(recipe.rate),
        recipe.loss,
        metrics=[*recipe.metrics],
        jit_compile=False,
        steps_per_execution=STEPS_PER_CALL,
    )
    weights = None if recipe.leak_weight == 1 else {0: 1.0, 1: recipe.leak_weight}
    history = model.fit(
        *parts[0],
        validation_data=parts[1] if recipe.metrics or recipe.callbacks() else None,
        validation_batch_size=VALIDATION_ROWS,
        batch_size=64,
        epochs=recipe.epochs,
        class_weight=weights,
        callbacks=recipe.callbacks(),
        verbose=0,
    )
    return model, history, parts


def answers(model: keras.Model, rows: Rows) -> Array:
    """The probabilities of a leak, shape (n,)."""
    return np.asarray(model.predict(rows[0], batch_size=4096, verbose=0), dtype="float64")[:, 0]


def scores(probabilities: Array, truth: Array, epochs: int = 0) -> Outcome:
    """What several metrics say of the same answers.

    ``expected`` is the sum of the probabilities divided by the number of leaks; ``recall`` the share of the leaks
    that get more than one half; ``epochs`` how long the training took.
    """
    bell = probabilities > 0.5
    return Outcome({
        "average_precision": average_precision_score(truth, probabilities),
        "roc_auc": roc_auc_score(truth, probabilities),
        "accuracy": np.mean(bell == truth),
        "log_loss": log_loss(truth, np.clip(probabilities, 1e-7, 1 - 1e-7)),
        "expected": probabilities.sum() / truth.sum(),
        "recall": np.mean(bell[truth == 1]),
        "epochs": epochs,
    })  # fmt: skip
