"""# More classes than units

**What it sees.** The number of classes is known, from the data set or from the one-hot labels, and the output layer
has another number of units: too few for numbers of classes, or not the same as the one-hot columns. Also
labels from a `StringLookup`, which keeps number 0 for what it does not know, beside one unit for each of its words,
and labels that go from 1, as a comment of the program, or what it counted, shows, beside one unit for each.

**Why it hurts.** A label without a unit cannot be learned: the program stops, or the loss is not a number, or one
unit is asked to tell several classes apart.

**Example.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(9, activation="softmax"),  # ← here
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
```

**Instead.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import asking, targets
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if head.units is None or loss.name not in asking.PROBABILITIES or loss.own:
            continue
        for data in targets.of(model, event, head.number):
            fault = _mismatch(head.units, loss.name, data)
            if fault:
                yield asking.of_layer(model, head.layer, f"has {fault}")
                break


def _mismatch(units: int, loss: str, data: Data) -> str:
    classes, form = targets.classes(data), targets.labels(data)
    has, reach = f"{units} unit{'s' * (units != 1)}", targets.reach(data)
    counted_otherwise = not targets.are_known(data) or (reach is not None and reach[0] > 0)
    if loss == "sparse_categorical_crossentropy" and reach and counted_otherwise:
        return f"{has}, but the labels reach up to {reach[1]}." if 1 < units <= reach[1] else ""
    if form == "categorical" and loss != "sparse_categorical_crossentropy" and classes and units not in classes:
        return f"{has}, but the one-hot labels have {classes[0]} columns."
    if form != "sparse" or (loss != "sparse_categorical_crossentropy" and units != 1):
        return ""
    if loss in asking.YES_OR_NO and classes and min(classes) > 2:
        return f"{has} for a yes or no, but {data.origin.rpartition('.')[2]} has {classes[0]} classes."
    if loss in asking.ONE_OF_MANY and classes and 1 < units < min(classes):
        return f"{has}, but {data.origin.rpartition('.')[2]} has {classes[0]} classes."
    return ""


RULE = Rule(
    level=Level.ERROR,
    title="classes and units do not match",
    instead="Give the output layer one unit per class.",
    model=_look,
    misuses=("lookup",),
    about=("units", 0),
)
