"""# Validated on the training data

**What it sees.** The rows in `validation_data` are rows of the training data: the same arrays, the same generator, or
a slice of the very array that is trained on. Or `train_test_split` has set rows apart, but the model is trained on
the array that holds them all.

**Why it hurts.** The validation loss then says how well the network knows its training rows. It follows the training
loss down, and overfitting cannot be seen; early stopping and checkpoints choose by it.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=50, validation_data=(x, y))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=50, validation_split=0.2)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, Data, Fit
from autograder.anatomy.unknown import Unknown
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

FEW_ROWS = 16  # so few are all there are: the four rows of exclusive or


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        given = fit.validation_data
        checked = given[0] if isinstance(given, tuple) and len(given) in (2, 3) else given
        if checked is not ABSENT and _same(fit.x, checked, fit):
            yield Fault("These validation rows are training rows: their loss says nothing about others.", fit.place)


def _same(x: Any, checked: Any, fit: Fit) -> bool:
    if isinstance(x, Unknown):
        return x is checked and fit.y is not ABSENT
    if not isinstance(x, Data) or not isinstance(checked, Data) or (x.rows is not None and x.rows <= FEW_ROWS):
        return False
    whole = x.origin.startswith("keras.datasets.") and not fitting.is_subset(x) and not x.done("unknown")
    return x is checked or (whole and (x.origin, x.part) == (checked.origin, checked.part) and x.part == "x_train")


RULE = Rule(
    level=Level.WARNING,
    title="validated on the training data",
    instead="Validate on rows that are not trained on: validation_split, or train_test_split before.",
    model=_look,
    misuses=("tested",),
    claims=("rules/validated-on-training-data",),
    about=("validation_data",),
)
