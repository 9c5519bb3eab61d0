"""Rules on where dropout and batch norm stand: each fault against the advice of its rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import faults
from faults import Data, Trial
from runner import Experiment, main

# isort: split
import keras
from keras import layers

Build = Callable[[Data], Sequence[keras.Layer]]


def around_pool(before: float, after: float) -> Build:
    """Dropout on either side of a pooling; the rate 0 leaves one out."""
    return lambda data: [
        faults.convolution(16),
        *dropout(before),
        layers.MaxPooling2D(),
        *dropout(after),
        layers.Flatten(),
        *faults.hidden(32),
        faults.head(data),
    ]


def dropouts(*rates: float, units: Sequence[int] = (64, 64)) -> Build:
    """Hidden layers with dropout at these rates: first on the inputs, then after each layer, last on the output."""

    def build(data: Data) -> list[keras.Layer]:
        stack = [*faults.hidden(*units), faults.head(data)]
        thinned = [[layer, *dropout(rate)] for layer, rate in zip(stack, rates[1:], strict=True)]
        return [*dropout(rates[0]), *(layer for part in thinned for layer in part)]

    return build


def dropout(rate: float) -> list[keras.Layer]:
    """The layer, if there is anything to drop."""
    return [layers.Dropout(rate)] if rate else []


def convolutions(rate: float) -> Build:
    """Two blocks of convolution, pooling and dropout."""
    return lambda data: [
        faults.convolution(16),
        layers.MaxPooling2D(),
        *dropout(rate),
        faults.convolution(32),
        layers.MaxPooling2D(),
        *dropout(rate),
        layers.Flatten(),
        faults.head(data),
    ]


def normalised(place: str, data: Data) -> list[keras.Layer]:
    """Batch norm after each hidden layer, and, if the place is ``output``, between the output's sum and its bend."""
    last = faults.head(data)
    blocks = [layer for dense in faults.hidden(64, 64) for layer in (dense, layers.BatchNormalization())]
    if place == "hidden":
        return [*blocks, last]
    bend, last.activation = last.activation, keras.activations.linear
    return [*blocks, last, layers.BatchNormalization(), layers.Activation(bend)]


def normalised_over(axis: int) -> Build:
    """Two blocks of convolution, batch norm over an axis of (height, width, channels), ReLU and pooling."""

    def block(channels: int) -> list[keras.Layer]:
        norm = layers.BatchNormalization(axis=axis if axis < 0 else axis + 1)  # Keras counts the batch, too
        return [faults.convolution(channels, None), norm, layers.ReLU(), layers.MaxPooling2D()]

    return lambda data: [*block(16), *block(32), layers.Flatten(), faults.head(data)]


CONCRETE = Trial(faults.concrete, faults.perceptron, epochs=40)
RAW = replace(CONCRETE, data=partial(faults.concrete, targets=False))
DIGITS = Trial(faults.digits, faults.perceptron, epochs=15)
IMAGES = Trial(faults.digit_images, around_pool(0, 0.5), epochs=10)
TUMOURS = Trial(faults.tumours, faults.perceptron, epochs=20)
NARROW = (64, 4)


def pair(trial: Trial, fault: Build, instead: Build) -> tuple[Trial, Trial]:
    """The same trial with two networks."""
    return replace(trial, build=fault), replace(trial, build=instead)


def moved(trial: Trial, rate: float) -> tuple[Trial, Trial]:
    """Dropout on the inputs against the same dropout after the first hidden layer."""
    return pair(trial, dropouts(rate, 0, 0, 0), dropouts(0, rate, 0, 0))


OUTPUT, HIDDEN = partial(normalised, "output"), partial(normalised, "hidden")
NARROW_DROPPED = dropouts(0, 0, 0.5, 0, units=NARROW), dropouts(0, 0.5, 0, 0, units=NARROW)
LAST_DROPPED = dropouts(0, 0, 0, 0.2), dropouts(0, 0, 0.2, 0)
PAIRS = {
    "dropouts-around-pool": pair(IMAGES, around_pool(0.5, 0.5), around_pool(0, 0.5)),
    "dropouts-around-pool, .3": pair(IMAGES, around_pool(0.3, 0.3), around_pool(0, 0.3)),
    "batch-norm-on-output": pair(CONCRETE, OUTPUT, HIDDEN),
    "batch-norm-on-output, raw targets": pair(RAW, OUTPUT, HIDDEN),
    "batch-norm-on-output, classes": pair(DIGITS, OUTPUT, HIDDEN),
    "batch-norm-over-rows": pair(IMAGES, normalised_over(0), normalised_over(-1)),
    "dropout-on-input": moved(CONCRETE, 0.2),
    "dropout-on-input, tumours": moved(TUMOURS, 0.2),
    "dropout-on-small-layer": pair(CONCRETE, *NARROW_DROPPED),
    "dropout-on-small-layer, classes": pair(TUMOURS, *NARROW_DROPPED),
    "dropout-after-output": pair(CONCRETE, *LAST_DROPPED),
    "dropout-after-output, classes": pair(DIGITS, *LAST_DROPPED),
    "too-much-dropout": pair(CONCRETE, dropouts(0, 0.8, 0.8, 0), dropouts(0, 0.2, 0.2, 0)),
    "too-much-dropout, convolutions": pair(IMAGES, convolutions(0.6), convolutions(0.25)),
}
EXPERIMENT = Experiment("rules_order", faults.variants(PAIRS, faults.run))

if __name__ == "__main__":
    main(EXPERIMENT)
