"""# Accuracy that asks for equal numbers

**What it sees.** A model is compiled with an object `keras.metrics.Accuracy()`; or one that ends in a single sigmoid,
for each row or each place of a map, with `keras.metrics.MeanIoU` or `IoU`.

**Why it hurts.** By its name, `metrics=["accuracy"]`, Keras chooses the accuracy that fits the loss: it compares the
most likely class, or a probability above one half. The object `Accuracy()` asks whether the numbers themselves are
*equal*. A probability of 0.98 is not 1: the metric stays near 0, and where one answer has several numbers Keras
stops. `MeanIoU` takes answers for numbers of classes and cuts off what stands behind the point: every probability
below 1 counts as class 0.

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

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_OF_CLASSES = frozenset({"mean_io_u", "io_u"})


def _look(model: ModelSource) -> Faults:
    heads = [(head.units, head.function) for head in asking.heads(model)]
    is_one_share = heads == [(1, "sigmoid")] and len(model.anatomy.outputs) == 1
    for event in asking.compiles(model):
        given = event.metrics if isinstance(event.metrics, tuple) else (event.metrics,)
        for made in (one for one in given if isinstance(one, Made) and not one.by_name and not one.own):
            if made.name == "accuracy":
                said = "Accuracy() counts answers that equal the target exactly; a probability never does."
                yield Fault(said, made.place)
            elif made.name in _OF_CLASSES and is_one_share:
                said = "This metric takes answers for classes: each probability below 1 counts as class 0."
                yield Fault(said, made.place)


RULE = Rule(
    level=Level.WARNING,
    title="accuracy that asks for equal numbers",
    instead="Write the name, metrics=['accuracy'], or take BinaryAccuracy or BinaryIoU, which have a threshold.",
    model=_look,
    exact=True,
    learn="loss-and-metrics#claim-accuracy-everywhere",
)
