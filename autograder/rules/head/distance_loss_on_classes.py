"""# Distance loss on classes

**What it sees.** The model tells classes apart (a softmax or sigmoid head with an accuracy, or one-hot labels), but
the loss is one of regression, such as mean squared error.

**Why it hurts.** Where a softmax or sigmoid is sure and wrong, it is flat, and the squared error has almost no
gradient there: the rows that matter most are learned last. Cross-entropy cancels that flatness and pushes hardest
where the answer is most wrong.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="mse", optimizer="sgd", metrics=["accuracy"])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, targets
from autograder.rules.rule import Fault, Faults, Level, Rule

_SURE = frozenset({"softmax", "sigmoid", "hard_sigmoid"})


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in asking.DISTANCES or head.function not in _SURE or targets.special(model, event):
            continue
        if head.function == "softmax" and head.units == 1:
            continue  # softmax-on-one-unit
        metric = targets.judges_classes(model, event, head.number)
        if metric or targets.are_classes(model, event, head.number):
            because = f"the metric {metric.name} counts classes" if metric else "the labels are classes"
            said = f"{asking.layer_name(model, head.layer)} ends in {head.function} and {because}"
            yield Fault(f"{said}, but the loss is {loss.name}.", loss.place)


RULE = Rule(
    level=Level.WARNING,
    title="distance loss on classes",
    instead="For classes take a cross-entropy (categorical, sparse or binary); for numbers take no accuracy.",
    model=_look,
    claims=("rules/distance-loss-on-classes",),
)
