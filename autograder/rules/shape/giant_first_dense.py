"""# Giant dense layer after Flatten

**What it sees.** The first dense layer after `Flatten` has more than ten million weights, because the maps that are
flattened are still large.

**Why it hurts.** Nearly all weights of the model are in this one layer: it takes the memory and the time, and it
overfits first. Another pooling quarters it; a global pooling makes it small, and lets the size of the images vary.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((224, 224, 3)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(128, activation="relu"),  # ← here
    layers.Dense(1),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((224, 224, 3)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(128, activation="relu"),
    layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths, sizes
from autograder.rules.rule import Faults, Level, Rule

_MANY = 10_000_000


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("dense"):
        shape, units = sizes.incoming(model, position), asking.setting(model, position, "units")
        width = shape[0] if shape and len(shape) == 1 else None
        if width is None or type(units) is not int or width * units <= _MANY or not _flattened(model, position):
            continue
        said = f"has {width * units:,} weights: {width:,} numbers were flattened."
        yield asking.of_layer(model, position, said)


def _flattened(model: ModelSource, position: int) -> bool:
    way = paths.back(model, position, sizes.KEEPS)
    return bool(way) and paths.kind(model, way[-1]) == "flatten"


RULE = Rule(
    level=Level.NOTE,
    title="giant dense layer after Flatten",
    instead="Pool more, or use GlobalAveragePooling2D() instead of Flatten().",
    model=_look,
)
