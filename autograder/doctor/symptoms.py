"""What can be seen of a training from the network itself: each function looks for one kind of fault.

A thing seen is a word for its kind, a sentence, and the place in the book that goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Seen = tuple[str, str, str]

ROWS = 256
"""So many rows are asked."""
ENOUGH_ROWS = 30
SAME = 1e-3
"""A spread or a rate below this share of what would be usual is none."""
HALF_DEAD, SATURATED, EXPLODED, MODES_APART, DROPPED = 0.5, 0.9, 100.0, 1.5, 0.1
WAITED, RISEN, APART, SAVED = 3, 1.1, 10.0, 0.95
"""Epochs after the best one from which on a risen loss counts; how far it has risen; two more bounds of the curve."""
CHANCE, NARROW = 3.0, 0.1
"""A correlation below so many standard errors is chance; answers that vary by less than this share say nothing."""
EDGE, TWICE = 1e-3, 0.05
"""How far a probability may be off; how much more a second softmax costs at least."""


@dataclass(frozen=True)
class Sample:
    """Rows to ask, and their targets if they are known."""

    rows: Any
    targets: NDArray[Any] | None
    finite: bool
    """Whether all numbers are numbers, those of the other rows as well."""

    @classmethod
    def of(cls, x: Any, y: Any = None) -> Sample:
        """A few hundred of the rows, always the same ones; of a dataset or a generator, its first batch.

        Args:
            x: as ``fit`` takes it: an array or a table, a dictionary or list of them, a dataset, a ``PyDataset``.
            y: the targets, if ``x`` does not bring them along.
        """
        import keras  # noqa: PLC0415 (TensorFlow takes seconds)

        if hasattr(x, "element_spec") or isinstance(x, keras.utils.PyDataset):
            batch = x[0] if isinstance(x, keras.utils.PyDataset) else next(iter(x))
            x, y = batch[:2] if isinstance(batch, tuple | list) and len(batch) > 1 else (batch, None)
        number = len(keras.tree.flatten(x)[0])
        chosen = np.sort(np.random.default_rng(0).choice(number, min(ROWS, number), replace=False))
        rows = keras.tree.map_structure(lambda one: np.asarray(one)[chosen], x)
        known = y is not None and not isinstance(y, dict | list | tuple)
        arrays = [np.asarray(one) for one in keras.tree.flatten((x, y)) if one is not None]
        finite = all(np.isfinite(one).all() for one in arrays if one.dtype.kind == "f")
        return cls(rows, np.asarray(y)[chosen] if known else None, finite)


def weights(model: Any) -> list[NDArray[Any]]:
    """Copies of the trainable weights."""
    return [np.array(one) for one in model.trainable_variables]


def unusable(sample: Sample) -> Iterator[Seen]:
    """Whether the rows or their targets hold numbers that are none."""
    if not sample.finite:
        text = "The rows or their targets hold nan or infinity, and one of them is enough to spoil every weight."
        yield "not-a-number", text, "chapters/rules/training.html"


def nothing_to_train(model: Any) -> Iterator[Seen]:
    """Whether everything is frozen."""
    if not model.trainable_variables:
        text = "No weight is trainable: everything is frozen, or nothing has weights."
        yield "nothing-to-train", text, "chapters/train-vs-inference.html"


def not_finite(loss: Any, batch: int, model: Any) -> Iterator[Seen]:
    """Whether the loss just stopped to be a number."""
    if not np.isfinite(float(loss)):
        text = (
            f"The loss is {float(loss)} after batch {batch + 1}. From then on nothing is learned. The learning rate "
            f"is {rate(model):g}: try a tenth of it, and look for rows that are far larger than the others."
        )
        yield "loss-not-finite", text, "chapters/rules/training.html"


def still(model: Any, start: list[NDArray[Any]]) -> Iterator[Seen]:
    """Whether weights are where they were."""
    moved = [_moved(before, np.array(now)) for before, now in zip(start, model.trainable_variables, strict=True)]
    if moved and max(moved) < SAME / 100:
        text = (
            f"No weight has moved by more than {max(moved):.1g} of its size. The learning rate is {rate(model):g}; "
            "or no gradient arrives."
        )
        yield "weights-stand-still", text, "chapters/distance-predictor.html#probe-optimizer"
        return
    by_layer: dict[str, float] = {}
    for variable, far in zip(model.trainable_variables, moved, strict=True):
        layer = variable.path.rsplit("/", 1)[0]
        by_layer[layer] = max(far, by_layer.get(layer, 0.0))
    for layer, far in by_layer.items():
        if far == 0:
            text = f"No weight of {layer!r} has moved at all, and others have: no gradient reaches it."
            yield "layer-stands-still", text, "chapters/distance-predictor.html#probe-layers"


def exploded(model: Any, start: list[NDArray[Any]]) -> Iterator[Seen]:
    """Whether weights grew beyond reason."""
    for variable, before in zip(model.trainable_variables, start, strict=True):
        size = float(np.linalg.norm(before))
        grown = float(np.linalg.norm(np.array(variable))) / size if size else 1.0
        if grown > EXPLODED:
            text = f"The weights {variable.path!r} are {grown:.0f} times as large as at the start."
            yield "weights-explode", text, "chapters/distance-predictor.html#probe-offset"


def on_the_way(model: Any, sample: Sample) -> Iterator[Seen]:
    """Whether rows that differ stay different, and how many units still answer."""
    answers = _flat(model(sample.rows, training=False))
    layers = _outputs(model, sample)
    if len(answers) > 1 and _is_constant(answers, sample.targets):
        lost = next((name for name, _, out in layers if _spread(out) < SAME), "")
        where = f" All of them leave the layer {lost!r} with the same values." if lost else ""
        text = f"Rows that differ get the same answer, {answers.mean(axis=0)[0]:.4g}.{where}"
        yield "constant-answer", text, "chapters/distance-predictor.html#probe-layers"
    for name, activation, out in layers[:-1]:
        units = out.reshape(-1, out.shape[-1])
        dead = float((units <= 0).all(axis=0).mean())
        if activation == "relu" and dead >= HALF_DEAD:
            text = f"{dead:.0%} of the units of {name!r} answer 0 to every row: they learn nothing any more."
            yield "dead-units", text, "chapters/layer-order.html"
        ends = {"sigmoid": (0.01, 0.99), "tanh": (-0.99, 0.99)}.get(activation)
        if ends and float(((units < ends[0]) | (units > ends[1])).mean()) >= SATURATED:
            text = f"The units of {name!r} stand at the ends of their {activation}: hardly any gradient passes."
            yield "saturated-units", text, "chapters/distance-predictor.html#probe-offset"


def apart(model: Any, sample: Sample) -> Iterator[Seen]:
    """Whether the same weights answer the same rows much worse at prediction than in training mode."""
    if sample.targets is None:
        return
    with _undone(model):
        training = _losses(model, sample, training=True)
    prediction = _losses(model, sample, training=False)
    if training is None or prediction is None:
        return
    worse = prediction - training
    error = worse.std() / np.sqrt(len(worse))
    if prediction.mean() > MODES_APART * training.mean() and worse.mean() > 3 * error:
        text = (
            f"The same rows have a loss of {training.mean():.3g} in training mode and {prediction.mean():.3g} at "
            "prediction: batch norm has stored other statistics than it meets."
        )
        yield "modes-disagree", text, "chapters/red-wine.html#probe-modes"


def of_the_curve(curve: list[dict[str, float]], model: Any) -> Iterator[Seen]:
    """What the losses of the epochs so far say by themselves."""
    first, now = curve[0], curve[-1]
    if now.get("loss", 0.0) < 0 and "crossentropy" in _name_of_loss(model):
        text = f"The cross-entropy is {now['loss']:.3g}, below zero: some labels are neither 0 nor 1."
        yield "negative-loss", text, "chapters/rules/head.html"
    losses = [epoch.get("val_loss", np.nan) for epoch in curve]
    if not np.isfinite(losses).all():
        return
    best = int(np.argmin(losses))
    if losses[-1] > APART * max(first["loss"], now["loss"]):
        text = (
            f"The validation loss is {losses[-1]:.3g}, the training loss {now['loss']:.3g}: are the validation rows "
            "scaled as the training rows are?"
        )
        yield "validation-apart", text, "chapters/rules/scaling.html"
    if len(curve) > best + WAITED and losses[-1] > RISEN * losses[best] and now["loss"] < curve[best]["loss"]:
        text = (
            f"The validation loss was best after epoch {best + 1} ({losses[best]:.3g}) and is {losses[-1]:.3g} now, "
            "while the training loss falls."
        )
        yield "validation-loss-rises", text, "chapters/val-loss-rises.html"
    learned, saved = now["loss"] < first["loss"] / 2, losses[best] < max(first["loss"], SAVED * losses[0])
    if len(curve) > WAITED and learned and not saved:
        text = (
            f"The training loss fell from {first['loss']:.3g} to {now['loss']:.3g}, the validation loss never below "
            f"{losses[best]:.3g}: what is learned does not carry over. Which rows validate? Do inputs know the label?"
        )
        yield "nothing-carries-over", text, "chapters/first-epochs.html#probe-which-rows"


def rate_gone(model: Any, at_first: float) -> Iterator[Seen]:
    """Whether a schedule has used up the learning rate in the first epoch."""
    now = rate(model)
    if now < SAME * at_first:
        text = f"The learning rate began at {at_first:.2g} and is {now:.1g} after one epoch: schedules count steps."
        yield "rate-is-gone", text, "chapters/textile-curves.html"


def unrelated(model: Any, sample: Sample) -> Iterator[Seen]:
    """Whether the answers have nothing to do with the targets, at the end, on rows that were trained on."""
    if sample.targets is None:
        return
    answers = _flat(model(sample.rows, training=False))
    targets = _columns(sample.targets, answers.shape[1])
    if targets is None or len(answers) < ENOUGH_ROWS:
        return
    related = [_correlation(one, other) for one, other in zip(answers.T, targets.T, strict=True)]
    width = answers.std(axis=0).max() / (targets.std(axis=0).max() or 1.0)
    is_regression = sample.targets.dtype.kind == "f" and len(np.unique(sample.targets)) > ENOUGH_ROWS
    if max(related) < CHANCE / np.sqrt(len(answers)) or (is_regression and width < NARROW):
        text = (
            "After the last epoch, the answers to rows that were trained on have next to nothing to do with their "
            "targets. Do rows and targets belong together, and does a cheap model find more?"
        )
        yield "nothing-learned", text, "chapters/distance-predictor.html#probe-layers"


def of_the_answers(model: Any, sample: Sample) -> Iterator[Seen]:
    """Whether the answers are what the loss takes them for."""
    answers = _flat(model(sample.rows, training=False))
    loss = _name_of_loss(model)
    outside = bool(((answers < -EDGE) | (answers > 1 + EDGE)).any())
    if "crossentropy" in loss and not _takes_logits(model) and outside:
        reach = f"{answers.min():.3g} to {answers.max():.3g}"
        text = f"The loss {loss} takes answers for probabilities, and they reach from {reach}."
        yield "no-probabilities", text, "chapters/rules/head.html"
    are_shares = not outside and answers.shape[1] > 1 and np.allclose(answers.sum(axis=1), 1, atol=EDGE)
    of_rows = _losses(model, sample, training=False) if are_shares else None
    wanted = (
        _columns(sample.targets, answers.shape[1]) if of_rows is not None and sample.targets is not None else None
    )
    if of_rows is not None and wanted is not None:
        own = -np.log(np.clip((answers * wanted).sum(axis=1), 1e-7, 1))
        if of_rows.mean() > own.mean() + TWICE and _is_softmax_of(of_rows, answers, wanted):
            text = (
                f"The answers are shares that sum to 1, with a cross-entropy of {own.mean():.3g}, and the loss says "
                f"{of_rows.mean():.3g}: it applies a softmax once more."
            )
            yield "softmax-twice", text, "chapters/rules/head.html"
    zeros = float((_flat(_in_training_mode(model, sample)) == 0).mean())
    if zeros > float((answers == 0).mean()) + DROPPED:
        text = f"In training mode {zeros:.0%} of the answers themselves are 0: dropout stands behind the output."
        yield "answers-dropped", text, "chapters/rules/order.html"


def rate(model: Any) -> float:
    """The learning rate that the optimizer uses now."""
    return float(np.asarray(model.optimizer.learning_rate))


def _moved(before: NDArray[Any], now: NDArray[Any]) -> float:
    size = float(np.linalg.norm(before)) or 1.0
    return float(np.linalg.norm(now - before)) / size


def _flat(answers: Any) -> Numbers:
    import keras  # noqa: PLC0415

    first = np.asarray(keras.tree.flatten(answers)[0], dtype=np.float64)
    return first.reshape(len(first), -1)


def _spread(out: NDArray[Any]) -> float:
    """How far rows differ behind a layer, as a share of the values' size."""
    size = float(np.abs(out).mean())
    return float(out.std(axis=0).max()) / size if size else 0.0


def _is_constant(answers: Numbers, targets: NDArray[Any] | None) -> bool:
    usual = float(np.abs(answers).mean())
    if targets is not None and targets.dtype.kind in "fiu" and answers.shape[1] == 1:
        usual = max(usual, float(targets.std()))
    return float(answers.std(axis=0).max()) <= SAME * usual


def _outputs(model: Any, sample: Sample) -> list[tuple[str, str, NDArray[Any]]]:
    """Name, activation and output of each layer, in order; nothing where a model does not show its layers."""
    import keras  # noqa: PLC0415

    layers = [one for one in model.layers if not isinstance(one, keras.layers.InputLayer)]
    try:
        inputs = model.inputs[0] if isinstance(model, keras.Sequential) else model.input
        inside = keras.Model(inputs, [one.output for one in layers])
        outs = inside(sample.rows, training=False)
    except (AttributeError, ValueError, TypeError):  # subclassed, nested or called more than once
        return []
    known = {keras.activations.relu: "relu", keras.activations.sigmoid: "sigmoid", keras.activations.tanh: "tanh"}
    activations = [
        "relu" if isinstance(one, keras.layers.ReLU) else known.get(getattr(one, "activation", None), "")
        for one in layers
    ]
    arrays = [np.asarray(one) for one in keras.tree.flatten(outs)]
    return (
        list(zip([one.name for one in layers], activations, arrays, strict=True))
        if len(arrays) == len(layers)
        else []
    )


def _losses(model: Any, sample: Sample, *, training: bool) -> NDArray[Any] | None:
    """The loss of each row; nothing for a loss that gives no number a row."""
    import keras  # noqa: PLC0415

    try:
        loss = keras.losses.get(model.loss)
        each = getattr(loss, "call", loss)
        answers = model(sample.rows, training=training)
        found = np.asarray(each(keras.ops.convert_to_tensor(sample.targets), answers), dtype=np.float64)
    except (AttributeError, ValueError, TypeError):
        return None
    rows = len(sample.targets) if sample.targets is not None else 0
    return found.reshape(rows, -1).mean(axis=1) if found.ndim and len(found) == rows else None


@contextmanager
def _undone(model: Any) -> Iterator[None]:
    """Put statistics and the states of random numbers back as they were."""
    stored = [np.array(one) for one in model.non_trainable_variables]
    try:
        yield
    finally:
        for variable, value in zip(model.non_trainable_variables, stored, strict=True):
            variable.assign(value)


def _in_training_mode(model: Any, sample: Sample) -> Any:
    with _undone(model):
        return model(sample.rows, training=True)


def _name_of_loss(model: Any) -> str:
    loss = model.loss
    if isinstance(loss, dict | list | tuple) or loss is None:
        return ""
    name = loss if isinstance(loss, str) else getattr(loss, "name", None) or getattr(loss, "__name__", "")
    return str(name).replace("CategoricalCross", "categorical_cross").replace("BinaryCross", "binary_cross").lower()


def _takes_logits(model: Any) -> bool:
    """Whether the loss makes probabilities itself; of a loss that somebody wrote nobody knows."""
    import keras  # noqa: PLC0415

    loss = keras.losses.get(model.loss) if isinstance(model.loss, str) else model.loss
    ours = isinstance(loss, keras.losses.Loss) or getattr(loss, "__module__", "").startswith("keras.")
    return bool(getattr(loss, "from_logits", not ours) or getattr(loss, "_fn_kwargs", {}).get("from_logits", False))


def _is_softmax_of(of_rows: Numbers, answers: Numbers, wanted: Numbers) -> bool:
    """Whether the loss of each row is the cross-entropy of a softmax of the shares."""
    again = np.exp(answers) / np.exp(answers).sum(axis=1, keepdims=True)
    return bool(np.allclose(of_rows, -np.log((again * wanted).sum(axis=1)), atol=0.05))


def _columns(targets: NDArray[Any], width: int) -> Numbers | None:
    """Targets with a column for each output: labels become ones and zeros. Nothing if they do not fit."""
    flat = np.asarray(targets, dtype=np.float64).reshape(len(targets), -1)
    if flat.shape[1] == width:
        return flat
    labels = flat[:, 0].astype(int)
    fit = flat.shape[1] == 1 and (labels == flat[:, 0]).all() and labels.min() >= 0 and labels.max() < width
    return np.eye(width)[labels] if fit else None


def _correlation(one: Numbers, other: Numbers) -> float:
    if one.std() == 0 or other.std() == 0:
        return 0.0
    return abs(float(np.corrcoef(one, other)[0, 1]))
