"""Units and layers: facts that a count or a comparison of two numbers decides, all in one run."""

from __future__ import annotations

import time
from itertools import pairwise

from runner import Experiment, Outcome, main
from sentiment import WORDS, asked, bags, vocabulary

# isort: split
import keras
import numpy as np
import tensorflow as tf
from keras import layers

from autograder.datasets import reviews

NETWORKS = 10
FOLDS = 6
STEPS = 7  # of training, of which the median time counts

Array = np.ndarray


def dense(widths: list[int], activation: str = "relu") -> keras.Sequential:
    """A chain of dense layers; the first width is that of a row, and the last layer has no activation."""
    hidden = [layers.Dense(width, activation) for width in widths[1:-1]]
    return keras.Sequential([keras.Input((widths[0],)), *hidden, layers.Dense(widths[-1])])


def by_hand(widths: list[int]) -> int:
    """One weight for each pair of an input and a unit, and one bias for each unit."""
    return sum(inputs * units + units for inputs, units in pairwise(widths))


def of_counts(unit: int) -> dict[str, float]:
    """By how many parameters the count by hand misses ``count_params``; the two networks of the questions."""
    random = np.random.default_rng(unit)
    missed = 0
    for _ in range(NETWORKS):
        widths = [int(width) for width in random.integers(1, 40, random.integers(3, 7))]
        missed += abs(dense(widths).count_params() - by_hand(widths))
    model = asked("sigmoid")
    weighted = [layer for layer in model.layers if layer.weights]
    connections = sum(int(np.prod(layer.kernel.shape)) for layer in weighted)
    return {
        "missed_by_hand": missed,
        "asked_small": dense([2, 4, 3, 1]).count_params(),
        "asked_large": model.count_params(),
        "layers_with_weights": len(weighted),
        "missing_connections": connections - (WORDS * 512 + 512 * 256 + 256 * 2),
    }


def slopes(model: keras.Model, points: Array) -> Array:
    """The slope of a function of one number on each piece of a grid."""
    heights = np.asarray(model(points[:, None].astype("float32")), dtype="float64")[:, 0]
    return np.diff(heights) / np.diff(points)


def tents(folds: int) -> keras.Model:
    """Layers of two units, of which each folds the line from 0 to 1 once more."""
    model = dense([1, *[2] * folds, 1])
    for number, layer in enumerate(model.layers):
        first = np.ones((1, 2)) if number == 0 else np.array([[2.0, 2.0], [-4.0, -4.0]])
        last = number == folds
        kernel = np.array([[2.0], [-4.0]]) if last else first
        layer.set_weights([kernel, np.zeros(1) if last else np.array([0.0, -0.5])])
    return model


def of_bends(unit: int) -> dict[str, float]:
    """How many bends more than units one layer has; pieces of a folding network; two layers without a bend."""
    random = np.random.default_rng(unit)
    keras.utils.set_random_seed(unit)
    units = int(random.integers(2, 12))
    model = dense([1, units, 1])
    model.layers[0].set_weights([random.normal(size=(1, units)), random.normal(size=units)])
    corners = np.sort(-model.layers[0].bias.numpy() / model.layers[0].kernel.numpy()[0])
    changed = np.abs(np.diff(slopes(model, np.linspace(corners[0] - 1, corners[-1] + 1, 2001)))) > 1e-2
    bends = int(np.sum(np.diff(np.append(False, changed).astype(int)) == 1))
    grid = np.arange(2 ** (FOLDS + 2) + 1) / 2 ** (FOLDS + 2)  # every corner is on it
    pieces = 1 + int(np.sum(np.diff(slopes(tents(FOLDS), grid)) != 0))
    two, rows = dense([8, 16, 4], "linear"), random.normal(size=(64, 8)).astype("float32")
    (first, bias), (last, offset) = (layer.get_weights() for layer in two.layers)
    one = rows @ (first @ last) + bias @ last + offset
    return {
        "bends_above_units": max(bends - units, 0),
        "pieces_of_folds": pieces,
        "two_against_one": float(np.max(np.abs(np.asarray(two(rows)) - one))),
    }


def of_words(unit: int) -> dict[str, float]:
    """Numbers that change in a bag when the words of its sentence are shuffled."""
    random = np.random.default_rng(unit)
    everything = reviews.snippets()
    texts = [everything.texts[i] for i in random.choice(len(everything.texts), 200, replace=False)]
    words = vocabulary(texts)
    shuffled = [" ".join(random.permutation(text.split())) for text in texts]
    return {"changed_by_shuffling": int(np.sum(bags(texts, words) != bags(shuffled, words)))}


def of_columns(unit: int) -> dict[str, float]:
    """What happens to answers when columns, and the first weights with them, are put in another order."""
    random = np.random.default_rng(unit)
    keras.utils.set_random_seed(unit)
    rows = random.normal(size=(64, 24)).astype("float32")
    order = random.permutation(24)
    model = dense([24, 16, 1])
    before = np.asarray(model(rows))
    kernel, bias = model.layers[0].get_weights()
    by_matrix = np.maximum(rows @ kernel + bias, 0)
    matrix = np.max(np.abs(np.asarray(model.layers[0](rows)) - by_matrix))
    model.layers[0].set_weights([kernel[order], bias])
    moved = np.max(np.abs(np.asarray(model(rows[:, order])) - before))
    convolution = layers.Conv1D(4, 3, activation="relu")
    peaks = [np.asarray(tf.reduce_max(convolution(one[:, :, None]), axis=1)) for one in (rows, rows[:, order])]
    return {
        "dense_permuted": float(moved),
        "convolution_permuted": float(np.mean(peaks[0] != peaks[1])),
        "dense_by_matrix": float(matrix),
    }


def of_time(unit: int) -> dict[str, float]:
    """How many times as long a training step takes as with 4 units in each of two hidden layers."""
    random = np.random.default_rng(unit)
    rows, truth = random.normal(size=(256, 2)).astype("float32"), random.normal(size=(256, 1)).astype("float32")
    taken = {}
    for units in (4, 32, 1024):
        model = dense([2, units, units, 1])
        model.compile("adam", "mse", jit_compile=False)
        model.train_on_batch(rows, truth)
        found = []
        for _ in range(STEPS):
            begin = time.perf_counter()
            model.train_on_batch(rows, truth)
            found.append(time.perf_counter() - begin)
        taken[units] = float(np.median(found))
    return {"time_32": taken[32] / taken[4], "time_1024": taken[1024] / taken[4]}


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    keras.backend.clear_session()
    parts = (of_counts, of_bends, of_words, of_columns, of_time)
    return Outcome({name: value for part in parts for name, value in part(unit).items()})


EXPERIMENT = Experiment("units_and_layers_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
