"""# Precision of both columns

**What it sees.** A softmax over two units is compiled with `Precision` or `Recall`, which is not told what class it
is about.

**Why it hurts.** Both columns count then: what is wrongly in the one is missing in the other. Precision and recall
become the same number, and that number is the accuracy.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2, activation="softmax")])
metrics = [keras.metrics.Precision(), keras.metrics.Recall()]
model.compile("adam", "categorical_crossentropy", metrics=metrics)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2, activation="softmax")])
metrics = [keras.metrics.Precision(class_id=1), keras.metrics.Recall(class_id=1)]
model.compile("adam", "categorical_crossentropy", metrics=metrics)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_COUNTS = frozenset({"precision", "recall"})
_TWO = 2


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if loss.name != "categorical_crossentropy" or head.units != _TWO:
            continue
        for made in asking.metrics(model, event).get(head.number, ()):
            if made.name in _COUNTS and not made.own and made.arguments.get("class_id") is None:
                said = f"{made.name} counts both columns of the softmax, the one and its opposite"
                yield Fault(f"{said}: that is the accuracy.", event.place)
                break


RULE = Rule(
    level=Level.WARNING,
    title="precision of both columns",
    instead="Say which class is meant, Precision(class_id=1), or take one sigmoid.",
    model=_look,
    exact=True,
)
