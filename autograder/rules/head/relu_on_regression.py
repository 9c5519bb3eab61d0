"""# Relu on a regression head

**What it sees.** The output layer of a model that is trained with a regression loss ends in a ReLU. Images and
reconstructed inputs are not meant.

**Why it hurts.** A ReLU gives nothing below 0, and where it gives 0 it passes no gradient. A head that starts at 0
for every row stays there: the loss stands still from the first epoch, and the next run may train well. Targets below
0 are never reached.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="relu"),  # ← here
])
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, targets
from autograder.rules.rule import Faults, Level, Rule

_FLAT = frozenset({"relu", "relu6"})


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if head.function in _FLAT and loss.name in asking.DISTANCES and not targets.special(model, event):
            said = f"The output of {asking.layer_name(model, head.layer)} passes a {head.function}"
            yield asking.at(model, head.at, f"{said}: where it is 0, {loss.name} has no gradient to move it.")


RULE = Rule(
    level=Level.WARNING,
    title="relu on a regression head",
    instead="Give the output layer no activation, or softplus if the targets are never negative.",
    model=_look,
    claims=("rules/relu-on-regression",),
    about=("activation",),
)
