"""Metrics that count right answers, beside losses that measure distances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile, Data, Made
from autograder.rules import asking, fitting, targets

_COUNTS = frozenset({"accuracy", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy"})
BOUNDED = frozenset({"sigmoid", "hard_sigmoid", "softmax", "tanh"})
_ERRORS = frozenset({
    "mean_absolute_error", "mean_squared_error", "root_mean_squared_error", "mean_absolute_percentage_error",
    "r2_score", "mean_squared_logarithmic_error",
})  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """A linear output of one number with an accuracy; ``surely`` if its targets are no classes."""

    loss: Made
    metric: Made
    surely: bool


def of_regressions(model: ModelSource) -> Iterator[Counted]:
    """The outputs of a model that may be such."""
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in asking.DISTANCES or head.function in BOUNDED or head.units != 1:
            continue
        if model.anatomy.operations[head.layer].kind != "dense" or targets.special(model, event):
            continue
        metric = targets.judges_classes(model, event, head.number, _COUNTS)
        known = list(targets.of(model, event, head.number))
        if metric and not any(_yes_or_no(data) for data in known):
            yield Counted(loss, metric, loss.name != "mean_squared_error" or _says(model, event, head.number, known))


def _says(model: ModelSource, event: Compile, number: int, known: list[Data]) -> bool:
    """Whether the numbers, or another metric, are those of a regression."""
    beside = asking.metrics(model, event).get(number, ())
    return any(targets.reach(data) or fitting.reach(data) for data in known) or any(
        made.name in _ERRORS for made in beside
    )


def _yes_or_no(data: Data) -> bool:
    """Whether targets may be classes after all: made of 0 and 1, or labels of a known data set."""
    reach = targets.reach(data)
    return bool(targets.labels(data)) or (reach is not None and reach[0] >= 0 and reach[1] <= 1)
