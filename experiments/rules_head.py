"""Rules on the output layer, its loss and its metric: each fault against the advice of its rule.

Here Keras trains with `fit`, because how `compile` puts loss and metric to work is part of the question.
``reported`` is the accuracy that Keras prints for the held-out rows, ``sum_from_1`` how far the answers to a row are
from a sum of 1 (0 where there are two classes or none).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import faults
from faults import Data, Trial
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
import tensorflow as tf
from keras import layers, losses

SPARSE_LOGITS = losses.SparseCategoricalCrossentropy(from_logits=True)
BINARY_LOGITS = losses.BinaryCrossentropy(from_logits=True)
STEPS_PER_CALL = 40  # steps that TensorFlow takes without coming back to Python: the same numbers, sooner
CODE, SMALL_CODE = 16, 2  # units in the middle of an autoencoder


def run(trial: Trial, seed: int, trained: bool = True) -> Outcome:
    """Train, or leave the network as it starts; then measure."""
    data, model = faults.network(trial, seed)
    model.compile(
        optimizer=trial.fresh_optimizer(),
        loss=trial.loss_for(data),
        metrics=["accuracy"],
        jit_compile=False,
        steps_per_execution=STEPS_PER_CALL,
    )
    if trained:
        model.fit(passes(trial, data), epochs=1, shuffle=False, verbose=0)  # shuffled already
    predicted = faults.answers(model, data.test_x)
    reported = model.evaluate(data.test_x, data.test_y, verbose=0, return_dict=True)["accuracy"]
    distance = np.abs(predicted.sum(axis=1) - 1).mean() if data.classes > 2 else 0.0
    return Outcome({"score": faults.score(data, predicted), "reported": reported, "sum_from_1": distance})


def passes(trial: Trial, data: Data) -> tf.data.Dataset:
    """All epochs in one, each shuffled by itself: the steps are those of ``epochs=``, without Keras's pauses."""
    rows = tf.data.Dataset.from_tensor_slices((data.train_x, data.train_y))
    return rows.shuffle(len(data.train_x)).batch(trial.batch_size).repeat(trial.epochs)


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
    "accuracy-on-regression: trained": partial(run, CONCRETE),
    "accuracy-on-regression: untrained": partial(run, CONCRETE, trained=False),
    "accuracy-on-reconstruction: wide": partial(run, Trial(IMAGES, partial(autoencoder, CODE))),
    "accuracy-on-reconstruction: narrow": partial(run, Trial(IMAGES, partial(autoencoder, SMALL_CODE))),
    "accuracy-on-reconstruction, flat: wide": partial(run, Trial(FLAT, partial(autoencoder, CODE))),
    "accuracy-on-reconstruction, flat: narrow": partial(run, Trial(FLAT, partial(autoencoder, SMALL_CODE))),
}
EXPERIMENT = Experiment("rules_head", faults.variants(PAIRS, run) | READINGS)

if __name__ == "__main__":
    main(EXPERIMENT)
