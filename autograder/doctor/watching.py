"""Watch a training while it runs, and name what shows only then.

`watch` makes a callback for anybody's ``fit``. At the ends of epochs 1, 2, 4, 8, … it asks a few hundred rows what
they meet on their way through the network, and compares the weights with those at the start. It changes nothing:
weights, stored statistics and random states are what they would be without it, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder import book

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

ROWS = 256
"""So many rows are asked."""
ENOUGH_STEPS = 10
"""Before so many steps a small change of the weights says nothing."""
SAME = 1e-3
"""A spread below this share of what would be usual is none."""
HALF_DEAD, SATURATED, EXPLODED, MODES_APART, RISEN = 0.5, 0.9, 100.0, 1.5, 1.1
WAITED = 3
"""Epochs after the best one from which on a risen loss counts."""


@dataclass(frozen=True)
class Remark:
    """What was seen: a word for it, the epoch (from 1), a sentence, and the place in the book that goes on."""

    kind: str
    epoch: int
    text: str
    read_next: str

    def __str__(self) -> str:
        return f"epoch {self.epoch}: {self.kind}: {self.text} Read next: {book.address(self.read_next)}"


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


def show(remark: Remark) -> None:
    """Print a remark on a line of its own: Keras' progress bar may stand in the middle of one."""
    print(f"\ndoctor, {remark}")


def watch(x: Any, y: Any = None, *, say: Callable[[Remark], None] = show) -> Any:
    """A callback that names what goes wrong while a model trains.

    ::

        model.fit(x, y, validation_split=0.2, callbacks=[ag.doctor.watch(x, y)])

    Args:
        x: the training rows, as ``fit`` takes them.
        y: their targets; without them, what needs targets is not asked.
        say: what to do with each remark; each kind is said once. All of them stay in the callback's ``remarks``.
    """
    import keras  # noqa: PLC0415

    sample = Sample.of(x, y)

    class Watch(keras.callbacks.Callback):
        """Keras' side of it: when to look, and what is remembered in between."""

        def __init__(self) -> None:
            super().__init__()
            self.remarks: list[Remark] = []
            self.curve: list[dict[str, float]] = []
            self.start: list[NDArray[Any]] | None = None
            self.steps = 0

        def tell(self, found: Iterator[tuple[str, str, str]]) -> None:
            """Say what was not said before."""
            for kind, text, read_next in found:
                if kind not in {one.kind for one in self.remarks}:
                    self.remarks.append(Remark(kind, len(self.curve) + 1, text, read_next))
                    say(self.remarks[-1])

        def on_train_begin(self, logs: Any = None) -> None:
            """Remember the weights; look for numbers that are none."""
            self.remarks, self.curve, self.steps, self.start = [], [], 0, None
            self.tell(unusable(sample))
            if self.model.built:
                self.start = weights(self.model)
                self.tell(nothing_to_train(self.model))

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            """Notice the first batch after which the loss is no number."""
            self.steps += 1
            if self.start is None:
                self.start = weights(self.model)
            self.tell(not_finite((logs or {}).get("loss", 0.0), batch, self.model))

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            """Look, after epochs 1, 2, 4, 8, …"""
            now = {name: float(value) for name, value in (logs or {}).items()}
            if (epoch + 1) & epoch == 0 and np.isfinite(now.get("loss", 0.0)):
                self.look()
            self.curve.append(now)
            self.tell(overfitted(self.curve))

        def look(self) -> None:
            """Ask the sample."""
            if self.steps >= ENOUGH_STEPS:
                self.tell(still(self.model, self.start or []))
            self.tell(exploded(self.model, self.start or []))
            self.tell(on_the_way(self.model, sample))
            self.tell(apart(self.model, sample))

    return Watch()


def weights(model: Any) -> list[NDArray[Any]]:
    """Copies of the trainable weights."""
    return [np.array(one) for one in model.trainable_variables]


def unusable(sample: Sample) -> Iterator[tuple[str, str, str]]:
    """Whether the rows or their targets hold numbers that are none."""
    if not sample.finite:
        text = "The rows or their targets hold nan or infinity, and one of them is enough to spoil every weight."
        yield "not-a-number", text, "chapters/rules/training.html"


def nothing_to_train(model: Any) -> Iterator[tuple[str, str, str]]:
    """Whether everything is frozen."""
    if not model.trainable_variables:
        text = "No weight is trainable: everything is frozen, or nothing has weights."
        yield "nothing-to-train", text, "chapters/train-vs-inference.html"


def not_finite(loss: Any, batch: int, model: Any) -> Iterator[tuple[str, str, str]]:
    """Whether the loss just stopped to be a number."""
    if not np.isfinite(float(loss)):
        rate = _rate(model)
        text = (
            f"The loss is {float(loss)} after batch {batch + 1}. From then on nothing is learned. The learning rate "
            f"is {rate:g}: try a tenth of it, and look for rows that are far larger than the others."
        )
        yield "loss-not-finite", text, "chapters/rules/training.html"


def still(model: Any, start: list[NDArray[Any]]) -> Iterator[tuple[str, str, str]]:
    """Whether weights are where they were."""
    moved = [_moved(before, np.array(now)) for before, now in zip(start, model.trainable_variables, strict=True)]
    if moved and max(moved) < SAME / 100:
        text = (
            f"No weight has moved by more than {max(moved):.1g} of its size. The learning rate is {_rate(model):g}; "
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


def exploded(model: Any, start: list[NDArray[Any]]) -> Iterator[tuple[str, str, str]]:
    """Whether weights grew beyond reason."""
    for variable, before in zip(model.trainable_variables, start, strict=True):
        size = float(np.linalg.norm(before))
        grown = float(np.linalg.norm(np.array(variable))) / size if size else 1.0
        if grown > EXPLODED:
            text = f"The weights {variable.path!r} are {grown:.0f} times as large as at the start."
            yield "weights-explode", text, "chapters/distance-predictor.html#probe-offset"


def on_the_way(model: Any, sample: Sample) -> Iterator[tuple[str, str, str]]:
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


def apart(model: Any, sample: Sample) -> Iterator[tuple[str, str, str]]:
    """Whether the same weights answer the same rows much worse at prediction than in training mode."""
    if sample.targets is None:
        return
    stored = [np.array(one) for one in model.non_trainable_variables]  # statistics, and the states of random numbers
    training, prediction = (_losses(model, sample, training=mode) for mode in (True, False))
    for variable, value in zip(model.non_trainable_variables, stored, strict=True):
        variable.assign(value)
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


def overfitted(curve: list[dict[str, float]]) -> Iterator[tuple[str, str, str]]:
    """Whether the validation loss has risen for a while, and the training loss has not."""
    losses = [epoch.get("val_loss", np.nan) for epoch in curve]
    if not np.isfinite(losses).all():
        return
    best = int(np.argmin(losses))
    falls = curve[-1].get("loss", 0.0) < curve[best].get("loss", 0.0)
    if len(curve) > best + WAITED and losses[-1] > RISEN * losses[best] and falls:
        text = (
            f"The validation loss was best after epoch {best + 1} ({losses[best]:.3g}) and is {losses[-1]:.3g} now, "
            "while the training loss falls."
        )
        yield "validation-loss-rises", text, "chapters/val-loss-rises.html"


def _rate(model: Any) -> float:
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
