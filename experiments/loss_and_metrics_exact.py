"""Loss and metrics: facts that a count or a comparison of two numbers decides, all in one run."""

from __future__ import annotations

from dataclasses import replace

from leaks_networks import VALIDATION_ROWS, Array, Recipe, answers, draw, trained
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from sklearn.metrics import average_precision_score

SHORT = Recipe(rows=320, epochs=8)
NUDGE = 1e-8
STEPS, RATE = 200, 0.1


def apart(one: keras.Model, other: keras.Model) -> int:
    """How many weights of two networks are not the same, bit for bit."""
    return sum(int(np.sum(a != b)) for a, b in zip(one.get_weights(), other.get_weights(), strict=True))


def of_weights(unit: int) -> dict[str, float]:
    """How many weights differ after training with other metrics, another loss, or a callback that reads a metric."""
    plain = trained(SHORT, unit)[0]
    ends = {name: trained(recipe, unit) for name, recipe in RECIPES.items()}
    found: dict[str, float] = {f"apart_{name}": apart(plain, model) for name, (model, _, _) in ends.items()}
    found["apart_plateaus"] = apart(ends["plateau_of_loss"][0], ends["plateau_of_accuracy"][0])
    _, history, (_, valid, test) = ends["accuracy_added"]
    plain.compile(loss=SHORT.loss, metrics=["accuracy"], jit_compile=False)
    later = plain.evaluate(*valid, batch_size=VALIDATION_ROWS, verbose=0)[1]
    found["later_metric"] = len(valid[1]) * abs(later - history.history["val_accuracy"][-1])
    return found | of_ranks(answers(plain, test), test[1])


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


RECIPES = {
    "accuracy_added": replace(SHORT, metrics=["accuracy"]),
    "five_added": replace(SHORT, metrics=every_metric()),
    "other_loss": replace(SHORT, loss="mse"),
    "plateau_of_accuracy": plateau("val_accuracy"),
    "plateau_of_loss": plateau("val_loss"),
}


def moved_by_a_nudge(of: str, unit: int) -> float:
    """The share of a network's weights whose change by `NUDGE` changes the loss or the accuracy at all."""
    random = np.random.default_rng(unit)
    (rows, truth), *_ = draw(unit, 500)
    weights = [random.normal(size=shape) for shape in ((5, 8), (8,), (8, 1), (1,))]

    def number() -> float:
        loss, accuracy = judged(weights, rows, truth)
        return accuracy if of == "accuracy" else loss

    before, moved = number(), []
    for tensor in weights:
        for place in np.ndindex(tensor.shape):
            tensor[place] += NUDGE
            moved.append(number() != before)
            tensor[place] -= NUDGE
    return float(np.mean(moved))


def judged(weights: list[Array], rows: Array, truth: Array) -> tuple[float, float]:
    """Cross-entropy and accuracy of `forward`."""
    probabilities = forward(weights, rows)
    loss = -np.mean(np.log(np.where(truth == 1, probabilities, 1 - probabilities)))
    return float(loss), float(np.mean((probabilities > 0.5) == truth))


def forward(weights: list[Array], rows: Array) -> Array:
    """One hidden ReLU layer and a sigmoid, in double precision; every unit sees some row."""
    first, bias, last, offset = weights
    hidden = np.maximum(rows.astype("float64") @ first + bias, 0)
    return 1 / (1 + np.exp(-(hidden @ last + offset)[:, 0]))


def falls_together(unit: int) -> float:
    """Steps of plain gradient descent on all rows in which the loss falls, and the accuracy falls, too."""
    random = np.random.default_rng(unit)
    (rows, _), *_ = draw(unit, 500)
    # half of the rows count as leaks here, so that accuracy has something to do
    truth = (rows[:, 0] + 0.5 * rows[:, 1] ** 2 + random.normal(size=len(rows)) > 0.5) * 1.0
    weights = [random.normal(0, 0.5, size=shape) for shape in ((5, 8), (8,), (8, 1), (1,))]
    told = []
    for _ in range(STEPS):
        told.append(judged(weights, rows, truth))
        down = slopes(weights, rows, truth)
        weights = [tensor - RATE * slope for tensor, slope in zip(weights, down, strict=True)]
    loss, accuracy = np.diff(np.array(told), axis=0).T
    return float(np.sum((loss < 0) & (accuracy < 0)))


def slopes(weights: list[Array], rows: Array, truth: Array) -> list[Array]:
    """The gradient of the cross-entropy with respect to each of the weights of `forward`."""
    first, bias, last, _ = weights
    before = rows.astype("float64") @ first + bias
    wrong = (forward(weights, rows) - truth)[:, None] / len(rows)
    back = (wrong @ last.T) * (before > 0)
    return [rows.T @ back, back.sum(axis=0), np.maximum(before, 0).T @ wrong, wrong.sum(axis=0)]


def word(head: str, unit: int) -> float:
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
        if head == "one_hot":
            told, loss = np.eye(classes)[labels], "categorical_crossentropy"
    return float(abs(rows * reported(given, told, loss, "accuracy") - right.sum()))


def reported(given: Array, labels: Array, loss: str, metric: str | keras.metrics.Metric) -> float:
    """The number that `evaluate` shows for a model that answers ``given``."""
    model = keras.Sequential([keras.Input((given.shape[1],)), keras.layers.Identity()])
    model.compile(loss=loss, metrics=[metric], jit_compile=False)
    return float(model.evaluate(given, labels, verbose=0)[1])


def misplaced(metric: str, unit: int) -> float:
    """What an accuracy says of answers that are nearly perfect: a regression, or sure probabilities."""
    random = np.random.default_rng(unit)
    if metric == "regression":
        truth = random.normal(10, 3, (64, 1)).astype("float32")
        close = truth + random.normal(0, 0.01, truth.shape).astype("float32")
        return float(reported(close, truth, "mse", "accuracy"))
    labels = random.integers(0, 2, (64, 1))
    sure = np.abs(labels - random.uniform(0.001, 0.1, labels.shape)).astype("float32")
    return float(reported(sure, labels, "binary_crossentropy", keras.metrics.Accuracy()))


def of_ranks(probabilities: Array, truth: Array) -> dict[str, float]:
    """What square roots of probabilities change: whether average precision (1 or 0), how many rows called right."""
    roots = np.sqrt(probabilities)
    precisions = [average_precision_score(truth, p) for p in (probabilities, roots)]
    right = [int(np.sum((p > 0.5) == truth)) for p in (probabilities, roots)]
    return {"roots_precision": precisions[0] != precisions[1], "roots_rows": abs(right[0] - right[1])}


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    return Outcome({
        **of_weights(unit),
        "nudge_accuracy": moved_by_a_nudge("accuracy", unit),
        "nudge_loss": moved_by_a_nudge("loss", unit),
        "falls_together": falls_together(unit),
        **{f"word_{head}": word(head, unit) for head in ("binary", "one_hot", "integers")},
        **{f"misplaced_{metric}": misplaced(metric, unit) for metric in ("regression", "probabilities")},
    })  # fmt: skip


EXPERIMENT = Experiment("loss_and_metrics_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
