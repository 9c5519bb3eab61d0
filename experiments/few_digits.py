"""What the experiments on overfitting share: draw few digits, train a small convolutional network, judge it.

A unit is a draw of pictures and a start of the network. Variants share both, and all take the same number of steps.
Pictures are 14 by 14, as in the chapters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from runner import Outcome  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers

from autograder.datasets.digits import DIGITS, Images, halved
from autograder.datasets.files import find

Array = np.ndarray
FIRST_DATA_SEED = 20_000
VALIDATION, TEST = 300, 2000
FEW = 50  # pictures of a small validation set
EACH = 20  # pictures of each digit to train on
EPOCHS, BATCH = 40, 20
LABELS = 10


@dataclass(frozen=True)
class Network:
    """A network of convolutions, each with its pooling, a dense layer and a softmax; and what holds it back.

    Attributes:
        channels: of the convolutions.
        norm: batch normalization behind each convolution and behind the dense layer.
        conv_l2, dense_l2: weight penalties.
        conv_dropout, pool_dropout, dropout: rates of dropout behind each convolution, each pooling, the dense layer.
        dense: units of the dense layer.
        augmented: shift, turn and zoom the pictures, anew in each step.
    """

    channels: tuple[int, ...] = (8, 16)
    norm: bool = True
    conv_l2: float = 1e-4
    dense_l2: float = 1e-4
    conv_dropout: float = 0.0
    pool_dropout: float = 0.0
    dropout: float = 0.0
    dense: int = 16
    augmented: bool = False

    def build(self) -> keras.Model:
        """The network, not compiled."""
        stack: list[Any] = [keras.Input((14, 14, 1))]
        if self.augmented:
            stack += [
                layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
                layers.RandomRotation(0.04, fill_mode="constant"),
                layers.RandomZoom(0.1, fill_mode="constant"),
            ]
        for channels in self.channels:
            stack += self._block(channels)
        stack += [layers.Flatten(), layers.Dense(self.dense, kernel_regularizer=_l2(self.dense_l2))]
        stack += [layers.BatchNormalization()] if self.norm else []
        stack += [layers.Activation("relu")]
        stack += [layers.Dropout(self.dropout)] if self.dropout else []
        return keras.Sequential([*stack, layers.Dense(LABELS, activation="softmax")])

    def _block(self, channels: int) -> list[Any]:
        block: list[Any] = [layers.Conv2D(channels, 3, padding="same", kernel_regularizer=_l2(self.conv_l2))]
        block += [layers.BatchNormalization()] if self.norm else []
        block += [layers.Activation("relu")]
        block += [layers.Dropout(self.conv_dropout)] if self.conv_dropout else []
        block += [layers.MaxPooling2D()]
        block += [layers.Dropout(self.pool_dropout)] if self.pool_dropout else []
        return block


class Parts(NamedTuple):
    """The pictures of a unit."""

    train: Images
    valid: Images
    test: Images


def _l2(strength: float) -> keras.regularizers.Regularizer | None:
    return keras.regularizers.L2(strength) if strength else None


@cache
def pictures() -> Images:
    """All ten thousand, small ones."""
    images, labels = DIGITS.part(DIGITS.read(find(DIGITS.file)))
    return Images(halved(images), labels)


def draw(unit: int, each: int) -> Parts:
    """Pictures of a unit: the first ones to test and to validate, then ``each`` of every digit to train on."""
    images, labels = pictures()
    order = np.random.RandomState(FIRST_DATA_SEED + unit).permutation(len(labels))
    test, valid, rest = np.split(order, [TEST, TEST + VALIDATION])
    few = np.concatenate([rest[labels[rest] == label][:each] for label in range(LABELS)])
    return Parts(*(Images(images[part], labels[part]) for part in (few, valid, test)))


class Watch(keras.callbacks.Callback):
    """After each epoch keeps the weights, and what the network answers to the validation pictures."""

    def __init__(self, valid: Images) -> None:
        super().__init__()
        self.valid = valid
        self.weights: list[list[Array]] = []
        self.losses: list[Array] = []

    def on_epoch_end(self, epoch: int, logs: object = None) -> None:
        """An epoch is over."""
        self.weights.append(self.model.get_weights())
        self.losses.append(surprise(answers(self.model, self.valid), self.valid.labels))


def trained(network: Network, rate: float, unit: int) -> tuple[keras.Model, Watch, Any, Parts]:
    """The network after training, what was watched, its history and the pictures."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    parts = draw(unit, EACH)
    model = network.build()
    model.compile(
        keras.optimizers.Adam(rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    watch = Watch(parts.valid)
    history = model.fit(*parts.train, batch_size=BATCH, epochs=EPOCHS, callbacks=[watch], verbose=0)
    return model, watch, history, parts


def answers(model: keras.Model, rows: Images) -> Array:
    """The probabilities, shape (n, 10)."""
    return np.asarray(model.predict_on_batch(rows.images), dtype="float64")


def surprise(given: Array, labels: Array) -> Array:
    """The cross-entropy of each answer, shape (n,)."""
    return -np.log(np.maximum(given[np.arange(len(labels)), labels], 1e-7))


def sure_when_wrong(given: Array, labels: Array) -> float:
    """The mean probability that wrong answers get."""
    wrong = given.argmax(axis=1) != labels
    return float(given.max(axis=1)[wrong].mean())


def run(network: Network, rate: float, unit: int) -> Outcome:
    """Train, and judge on the test pictures: at the end, and in the epochs whose validation loss was least.

    ``best`` are the weights of the epoch whose loss on all validation pictures is least, ``best_few`` on some.
    """
    model, watch, history, (train, _, test) = trained(network, rate, unit)
    right = np.mean(answers(model, train).argmax(axis=1) == train.labels)
    losses = np.array(watch.losses)
    chosen = {
        "end": len(losses) - 1,
        "best": losses.mean(axis=1).argmin(),
        "best_few": losses[:, :FEW].mean(axis=1).argmin(),
    }
    found: dict[str, float] = {"train_accuracy": right, "fit_accuracy": history.history["accuracy"][-1]}
    for name, epoch in chosen.items():
        model.set_weights(watch.weights[epoch])
        given = answers(model, test)
        found |= {
            f"{name}_loss": surprise(given, test.labels).mean(),
            f"{name}_accuracy": np.mean(given.argmax(axis=1) == test.labels),
            f"{name}_sure_when_wrong": sure_when_wrong(given, test.labels),
        }
    found |= {
        "gap": right - found["end_accuracy"],
        "best_epoch": chosen["best"] + 1,
        "validation_rise": losses[-1].mean() - losses.mean(axis=1).min(),
        "parameters": model.count_params(),
    }
    return Outcome(
        found, {"valid_loss_by_epoch": losses.mean(axis=1), "train_loss_by_epoch": history.history["loss"]}
    )
