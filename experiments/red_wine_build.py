"""What would we build for these wines? Chosen on validation rows, judged on test rows, by equal search.

Networks and trees have two candidates each, by what they minimise.
Measures that end in ``_rounded`` are of answers rounded to whole scores.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from red_wine import Network, Training, build, error  # before Keras, because it sets the number of threads
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LinearRegression
from splits import three_parts

from autograder.datasets.wine import WINES

Predict = Callable[[np.ndarray], np.ndarray]
Candidate = Callable[[np.ndarray, np.ndarray], Predict]
DROPOUT = ("dense", "relu", "dropout")


def network(loss: str, shape: tuple[int, int, float], features: np.ndarray, target: np.ndarray) -> Predict:
    """The fix of the chapter: scaled inputs, dropout, a start at the mean; the shape is width, blocks, rate."""
    training = Training(epochs=20, batch_size=64, loss=loss)
    model = build(Network(DROPOUT, *shape, "standardised", bias_at_mean=True), training, features, target)
    model.fit(features, target, epochs=training.epochs, batch_size=training.batch_size, verbose=0)
    return lambda rows: np.asarray(model(rows, training=False))[:, 0]


def trees(loss: str, shape: tuple[int, int, float], features: np.ndarray, target: np.ndarray) -> Predict:
    """Boosted trees; the shape is their number, their depth, and the share of the rows that each sees."""
    number, depth, share = shape
    model = GradientBoostingRegressor(
        loss=loss, n_estimators=number, max_depth=depth, subsample=share, random_state=0
    )
    return model.fit(features, target).predict


def line(features: np.ndarray, target: np.ndarray) -> Predict:
    """Least squares."""
    return LinearRegression().fit(features, target).predict


CANDIDATES: dict[str, list[Candidate]] = {
    "network": [partial(network, loss, (128, 3, 0.3)) for loss in ("mae", "mse")],
    "trees": [partial(trees, loss, (100, 3, 1.0)) for loss in ("absolute_error", "squared_error")],
    "line": [line],
}


def run(candidates: list[Candidate], unit: int) -> Outcome:
    """Train all candidates; measure on test rows the one with the smallest error on validation rows."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    train, valid, test = ((part.features.to_numpy(), part.target.to_numpy()) for part in three_parts(WINES, unit))
    predicts = [candidate(*train) for candidate in candidates]
    rounded = [lambda rows, predict=predict: np.round(predict(rows)) for predict in predicts]
    return Outcome(measured("", predicts, valid, test) | measured("_rounded", rounded, valid, test))


def measured(
    suffix: str,
    predicts: list[Predict],
    valid: tuple[np.ndarray, np.ndarray],
    test: tuple[np.ndarray, np.ndarray],
) -> dict[str, float]:
    """Which has the smallest validation error, and its errors."""
    errors = [error(predict(valid[0]), valid[1]) for predict in predicts]
    chosen = int(np.argmin(errors))
    judged = error(predicts[chosen](test[0]), test[1])
    return {f"test_mae{suffix}": judged, f"valid_mae{suffix}": errors[chosen], f"chosen{suffix}": chosen}


EXPERIMENT = Experiment("red_wine_build", {name: partial(run, some) for name, some in CANDIDATES.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
