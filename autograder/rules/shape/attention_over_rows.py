"""# Attention over the rows of a batch

**What it sees.** `Attention` or `AdditiveAttention` reads one vector for each row: no axis of steps is left, for the
recurrent layer before it gives its last step only, or something pooled the steps. Or a layer of the author's takes
the softmax of its scores along axis 0, which is that of the rows.

**Why it hurts.** Attention compares all vectors along the axis of steps. Without that axis it takes the rows of the
batch for steps: the answer for one row depends on which others happen to be in its batch, in training and in
`predict`. No error says so.

**Example.**

```python
import keras
from keras import layers

inputs = keras.Input((30, 4))
x = layers.LSTM(32)(inputs)
x = layers.Attention()([x, x])  # ← here
model = keras.Model(inputs, layers.Dense(1)(x))
```

**Instead.**

```python
import keras
from keras import layers

inputs = keras.Input((30, 4))
x = layers.LSTM(32, return_sequences=True)(inputs)
x = layers.Attention()([x, x])
x = layers.GlobalAveragePooling1D()(x)
model = keras.Model(inputs, layers.Dense(1)(x))
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    every = shapes(model.anatomy)
    for position in model.anatomy.positions("attention"):
        operation = model.anatomy.operations[position]
        given = [every[source] for source in operation.inputs]
        if "score" in operation.settings and given and all(shape is not None and len(shape) == 1 for shape in given):
            yield asking.of_layer(model, position, "gets one vector for each row: it attends to the other rows.")


RULE = Rule(
    level=Level.WARNING,
    title="attention over the rows of a batch",
    instead="Let the recurrent layer give every step, return_sequences=True, and pool after the attention; take a "
    "softmax of your own along axis 1.",
    model=_look,
    misuses=("over rows",),
    exact=True,
)
