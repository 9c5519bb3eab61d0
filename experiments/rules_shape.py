"""Rules on shapes that fit and yet mean something else: each fault against the advice of its rule.

``last`` is the score of the last answer to a sequence alone, where there are several; else it repeats the score.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import faults
from faults import Data, Trial
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers

SEQUENCES, HELD_OUT, STEPS = 600, 300, 16
NOISE = 0.1
SIDE, PLANES = 16, 3


def run(trial: Trial, seed: int) -> Outcome:
    """Train, and score all answers; then the last one of each row."""
    data, model = faults.network(trial, seed)
    faults.train(trial, data, model)
    predicted = faults.answers(model, data.test_x)
    if predicted.ndim == 2:
        score = faults.score(data, predicted)
        return Outcome({"score": score, "last": score})
    everywhere = np.broadcast_to(data.test_y[:, None], predicted.shape)
    return Outcome({"score": faults.r2(everywhere, predicted), "last": faults.r2(data.test_y, predicted[:, -1])})


def waves(seed: int) -> Data:
    """Sixteen noisy steps of a wave of any length and phase; the target is the wave at the next step."""
    random = np.random.RandomState(seed)
    rows = SEQUENCES + HELD_OUT
    frequency, phase = random.uniform(0.2, 1, (rows, 1)), random.uniform(0, 2 * np.pi, (rows, 1))
    wave = np.sin(frequency * np.arange(STEPS + 1) + phase).astype("float32")
    seen = wave[:, :-1, None] + random.normal(0, NOISE, (rows, STEPS, 1)).astype("float32")
    return Data(seen[:SEQUENCES], wave[:SEQUENCES, -1:], seen[SEQUENCES:], wave[SEQUENCES:, -1:])


def recurrent(sequences: bool, _: Data) -> list[keras.Layer]:
    """A recurrent layer and one output."""
    return [layers.LSTM(32, return_sequences=sequences), layers.Dense(1)]


def colour(channels_first: bool, seed: int) -> Data:
    """The digits, each anywhere in an image of 16 by 16 with three equal planes of colour."""
    random = np.random.RandomState(seed)
    data = faults.digit_images(seed)
    train, test = (placed(images, random) for images in (data.train_x, data.test_x))
    if channels_first:
        train, test = (np.moveaxis(images, -1, 1) for images in (train, test))
    return data._replace(train_x=train, test_x=test)


def placed(images: np.ndarray, random: np.random.RandomState) -> np.ndarray:
    """Images (n, 8, 8, 1) at random places of larger ones, (n, 16, 16, 3)."""
    large = np.zeros((len(images), SIDE, SIDE, PLANES), dtype="float32")
    for picture, image, (row, column) in zip(
        large, images, random.randint(0, SIDE - 7, (len(images), 2)), strict=True
    ):
        picture[row : row + 8, column : column + 8] = image
    return large


def convolutions(data: Data) -> list[keras.Layer]:
    """Two convolutions with pooling."""
    pooling = partial(layers.MaxPooling2D, padding="same")
    return [
        faults.convolution(16),
        pooling(),
        faults.convolution(32),
        pooling(),
        layers.Flatten(),
        faults.head(data),
    ]


def one_hidden(overwritten: bool, data: Data) -> list[keras.Layer]:
    """A functional model with a hidden layer as wide as its input; overwritten, it begins after that layer."""
    width = data.train_x.shape[1]
    begin = keras.Input((width,))
    hidden = layers.Dense(width, activation="relu")(begin)
    return [keras.Model(hidden if overwritten else begin, faults.head(data)(hidden))]


WAVES = Trial(waves, partial(recurrent, False), epochs=20)
COLOUR = Trial(partial(colour, False), convolutions, epochs=12)
CONCRETE = Trial(faults.concrete, partial(one_hidden, False), epochs=150)
PAIRS = {
    "one-target-for-every-step": (replace(WAVES, build=partial(recurrent, True)), WAVES),
    "channels-first-shape": (replace(COLOUR, data=partial(colour, True)), COLOUR),
    "input-overwritten": (replace(CONCRETE, build=partial(one_hidden, True)), CONCRETE),
}
EXPERIMENT = Experiment("rules_shape", faults.variants(PAIRS, run))

if __name__ == "__main__":
    main(EXPERIMENT)
