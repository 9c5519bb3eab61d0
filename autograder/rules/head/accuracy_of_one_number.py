"""# Accuracy of one number

**What it sees.** A model with one linear output that is trained with the squared error reports an accuracy, and
nothing tells whether its targets are numbers, or 0 and 1.

**Why it hurts.** For targets of 0 and 1 the accuracy asks whether the answer lies above one half, which may be meant.
For any other numbers it asks whether they are equal, and stays near 0 however good the model is: see `head/accuracy-
on-regression`. It is a note because only the targets could tell.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.rules import counting
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource


def _look(model: ModelSource) -> Iterator[Fault]:
    for counted in counting.of_regressions(model):
        if not counted.surely:
            said = f"Unless the targets are 0 and 1, {counted.metric.name} counts numbers that are equal: hardly any."
            yield Fault(said, counted.metric.place)


RULE = Rule(
    level=Level.NOTE,
    title="accuracy of one number",
    instead="For numbers report the mean absolute error; for 0 and 1 end in sigmoid, with binary_crossentropy.",
    model=_look,
    about=("metrics",),
)
