"""The order of layers: which neighbours may change places, and what changes where they may not. All in one run."""

from __future__ import annotations

from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
import tensorflow as tf
from keras import layers

ROWS, UNITS = 256, 32
RATES = (0.1, 0.25, 0.5)
CALLS = 60  # of a batch norm in training mode, before what it stores is read

Array = np.ndarray


def normal(unit: int, *shape: int, middle: float = 0.0) -> tf.Tensor:
    """Normally distributed numbers of this shape around ``middle``, drawn anew for each unit."""
    random = np.random.default_rng([unit, *shape])
    return tf.constant(random.normal(middle, 1, shape).astype("float32"))


def dropout(unit: int, rate: float | None = None) -> layers.Layer:
    """A dropout that drops the same places each time it is made."""
    return layers.Dropout(rate or RATES[unit % 3], seed=unit)


def dropped(unit: int, values: tf.Tensor, rate: float | None = None) -> tf.Tensor:
    """The values behind `dropout`, in training mode."""
    return dropout(unit, rate)(values, training=True)


def unequal(one: tf.Tensor, other: tf.Tensor) -> int:
    """How many numbers are not the same, bit for bit."""
    return int(np.sum(np.asarray(one) != np.asarray(other)))


def of_activations(unit: int) -> dict[str, float]:
    """What changes if dropout and an activation change places; the numbers behind a sigmoid where one was dropped."""
    values = normal(unit, ROWS, UNITS)
    names = ("relu", "tanh", "sigmoid", "gelu", "relu6")
    found: dict[str, float] = {}
    for name in names:
        function = keras.activations.get(name)
        behind, before = dropped(unit, function(values)), function(dropped(unit, values))
        found[f"unequal_{name}"] = unequal(behind, before)
    gone = np.asarray(dropped(unit, tf.ones_like(values))) == 0
    found["sigmoid_not_half"] = int(np.sum(np.asarray(tf.sigmoid(dropped(unit, values)))[gone] != 0.5))
    positive = normal(unit, ROWS, UNITS, middle=1.5)
    quiet = float(np.mean(tf.tanh(positive)))
    found["tanh_mean_before"] = float(np.mean(tf.tanh(dropped(unit, positive, 0.5)))) / quiet
    found["tanh_mean_behind"] = float(np.mean(dropped(unit, tf.tanh(positive), 0.5))) / quiet
    return found


def of_pooling(unit: int) -> dict[str, float]:
    """Dropout of pixels, and of whole maps, before a 2 by 2 max pooling and behind it."""
    maps = normal(unit, 16, 16, 16, 8)
    pool, average = layers.MaxPooling2D(), layers.AveragePooling2D(2)
    rate = RATES[unit % 3]

    def whole(values: tf.Tensor) -> tf.Tensor:
        return layers.SpatialDropout2D(rate, seed=unit)(values, training=True)

    before, behind = average(whole(maps)), whole(average(maps))
    active = tf.abs(maps) + 0.01  # all four pixels of a window can be dropped, and none is zero before
    drawn, kept = dropped(unit, active, 0.5), np.asarray(dropped(unit, pool(active), 0.5))
    return {
        "spatial_max": unequal(pool(whole(maps)), whole(pool(maps))),
        "spatial_average": float(np.max(np.abs(before - behind))),
        "relu_max": unequal(pool(tf.nn.relu(maps)), tf.nn.relu(pool(maps))),
        "zeros_before_pool": float(np.mean(np.asarray(pool(drawn)) == 0)),
        "zeros_behind_pool": float(np.mean(kept == 0)),
        "mean_before_pool": float(np.mean(pool(drawn)) / np.mean(pool(active))),
        "mean_behind_pool": float(np.mean(kept) / np.mean(pool(active))),
    }


def variance_ratio(unit: int, rate: float, between: list[layers.Layer]) -> float:
    """What a batch norm behind dropout stores, divided by the variance that it meets at prediction; median unit."""
    values = tf.nn.relu(normal(unit, ROWS, UNITS))
    drop = dropout(unit, rate)
    norm = layers.BatchNormalization(momentum=0.9)
    through = keras.Sequential([keras.Input((UNITS,)), drop, *between])
    for _ in range(CALLS):
        norm(through(values, training=True), training=True)
    met = np.var(np.asarray(through(values, training=False)), axis=0)
    return float(np.median(np.asarray(norm.moving_variance) / met))


def foretold(unit: int, rate: float) -> float:
    """The ratio that the formula of the chapter gives for the same values."""
    values = np.asarray(tf.nn.relu(normal(unit, ROWS, UNITS)))
    squares = values.mean(axis=0) ** 2 / values.var(axis=0)
    return float(np.median((1 + rate * squares) / (1 - rate)))


def of_batch_norm(unit: int) -> dict[str, float]:
    """Stored against met variance, by rate and by what stands between; zeros behind batch norm."""
    keras.utils.set_random_seed(unit)
    found = {f"ratio_{int(100 * rate)}": variance_ratio(unit, rate, []) for rate in RATES}
    found |= {f"foretold_{int(100 * rate)}": foretold(unit, rate) for rate in RATES}
    found["ratio_50_dense"] = variance_ratio(unit, 0.5, [layers.Dense(UNITS)])
    values = normal(unit, ROWS, UNITS)
    normed = layers.BatchNormalization()(dropped(unit, values, 0.5), training=True)
    gone = np.asarray(dropped(unit, tf.ones_like(values), 0.5)) == 0
    found["zeros_behind_norm"] = float(np.mean(np.asarray(normed)[gone] == 0))
    return found


def gradient_of_bias(unit: int, between: str) -> float:
    """The largest slope of a loss for a bias before batch norm, divided by the largest one for a weight."""
    keras.utils.set_random_seed(unit)
    dense, norm = layers.Dense(UNITS), layers.BatchNormalization()
    rows, aim = normal(unit, ROWS, 8), normal(unit, ROWS, UNITS, middle=0.5)
    function = keras.activations.get(between)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((tf.tanh(norm(function(dense(rows)), training=True)) - aim) ** 2)
    weight, bias = tape.gradient(loss, [dense.kernel.value, dense.bias.value])
    return float(np.max(np.abs(bias)) / np.max(np.abs(weight)))


def of_health(unit: int) -> dict[str, float]:
    """Units that are off, dead or saturated, with and without a batch norm in front of the activation."""
    keras.utils.set_random_seed(unit)
    rows = normal(unit, ROWS, 16, middle=1.0)
    given = layers.Dense(UNITS)(rows)
    normed = layers.BatchNormalization()(given, training=True)
    deep = given - 20.0  # a bias of -20
    wide = 50.0 * given
    off = {"plain": given, "norm": normed}
    slopes = {name: np.asarray(tf.sigmoid(v) * (1 - tf.sigmoid(v))) for name, v in _sigmoids(wide).items()}
    shares = {name: np.mean(np.asarray(values) <= 0, axis=0) for name, values in off.items()}
    return {
        **{f"off_{name}": float(np.mean(share)) for name, share in shares.items()},
        **{f"off_spread_{name}": float(np.std(share)) for name, share in shares.items()},
        "dead_plain": float(np.mean(np.all(np.asarray(deep) <= 0, axis=0))),
        "dead_norm": float(
            np.mean(np.all(np.asarray(layers.BatchNormalization()(deep, training=True)) <= 0, axis=0))
        ),
        **{f"flat_{name}": float(np.mean(slope < 0.01)) for name, slope in slopes.items()},
    }


def _sigmoids(values: tf.Tensor) -> dict[str, tf.Tensor]:
    return {"plain": values, "norm": layers.BatchNormalization()(values, training=True)}


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    return Outcome({
        **of_activations(unit),
        **of_pooling(unit),
        **of_batch_norm(unit),
        "bias_norm": gradient_of_bias(unit, "linear"),
        "bias_relu_norm": gradient_of_bias(unit, "relu"),
        **of_health(unit),
    })  # fmt: skip


EXPERIMENT = Experiment("layer_order_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
