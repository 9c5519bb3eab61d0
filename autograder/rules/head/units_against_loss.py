"""# One unit for a loss of several classes

**What it sees.** The loss is a categorical cross-entropy, and the output layer has one unit.

**Why it hurts.** The loss expects one unit per class. With a single class there is nothing to choose: the loss is 0
from the start, or the labels beyond 0 have no unit and the program stops, or the loss is not a number.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),  # ← here
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for head, loss, _ in asking.trained_heads(model):
        if head.units == 1 and loss.name in asking.ONE_OF_MANY and head.function != "softmax":
            yield asking.of_layer(model, head.layer, f"has one unit, but {loss.name} expects one for each class.")


RULE = Rule(
    level=Level.ERROR,
    title="one unit for a loss of several classes",
    instead="Take binary cross-entropy for one unit with sigmoid, or softmax over one unit per class.",
    model=_look,
    about=("units", 0),
)
