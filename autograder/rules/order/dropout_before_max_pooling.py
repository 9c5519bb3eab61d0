"""# Dropout before max-pooling

**What it sees.** A dropout of single values stands before a max-pooling, with nothing but an activation between them.

**Why it hurts.** The pooling takes the largest value that dropout has left over. Where one value is dropped, its
neighbour takes its place: a pooled value rarely vanishes, but comes from another position in each step. The rate says
little about how much is dropped.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Dropout(0.25),  # ← here
    keras.layers.MaxPooling2D(),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.MaxPooling2D(),
    keras.layers.Dropout(0.25),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_LARGEST = paths.POOLS - paths.AVERAGES


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("dropout"):
        way = paths.onward(model, position, frozenset({"activation"}))
        single = "noise_shape" not in model.anatomy.operations[position].settings
        if not way or not single or paths.kind(model, way[-1]) not in _LARGEST:
            continue
        if paths.dropouts_around(model, way[-1]) is None:
            pool = asking.layer_name(model, way[-1])
            yield asking.at(model, position, f"Where this drops a value, {pool} takes a neighbour in its place.")


RULE = Rule(
    level=Level.NOTE,
    title="dropout before max-pooling",
    instead="Put the dropout after the pooling, or drop whole channels with SpatialDropout.",
    model=_look,
    learn="textile-curves#claim-discarded",
    claims=("textile-curves/discarded",),
)
