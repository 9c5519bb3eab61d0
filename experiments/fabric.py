"""What the fabric experiments share: build the asked-about network or a variant, train it, measure its curve.

Why 600 patches and 14 epochs, where the question had 100: a run then costs ten to forty seconds, so ten units of
all variants cost about an hour of one core. Seven epochs of a curve that has left the learning ramp are enough
to see whether it jumps at every epoch, and the spread over units says how sure that is.
The unit draws the patches, and decides the first weights, the order of the patches and dropout.
"""

from __future__ import annotations

from dataclasses import dataclass

from runner import Outcome  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers
from splits import FIRST

from autograder.curves import bend, last_5, roughness
from autograder.datasets import fabric

TRAIN_PATCHES, VALID_PATCHES, MORE_PATCHES = 600, 300, 300
SMALL = 30
MORE_SEED = 3
RECALIBRATION_PATCHES = 150  # of 900 pixels each: plenty for the mean and the spread of a channel


@dataclass(frozen=True)
class Network:
    """The asked-about network and what may be changed in it.

    Attributes:
        channels: of the convolutions; there are as many as numbers.
        last_activation: of the last convolution; all others have ReLU.
        pooling: put max-pooling after the last convolution.
        dropout: the rate before the last layer; 0 leaves the layer out.
        bn_momentum: how much of its running averages batch normalization keeps at each step.
        l2: the weight penalty of the convolutions.
    """

    channels: tuple[int, ...] = (8, 16, 32)
    last_activation: str = "sigmoid"
    pooling: bool = True
    dropout: float = 0.5
    bn_momentum: float = 0.99
    l2: float = 0.01


@dataclass(frozen=True)
class Training:
    """How to train.

    Attributes:
        optimizer: ``adam`` or ``sgd``.
        rate: the learning rate.
        momentum: of ``sgd``.
        cosine: let the learning rate fall to zero along a cosine.
        average: validate with exponential averages of the weights.
        batch_size: patches in a batch.
        epochs: passes over the training patches.
    """

    optimizer: str = "adam"
    rate: float = 1e-3
    momentum: float = 0.0
    cosine: bool = False
    average: bool = False
    batch_size: int = 4
    epochs: int = 14


def build(network: Network, training: Training) -> keras.Model:
    """A compiled model for patches of shape (30, 30, 1)."""
    stack: list[keras.layers.Layer] = [keras.Input((fabric.SIDE, fabric.SIDE, 1))]
    for position, channels in enumerate(network.channels, start=1):
        activation = network.last_activation if position == len(network.channels) else "relu"
        penalty = keras.regularizers.L2(network.l2) if network.l2 else None
        stack += [
            layers.Conv2D(channels, 2, padding="same", activation=activation, kernel_regularizer=penalty),
            layers.BatchNormalization(momentum=network.bn_momentum),
        ]
    stack += [layers.MaxPooling2D()] if network.pooling else []
    stack += [layers.Flatten()]
    stack += [layers.Dropout(network.dropout)] if network.dropout else []
    stack += [layers.Dense(len(fabric.CLASSES), activation="softmax")]
    model = keras.Sequential(stack)
    model.compile(optimizer=optimizer(training), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def optimizer(training: Training) -> keras.optimizers.Optimizer:
    """The optimizer with its schedule."""
    steps = training.epochs * -(-TRAIN_PATCHES // training.batch_size)
    rate = keras.optimizers.schedules.CosineDecay(training.rate, steps) if training.cosine else training.rate
    average = {"use_ema": training.average, "ema_momentum": 0.99}
    if training.optimizer == "adam":
        return keras.optimizers.Adam(rate, **average)
    if training.optimizer == "sgd":
        return keras.optimizers.SGD(rate, momentum=training.momentum, **average)
    raise ValueError(f"optimizer: expected adam or sgd, received {training.optimizer!r}")


class Probe(keras.callbacks.Callback):
    """In the last half of the epochs, ask the weights of each epoch two more questions, outside of training.

    Attributes:
        correct: which of the patches were classified correctly, one array (n,) for each epoch.
        recalibrated: the same for the validation patches alone, with fresh statistics of batch normalization.
    """

    def __init__(self, train: fabric.Patches, valid: fabric.Patches, more: fabric.Patches, epochs: int) -> None:
        super().__init__()
        self.train, self.valid, self.more = train, valid, more
        self.skip = epochs // 2
        self.correct: list[np.ndarray] = []
        self.recalibrated: list[np.ndarray] = []

    def on_test_end(self, logs: object = None) -> None:
        """`fit` has just validated, once in each epoch, with averaged weights where these are asked for."""
        if self.skip:
            self.skip -= 1
            return
        self.correct.append(np.concatenate([correct(self.model, self.valid), correct(self.model, self.more)]))
        self.recalibrated.append(recalibrated(self.model, self.train, self.valid))


def correct(model: keras.Model, patches: fabric.Patches) -> np.ndarray:
    """Whether each patch is classified correctly in inference mode, shape (n,)."""
    return np.asarray(model.predict_on_batch(patches.images)).argmax(axis=1) == patches.labels


def recalibrated(model: keras.Model, train: fabric.Patches, valid: fabric.Patches) -> np.ndarray:
    """As `correct`, but batch normalization takes its statistics from one large batch of training patches.

    The weights stay, and the running averages are put back. No dropout stands before a batch normalization in these
    networks, so the fresh statistics are those of inference mode.
    """
    norms = [layer for layer in model.layers if isinstance(layer, layers.BatchNormalization)]
    before = [(norm.momentum, norm.get_weights()) for norm in norms]
    for norm in norms:
        norm.momentum = 0.0
    model(train.images[:RECALIBRATION_PATCHES], training=True)
    result = correct(model, valid)
    for norm, (momentum, weights) in zip(norms, before, strict=True):
        norm.momentum = momentum
        norm.set_weights(weights)
    return result


def drawn(unit: int) -> tuple[fabric.Patches, fabric.Patches, fabric.Patches]:
    """The unit's patches: to train on, to validate on, and more of these; the exploration has the course's."""
    if unit >= FIRST:
        sizes = (TRAIN_PATCHES, VALID_PATCHES, MORE_PATCHES)
        train, valid, more = (
            fabric.patches(size, np.array([unit, part], np.uint32)) for part, size in enumerate(sizes)
        )
        return train, valid, more
    train, valid = fabric.fabric_patches()
    train = fabric.Patches(train.images[:TRAIN_PATCHES], train.labels[:TRAIN_PATCHES])
    return train, valid, fabric.patches(MORE_PATCHES, MORE_SEED)


def run(network: Network, training: Training, unit: int) -> Outcome:
    """Train one network and measure its curves; all accuracies are shares of validation patches.

    ``roughness`` is that of the 300 validation patches, ``roughness_30`` the mean over the ten thirties among them.
    ``roughness_600`` takes 300 other patches in addition. ``roughness_recalibrated`` is that of the 300 with fresh
    statistics of batch normalization. All four look at the same weights.
    """
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    train, valid, more = drawn(unit)
    probe = Probe(train, valid, more, training.epochs)
    model = build(network, training)
    # the probe comes before the callback that takes the averaged weights away again
    callbacks = [probe, *([keras.callbacks.SwapEMAWeights()] if training.average else [])]
    history = model.fit(
        *train,
        validation_data=valid,
        epochs=training.epochs,
        batch_size=training.batch_size,
        callbacks=callbacks,
        verbose=0,
    ).history
    curve = history["val_accuracy"]
    late = np.array(probe.correct)  # (epochs, patches)
    thirties = late[:, : len(valid.labels)].reshape(len(late), -1, SMALL).mean(axis=2)
    fresh = np.mean(probe.recalibrated, axis=1)
    metrics = {
        "accuracy_last_5": last_5(curve),
        "roughness": roughness(curve),
        "lowest_in_last_half": min(curve[len(curve) // 2 :]),
        "roughness_30": np.mean([bend(thirty) for thirty in thirties.T]),
        "roughness_600": bend(late.mean(axis=1)),
        "accuracy_last_5_recalibrated": last_5(fresh),
        "roughness_recalibrated": bend(fresh),
        "train_accuracy_last_5": last_5(history["accuracy"]),
        "train_roughness": roughness(history["accuracy"]),
    }
    curves = {
        "val_accuracy_by_epoch": curve,
        "train_accuracy_by_epoch": history["accuracy"],
        "recalibrated_by_late_epoch": fresh,
        "first_thirty_by_late_epoch": thirties[:, 0],
        "all_600_by_late_epoch": late.mean(axis=1),
    }
    return Outcome(metrics, curves)
