"""Which layers of a trained base should learn? A near task and a far one, with 5, 20 and 100 examples of each class.

A unit is a draw of pictures and a start of the network. All arms of a unit share both, and take as many optimizer
steps. Each arm has the best of four learning rates, found at 20 examples on units that decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers

from autograder.datasets import Images, digit_base, fabric
from autograder.datasets.digits import DIGITS, halved, others
from autograder.datasets.files import find

STEPS, BATCH = 120, 25
TEST, CLASSES = 500, 5
EXAMPLES = (5, 20, 100)
FIRST_DATA_SEED = 40_000

Array = np.ndarray


@dataclass(frozen=True)
class Arm:
    """What learns.

    Attributes:
        learns: numbers of the base's blocks that learn beside the head; 1 is nearest to the picture.
        trained: begin with the base that was trained before, else with random weights.
        head_first: the head alone in the first half of the steps.
        near, far: the learning rate of each task; behind ``head_first`` a tenth of it.
    """

    near: float
    far: float
    learns: tuple[int, ...] = ()
    trained: bool = True
    head_first: bool = False

    def rate(self, task: str) -> float:
        """Of a task."""
        return self.near if task == "near" else self.far


ARMS = {
    "head": Arm(0.03, 0.03),
    "random": Arm(0.03, 0.1, trained=False),
    "scratch": Arm(0.01, 0.003, (1, 2, 3), trained=False),
    "all": Arm(0.001, 0.001, (1, 2, 3)),
    "last": Arm(0.003, 0.003, (3,)),
    "first": Arm(0.003, 0.003, (1,)),
    "head_first": Arm(0.03, 0.1, (1, 2, 3), head_first=True),
}
AT_ALL_SIZES = ("head", "random", "scratch", "all")


class Parts(NamedTuple):
    """A compiled network and its two parts."""

    model: Any
    base: Any
    head: Any


@cache
def released() -> Any:
    """The base as it is shipped."""
    return keras.models.load_model(digit_base())


@cache
def network(learns: tuple[int, ...]) -> Parts:
    """The base with a head, compiled; batch norm learns with its block."""
    base, head = keras.models.clone_model(released()), layers.Dense(CLASSES, activation="softmax")
    for layer in base.layers:
        layer.trainable = layer.name.startswith(tuple(f"{kind}_{n}" for n in learns for kind in ("conv", "norm")))
    return _compiled(keras.Sequential([base, head]), (14, 14, 1), base, head)


@cache
def alone() -> Parts:
    """The head, for what a frozen base gives."""
    head = layers.Dense(CLASSES, activation="softmax")
    return _compiled(keras.Sequential([head]), (released().output_shape[-1],), None, head)


def _compiled(model: Any, shape: tuple[int, ...], base: Any, head: Any) -> Parts:
    model.build((None, *shape))
    model.compile("adam", "sparse_categorical_crossentropy", jit_compile=False)
    model.optimizer.build(model.trainable_variables)
    return Parts(model, base, head)


def start(parts: Parts, rate: float, base: list[Array] | None, head: list[Array]) -> None:
    """Set everything back: weights, what the optimizer remembers, the rate."""
    if parts.base is not None:
        parts.base.set_weights(base)
    parts.head.set_weights(head)
    for variable in parts.model.optimizer.variables:
        variable.assign(np.zeros(variable.shape, variable.dtype))
    parts.model.optimizer.learning_rate = rate


def fit(parts: Parts, inputs: Array, labels: Array, steps: int, unit: int) -> None:
    """So many steps, through all rows in random order again and again."""
    random = np.random.default_rng(unit)
    rounds = -(-steps * BATCH // len(labels))
    order = np.concatenate([random.permutation(len(labels)) for _ in range(rounds)])[: steps * BATCH]
    for batch in order.reshape(steps, BATCH):
        parts.model.train_on_batch(inputs[batch], labels[batch])


@cache
def digits_from_five() -> Images:
    """All of them, tossed."""
    return others(*DIGITS.part(DIGITS.read(find(DIGITS.file))))


def draw(task: str, unit: int) -> tuple[Images, Images]:
    """Rows to train on, as many of each class as are ever needed, in random order; and rows to test on."""
    if task == "near":
        rows = digits_from_five()
    else:
        patches = fabric.patches(CLASSES * max(EXAMPLES) * 2 + TEST, FIRST_DATA_SEED + unit)
        rows = Images(halved(patches.images[:, 1:29, 1:29]), patches.labels)
    order = np.random.default_rng(FIRST_DATA_SEED + unit).permutation(len(rows.labels))
    images, labels = rows.images[order], rows.labels[order]
    return Images(images[TEST:], labels[TEST:]), Images(images[:TEST], labels[:TEST])


def few(rows: Images, each: int) -> Images:
    """The first rows of each class."""
    kept = np.concatenate([np.flatnonzero(rows.labels == label)[:each] for label in range(CLASSES)])
    return Images(rows.images[kept], rows.labels[kept])


def settle(base: Any, images: Array) -> None:
    """Give batch norm the statistics of these pictures, so that a random base hands on numbers of ordinary size."""
    for layer in base.layers:
        layer.momentum = 0.0
    base(images, training=True)


class Start(NamedTuple):
    """A unit's weights to begin with: of a trained base, of a random one, of that settled on pictures, of a head."""

    unit: int
    trained: list[Array]
    random: list[Array]
    settled: list[Array]
    head: list[Array]


def starts(images: Array, unit: int) -> Start:
    """The weights that all arms of a unit share."""
    keras.utils.set_random_seed(unit)
    fresh = keras.models.clone_model(released())
    head = keras.Sequential([keras.Input((released().output_shape[-1],)), layers.Dense(CLASSES)]).get_weights()
    random = fresh.get_weights()
    settle(fresh, images)
    return Start(unit, released().get_weights(), random, fresh.get_weights(), head)


def trained(arm: Arm, rate: float, begin: Start, train: Images, test: Images) -> float:
    """The accuracy on test rows after an arm's training."""
    base = begin.trained if arm.trained else begin.random if arm.learns else begin.settled
    parts = network(arm.learns)
    start(parts, rate, base, begin.head)
    if arm.head_first or not arm.learns:  # what a frozen base gives is the same in every step
        features, only = np.asarray(parts.base(train.images)), alone()
        start(only, rate, None, begin.head)
        fit(only, features, train.labels, STEPS // 2 if arm.learns else STEPS, begin.unit)
        start(parts, rate / 10, base, only.head.get_weights())
    if arm.learns:
        fit(parts, train.images, train.labels, STEPS // 2 if arm.head_first else STEPS, begin.unit)
    return float(np.mean(np.asarray(parts.model(test.images)).argmax(axis=1) == test.labels))


def run(task: str, unit: int) -> Outcome:
    """The accuracy of each arm, by its name and the number of examples."""
    rows, test = draw(task, unit)
    found = {}
    for each in EXAMPLES:
        train = few(rows, each)
        begin = starts(train.images, unit)
        for name, arm in ARMS.items():
            if each == 20 or name in AT_ALL_SIZES:
                found[f"{name}_{each}"] = trained(arm, arm.rate(task), begin, train, test)
    return Outcome(found)


EXPERIMENT = Experiment("freezing", {task: partial(run, task) for task in ("near", "far")})

if __name__ == "__main__":
    main(EXPERIMENT)
