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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.rules import asking, sizes
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource


def look(model: ModelSource) -> Iterator[Fault]:
    """Faults of one model; whoever looks for other shapes that do not fit leaves these out."""
    for position in model.anatomy.positions("conv"):
        operation, shape = model.anatomy.operations[position], sizes.incoming(model, position)
        if shape and len(shape) + 1 == sizes.axes_wanted(operation) and sizes.is_first(model, position):
            name, wanted = asking.layer_name(model, position), sizes.shown((*shape, 1))
            yield asking.at(model, position, f"{name} wants channels: {sizes.shown(shape)} arrives, not {wanted}.")


RULE = Rule(
    level=Level.ERROR,
    title="channel missing",
    instead="Give the input an axis for its channels, such as (28, 28, 1), and the data, too.",
    model=look,
)
