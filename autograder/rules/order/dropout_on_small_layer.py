"""# Dropout on a small layer

**What it sees.** A layer has so few units that its dropout silences all of them at once for at least one training
example in a hundred: rate to the power of units.

**Why it hurts.** For such an example the next layer gets nothing but zeros and answers with its bias. And what the
other examples get through is no average over many units, but a lottery over a few.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(4, activation="relu"),
    keras.layers.Dropout(0.5),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import WEIGHTED
from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = paths.POOLS | paths.SHAPING | {"activation", "batch_norm", "layer_norm"}
_FEW = 20


def _look(model: ModelSource) -> Faults:
    known = shapes(model.anatomy)
    for position in model.anatomy.positions("dropout"):
        rate, shape = paths.rate(model, position), known[position]
        units = shape[0] if shape and len(shape) == 1 else None
        if rate is None or units is None or units > _FEW or rate**units < 0.01:
            continue
        ways = paths.back(model, position, _BETWEEN), paths.onward(model, position, _BETWEEN)
        if all(way and paths.kind(model, way[-1]) in WEIGHTED for way in ways):
            said = f"With {units} units and rate {rate:g} all units are dropped at once"
            yield asking.at(model, position, f"{said} for {rate**units:.1%} of the examples.")


RULE = Rule(
    level=Level.NOTE,
    title="dropout on a small layer",
    instead="Give the layer more units, or leave the dropout out.",
    model=_look,
    learn="first-epochs#claim-tiny-dropout",
    claims=("rules/dropout-on-small-layer",),
)
