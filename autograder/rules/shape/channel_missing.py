"""# Channel missing

**What it sees.** A convolution, which wants images or sequences with channels, is the first to read an input that has
one axis less: `(28, 28)` in `Conv2D`, `(100,)` in `Conv1D`.

**Why it hurts.** Keras raises a `ValueError`: grey images need an axis of one channel, and so does a series of single
numbers. The data need that axis as well.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Conv2D(8, 3, activation="relu"),  # ← here
    layers.Flatten(),
    layers.Dense(10),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(10),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule


def look(model: ModelSource) -> Faults:
    """Faults of one model; whoever looks for other shapes that do not fit leaves these out."""
    for position in model.anatomy.positions("conv"):
        operation, shape = model.anatomy.operations[position], sizes.incoming(model, position)
        if shape and len(shape) + 1 == sizes.axes_wanted(operation) and sizes.is_first(model, position):
            said = f"wants channels: {sizes.shown(shape)} arrives, not {sizes.shown((*shape, 1))}."
            yield asking.of_layer(model, position, said)


RULE = Rule(
    level=Level.ERROR,
    title="channel missing",
    instead="Give the input an axis for its channels, such as (28, 28, 1), and the data, too.",
    model=look,
)
