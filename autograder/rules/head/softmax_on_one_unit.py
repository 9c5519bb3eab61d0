"""# Softmax on one unit

**What it sees.** A softmax runs over an axis that has a single entry, mostly an output layer with one unit.

**Why it hurts.** Softmax divides each number by the sum over its axis. One number divided by itself is 1: the layer
gives 1 for every row, and nothing before it ever gets a gradient.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="softmax"),  # ← here
])
model.compile(loss="binary_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.graph import Operation
from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    operations = model.anatomy.operations
    found = [p for p in model.anatomy.positions("activation") if operations[p].settings.get("function") == "softmax"]
    known = shapes(model.anatomy) if found else ()
    for position in found:
        inputs, axis = operations[position].inputs, operations[position].settings.get("axis", (-1,))
        if len(inputs) == 1 and _entries(operations[inputs[0]], known[inputs[0]], axis) == 1:
            name = asking.layer_name(model, position)
            said = f"The softmax of {name} runs over one unit: it gives 1 whatever it reads."
            yield asking.at(model, position, said)


def _entries(operation: Operation, shape: Shape, axis: Any) -> int | None:
    """How many entries there are along the axis of what an operation gives."""
    if not isinstance(axis, tuple) or len(axis) != 1 or type(axis[0]) is not int:
        return None
    if shape is None:
        units = operation.settings.get("units")
        return units if operation.kind == "dense" and axis == (-1,) and type(units) is int else None
    at = axis[0] - 1 if axis[0] > 0 else axis[0]
    return shape[at] if axis[0] and -len(shape) <= at < len(shape) else None


RULE = Rule(
    level=Level.ERROR,
    title="softmax on one unit",
    instead="Take sigmoid for a yes or no, nothing for a number, or softmax over an axis of several entries.",
    model=_look,
    about=("activation",),
)
