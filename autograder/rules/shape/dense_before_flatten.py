"""# Dense layer before Flatten

**What it sees.** A dense layer works on maps, and `Flatten` comes after it.

**Why it hurts.** A dense layer works on the last axis: on every pixel by itself, with the same weights, as a
convolution of one pixel does. Whoever wanted it to see the whole picture must flatten first.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.Dense(64, activation="relu"),  # ← here
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths, sizes
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("dense"):
        shape = sizes.incoming(model, position)
        if shape and len(shape) == 3 and not sizes.is_over_time(model, position) and _flattens(model, position):
            yield asking.of_layer(model, position, f"works on every pixel of {sizes.shown(shape)} by itself.")


def _flattens(model: ModelSource, position: int) -> bool:
    """Whether nothing but layers that keep the shape, and other dense ones, come before Flatten."""
    way = paths.onward(model, position, sizes.KEEPS | {"dense"})
    return bool(way) and paths.kind(model, way[-1]) == "flatten"


RULE = Rule(
    level=Level.NOTE,
    title="dense layer before Flatten",
    instead="Put Flatten() before it, or write Conv2D(…, 1) if every pixel is meant.",
    model=_look,
)
