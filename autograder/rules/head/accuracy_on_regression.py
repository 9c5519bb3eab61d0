"""# Accuracy of a regression

**What it sees.** A model with one linear output that is trained with a regression loss reports an accuracy.

**Why it hurts.** Accuracy counts answers that are exactly right. Keras takes one unit for a yes or no: it asks
whether the number lies above 0.5 and whether that *equals* the target. For targets other than 0 and 1 that is almost
never so. The number stays near 0 however good the model is, and whoever watches it looks for a fault that is not
there.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.anatomy.training import Data
from autograder.rules import asking, targets
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource

_COUNTS = frozenset({"accuracy", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy"})
_BOUNDED = frozenset({"sigmoid", "hard_sigmoid", "softmax", "tanh"})


def _look(model: ModelSource) -> Iterator[Fault]:
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in asking.DISTANCES or head.function in _BOUNDED or head.units != 1:
            continue
        if model.anatomy.operations[head.layer].kind != "dense" or targets.special(model, event):
            continue
        metric = targets.judges_classes(model, event, head.number, _COUNTS)
        if metric and not any(_yes_or_no(data) for data in targets.of(model, event, head.number)):
            yield Fault(
                f"The loss is {loss.name}, a regression's, but the metric is {metric.name}: it counts numbers that "
                "equal a class.",
                metric.place,
            )


def _yes_or_no(data: Data) -> bool:
    """Whether targets may be classes after all: made of 0 and 1, labels of a known data set, or unclear."""
    if targets.labels(data) or data.done("unknown"):
        return True
    reach = targets.reach(data)
    return reach is not None and reach[0] >= 0 and reach[1] <= 1


RULE = Rule(
    level=Level.WARNING,
    title="accuracy of a regression",
    instead="Report the mean absolute error, or R².",
    model=_look,
    claims=("rules/accuracy-on-regression",),
)
