"""Width against depth at equal numbers of parameters, on folded paper and on a smooth sheet."""

from __future__ import annotations

from functools import partial

from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers

from autograder.datasets import folds

FIRST = 30_000  # far from the seeds of the course's own places
ROWS, TEST_ROWS, EPOCHS = 2000, 4000, 60
RATES = (0.003, 0.01)  # each network takes the one that is best on its own validation rows
SHAPES = {"few": (8,), "wide": (50,), "deep": (12, 12)}  # 33, 201 and 205 parameters

Rows = tuple[np.ndarray, np.ndarray]


def draw(unit: int, sheet: str) -> tuple[Rows, Rows, Rows]:
    """Places to train, validate and test on, and their heights."""
    found = []
    for part, count in enumerate((ROWS, ROWS // 2, TEST_ROWS)):
        features, heights = folds.places(count, np.array([FIRST, unit, part], dtype="uint32"))
        places, height = features.to_numpy(), heights.to_numpy()
        if sheet == "smooth":
            x, y = places.T.astype("float64")
            height = height - folds.height(x, y) + np.sin(3 * (x + 0.5 * y)) + 0.5 * y
        found.append((places, height.astype("float32")))
    return found[0], found[1], found[2]


def r_squared(model: keras.Model, rows: Rows) -> float:
    """The share of the variance that a network explains."""
    given = model.predict(rows[0], batch_size=4000, verbose=0)[:, 0]
    return float(1 - np.mean((given - rows[1]) ** 2) / np.var(rows[1]))


def run(sheet: str, shape: str, unit: int) -> Outcome:
    """R² on test rows, at the learning rate that is best on validation rows."""
    train, valid, test = draw(unit, sheet)
    best = (-np.inf, -np.inf)
    for rate in RATES:
        keras.backend.clear_session()
        keras.utils.set_random_seed(unit)
        hidden = [layers.Dense(width, "relu") for width in SHAPES[shape]]
        model = keras.Sequential([keras.Input((2,)), *hidden, layers.Dense(1)])
        model.compile(keras.optimizers.Adam(rate), "mse", jit_compile=False, steps_per_execution=16)
        model.fit(*train, batch_size=32, epochs=EPOCHS, verbose=0)
        best = max(best, (r_squared(model, valid), r_squared(model, test)))
    return Outcome({"r_squared": best[1]})


EXPERIMENT = Experiment(
    "units_and_layers",
    {
        f"{sheet} {shape}": partial(run, sheet, shape) for sheet in ("folded", "smooth") for shape in SHAPES
    },
)  # fmt: skip

if __name__ == "__main__":
    main(EXPERIMENT)
