"""# Batch norm after dropout

**What it sees.** A batch norm reads values that a dropout has just disturbed, with no layer with weights between
them.

**Why it hurts.** Dropout keeps the mean of a value and raises its spread. Batch norm stores that spread during
training and divides by it at prediction, when dropout is off and the spread is smaller: the layers behind it get
values that they never trained on.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.BatchNormalization(),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64),
    keras.layers.BatchNormalization(),
    keras.layers.Activation("relu"),
    keras.layers.Dropout(0.5),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_RAISE_THE_SPREAD = DROPOUTS - {"alpha_dropout"}
_BETWEEN = DROPOUTS | paths.POOLS | paths.SHAPING | {"activation"}


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("batch_norm"):
        settings = model.anatomy.operations[position].settings
        if "trainable" in settings or "training" in settings:  # frozen: it stores nothing
            continue
        for dropout in paths.back(model, position, _BETWEEN):
            if paths.kind(model, dropout) in _RAISE_THE_SPREAD and (paths.rate(model, dropout) or 1) >= 0.1:
                said = f"This batch norm stores the spread of what {asking.layer_name(model, dropout)} has disturbed."
                yield asking.at(model, position, said)
                break


RULE = Rule(
    level=Level.WARNING,
    title="batch norm after dropout",
    instead="Put the batch norm before the dropout.",
    model=_look,
    learn="red-wine#claim-order",
    claims=("red-wine/order",),
)
