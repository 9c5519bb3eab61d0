"""# A softmax at each place, then flattened

**What it sees.** The output is a softmax over the channels of a map or a sequence, which is flattened afterwards.

**Why it hurts.** A softmax works along the last axis: at each of 36 places the two channels sum to 1. Flattened, that
is an output of 72 numbers which sum to 36, where a loss for classes wants one number for each class. Keras stops when
it meets the labels.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((6, 6, 16)),
    keras.layers.Conv2D(2, 1),
    keras.layers.Activation("softmax"),  # ← here
    keras.layers.Flatten(),
])
model.compile(loss="categorical_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((6, 6, 16)),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(2, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import product, shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    every = shapes(model.anatomy)
    for head, loss, _ in asking.trained_heads(model):
        shape, output = every[head.at], every[model.anatomy.outputs[head.number]]
        flat = output is not None and len(output) == 1
        if head.function == "softmax" and loss.name in asking.ONE_OF_MANY and shape and flat and len(shape) > 1:
            places = product(shape[:-1])
            if places != 1:
                said = f"This softmax is one for each of {places} places of {sizes.shown(shape)}"
                yield asking.at(model, head.at, f"{said}: flattened, it is no probability of a class.")


RULE = Rule(
    level=Level.ERROR,
    title="a softmax at each place, then flattened",
    instead="Flatten or pool first, and end in a Dense layer with a softmax.",
    model=_look,
)
