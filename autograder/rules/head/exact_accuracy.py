"""# Accuracy that asks for equal numbers

**What it sees.** A model is compiled with an object `keras.metrics.Accuracy()`.

**Why it hurts.** By its name, `metrics=["accuracy"]`, Keras chooses the accuracy that fits the loss: it compares the
most likely class, or a probability above one half. The object `Accuracy()` asks whether the numbers themselves are
*equal*. A probability of 0.98 is not 1: the metric stays near 0, and where one answer has several numbers Keras
stops.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[keras.metrics.Accuracy()])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.anatomy.training import Made
from autograder.rules import asking
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource


def _look(model: ModelSource) -> Iterator[Fault]:
    for event in asking.compiles(model):
        given = event.metrics if isinstance(event.metrics, tuple) else (event.metrics,)
        for made in given:
            if isinstance(made, Made) and made.name == "accuracy" and not made.by_name and not made.own:
                yield Fault(
                    "Accuracy() counts answers that equal the target exactly; a probability never does.", made.place
                )


RULE = Rule(
    level=Level.WARNING,
    title="accuracy that asks for equal numbers",
    instead="Write the name, metrics=['accuracy'], or take BinaryAccuracy or one of its relatives.",
    model=_look,
    exact=True,
)
