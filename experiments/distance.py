"""What the distance experiments share: draw pairs of places, scale them, train a network, look at what it answers.

The seed of a run draws its pairs *and* starts its network: of a hundred rows, the rows are a large part of the luck.
Variants with the same seed see the same pairs, so differences between them are paired. All of them are measured on
the same 1000 validation pairs, because the asker's thirteen test rows say little about a single run.
"""

from __future__ import annotations

from dataclasses import dataclass

from runner import Outcome  # before Keras, because it sets the number of threads

# isort: split
import backend
import keras
import numpy as np
import tensorflow as tf
from keras import layers

from autograder.datasets import city

FIRST_DATA_SEED = 1000  # far from the seeds of the course's own pairs
STEPS_PER_CALL = 80  # steps that TensorFlow takes without coming back to Python: the same numbers, much sooner


@dataclass(frozen=True)
class Scaling:
    """What happens to the four coordinates, in degrees, before the network sees them.

    Attributes:
        centre: subtract each column's training mean.
        divide: divide by this number, or by each column's training standard deviation if it is ``None``.
        times, plus: then multiply by and add these.
    """

    centre: bool = False
    divide: float | None = 100
    times: float = 1
    plus: float = 0

    def __call__(self, features: np.ndarray, train: np.ndarray) -> np.ndarray:
        """Scale ``features`` (n, 4) by the statistics of ``train`` (rows, 4)."""
        middle = train.mean(axis=0) if self.centre else 0
        unit = train.std(axis=0) if self.divide is None else self.divide
        return ((features - middle) / unit * self.times + self.plus).astype("float32")


AS_ASKED = Scaling()
STANDARDISED = Scaling(centre=True, divide=None)


@dataclass(frozen=True)
class Recipe:
    """A network and its training; the defaults are the asker's, but for the epochs.

    Attributes:
        head: the activation of the last layer.
        optimizer: the name of a Keras optimizer.
        rate: its learning rate, or ``None`` for the default that its name stands for.
        batch_size, epochs: how it trains.
        depth, units: hidden layers, and the units of each.
        scaling: of the inputs.
        metres: the target is metres divided by this.
        pairs: how many pairs it trains on (of the asker's hundred, thirteen were kept to test).
    """

    head: str = "sigmoid"
    optimizer: str = "sgd"
    rate: float | None = None
    batch_size: int = 1
    epochs: int = 200
    depth: int = 2
    units: int = 100
    scaling: Scaling = AS_ASKED
    metres: float = 100_000
    pairs: int = 87


def build(recipe: Recipe) -> keras.Model:
    """The compiled network."""
    hidden = [layers.Dense(recipe.units, activation="relu") for _ in range(recipe.depth)]
    model = keras.Sequential([keras.Input((4,)), *hidden, layers.Dense(1, activation=recipe.head)])
    optimizer = keras.optimizers.get(recipe.optimizer)
    if recipe.rate is not None:
        optimizer.learning_rate = recipe.rate
    compiled = backend.NAME != backend.TENSORFLOW  # TensorFlow is faster without XLA; JAX has nothing else
    model.compile(optimizer=optimizer, loss="mse", jit_compile=compiled, steps_per_execution=STEPS_PER_CALL)
    return model


def run(recipe: Recipe, seed: int) -> Outcome:
    """Train on this seed's pairs, measure on the course's validation pairs.

    ``r2`` is 1 - (squared error / squared distance of the targets from their mean); ``sd_ratio`` the spread of the
    predictions over that of the targets; ``lowest`` and ``highest`` are what the network prints, in its own unit;
    ``at_limit`` is the share of predictions above .99; ``train_rmse_km`` is the root of the final loss, in km.
    """
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    train, valid = city.distances(recipe.pairs, FIRST_DATA_SEED + seed), city.city_distances()[1]
    degrees = train.features.to_numpy()
    model = build(recipe)
    inputs, targets = recipe.scaling(degrees, degrees), train.target.to_numpy(dtype="float64") / recipe.metres
    model.fit(passes(recipe, inputs, targets), epochs=1, shuffle=False, verbose=0)  # shuffled already
    fitted = answers(model, inputs)
    metrics = agreement(
        answers(model, recipe.scaling(valid.features.to_numpy(), degrees)),
        valid.target.to_numpy(dtype="float64") / recipe.metres,
    )
    error = np.mean((fitted - targets) ** 2) ** 0.5 * recipe.metres / 1000
    return Outcome({**metrics, "train_rmse_km": error})


def passes(recipe: Recipe, inputs: np.ndarray, targets: np.ndarray) -> tf.data.Dataset:
    """All epochs in one, each shuffled by itself: the steps are those of ``epochs=``, without Keras's pauses."""
    rows = tf.data.Dataset.from_tensor_slices((inputs, targets.astype("float32")))
    return rows.shuffle(len(inputs)).batch(recipe.batch_size).repeat(recipe.epochs)


def answers(model: keras.Model, inputs: np.ndarray) -> np.ndarray:
    """What the network predicts, shape (rows,)."""
    return np.asarray(model(inputs), dtype="float64")[:, 0]


def agreement(predicted: np.ndarray, targets: np.ndarray) -> dict[str, float]:
    """How well ``predicted`` (n,) follows ``targets`` (n,), and what it looks like."""
    return {
        "r2": 1 - np.mean((predicted - targets) ** 2) / np.var(targets),
        "sd_ratio": predicted.std() / targets.std(),
        "lowest": predicted.min(),
        "highest": predicted.max(),
        "at_limit": np.mean(predicted > 0.99),
    }
