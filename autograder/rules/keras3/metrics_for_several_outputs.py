"""# Metrics for several outputs

**What it sees.** A model of several outputs is compiled with a list of metrics that has not one entry for each
output.

**Why it hurts.** Before Keras 3 one list of metrics was taken for all outputs. Keras 3 hands the first entry to the
first output, the second one to the second, and raises a `ValueError` where their numbers differ.

**Example.**

```python
import keras

inputs = keras.Input((8,))
left = keras.layers.Dense(10, activation="softmax", name="left")(inputs)
right = keras.layers.Dense(10, activation="softmax", name="right")(inputs)
model = keras.Model(inputs, [left, right])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])  # ← here
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
left = keras.layers.Dense(10, activation="softmax", name="left")(inputs)
right = keras.layers.Dense(10, activation="softmax", name="right")(inputs)
model = keras.Model(inputs, [left, right])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=[["accuracy"], ["accuracy"]])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile
from autograder.anatomy.unknown import is_known
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    count = len(model.anatomy.outputs)
    for event in model.training.events if count > 1 and model.form == "functional" else ():
        listed = event.metrics if isinstance(event, Compile) else None
        if isinstance(listed, tuple) and listed and is_known(listed) and len(listed) != count:
            said = f"The model has {count} outputs, and this list of metrics has {len(listed)}"
            yield Fault(f"{said}: Keras 3 wants an entry for each output.", event.place)


RULE = Rule(
    level=Level.ERROR,
    title="metrics for several outputs",
    instead="Give a list of metrics for each output, or a dictionary by their names.",
    model=_look,
    about=("metrics",),
)
