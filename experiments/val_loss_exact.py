"""Validation loss: facts that a count decides, all in one run of a few steps."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from few_digits import EACH, Images, draw
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers, ops

EPOCHS = 3
CONV_DROPOUT, POOL_DROPOUT = 0.7, 0.5


def fitted(unit: int, train: Images, **fit: Any) -> keras.Model:
    """A small network with dropout after a short training."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    model = keras.Sequential([
        keras.Input((14, 14, 1)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ])  # fmt: skip
    model.compile("adam", "sparse_categorical_crossentropy", jit_compile=False)
    model.fit(*train, batch_size=20, epochs=EPOCHS, verbose=0, **fit)
    return model


def apart(one: keras.Model, other: keras.Model) -> int:
    """How many weights of two networks are not the same, bit for bit."""
    return sum(int(np.sum(a != b)) for a, b in zip(one.get_weights(), other.get_weights(), strict=True))


def of_checkpoints(unit: int, train: Images) -> dict[str, float]:
    """How many weights of a checkpoint with ``save_best_only=False`` are not the last ones.

    The number that it monitors grows from epoch to epoch, so that the first one is the best.
    """
    with tempfile.TemporaryDirectory() as folder:
        saved = str(Path(folder, "best.keras"))
        grows = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: logs.update(worse=float(epoch)))
        keep = keras.callbacks.ModelCheckpoint(saved, monitor="worse", mode="min", save_best_only=False)
        model = fitted(unit, train, callbacks=[grows, keep])
        return {"checkpoint": apart(keras.models.load_model(saved, compile=False), model)}


def of_validation(unit: int, train: Images, valid: Images) -> dict[str, float]:
    """How many weights are others with validation pictures."""
    return {"validated": apart(fitted(unit, train), fitted(unit, train, validation_data=valid))}


def of_dropouts(unit: int) -> dict[str, float]:
    """Which share of the numbers behind a pooling is zero, of numbers that were all above zero."""
    keras.utils.set_random_seed(unit)
    maps = ops.convert_to_tensor(np.random.default_rng(unit).uniform(0.1, 1, (100, 14, 14, 8)).astype("float32"))
    before = layers.Dropout(CONV_DROPOUT)(maps, training=True)
    pooled = layers.MaxPooling2D()(before)
    both = layers.Dropout(POOL_DROPOUT)(pooled, training=True)
    zero = {name: float(np.mean(np.asarray(given) == 0)) for name, given in {"pooled": pooled, "both": both}.items()}
    return {"zero_behind_pooling": zero["pooled"], "zero_behind_both": zero["both"]}


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    train, valid, _ = draw(unit, EACH)
    return Outcome(of_checkpoints(unit, train) | of_validation(unit, train, valid) | of_dropouts(unit))


EXPERIMENT = Experiment("val_loss_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
