"""# Metrics that are no list

**What it sees.** `compile(metrics="accuracy")`, or one metric object without a list around it.

**Why it hurts.** Keras 3 raises a `ValueError` where earlier versions made a list of it.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics="mae")  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for event in model.training.compiles:
        if isinstance(event.metrics, Made):
            name = event.metrics.spelt or event.metrics.name
            yield Fault(f"Keras 3 stops here: the metric {name} must stand in a list.", event.place)


RULE = Rule(
    level=Level.ERROR,
    title="metrics that are no list",
    instead="Put the metrics into a list.",
    model=_look,
)
