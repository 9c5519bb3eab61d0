"""Batch norm or not: facts that a count decides, and what a step costs; all in one run."""

from __future__ import annotations

import time
from dataclasses import replace

from bn_or_not import FEW, Recipe
from runner import Experiment, Outcome, main

# isort: split
import again
import keras
import numpy as np
from digits_draw import draw
from keras import layers

TIMED = Recipe(rows=2000, epochs=4)


def pixels_apart(unit: int) -> int:
    """Pixels at which the asker's frozen layer of one unit is anything but one number times the picture."""
    keras.utils.set_random_seed(unit)
    (images, _), _ = draw(unit, 100)
    frozen = layers.Dense(1, use_bias=False, trainable=False)
    shown = np.asarray(frozen(images))
    return int(np.sum(shown != images * np.asarray(frozen.kernel)[0, 0]))


def of_memory(unit: int) -> dict[str, float]:
    """The same training with batch norm's momentum at .99 and at .9: what differs, and where."""
    found = []
    for memory in (0.99, 0.9):
        (images, labels), (shown, truth) = draw(unit, FEW.rows)
        model = again.network(replace(FEW, memory=memory), unit)
        history = model.fit(images, labels, batch_size=FEW.batch, epochs=FEW.epochs, verbose=0).history
        called = np.asarray(model(shown, training=False)).argmax(axis=1) == truth
        kept = [
            [np.array(one) for one in weights] for weights in (model.trainable_weights, model.non_trainable_weights)
        ]
        found.append((history["loss"], *kept, called.mean()))
    (one_loss, one, one_kept, one_right), (other_loss, other, other_kept, other_right) = found
    return {
        "losses_apart": sum(a != b for a, b in zip(one_loss, other_loss, strict=True)),
        "weights_apart": numbers_apart(one, other),
        "stored_apart": numbers_apart(one_kept, other_kept),
        "validation_apart": float(abs(one_right - other_right)),
    }


def numbers_apart(one: list[np.ndarray], other: list[np.ndarray]) -> int:
    """How many numbers of two networks are not the same, bit for bit."""
    return sum(int(np.sum(a != b)) for a, b in zip(one, other, strict=True))


def cost(unit: int) -> float:
    """The processor time of an epoch with batch norm, divided by that without it; the first epoch left out."""
    images, labels = draw(unit, TIMED.rows).train
    seconds = []
    for memory in (None, 0.99):
        model = again.network(replace(TIMED, memory=memory), unit)
        model.fit(images, labels, batch_size=TIMED.batch, verbose=0)
        begun = time.process_time()
        for _ in range(TIMED.epochs):
            model.fit(images, labels, batch_size=TIMED.batch, verbose=0)
        seconds.append(time.process_time() - begun)
    return seconds[1] / seconds[0]


def run(unit: int) -> Outcome:
    """All of it."""
    return Outcome({"pixels_apart": pixels_apart(unit), **of_memory(unit), "cost": cost(unit)})


EXPERIMENT = Experiment("bn_or_not_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
