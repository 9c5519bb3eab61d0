"""Loss and metrics: facts that a count or a comparison of two numbers decides, one `value` per variant."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from leaks_networks import Array, Recipe, answers, draw, trained
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from sklearn.metrics import average_precision_score

SHORT = Recipe(rows=320, epochs=8)
NUDGE = 1e-8
STEPS = 60


def weights_apart(one: Recipe, other: Recipe, unit: int) -> Outcome:
    """How many weights are not the same, bit for bit, after training by two recipes."""
    ends = [trained(recipe, unit)[0].get_weights() for recipe in (one, other)]
    return Outcome({"value": sum(np.sum(a != b) for a, b in zip(*ends, strict=True))})


def every_metric() -> list[str | keras.metrics.Metric]:
    """Metrics of several kinds."""
    return ["accuracy", "mse", keras.metrics.AUC(), keras.metrics.AUC(curve="PR"), keras.metrics.Recall()]


def plateau(monitor: str) -> Recipe:
    """Training whose learning rate is halved when ``monitor`` has not improved for an epoch."""
    return replace(
        SHORT,
        metrics=["accuracy"],
        callbacks=lambda: [keras.callbacks.ReduceLROnPlateau(monitor, factor=0.5, patience=1)],
    )


def moved_by_a_nudge(of: str, unit: int) -> Outcome:
    """The share of a network's weights whose change by `NUDGE` changes the loss or the accuracy at all."""
    random = np.random.default_rng(unit)
    (rows, truth), *_ = draw(unit, 500)
    weights = [random.normal(size=shape) for shape in ((5, 8), (8,), (8, 1), (1,))]

    def number() -> float:
        probabilities = forward(weights, rows)
        if of == "accuracy":
            return float(np.mean((probabilities > 0.5) == truth))
        return float(-np.mean(np.log(np.where(truth == 1, probabilities, 1 - probabilities))))

    before, moved = number(), []
    for tensor in weights:
        for place in np.ndindex(tensor.shape):
            tensor[place] += NUDGE
            moved.append(number() != before)
            tensor[place] -= NUDGE
    return Outcome({"value": np.mean(moved)})


def forward(weights: list[Array], rows: Array) -> Array:
    """One hidden ReLU layer and a sigmoid, in double precision; every unit sees some row."""
    first, bias, last, offset = weights
    hidden = np.maximum(rows.astype("float64") @ first + bias, 0)
    return 1 / (1 + np.exp(-(hidden @ last + offset)[:, 0]))


def later_metric(unit: int) -> Outcome:
    """By how many rows the accuracy that `fit` reports at its end differs from that of a metric added afterwards."""
    _, history, _ = trained(replace(SHORT, metrics=["accuracy"]), unit)
    model, _, (_, valid, _) = trained(SHORT, unit)
    model.compile(loss=SHORT.loss, metrics=["accuracy"], jit_compile=False)
    _, accuracy = model.evaluate(*valid, verbose=0)
    return Outcome({"value": len(valid[1]) * abs(accuracy - history.history["val_accuracy"][-1])})


def falls_together(unit: int) -> Outcome:
    """Steps of plain gradient descent on all rows in which the loss falls, and the accuracy falls, too."""
    keras.utils.set_random_seed(unit)
    (rows, truth), *_ = draw(unit, 500)
    model = keras.Sequential([
        keras.Input((5,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid"),
    ])  # fmt: skip
    # half of the rows count as leaks here, so that accuracy has something to do
    truth = (rows[:, 0] + 0.5 * rows[:, 1] ** 2 + np.random.default_rng(unit).normal(size=len(rows)) > 0.5) * 1.0
    model.compile(keras.optimizers.SGD(0.1), "binary_crossentropy", metrics=["accuracy"], jit_compile=False)
    told = model.fit(rows, truth, batch_size=len(rows), epochs=STEPS, verbose=0).history
    loss, accuracy = np.diff(told["loss"]), np.diff(told["accuracy"])
    return Outcome({"value": np.sum((loss < 0) & (accuracy < 0))})


def word(head: str, unit: int) -> Outcome:
    """By how many rows ``metrics=["accuracy"]`` differs from a count by hand, for random answers and labels."""
    random = np.random.default_rng(unit)
    classes, rows = (1, 64) if head == "binary" else (int(random.integers(2, 9)), 64)
    given = random.dirichlet(np.ones(classes + 1), rows)[:, :classes].astype("float32")
    if head == "binary":
        labels = random.integers(0, 2, (rows, 1))
        right, loss, told = (given > 0.5) == labels, "binary_crossentropy", labels
    else:
        labels = random.integers(0, classes, rows)
        right, told = given.argmax(axis=1) == labels, labels
        loss = "sparse_categorical_crossentropy"
        if head == "one-hot":
            told, loss = np.eye(classes)[labels], "categorical_crossentropy"
    return Outcome({"value": abs(rows * reported(given, told, loss, "accuracy") - right.sum())})


def reported(given: Array, labels: Array, loss: str, metric: str | keras.metrics.Metric) -> float:
    """The number that `evaluate` shows for a model that answers ``given``."""
    model = keras.Sequential([keras.Input((given.shape[1],)), keras.layers.Identity()])
    model.compile(loss=loss, metrics=[metric], jit_compile=False)
    return float(model.evaluate(given, labels, verbose=0)[1])


def misplaced(metric: str, unit: int) -> Outcome:
    """What an accuracy says of answers that are nearly perfect: a regression, or sure probabilities."""
    random = np.random.default_rng(unit)
    if metric == "regression":
        truth = random.normal(10, 3, (64, 1)).astype("float32")
        close = truth + random.normal(0, 0.01, truth.shape).astype("float32")
        return Outcome({"value": reported(close, truth, "mse", "accuracy")})
    labels = random.integers(0, 2, (64, 1))
    sure = np.abs(labels - random.uniform(0.001, 0.1, labels.shape)).astype("float32")
    return Outcome({"value": reported(sure, labels, "binary_crossentropy", keras.metrics.Accuracy())})


def of_ranks(of: str, unit: int) -> Outcome:
    """What changes when all probabilities are replaced by their square roots: average precision, or rows called right.

    Of average precision only whether it changes is said: 1 or 0.
    """
    model, _, (_, _, (rows, truth)) = trained(SHORT, unit)
    probabilities = answers(model, (rows, truth))
    pair = (probabilities, np.sqrt(probabilities))
    if of == "accuracy":
        right = [np.sum((p > 0.5) == truth) for p in pair]
        return Outcome({"value": abs(right[0] - right[1])})
    precisions = [average_precision_score(truth, p) for p in pair]
    return Outcome({"value": precisions[0] != precisions[1]})


EXPERIMENT = Experiment(
    "loss_and_metrics_exact",
    {
        "apart: accuracy added": partial(weights_apart, SHORT, replace(SHORT, metrics=["accuracy"])),
        "apart: five metrics added": partial(weights_apart, SHORT, replace(SHORT, metrics=every_metric())),
        "apart: other loss": partial(weights_apart, SHORT, replace(SHORT, loss="mse")),
        "apart: plateau of accuracy": partial(weights_apart, SHORT, plateau("val_accuracy")),
        "apart: plateau of accuracy or loss": partial(weights_apart, plateau("val_loss"), plateau("val_accuracy")),
        "nudge: accuracy": partial(moved_by_a_nudge, "accuracy"),
        "nudge: loss": partial(moved_by_a_nudge, "loss"),
        "later metric": later_metric,
        "falls together": falls_together,
        "word: binary": partial(word, "binary"),
        "word: one-hot": partial(word, "one-hot"),
        "word: integers": partial(word, "integers"),
        "misplaced: regression": partial(misplaced, "regression"),
        "misplaced: probabilities": partial(misplaced, "probabilities"),
        "roots: average precision": partial(of_ranks, "average precision"),
        "roots: accuracy": partial(of_ranks, "accuracy"),
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
