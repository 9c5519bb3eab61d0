"""Width against depth at equal numbers of parameters, on folded paper and on a smooth sheet.

The networks are so small that NumPy trains them far faster than Keras: dense layers with ReLU, and Adam, with the
initial weights and the settings that Keras has by default.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from runner import Experiment, Outcome, main

# isort: split
import numpy as np

from autograder.datasets import folds

FIRST = 30_000  # far from the seeds of the course's own places
ROWS, TEST_ROWS, EPOCHS, BATCH = 2000, 4000, 60, 32
RATES = (0.003, 0.01)  # each network takes the one that is best on its own validation rows
SHAPES = {"few": (8,), "wide": (50,), "deep": (12, 12)}  # 33, 201 and 205 parameters

Array = np.ndarray
Rows = tuple[Array, Array]


def draw(unit: int, sheet: str) -> tuple[Rows, Rows, Rows]:
    """Places to train, validate and test on, and their heights."""
    found = []
    for part, count in enumerate((ROWS, ROWS // 2, TEST_ROWS)):
        features, heights = folds.places(count, np.array([FIRST, unit, part], dtype="uint32"))
        places, height = features.to_numpy("float64"), heights.to_numpy("float64")
        if sheet == "smooth":
            x, y = places.T
            height = height - folds.height(x, y) + np.sin(3 * (x + 0.5 * y)) + 0.5 * y
        found.append((places, height[:, None]))
    return found[0], found[1], found[2]


def initial(widths: tuple[int, ...], random: np.random.Generator) -> list[Array]:
    """Kernels as Glorot's uniform distribution gives them, and biases of zero, in turn."""
    weights: list[Array] = []
    for inputs, units in pairwise(widths):
        bound = np.sqrt(6 / (inputs + units))
        weights += [random.uniform(-bound, bound, (inputs, units)), np.zeros(units)]
    return weights


def forward(weights: list[Array], rows: Array) -> list[Array]:
    """What enters each layer, and last the answers."""
    values = [rows]
    for number, (kernel, bias) in enumerate(zip(weights[::2], weights[1::2], strict=True)):
        given = values[-1] @ kernel + bias
        values.append(given if 2 * number + 2 == len(weights) else np.maximum(given, 0))
    return values


def slopes(weights: list[Array], rows: Array, truth: Array) -> list[Array]:
    """The gradient of the mean squared error with respect to each of the weights."""
    values = forward(weights, rows)
    back = 2 * (values[-1] - truth) / len(rows)
    found: list[Array] = []
    for number in reversed(range(len(weights) // 2)):
        found = [values[number].T @ back, back.sum(axis=0), *found]
        back = (back @ weights[2 * number].T) * (values[number] > 0)
    return found


def trained(widths: tuple[int, ...], rate: float, train: Rows, unit: int) -> list[Array]:
    """The weights after Adam has seen all rows, in a new order each time, for all epochs."""
    random = np.random.default_rng(unit)
    weights, step = initial(widths, random), 0
    first, second = ([np.zeros_like(one) for one in weights] for _ in range(2))
    for _ in range(EPOCHS):
        order = random.permutation(len(train[0]))
        for begin in range(0, len(order), BATCH):
            chosen, step = order[begin : begin + BATCH], step + 1
            length = rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            for place, slope in enumerate(slopes(weights, train[0][chosen], train[1][chosen])):
                first[place] += 0.1 * (slope - first[place])
                second[place] += 0.001 * (slope**2 - second[place])
                weights[place] -= length * first[place] / (np.sqrt(second[place]) + 1e-7)
    return weights


def r_squared(weights: list[Array], rows: Rows) -> float:
    """The share of the variance that a network explains."""
    return float(1 - np.mean((forward(weights, rows[0])[-1] - rows[1]) ** 2) / np.var(rows[1]))


def run(sheet: str, shape: str, unit: int) -> Outcome:
    """R² on test rows, at the learning rate that is best on validation rows."""
    train, valid, test = draw(unit, sheet)
    ends = [trained((2, *SHAPES[shape], 1), rate, train, unit) for rate in RATES]
    best = max(ends, key=lambda weights: r_squared(weights, valid))
    return Outcome({"r_squared": r_squared(best, test)})


EXPERIMENT = Experiment(
    "units_and_layers",
    {f"{sheet} {shape}": partial(run, sheet, shape) for sheet in ("folded", "smooth") for shape in SHAPES},
)

if __name__ == "__main__":
    main(EXPERIMENT)
