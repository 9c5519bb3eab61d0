"""The first epochs: facts that a count decides, all in one run."""

from __future__ import annotations

from first_epochs import SORTED, Recipe
from runner import Experiment, Outcome, main

# isort: split
import again
import keras
import numpy as np
from digits_draw import draw

BATCHES = 25
SMALL = Recipe(((32, 0.0),), classes=10)


def split_apart(unit: int) -> float:
    """Rows by which the accuracy that ``validation_split`` reports is not that of the last fifth."""
    (images, labels), _ = draw(unit, 500)
    model = again.network(SORTED, unit)
    told = model.fit(images, labels, validation_split=0.2, batch_size=32, verbose=0).history["val_accuracy"][0]
    tail = np.asarray(model(images[400:], training=False)).argmax(axis=1) == labels[400:]
    return abs(round(100 * told) - int(tail.sum()))


def mean_apart(unit: int) -> float:
    """Rows by which an epoch's training accuracy is not the mean of its batches, each asked before its step."""
    (images, labels), _ = draw(unit, 20 * BATCHES)
    model = again.network(SMALL, unit)
    told = model.fit(images, labels, batch_size=20, shuffle=False, verbose=0).history["accuracy"][0]
    model = again.network(SMALL, unit)
    right = 0
    for first in range(0, len(labels), 20):
        rows, truth = images[first : first + 20], labels[first : first + 20]
        right += int(np.sum(np.asarray(model(rows, training=True)).argmax(axis=1) == truth))
        model.train_on_batch(rows, truth)
    return abs(round(len(labels) * told) - right)


def softmax_apart(unit: int) -> int:
    """Rows for which two units and a softmax call another class than one sigmoid of their difference."""
    logits = np.random.default_rng(unit).normal(scale=3, size=(10_000, 2)).astype("float32")
    two = np.asarray(keras.ops.softmax(logits)).argmax(axis=1)
    one = np.asarray(keras.ops.sigmoid(logits[:, 1] - logits[:, 0])) > 0.5
    return int(np.sum(two != one))


def run(unit: int) -> Outcome:
    """All of it."""
    return Outcome(
        {
            "split_apart": split_apart(unit),
            "mean_apart": mean_apart(unit),
            "softmax_apart": softmax_apart(unit),
        }
    )


EXPERIMENT = Experiment("first_epochs_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
