"""# Dropout on both sides of a pooling

**What it sees.** One dropout stands before a pooling and another behind it, with no layer with weights between them,
and together they keep half of the values or less.

**Why it hurts.** The two add up: what the first one leaves over, the second thins out again. Pooling has already
discarded most values by then, so the next layer trains on a small and changing rest. In the runs below it cost less
than counts.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.MaxPooling2D(),
    keras.layers.Dropout(0.5),  # ← here
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


def _look(model: ModelSource) -> Faults:
    for pool in model.anatomy.positions(*paths.POOLS):
        around = paths.dropouts_around(model, pool)
        if around:
            first, second = (paths.rate(model, dropout) for dropout in around)
            yield asking.at(
                model,
                around[1],
                f"Dropouts of rate {first:g} and {second:g} stand before and after {asking.layer_name(model, pool)}.",
            )


RULE = Rule(
    level=Level.NOTE,
    title="dropout on both sides of a pooling",
    instead="Keep one dropout, after the pooling.",
    model=_look,
    learn="textile-curves#claim-discarded",
    claims=("rules/dropouts-around-pool",),
)
