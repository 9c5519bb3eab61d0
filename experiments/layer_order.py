"""The order of dropout and batch norm: does it show in ROC-AUC?"""

from __future__ import annotations

from functools import partial

from leaks_networks import answers, draw
from runner import Experiment, Outcome, main

# isort: split
import keras
from keras import layers
from sklearn.metrics import roc_auc_score

TRAIN_ROWS, EPOCHS, BATCH = 2000, 12, 64
RATES = (0.001, 0.003, 0.01)  # each order takes the one that is best on its own validation rows
DROP = 0.25


def block(order: str, width: int) -> list[layers.Layer]:
    """A dense layer without a bias, and behind it batch norm, ReLU and dropout in the order that is named."""
    made = {
        "norm": lambda: layers.BatchNormalization(momentum=0.9),
        "relu": lambda: layers.Activation("relu"),
        "drop": lambda: layers.Dropout(DROP),
    }
    return [layers.Dense(width, use_bias=False), *(made[name]() for name in order.split("-"))]


def network(order: str, unit: int) -> keras.Model:
    """Two such blocks and a sigmoid, compiled, with the weights of this unit."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    model = keras.Sequential([keras.Input((5,)), *block(order, 32), *block(order, 32), layers.Dense(1, "sigmoid")])
    model.compile("adam", "binary_crossentropy", jit_compile=False, steps_per_execution=16)
    model.optimizer.build(model.trainable_variables)
    return model


def run(order: str, unit: int) -> Outcome:
    """ROC-AUC on test rows, at the learning rate that is best on validation rows."""
    train, valid, test = draw(unit, TRAIN_ROWS)
    model = network(order, unit)
    fresh, still = model.get_weights(), [variable.numpy() for variable in model.optimizer.variables]
    best = (-1.0, 0.0)
    for rate in RATES:
        model.set_weights(fresh)
        for variable, value in zip(model.optimizer.variables, still, strict=True):
            variable.assign(value)
        model.optimizer.learning_rate = rate
        model.fit(*train, batch_size=BATCH, epochs=EPOCHS, verbose=0)
        found = [float(roc_auc_score(rows[1], answers(model, rows))) for rows in (valid, test)]
        best = max(best, (found[0], found[1]))
    return Outcome({"roc_auc": best[1]})


EXPERIMENT = Experiment(
    "layer_order",
    {order: partial(run, order) for order in ("norm-relu-drop", "drop-norm-relu")},
)

if __name__ == "__main__":
    main(EXPERIMENT)
