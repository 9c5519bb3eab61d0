"""Rules on the output layer, its loss and its metric: each fault against the advice of its rule.

Where a rule is about the metric, ``reported`` is the accuracy that Keras prints for the held-out rows; elsewhere it
repeats the score. ``sum_from_1`` is how far the answers to a row are from a sum of 1 (0 where there is one class).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial

import faults
from faults import Data, Trial
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers, losses

SPARSE_LOGITS = losses.SparseCategoricalCrossentropy(from_logits=True)
BINARY_LOGITS = losses.BinaryCrossentropy(from_logits=True)
CODE, SMALL_CODE = 16, 2  # units in the middle of an autoencoder


@cache
def run(trial: Trial, seed: int) -> Outcome:
    """Train and score; a trial that several pairs share runs once."""
    data, model = faults.network(trial, seed)
    faults.train(trial, data, model)
    predicted = faults.answers(model, data.test_x)
    score = faults.score(data, predicted)
    distance = np.abs(predicted.sum(axis=1) - 1).mean() if data.classes > 2 else 0.0
    return Outcome({"score": score, "reported": score, "sum_from_1": distance})


def read(trial: Trial, trained: bool, seed: int) -> Outcome:
    """Train, or leave the network as it starts, and have Keras report its accuracy."""
    data, model = faults.network(trial, seed)
    if trained:
        faults.train(trial, data, model)
    model.compile(loss=trial.loss_for(data), metrics=["accuracy"], jit_compile=False)
    reported = model.evaluate(data.test_x, data.test_y, verbose=0, return_dict=True)["accuracy"]
    score = faults.score(data, faults.answers(model, data.test_x))
    return Outcome({"score": score, "reported": reported, "sum_from_1": 0.0})


def ending(*output: Callable[[], keras.Layer]) -> Callable[[Data], Sequence[keras.Layer]]:
    """Two hidden layers of 64 units, and then what these make."""
    return lambda _: [*faults.hidden(64, 64), *(make() for make in output)]


def output(units: int, activation: str | None = None) -> Callable[[], keras.Layer]:
    """Makes an output layer."""
    return partial(layers.Dense, units, activation=activation)


def one_hot(seed: int) -> Data:
    """The digits with labels as rows of zeros with a one."""
    data = faults.digits(seed)
    code = np.eye(data.classes, dtype="float32")
    return data._replace(train_y=code[data.train_y], test_y=code[data.test_y])


def odd(seed: int) -> Data:
    """The digits in two classes, even and odd."""
    data = faults.digits(seed)
    return data._replace(train_y=data.train_y % 2, test_y=data.test_y % 2, classes=2)


def pictures(shape: tuple[int, ...], seed: int) -> Data:
    """Digits that are to be answered with themselves."""
    data = faults.digits(seed)
    train, test = data.train_x.reshape(-1, *shape), data.test_x.reshape(-1, *shape)
    return Data(train, train, test, test)


def autoencoder(code: int, data: Data) -> list[keras.Layer]:
    """A network with a narrow middle that answers in the shape of its input."""
    back = layers.Dense(64, activation="sigmoid")
    return [layers.Flatten(), *faults.hidden(32, code, 32), back, layers.Reshape(data.train_x.shape[1:])]


CONCRETE = Trial(faults.concrete, ending(output(1)), epochs=60)
POSITIVE = replace(CONCRETE, data=partial(faults.concrete, targets=False))
DIGITS = Trial(faults.digits, ending(output(10, "softmax")))
TUMOURS = Trial(faults.tumours, ending(output(1, "sigmoid")), epochs=30)
ODD = replace(TUMOURS, data=odd, epochs=20)
RELU = ending(output(1, "relu"))
# Keras on TensorFlow looks for a softmax or sigmoid right before the loss and takes it back; a reshape stops it
HIDDEN = {
    "softmax": ending(output(10, "softmax"), partial(layers.Reshape, (10,))),
    "sigmoid": ending(output(1, "sigmoid"), partial(layers.Reshape, (1,))),
}
ONE_HOT = replace(DIGITS, data=one_hot, loss="CategoricalCrossentropy")
PAIRS = {
    "relu-on-regression": (replace(CONCRETE, build=RELU), CONCRETE),
    "relu-on-regression, positive": (replace(POSITIVE, build=RELU), POSITIVE),
    "sigmoid-on-exclusive-classes": (replace(DIGITS, build=ending(output(10, "sigmoid"))), DIGITS),
    "probabilities-as-logits": (replace(DIGITS, loss=SPARSE_LOGITS), DIGITS),
    "probabilities-as-logits, hidden": (
        replace(DIGITS, build=HIDDEN["softmax"], loss=SPARSE_LOGITS),
        replace(DIGITS, build=HIDDEN["softmax"]),
    ),
    "probabilities-as-logits, hidden, two classes": (
        replace(TUMOURS, build=HIDDEN["sigmoid"], loss=BINARY_LOGITS),
        replace(TUMOURS, build=HIDDEN["sigmoid"]),
    ),
    "linear-on-binary-loss": (replace(TUMOURS, build=ending(output(1))), TUMOURS),
    "linear-on-binary-loss, digits": (replace(ODD, build=ending(output(1))), ODD),
    "distance-loss-on-classes": (replace(ONE_HOT, loss="MeanSquaredError"), ONE_HOT),
    "distance-loss-on-classes, sgd": (
        replace(ONE_HOT, loss="MeanSquaredError", optimizer="sgd"),
        replace(ONE_HOT, optimizer="sgd"),
    ),
    "distance-loss-on-classes, two classes": (replace(TUMOURS, loss="MeanSquaredError"), TUMOURS),
}
IMAGES, FLAT = partial(pictures, (8, 8, 1)), partial(pictures, (64,))
READINGS = {
    "accuracy-on-regression: trained": partial(read, CONCRETE, True),
    "accuracy-on-regression: untrained": partial(read, CONCRETE, False),
    "accuracy-on-reconstruction: wide": partial(read, Trial(IMAGES, partial(autoencoder, CODE)), True),
    "accuracy-on-reconstruction: narrow": partial(read, Trial(IMAGES, partial(autoencoder, SMALL_CODE)), True),
    "accuracy-on-reconstruction, flat: wide": partial(read, Trial(FLAT, partial(autoencoder, CODE)), True),
    "accuracy-on-reconstruction, flat: narrow": partial(read, Trial(FLAT, partial(autoencoder, SMALL_CODE)), True),
}
EXPERIMENT = Experiment("rules_head", faults.variants(PAIRS, run) | READINGS)

if __name__ == "__main__":
    main(EXPERIMENT)
