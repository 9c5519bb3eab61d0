"""# Accuracy of a regression

**What it sees.** A model with one linear output that is trained with a regression loss reports an accuracy, and
nothing says that its targets are 0 and 1. What the rule says is certain where something tells that they are no
classes: their numbers, a loss that nobody takes for classes, or another metric of a regression.

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
model.compile(loss="mae", optimizer="adam", metrics=["accuracy"])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mae", optimizer="adam", metrics=["mae"])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import counting
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for counted in counting.of_regressions(model):
        said = f"The loss is {counted.loss.name}, a regression's, but the metric is {counted.metric.name}"
        counts = "it counts numbers that equal a class"
        if not counted.surely:
            counts = "unless the targets are 0 and 1, it counts numbers that are equal, hardly any"
        yield Fault(f"{said}: {counts}.", counted.metric.place)


RULE = Rule(
    level=Level.WARNING,
    title="accuracy of a regression",
    instead="Report the mean absolute error, or R². For 0 and 1 end in sigmoid, with binary_crossentropy.",
    model=_look,
    learn="loss-and-metrics#claim-accuracy-everywhere",
    claims=("rules/accuracy-on-regression",),
    about=("metrics",),
)
