"""# Dropout in percent

**What it sees.** A dropout is given a rate above 1.

**Why it hurts.** The rate is the share of units that are dropped, between 0 and 1. Keras stops at any other number:
`Dropout(20)` is no layer.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(20),  # ← here
    keras.layers.Dense(1),
])
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
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS
from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions(*DROPOUTS):
        rate = asking.setting(model, position, "rate")
        if isinstance(rate, int | float) and rate > 1:
            yield asking.at(model, position, f"The rate is a share between 0 and 1, not {rate:g}.")


RULE = Rule(
    level=Level.ERROR,
    title="dropout in percent",
    instead="Write 20 percent as 0.2.",
    model=_look,
    about=("rate", 0),
)
