"""# A callback that looks the wrong way

**What it sees.** A callback is told with `mode` that an accuracy (or an AUC, precision, recall) is better when it is
lower, or that a loss or an error is better when it is higher.

**Why it hurts.** The checkpoint keeps the worst model of the training. Early stopping takes progress for standing
still, stops after `patience` epochs, and restores the worst weights. The learning rate falls while all goes well.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("a.keras", "val_accuracy", save_best_only=True, mode="min")  # ← here
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[keep])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("a.keras", "val_accuracy", save_best_only=True, mode="max")
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[keep])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        for made in fitting.some_callbacks(fit):
            monitor, mode = fitting.monitor(made), made.arguments.get("mode")
            right = fitting.direction(model, fit, monitor)
            if right and mode in {"min", "max"} and mode != right:
                better = "higher" if right == "max" else "lower"
                said = f"{monitor} is better when it is {better}, but {made.name} is told mode={mode!r}."
                yield Fault(said, made.place)


RULE = Rule(
    level=Level.WARNING,
    title="a callback that looks the wrong way",
    instead='Say mode="max" for accuracies and other scores, mode="min" for losses and errors, or leave mode out.',
    model=_look,
    exact=True,
    about=("mode",),
)
