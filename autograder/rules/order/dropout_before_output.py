"""# Dropout right before the output

**What it sees.** A dropout with a rate of one half or more stands before the output layer, behind fewer than 1024
features of a layer with weights.

**Why it hurts.** Sometimes it does not: many good networks have it. But the head then decides on half of what it will
see at prediction. With few features its training loss is noisy and larger than the validation loss, and the curves
are hard to compare. The chapter shows when leaving it out helps.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),  # ← here
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.2),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import WEIGHTED
from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = paths.POOLS | paths.SHAPING | {"activation", "batch_norm", "dropout"}


def _look(model: ModelSource) -> Faults:
    for head, _, _ in asking.trained_heads(model):
        way = paths.back(model, head.layer, _BETWEEN)
        if not way or paths.kind(model, way[0]) != "dropout" or paths.kind(model, way[-1]) not in WEIGHTED:
            continue
        rate, width = paths.rate(model, way[0]), shapes(model.anatomy)[way[0]]
        if rate is None or rate < 0.5 or not width or len(width) != 1 or width[0] is None or width[0] >= 1024:
            continue
        said = f"In training the output layer sees {1 - rate:.0%} of its {width[0]} inputs, drawn anew."
        yield asking.at(model, way[0], said)


RULE = Rule(
    level=Level.NOTE,
    title="dropout right before the output",
    instead="Compare with a lower rate, or with dropout further up only.",
    model=_look,
    learn="textile-curves#claim-dropout-before-output",
    claims=("textile-curves/dropout-before-output",),
)
