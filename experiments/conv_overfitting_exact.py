"""Stochastic pooling in training and at prediction, measured on the maps of a fresh convolution."""

from __future__ import annotations

from few_digits import draw
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers

from autograder.stochastic_pooling import StochasticPooling2D

PASSES = 200
PICTURES = 20


def run(unit: int) -> Outcome:
    """How far the mean of many draws is from what prediction gives, and from the maximum; in parts of the mean."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    images = draw(unit, 2).train.images[:PICTURES]
    maps = layers.Conv2D(8, 3, activation="relu")(images)
    pooling = StochasticPooling2D()
    silent = np.asarray(pooling(maps))
    draws = np.mean([np.asarray(pooling(maps, training=True)) for _ in range(PASSES)], axis=0)
    highest = np.asarray(layers.MaxPooling2D()(maps))
    size = silent.mean()
    return Outcome({
        "mean_draw": (draws.mean() - size) / size,
        "one_draw": np.abs(np.asarray(pooling(maps, training=True)) - silent).mean() / size,
        "maximum": (highest.mean() - size) / size,
    })  # fmt: skip


EXPERIMENT = Experiment("conv_overfitting_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
