"""What the experiments of the rules share: data, a trial that says how to train, and a score on other rows.

A file ``rules_FAMILY.py`` holds a pair of variants for each rule of a family that is a warning: ``NAME: fault`` has
the fault, ``NAME: instead`` follows the rule's advice, and all else is equal. Where one setting is not enough,
further pairs of the rule name theirs after a comma.

The unit of a run draws or splits the rows, starts the network, and shuffles, so that both sides of a pair see the
same rows. ``score`` is what a network is worth on rows that it never saw: accuracy,
or R², the share of the mean's squared error that is gone. An R² below -1, or no number at all, counts as -1: how far
off a network is that has diverged says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from runner import Outcome  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn import datasets
from splits import split

from autograder.datasets import Part, city
from autograder.datasets.concrete import MIXTURES
from autograder.datasets.wine import WINES

WORST = -1.0
HELD_OUT_SHARE = 0.3
CITY_PAIRS, FIRST_CITY_SEED = 2000, 1000


class Data(NamedTuple):
    """Rows to train on and rows to score on.

    ``classes`` is 0 for a regression, whose targets have shape (n, 1); labels have shape (n,), or are one-hot.
    """

    train_x: np.ndarray
    train_y: np.ndarray
    test_x: np.ndarray
    test_y: np.ndarray
    classes: int = 0


@dataclass(frozen=True)
class Trial:
    """One side of a pair.

    Attributes:
        data: the rows for a seed.
        build: the layers for these rows, the output layer included.
        loss: a loss or the name of its class; by default the one that fits the target.
        optimizer, rate: its name and learning rate; ``None`` is the default that the name stands for.
        epochs, batch_size, shuffle: how long to train, with how many rows in a batch, in which order.
    """

    data: Callable[[int], Data]
    build: Callable[[Data], Sequence[keras.Layer]]
    loss: keras.losses.Loss | str | None = None
    optimizer: str = "adam"
    rate: float | None = None
    epochs: int = 20
    batch_size: int = 32
    shuffle: bool = True

    def fresh_optimizer(self) -> keras.optimizers.Optimizer:
        """An optimizer that has not seen a gradient yet."""
        optimizer = keras.optimizers.get(self.optimizer)
        if self.rate is not None:
            optimizer.learning_rate = self.rate
        return optimizer

    def loss_for(self, data: Data) -> keras.losses.Loss:
        """The loss, averaged over a batch."""
        fitting = {0: "MeanSquaredError", 2: "BinaryCrossentropy"}.get(data.classes, "SparseCategoricalCrossentropy")
        return keras.losses.get(self.loss or fitting)


def variants(
    pairs: Mapping[str, tuple[Trial, Trial]], measure: Callable[[Trial, int], Outcome]
) -> dict[str, Callable[[int], Outcome]]:
    """Both sides of each pair, ``NAME: fault`` and ``NAME: instead``, as the runner wants them."""
    return {
        f"{name}: {side}": partial(measure, trial)
        for name, both in pairs.items()
        for side, trial in zip(("fault", "instead"), both, strict=True)
    }


@cache
def run(trial: Trial, seed: int) -> Outcome:
    """Train on the seed's rows and score on the others; a trial that several pairs share runs once."""
    data, model = network(trial, seed)
    train(trial, data, model)
    return Outcome({"score": score(data, answers(model, data.test_x))})


def network(trial: Trial, seed: int) -> tuple[Data, keras.Model]:
    """The rows of a seed and a fresh network for them."""
    keras.utils.clear_session(free_memory=False)  # to collect garbage takes longer than to train
    keras.utils.set_random_seed(seed)
    data = trial.data(seed)
    return data, keras.Sequential([keras.Input(data.train_x.shape[1:]), *trial.build(data)])


def train(trial: Trial, data: Data, model: keras.Model) -> None:
    """What `fit` does, in one call: `fit` takes longer to begin than such small networks to train."""
    optimizer, loss = trial.fresh_optimizer(), trial.loss_for(data)
    optimizer.build(model.trainable_variables)
    inputs, targets, batches = (tf.constant(array) for array in (data.train_x, data.train_y, order(trial, data)))

    @tf.function
    def steps() -> None:
        for rows in batches:
            with tf.GradientTape() as tape:
                error = loss(tf.gather(targets, rows), model(tf.gather(inputs, rows), training=True))
            gradients = tape.gradient(error, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))

    steps()


def order(trial: Trial, data: Data) -> np.ndarray:
    """The rows of each batch, (steps, batch size), epoch after epoch; the last batch is left out if it is short."""
    rows = len(data.train_x)
    epochs = [np.random.permutation(rows) if trial.shuffle else np.arange(rows) for _ in range(trial.epochs)]
    steps = trial.epochs * rows // trial.batch_size
    return np.concatenate(epochs)[: steps * trial.batch_size].reshape(steps, trial.batch_size)


def answers(model: keras.Model, rows: np.ndarray) -> np.ndarray:
    """What the network predicts."""
    return np.asarray(model(rows, training=False), dtype="float64")


def score(data: Data, predicted: np.ndarray) -> float:
    """Accuracy or R² of answers to the held-out rows."""
    if data.classes == 0:
        return r2(data.test_y, predicted)
    labels = predicted[:, 0] > 0.5 if predicted.shape[1] == 1 else predicted.argmax(axis=1)
    truth = data.test_y.argmax(axis=1) if data.test_y.ndim == 2 else data.test_y
    return float(np.mean(labels == truth))


def r2(targets: np.ndarray, predicted: np.ndarray) -> float:
    """R², not below `WORST`; arrays of one shape."""
    assert targets.shape == predicted.shape
    with np.errstate(all="ignore"):  # a network that diverged
        value = 1 - np.mean((predicted - targets) ** 2) / np.var(targets)
    return float(np.nanmax([value, WORST]))


# --- layers ---------------------------------------------------------------------------------------------------


def hidden(*units: int, activation: str | None = "relu") -> list[keras.Layer]:
    """Dense layers."""
    return [layers.Dense(number, activation=activation) for number in units]


def head(data: Data) -> keras.Layer:
    """The output layer that fits the target: linear, one sigmoid, or a softmax."""
    activation = {0: None, 2: "sigmoid"}.get(data.classes, "softmax")
    return layers.Dense(data.classes if data.classes > 2 else 1, activation=activation)


def perceptron(data: Data) -> list[keras.Layer]:
    """Two hidden layers of 64 units: the network of a first tutorial."""
    return [*hidden(64, 64), head(data)]


def convolution(channels: int, activation: str | None = "relu") -> keras.Layer:
    """A convolution of 3 by 3 that keeps the size of the image."""
    return layers.Conv2D(channels, 3, padding="same", activation=activation)


# --- data -----------------------------------------------------------------------------------------------------


def standardised(data: Data, targets: bool = True) -> Data:
    """Inputs, and the targets of a regression, less their mean over their deviation, both of the training rows."""
    middle, spread = data.train_x.mean(axis=0), data.train_x.std(axis=0)
    data = data._replace(train_x=(data.train_x - middle) / spread, test_x=(data.test_x - middle) / spread)
    if data.classes == 0 and targets:
        middle, spread = data.train_y.mean(), data.train_y.std()
        data = data._replace(train_y=(data.train_y - middle) / spread, test_y=(data.test_y - middle) / spread)
    return data


def times(factor: float, data: Data) -> Data:
    """The same rows, the inputs times a factor."""
    return data._replace(train_x=data.train_x * np.float32(factor), test_x=data.test_x * np.float32(factor))


def digits(seed: int) -> Data:
    """Written digits as 64 grey values from 0 to 1: 1258 rows, 539 held out."""
    return times(1 / 16, _split(datasets.load_digits(), seed, classes=10))


def digit_images(seed: int) -> Data:
    """The digits as images (8, 8, 1)."""
    data = digits(seed)
    return data._replace(train_x=data.train_x.reshape(-1, 8, 8, 1), test_x=data.test_x.reshape(-1, 8, 8, 1))


def tumours(seed: int) -> Data:
    """Breast tumours, benign or not, from 30 measurements, standardised: 398 rows, 171 held out."""
    return standardised(_split(datasets.load_breast_cancer(), seed, classes=2))


def diabetes(seed: int, targets: bool = True) -> Data:
    """Progress of diabetes from ten measurements, standardised, and the targets (25 to 346) unless told otherwise."""
    return standardised(_split(datasets.load_diabetes(), seed), targets)


def concrete(unit: int, targets: bool = True) -> Data:
    """Strength of concrete, standardised, and the targets (2 to 83 MPa) unless told otherwise."""
    return standardised(_data(*split(MIXTURES, unit)), targets)


def wine(unit: int) -> Data:
    """Scores of red wines, standardised."""
    return standardised(_data(*split(WINES, unit)))


def roads(seed: int, targets: bool = True) -> Data:
    """Distances by road, standardised, and the targets (metres) unless told otherwise; the pairs are the seed's."""
    pairs = city.distances(CITY_PAIRS, FIRST_CITY_SEED + seed)
    return standardised(_data(pairs, city.city_distances()[1]), targets)


def _split(bunch: Any, seed: int, classes: int = 0) -> Data:
    """Hold out a share of the rows of a data set of scikit-learn."""
    rows = np.random.RandomState(seed).permutation(len(bunch.data))
    cut = round(len(rows) * (1 - HELD_OUT_SHARE))
    inputs = bunch.data[rows].astype("float32")
    targets = bunch.target[rows] if classes else bunch.target[rows, None].astype("float32")
    return Data(inputs[:cut], targets[:cut], inputs[cut:], targets[cut:], classes)


def _data(train: Part, test: Part) -> Data:
    """A regression of the course."""
    arrays = (part.to_numpy() for half in (train, test) for part in (half.features, half.target.to_frame()))
    return Data(*arrays)
