"""# Batches of one

**What it sees.** `fit` with `batch_size=1`, or on a data set of `batch(1)`, on more than a hundred rows, or on an
unknown number of them. It says nothing where one row has its reasons: rows of different lengths, stateful networks,
large images.

**Why it hurts.** Each step follows the gradient of a single row, which points anywhere: the curves jump. And the
machine does one row at a time what it could do for dozens at the same price.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, batch_size=1)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, batch_size=32)
```
"""

from __future__ import annotations

import math

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

FEW_ROWS = 100
LARGE = 128 * 128  # numbers in a row, from which on memory may allow no more than one


def _look(model: ModelSource) -> Faults:
    operations = model.anatomy.operations
    shapes = [operation.settings.get("shape") for operation in operations if operation.kind == "input"]
    if not model.complete or not all(_small(shape) for shape in shapes) or model.anatomy.positions("batch_norm"):
        return
    if any(operation.settings.get("stateful") for operation in operations):
        return
    for fit in model.training.fits:
        if fitting.batch_size(fit) == 1 and not _few(fit.x):
            yield Fault("Each step looks at a single row: the curves jump, and training takes long.", fit.place)


def _small(shape: object) -> bool:
    return isinstance(shape, tuple) and all(type(axis) is int for axis in shape) and math.prod(shape) < LARGE


def _few(x: object) -> bool:
    rows = x.rows if isinstance(x, Data) else len(x) if isinstance(x, tuple) else None
    return isinstance(rows, int) and rows <= FEW_ROWS


RULE = Rule(
    level=Level.NOTE,
    title="batches of one",
    instead="Take batches of 16 to 128 rows.",
    model=_look,
    learn="distance-predictor#claim-batch-size",
    claims=("distance-predictor/batch-size",),
    about=("batch_size",),
)
