"""# A metric for labels of another form

**What it sees.** A metric wants labels in another form than the loss: `categorical_accuracy` beside a sparse loss,
`sparse_categorical_accuracy` beside one-hot labels, or `binary_accuracy` beside a loss for one of several classes.

**Why it hurts.** `categorical_accuracy` looks for the largest number of each row of labels: in a single number that
is always the first, so that it counts how often the model says class 0. `binary_accuracy` counts each unit by itself:
of ten classes eight are rightly a *no* whatever the model says, and the number is too high.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["categorical_accuracy"])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_WRONG = {
    "sparse_categorical_crossentropy": {"categorical_accuracy", "top_k_categorical_accuracy", "binary_accuracy"},
    "categorical_crossentropy": {
        "sparse_categorical_accuracy",
        "sparse_top_k_categorical_accuracy",
        "binary_accuracy",
    },
}


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        for made in asking.metrics(model, event).get(head.number, ()):
            if made.name in _WRONG.get(loss.name, ()) and not made.own:
                yield Fault(f"{made.name} does not read the labels that {loss.name} is given.", made.place)


RULE = Rule(
    level=Level.WARNING,
    title="a metric for labels of another form",
    instead="Write metrics=['accuracy']: Keras takes the one that fits the loss.",
    model=_look,
    exact=True,
)
