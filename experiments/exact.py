"""Facts that a count or a comparison of two numbers decides: one `value` per variant, no training to speak of."""

from __future__ import annotations

from functools import partial

import distance
import fabric as cloth
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
import tensorflow as tf

from autograder.datasets import city, fabric

PATCHES = 100


def loss_and_metric(seed: int) -> Outcome:
    """How many single-precision numbers apart the asker's loss and metric are, after an epoch of training."""
    keras.utils.set_random_seed(seed)
    recipe = distance.Recipe()
    train = city.distances(recipe.pairs, distance.FIRST_DATA_SEED + seed)
    inputs, targets = train.features / 100, train.target / recipe.metres
    model = distance.build(recipe)
    model.compile(optimizer="sgd", loss="mse", metrics=["mse"])
    model.fit(inputs, targets, batch_size=recipe.batch_size, verbose=0)
    loss, metric = np.float32(model.evaluate(inputs, targets, verbose=0)).view(np.int32)
    return Outcome({"value": abs(int(loss) - int(metric))})


def without_gradient(network: cloth.Network, seed: int) -> Outcome:
    """The share of the values behind the last batch norm that get no gradient in a training step, weights fresh."""
    keras.utils.set_random_seed(seed)
    model = cloth.build(network, cloth.Training())
    cut = 1 + max(i for i, layer in enumerate(model.layers) if isinstance(layer, keras.layers.BatchNormalization))
    patches = fabric.patches(PATCHES, seed)
    values = keras.Sequential(model.layers[:cut])(patches.images, training=True)
    rest = keras.Sequential(model.layers[cut:])
    with tf.GradientTape() as tape:
        tape.watch(values)
        answer = rest(values, training=True)
        loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(patches.labels, answer))
    return Outcome({"value": np.mean(tape.gradient(loss, values).numpy() == 0)})


EXPERIMENT = Experiment(
    "exact",
    {
        "loss-and-metric": loss_and_metric,
        "no-gradient-pooling": partial(without_gradient, cloth.Network(dropout=0.0)),
        "no-gradient-dropout": partial(without_gradient, cloth.Network(pooling=False)),
        "no-gradient-both": partial(without_gradient, cloth.Network()),
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
