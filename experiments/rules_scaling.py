"""Rules on the size of inputs and targets: each fault against the advice of its rule."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import faults
from faults import Data, Trial
from runner import Experiment, main

# isort: split
import numpy as np
from keras import layers

GREYS = 255


def resized(factor: float, images: bool, seed: int) -> Data:
    """The digits, as rows or as images, their grey values from 0 to this factor."""
    return faults.times(factor, faults.digit_images(seed) if images else faults.digits(seed))


def peeked(seed: int) -> Data:
    """The diabetes rows, standardised with the mean and deviation of all of them."""
    data = faults.diabetes(seed)
    everything = np.concatenate([data.train_x, data.test_x])
    middle, spread = everything.mean(axis=0), everything.std(axis=0)
    return data._replace(train_x=(data.train_x - middle) / spread, test_x=(data.test_x - middle) / spread)


def convolutions(data: Data) -> list[layers.Layer]:
    """Two convolutions, each with pooling."""
    return [
        faults.convolution(16),
        layers.MaxPooling2D(),
        faults.convolution(32),
        layers.MaxPooling2D(),
        layers.Flatten(),
        faults.head(data),
    ]


DIGITS = Trial(faults.digits, faults.perceptron, epochs=15)
SGD = replace(DIGITS, optimizer="sgd")
IMAGES = Trial(faults.digit_images, convolutions, epochs=10)
ROADS = Trial(faults.roads, faults.perceptron, epochs=15)
DIABETES = Trial(faults.diabetes, faults.perceptron, epochs=30)
LARGE, TINY = partial(resized, GREYS, False), partial(resized, 1 / GREYS, False)
PAIRS = {
    "images-not-divided": (replace(DIGITS, data=LARGE), DIGITS),
    "images-not-divided, sgd": (replace(SGD, data=LARGE), SGD),
    "images-not-divided, convolutions": (replace(IMAGES, data=partial(resized, GREYS, True)), IMAGES),
    "divided-twice": (replace(DIGITS, data=TINY), DIGITS),
    "divided-twice, convolutions": (replace(IMAGES, data=partial(resized, 1 / GREYS, True)), IMAGES),
    "raw-targets": (replace(DIABETES, data=partial(faults.diabetes, targets=False)), DIABETES),
    "raw-targets, metres": (replace(ROADS, data=partial(faults.roads, targets=False)), ROADS),
    "scaler-fitted-on-test-rows": (replace(DIABETES, data=peeked), DIABETES),
}
EXPERIMENT = Experiment("rules_scaling", faults.variants(PAIRS, faults.run))

if __name__ == "__main__":
    main(EXPERIMENT)
