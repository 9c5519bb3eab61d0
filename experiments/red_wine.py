"""What the red wine experiments share: build a network from a short description, train it, measure it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runner import Outcome  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
from keras import layers
from splits import split

from autograder.datasets.wine import WINES

PASSES = 20
OPTIMIZERS = {"adam": keras.optimizers.Adam, "sgd": keras.optimizers.SGD}


@dataclass(frozen=True)
class Network:
    """A stack of equal blocks with one linear output.

    Attributes:
        block: the layers of a block in order: ``dense``, ``relu``, ``dropout``, ``bn``.
        width: units of each dense layer.
        blocks: how many blocks.
        rate: the share of units that dropout sets to zero.
        scaling: what stands before the first block: ``raw``, ``standardised`` or ``input-bn``.
        bias_at_mean: start the output at the training mean instead of at zero.
    """

    block: tuple[str, ...]
    width: int = 1024
    blocks: int = 3
    rate: float = 0.3
    scaling: str = "raw"
    bias_at_mean: bool = False


@dataclass(frozen=True)
class Training:
    """How long to train, with how many wines in a batch; by which optimizer, one of `OPTIMIZERS`."""

    epochs: int
    batch_size: int
    optimizer: str = "adam"
    rate: float = 1e-3
    loss: str = "mae"


def build(network: Network, training: Training, features: np.ndarray, target: np.ndarray) -> keras.Model:
    """A compiled model; ``features`` (rows, 11) feed the scaler, ``target`` (rows,) the output bias."""
    parts = {
        "dense": lambda: layers.Dense(network.width),
        "relu": layers.ReLU,
        "dropout": lambda: layers.Dropout(network.rate),
        "bn": layers.BatchNormalization,
    }
    stack = [keras.Input((features.shape[1],)), *scaler(network.scaling, features)]
    stack += [parts[name]() for _ in range(network.blocks) for name in network.block]
    start = float(target.mean()) if network.bias_at_mean else 0.0
    stack.append(layers.Dense(1, bias_initializer=keras.initializers.Constant(start)))
    model = keras.Sequential(stack)
    model.compile(
        optimizer=OPTIMIZERS[training.optimizer](training.rate),
        loss=training.loss,
        steps_per_execution=-(-len(target) // training.batch_size),  # the same numbers, in less time
    )
    return model


def scaler(scaling: str, features: np.ndarray) -> list[keras.Layer]:
    """The layers that stand between the input and the first block."""
    if scaling == "raw":
        return []
    if scaling == "input-bn":
        return [layers.BatchNormalization()]
    if scaling == "standardised":
        normalization = layers.Normalization()
        normalization.adapt(features)
        return [normalization]
    raise ValueError(f"scaling: expected raw, standardised or input-bn, received {scaling!r}")


def run(network: Network, training: Training, unit: int) -> Outcome:
    """Train one network on the unit's training wines and measure it on its validation wines.

    All errors are mean absolute errors in points of the wine's score.
    """
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    (train_x, train_y), (valid_x, valid_y) = (
        (part.features.to_numpy(), part.target.to_numpy()) for part in split(WINES, unit)
    )
    model = build(network, training, train_x, train_y)
    history = model.fit(
        train_x,
        train_y,
        validation_data=(valid_x, valid_y),
        epochs=training.epochs,
        batch_size=training.batch_size,
        verbose=0,
    ).history
    curve = history["val_loss"]
    metrics = {
        "val_mae": curve[-1],
        "val_mae_last_10": np.mean(curve[-10:]),
        "val_mae_epoch_10": curve[9],
        "val_mae_best": min(curve),
        "train_mae_epoch_10": history["loss"][9],
        "train_mae_reported": history["loss"][-1],
        **modes(model, train_x, train_y, valid_x, valid_y),
    }
    diverged = np.isnan(curve[-1])
    finite = {name: np.inf if diverged and np.isnan(value) else value for name, value in metrics.items()}
    return Outcome(finite, {"train_mae_by_epoch": history["loss"], "val_mae_by_epoch": curve})


def modes(
    model: keras.Model, train_x: np.ndarray, train_y: np.ndarray, valid_x: np.ndarray, valid_y: np.ndarray
) -> dict[str, float]:
    """How the trained network answers in inference mode and in training mode (mean of `PASSES` passes)."""
    inference = predictions(model, valid_x)
    return {
        "train_mae": error(predictions(model, train_x), train_y),
        "mean_prediction": inference.mean(),
        "sd_prediction": inference.std(),
        # last, because a pass in training mode moves the statistics of batch normalization
        **training_mode(model, valid_x, valid_y),
    }


def training_mode(model: keras.Model, features: np.ndarray, target: np.ndarray) -> dict[str, float]:
    """Mean prediction in training mode, error of one pass (mean over passes), error of the passes' mean."""
    passes = [np.asarray(model(features, training=True))[:, 0] for _ in range(PASSES)]
    return {
        "mean_prediction_training": float(np.mean(passes)),
        "val_mae_training": float(np.mean([error(one, target) for one in passes])),
        "val_mae_training_averaged": error(np.mean(passes, axis=0), target),
    }


def predictions(model: keras.Model, features: np.ndarray) -> np.ndarray:
    """Predictions in inference mode, shape (rows,)."""
    return np.asarray(model(features, training=False))[:, 0]


def error(predicted: np.ndarray | Sequence[float], target: np.ndarray) -> float:
    """Mean absolute error."""
    return float(np.mean(np.abs(np.asarray(predicted) - target)))
