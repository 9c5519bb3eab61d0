"""# Trained without a compile

**What it sees.** A model is given to `fit` or `evaluate`, and nothing in the program compiles it.

**Why it hurts.** Without `compile` there is no loss and no optimizer: Keras stops.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.fit(x, y, epochs=10)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Fit, Use
from autograder.rules.rule import Fault, Faults, Level, Rule

_ASKS = frozenset({"evaluate", "test_on_batch"})


def _look(model: ModelSource) -> Faults:
    if model.form not in {"sequential", "functional"} or not model.training.complete or model.training.compiles:
        return
    for event in model.training.events:
        asks = isinstance(event, Fit) or (isinstance(event, Use) and event.method in _ASKS)
        if asks and event.sure:
            yield Fault("Nothing compiles this model: it has neither a loss nor an optimizer.", event.place)
            return


RULE = Rule(
    level=Level.ERROR,
    title="trained without a compile",
    instead="Compile it first: model.compile(loss=…, optimizer=…).",
    model=_look,
)
