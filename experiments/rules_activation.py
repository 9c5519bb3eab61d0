"""Rules on what bends the values between layers: each fault against the advice of its rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import faults
from faults import Data, Trial
from runner import Experiment, main

# isort: split
import keras
from keras import layers

Build = Callable[[Data], Sequence[keras.Layer]]


def dense(*activations: str | None) -> Build:
    """A hidden layer of 64 units for each activation."""
    return lambda data: [*(layers.Dense(64, activation=name) for name in activations), faults.head(data)]


def convolutions(activation: str | None) -> Build:
    """Two convolutions with this activation, pooling, a hidden layer."""
    return lambda data: [
        faults.convolution(16, activation),
        faults.convolution(16, activation),
        layers.MaxPooling2D(),
        layers.Flatten(),
        *faults.hidden(32),
        faults.head(data),
    ]


def squashed_again(function: str) -> Build:
    """An output that is squashed, and then squashed once more."""
    return lambda data: [*faults.perceptron(data), layers.Activation(function)]


RELU = dense("relu", "relu")
CONCRETE = Trial(faults.concrete, RELU, epochs=40)
DIGITS = Trial(faults.digits, RELU, epochs=15)
IMAGES = Trial(faults.digit_images, convolutions("relu"), epochs=8)
TUMOURS = Trial(faults.tumours, RELU, epochs=20)
DEEP = dense("relu", "relu", "relu")
EXPONENTIALS = dense("exponential", "exponential")
SIGMOIDS = dense("sigmoid", "sigmoid", "sigmoid")
PAIRS = {
    "none-between-layers": (replace(CONCRETE, build=dense(None, None)), CONCRETE),
    "none-between-layers, classes": (replace(DIGITS, build=dense(None, None)), DIGITS),
    "none-between-layers, convolutions": (replace(IMAGES, build=convolutions(None)), IMAGES),
    "saturating-hidden": (replace(DIGITS, build=SIGMOIDS), replace(DIGITS, build=DEEP)),
    "saturating-hidden, regression": (replace(CONCRETE, build=SIGMOIDS), replace(CONCRETE, build=DEEP)),
    "saturating-hidden, convolutions": (replace(IMAGES, build=convolutions("sigmoid")), IMAGES),
    "exponential-hidden": (replace(CONCRETE, build=EXPONENTIALS), CONCRETE),
    "exponential-hidden, classes": (replace(DIGITS, build=EXPONENTIALS), DIGITS),
    "softmax-hidden": (replace(DIGITS, build=dense("relu", "softmax")), DIGITS),
    "softmax-twice": (replace(DIGITS, build=squashed_again("softmax")), DIGITS),
    "softmax-twice, sigmoids": (replace(TUMOURS, build=squashed_again("sigmoid")), TUMOURS),
}
EXPERIMENT = Experiment("rules_activation", faults.variants(PAIRS, faults.run))

if __name__ == "__main__":
    main(EXPERIMENT)
