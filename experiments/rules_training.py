"""Rules on optimizer, batches, callbacks and validation: each fault against the advice of its rule.

``reported`` is the score on the rows that a program validates on; where it has none, on those that it trains on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import faults
from faults import Data, Trial
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import callbacks, layers

VALIDATION_SHARE = 0.25
PATIENCE = 10


@cache
def run(trial: Trial, seed: int) -> Outcome:
    """Train on all rows; a trial that several pairs share runs once."""
    data, model = faults.network(trial, seed)
    faults.train(trial, data, model)
    return measured(data, data, model)


def apart(trial: Trial, seed: int) -> Outcome:
    """Train on some rows, validate on others."""
    data, model = faults.network(trial, seed)
    fitted, validation = divided(data)
    faults.train(trial, fitted, model)
    return measured(data, validation, model)


def checkpointed(only_best: bool, trial: Trial, seed: int) -> Outcome:
    """Measure the weights that a checkpoint holds in the end."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.weights.h5"
        checkpoint = callbacks.ModelCheckpoint(file, save_best_only=only_best, save_weights_only=True)
        return watched(checkpoint, lambda model: model.load_weights(file), trial, seed)


def stopped(restores: bool, trial: Trial, seed: int) -> Outcome:
    """Measure the weights that early stopping leaves."""
    stopping = callbacks.EarlyStopping(patience=PATIENCE, restore_best_weights=restores)
    return watched(stopping, lambda _: None, trial, seed)


def watched(callback: callbacks.Callback, after: Callable[[keras.Model], None], trial: Trial, seed: int) -> Outcome:
    """Train with a callback that sees the loss on rows apart."""
    data, model = faults.network(trial, seed)
    fitted, validation = divided(data)
    model.compile(optimizer=trial.fresh_optimizer(), loss=trial.loss_for(data), jit_compile=False)
    model.fit(
        fitted.train_x,
        fitted.train_y,
        validation_data=(validation.train_x, validation.train_y),
        epochs=trial.epochs,
        batch_size=trial.batch_size,
        callbacks=[callback],
        verbose=0,
    )
    after(model)
    return measured(data, validation, model)


def divided(data: Data) -> tuple[Data, Data]:
    """Rows to train on and rows to validate on, both as ``train_x`` and ``train_y``, by chance."""
    rows = np.random.permutation(len(data.train_x))  # the seed is set
    cut = round(len(rows) * VALIDATION_SHARE)
    parts = (
        data._replace(train_x=data.train_x[part], train_y=data.train_y[part]) for part in (rows[cut:], rows[:cut])
    )
    return next(parts), next(parts)


def measured(data: Data, validation: Data, model: keras.Model) -> Outcome:
    """Score on the held-out rows, and on those of the validation."""
    seen = data._replace(test_x=validation.train_x, test_y=validation.train_y)
    return Outcome(
        {
            "score": faults.score(data, faults.answers(model, data.test_x)),
            "reported": faults.score(seen, faults.answers(model, seen.test_x)),
        }
    )


def by_class(seed: int) -> Data:
    """The digits, all noughts first, as files in folders are read."""
    data = faults.digits(seed)
    order = np.argsort(data.train_y, kind="stable")
    return data._replace(train_x=data.train_x[order], train_y=data.train_y[order])


def normalised(norm: type[keras.Layer], data: Data) -> list[keras.Layer]:
    """Two hidden layers, each with a norm layer."""
    return [*(layer for dense in faults.hidden(64, 64) for layer in (dense, norm())), faults.head(data)]


def convolutions(trainable: bool, data: Data) -> list[keras.Layer]:
    """Two convolutions with pooling, trained, or left as they start."""
    first, second = faults.convolution(16), faults.convolution(32)
    first.trainable = second.trainable = trainable
    pooling = layers.MaxPooling2D
    return [first, pooling(), second, pooling(), layers.Flatten(), faults.head(data)]


def frozen(data: Data) -> list[keras.Layer]:
    """Hidden layers that stay as they start."""
    stack = faults.perceptron(data)
    for layer in stack[:-1]:
        layer.trainable = False
    return stack


DIGITS = Trial(faults.digits, faults.perceptron, epochs=15)
SGD = replace(DIGITS, optimizer="sgd")
CONCRETE = Trial(faults.concrete, faults.perceptron, epochs=40)
WINE = Trial(faults.wine, faults.perceptron, epochs=40)
DIABETES = Trial(faults.diabetes, faults.perceptron, epochs=40)
IMAGES = Trial(faults.digit_images, partial(convolutions, True), epochs=10)
ONE = {"batch_size": 1, "epochs": 2}
PAIRS = {
    "learning-rate-too-high": (replace(DIGITS, rate=0.1), DIGITS),
    "learning-rate-too-high, regression": (replace(CONCRETE, rate=0.1), CONCRETE),
    "learning-rate-too-high, convolutions": (replace(IMAGES, rate=0.1), IMAGES),
    "learning-rate-too-low": (replace(DIGITS, rate=1e-6), DIGITS),
    "learning-rate-too-low, sgd": (replace(SGD, rate=1e-6), SGD),
    "learning-rate-too-low, regression": (replace(CONCRETE, rate=1e-6), CONCRETE),
    "batch-norm-with-batch-of-one": (
        replace(DIGITS, build=partial(normalised, layers.BatchNormalization), **ONE),
        replace(DIGITS, build=partial(normalised, layers.LayerNormalization), **ONE),
    ),
    "shuffle-off": (replace(DIGITS, data=by_class, shuffle=False), replace(DIGITS, data=by_class)),
    "frozen-random-layers": (replace(DIGITS, build=frozen), DIGITS),
    "frozen-random-layers, regression": (replace(CONCRETE, build=frozen), CONCRETE),
    "frozen-random-layers, convolutions": (replace(IMAGES, build=partial(convolutions, False)), IMAGES),
}
CALLBACKS = {
    "checkpoint-not-best: fault": partial(checkpointed, False, WINE),
    "checkpoint-not-best: instead": partial(checkpointed, True, WINE),
    "checkpoint-not-best, diabetes: fault": partial(checkpointed, False, DIABETES),
    "checkpoint-not-best, diabetes: instead": partial(checkpointed, True, DIABETES),
    "early-stopping-restores-nothing: fault": partial(stopped, False, WINE),
    "early-stopping-restores-nothing: instead": partial(stopped, True, WINE),
    "early-stopping-restores-nothing, diabetes: fault": partial(stopped, False, DIABETES),
    "early-stopping-restores-nothing, diabetes: instead": partial(stopped, True, DIABETES),
}
VALIDATIONS = {
    "validated-on-training-data: fault": partial(run, WINE),
    "validated-on-training-data: instead": partial(apart, WINE),
    "validated-on-training-data, classes: fault": partial(run, DIGITS),
    "validated-on-training-data, classes: instead": partial(apart, DIGITS),
}
ALSO = {
    # half way to the fault: where does the rate begin to hurt?
    "learning-rate-.03": partial(run, replace(DIGITS, rate=0.03)),
    "learning-rate-.03, regression": partial(run, replace(CONCRETE, rate=0.03)),
    # the other advice to batch norm with a batch of one
    "batch-norm-with-batch-of-one, larger batches: instead": partial(
        run, replace(DIGITS, build=partial(normalised, layers.BatchNormalization))
    ),
}
EXPERIMENT = Experiment("rules_training", faults.variants(PAIRS, run) | VALIDATIONS | ALSO | CALLBACKS)

if __name__ == "__main__":
    main(EXPERIMENT)
