"""# A step that the metric cannot take

**What it sees.** A callback waits until an accuracy, an AUC, a precision or a recall has risen by `min_delta`, and
that number is 1 or more.

**Why it hurts.** These metrics lie between 0 and 1. None rises by 1 after the first epoch, so nothing ever counts as
progress: early stopping stops after `patience` epochs, however well the model learns.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping("val_accuracy", min_delta=1, patience=5)  # ← here
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping("val_accuracy", min_delta=0.001, patience=5)
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.rules import fitting
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource


def _look(model: ModelSource) -> Iterator[Fault]:
    for fit in model.training.fits:
        for made in fitting.some_callbacks(fit):
            monitor = fitting.monitor(made)
            if not fitting.is_share(monitor) or made.name not in {"EarlyStopping", "ReduceLROnPlateau"}:
                continue
            given = made.arguments.get("min_delta")
            if isinstance(given, int | float) and given >= 1:
                yield Fault(
                    f"{monitor} lies between 0 and 1: it never rises by {given:g}, so {made.name} sees no progress.",
                    made.place,
                )


RULE = Rule(
    level=Level.WARNING,
    title="a step that the metric cannot take",
    instead="Metrics of Keras are shares, not percentages: min_delta=0.001 is a tenth of a percent.",
    model=_look,
    exact=True,
)
