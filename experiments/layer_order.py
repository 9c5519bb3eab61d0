"""The order of dropout and batch norm: does it show in ROC-AUC on a table, or in accuracy on pictures?"""

from __future__ import annotations

from functools import partial

from leaks_networks import Rows, answers, draw
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers
from sklearn.metrics import roc_auc_score

from autograder.datasets import fabric

TRAIN_ROWS, EPOCHS, BATCH = 2000, 15, 64
RATES = (0.001, 0.003, 0.01)  # each order takes the one that is best on its own validation rows
DROP = 0.25
FIRST_PATCHES, PATCHES, NEW_PATCHES = 20_000, 500, 1000


def block(order: str, width: int) -> list[layers.Layer]:
    """A dense layer without a bias, and behind it batch norm, ReLU and dropout in the order that is named."""
    made = {
        "norm": lambda: layers.BatchNormalization(momentum=0.9),
        "relu": lambda: layers.Activation("relu"),
        "drop": lambda: layers.Dropout(DROP),
    }
    return [layers.Dense(width, use_bias=False), *(made[name]() for name in order.split("-"))]


def at_rate(order: str, rate: float, train: Rows, unit: int) -> keras.Model:
    """The network in this order, trained at this learning rate."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    model = keras.Sequential([keras.Input((5,)), *block(order, 32), *block(order, 32), layers.Dense(1, "sigmoid")])
    model.compile(keras.optimizers.Adam(rate), "binary_crossentropy", jit_compile=False, steps_per_execution=16)
    model.fit(*train, batch_size=BATCH, epochs=EPOCHS, verbose=0)
    return model


def table(order: str, unit: int) -> Outcome:
    """ROC-AUC on test rows, at the learning rate that is best on validation rows."""
    train, valid, test = draw(unit, TRAIN_ROWS)
    best = (-1.0, 0.0)
    for rate in RATES:
        model = at_rate(order, rate, train, unit)
        found = [float(roc_auc_score(rows[1], answers(model, rows))) for rows in (valid, test)]
        best = max(best, (found[0], found[1]))
    return Outcome({"score": best[1]})


def pictures(order: str, unit: int) -> Outcome:
    """Accuracy on new patches of fabric: whole maps are dropped behind the convolution, or behind the pooling."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    train, test = (fabric.patches(n, np.array([FIRST_PATCHES, unit, n], "uint32")) for n in (PATCHES, NEW_PATCHES))
    model = keras.Sequential([keras.Input((fabric.SIDE, fabric.SIDE, 1))])
    for maps in (8, 16):
        inside = [layers.BatchNormalization(momentum=0.9), layers.Activation("relu"), layers.MaxPooling2D()]
        inside.insert(0 if order == "first" else 3, layers.SpatialDropout2D(DROP))
        for layer in (layers.Conv2D(maps, 3, use_bias=False), *inside):
            model.add(layer)
    model.add(layers.Flatten())
    model.add(layers.Dense(5, "softmax"))
    model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", jit_compile=False)
    model.fit(train.images, train.labels, batch_size=32, epochs=12, verbose=0)
    given = model.predict(test.images, batch_size=500, verbose=0).argmax(axis=1)
    return Outcome({"score": float(np.mean(given == test.labels))})


EXPERIMENT = Experiment(
    "layer_order",
    {
        "table norm-relu-drop": partial(table, "norm-relu-drop"),
        "table drop-norm-relu": partial(table, "drop-norm-relu"),
        "table relu-drop-norm": partial(table, "relu-drop-norm"),
        "pictures drop-first": partial(pictures, "first"),
        "pictures drop-last": partial(pictures, "last"),
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
