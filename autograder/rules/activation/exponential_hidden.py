"""# Exponential in a hidden layer

**What it sees.** A layer before the last one has the activation `exponential`.

**Why it hurts.** e to the sum grows without end: a sum of 10 gives 22026, and two such layers on each other give
infinity. Then the loss is NaN after a few steps. With small inputs and weights it may go well: the runs below show a
task where it does, nearly, and one where it does not.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="exponential"),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("activation"):
        before = asking.before(model, position)
        dense = before is not None and model.anatomy.operations[before].kind in {"dense", "conv"}
        if (
            dense
            and asking.setting(model, position, "function") == "exponential"
            and asking.weighted_after(model, position)
        ):
            yield asking.at(model, position, "exponential grows without end, and another layer builds on it.")


RULE = Rule(
    level=Level.WARNING,
    title="exponential in a hidden layer",
    instead="Take relu in hidden layers.",
    model=_look,
    claims=("rules/exponential-hidden",),
    about=("activation",),
)
