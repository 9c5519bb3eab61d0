"""# Softmax or sigmoid twice

**What it sees.** The output passes through two squashing activations: softmax, then softmax again, or sigmoid, then
softmax, in any order.

**Why it hurts.** The second one gets numbers between 0 and 1 in place of free scores. A sigmoid of those never falls
below one half, and a softmax of them never comes near 0 or 1: the loss cannot get small, and the gradient fades.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
    keras.layers.Softmax(),  # ← here
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3),
    keras.layers.Softmax(),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = paths.SHAPING - {"permute"}  # it changes the axis over which a softmax runs


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("activation"):
        way, second = paths.back(model, position, _BETWEEN), paths.function(model, position)
        if not way or second not in {"softmax", "log_softmax", "sigmoid"} or not _ends(model, position):
            continue
        first = paths.function(model, way[-1])
        axes = any("axis" in model.anatomy.operations[p].settings for p in (position, way[-1]))
        if first in {"softmax", "sigmoid"} and not axes:
            yield asking.at(model, position, f"This {second} gets what {first} has squashed already.")


def _ends(model: ModelSource, position: int) -> bool:
    """Whether it makes an output."""
    way = [position, *paths.onward(model, position, _BETWEEN)]
    return way[-1] in model.anatomy.outputs and all(paths.kind(model, p) in _BETWEEN for p in way[1:])


RULE = Rule(
    level=Level.WARNING,
    title="softmax or sigmoid twice",
    instead="Squash the output once: leave one of the two activations out.",
    model=_look,
    claims=("rules/softmax-twice",),
)
