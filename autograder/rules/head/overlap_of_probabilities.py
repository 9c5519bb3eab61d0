"""# The overlap of probabilities

**What it sees.** `compile` is given `MeanIoU` or `IoU`, which read the number of a class, while the model answers a
probability for each class.

**Why it hurts.** These metrics cut what they are given to whole numbers: nearly every probability becomes class 0.
The number that is shown hardly moves while the model learns. `OneHotMeanIoU` takes the largest probability, and so
does `sparse_y_pred=False`; for one sigmoid there is `BinaryIoU`.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(5, 1, activation="softmax")])
overlap = keras.metrics.MeanIoU(num_classes=5)
model.compile("adam", "sparse_categorical_crossentropy", metrics=[overlap])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(5, 1, activation="softmax")])
overlap = keras.metrics.MeanIoU(num_classes=5, sparse_y_pred=False)
model.compile("adam", "sparse_categorical_crossentropy", metrics=[overlap])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, constant, keyword
from autograder.rules.rule import Found, Level, Rule

_OVERLAPS = frozenset({"MeanIoU", "IoU"})


def _look(text: Text) -> Found:
    own = {kind.name for kind in text.all(ast.ClassDef)}
    for call in text.calls({"compile"}):
        listed = keyword(call, "metrics")
        for node in getattr(listed, "elts", ()):
            metric = text.resolved(node)
            open_ended = isinstance(metric, ast.Call) and any(one.arg is None for one in metric.keywords)
            if not isinstance(metric, ast.Call) or called(metric) not in _OVERLAPS - own or open_ended:
                continue
            told = keyword(metric, "sparse_y_pred")
            if (told is None or constant(told) is True) and len(metric.args) <= 4:
                said = f"{called(metric)} takes each answer for the number of a class, and cuts it to a whole number"
                yield f"{said}: probabilities become 0.", node


RULE = Rule(
    level=Level.WARNING,
    title="the overlap of probabilities",
    instead="Write OneHotMeanIoU for one-hot labels, sparse_y_pred=False for class numbers, BinaryIoU for a sigmoid.",
    text=_look,
    exact=True,
)
