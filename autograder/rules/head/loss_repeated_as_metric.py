"""# Loss repeated as metric

**What it sees.** The list of metrics names the loss again.

**Why it hurts.** The metric repeats the loss, number by number. It does no harm, but it takes the place of one that
would say something new, in other units or about other mistakes.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam", metrics=["mse"])  # ← here
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

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, Compile, Data, Made
from autograder.anatomy.unknown import is_known
from autograder.rules import asking, targets
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    if not model.complete or len(model.anatomy.outputs) != 1 or _adds_to_loss(model):
        return
    for event in asking.compiles(model):
        loss = asking.losses(model, event).get(0)
        if loss is None or loss.own or event.loss_weights is not ABSENT or not is_known(loss.arguments):
            continue
        for metric in asking.metrics(model, event).get(0, ()):
            if (metric.name, _settings(metric)) == (loss.name, _settings(loss)) and not _weighted(model, event):
                yield Fault(f"The loss is {loss.name}: the metric {metric.name} repeats it.", metric.place)


def _settings(made: Made) -> dict[str, Any]:
    return {key: value for key, value in made.arguments.items() if key != "name"}


def _adds_to_loss(model: ModelSource) -> bool:
    """Whether a penalty makes the loss differ from the metric."""
    if model.training.uses("add_loss"):
        return True
    return any(
        operation.kind == "activity_regularization" or any(key.endswith("regularizer") for key in operation.settings)
        for operation in model.anatomy.operations
    )


def _weighted(model: ModelSource, event: Compile) -> bool:
    """Whether weights of rows or classes, which metrics do not see, may make a difference."""
    return any(
        fit.arguments.keys() & {"class_weight", "sample_weight"} or (fit.y is ABSENT and not isinstance(fit.x, Data))
        for fit in targets.fits_of(model, event)
    )


RULE = Rule(
    level=Level.NOTE,
    title="loss repeated as metric",
    instead="Report a metric that says something else: for a squared loss, the mean absolute error.",
    model=_look,
    learn="distance-predictor#claim-metric",
    claims=("distance-predictor/metric",),
)
