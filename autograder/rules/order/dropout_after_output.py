"""# Dropout after the output layer

**What it sees.** A dropout stands behind the last layer with weights of a model that is trained with a loss of Keras.

**Why it hurts.** It sets predictions themselves to zero, at random, and multiplies the others. The loss then punishes
the network for what the dropout did, and no weight can prevent it. Nothing comes behind that could learn from the
noise.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
    keras.layers.Dropout(0.2),  # ← here
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

from autograder.anatomy.kinds import DROPOUTS
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    if model.part and not model.training.fits:  # compiled, maybe, but trained as a part of another model
        return
    for head, loss, _ in asking.trained_heads(model):
        if loss.name not in asking.DISTANCES | asking.PROBABILITIES:
            continue
        position = model.anatomy.outputs[head.number]
        while position != head.layer:
            if paths.kind(model, position) in DROPOUTS:
                said = f"This dropout sets predictions to zero before {loss.name} sees them."
                yield asking.at(model, position, said)
            position = model.anatomy.operations[position].inputs[0]


RULE = Rule(
    level=Level.NOTE,
    title="dropout after the output layer",
    instead="Put the dropout before the output layer, or leave it out.",
    model=_look,
    claims=("rules/dropout-after-output",),
)
