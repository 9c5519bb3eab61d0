"""# Rows in the order of the file

**What it sees.** A classifier is fitted on an array with `shuffle=False`, and nothing in the program has mixed its
rows. Recurrent networks, networks over time and data that somebody has split at random are left alone.

**Why it hurts.** Files are often sorted by class, by patient, by day. Batches in that order hold rows of one kind,
and every epoch ends on the same ones. If the rows are mixed already, nothing is wrong, and nothing is gained.

**Example.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
model = keras.Sequential([
    keras.Input((12,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
model = keras.Sequential([
    keras.Input((12,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile, Data
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_LOADED = ("pandas.read_", "numpy.load", "numpy.genfromtxt")
_IN_PLACE = frozenset({
    "reshape", "astype", "expand_dims", "transpose", "values", "to_numpy", "drop", "iloc", "loc", "part", "rows",
    "divide", "multiply", "subtract", "add", "scaler", "fillna", "dropna", "copy", "squeeze", "ravel", "flatten",
})  # fmt: skip
_OVER_TIME = ("recurrent", "attention", "embedding", "einsum_dense")


def _look(model: ModelSource) -> Faults:
    operations = model.anatomy.operations
    over_time = model.anatomy.positions(*_OVER_TIME) or any(item.settings.get("rank") == 1 for item in operations)
    if not model.complete or over_time:
        return
    for fit in model.training.fits:
        event = model.training.compiled_for(fit)
        losses = asking.losses(model, event).values() if isinstance(event, Compile) else ()
        classifies = bool(losses) and all(loss.name in asking.PROBABILITIES for loss in losses)
        if fit.shuffle is False and classifies and isinstance(fit.x, Data) and _in_order(fit.x):
            yield Fault("Every epoch takes the rows in the order of the file: are they mixed there?", fit.place)


def _in_order(x: Data) -> bool:
    return x.origin.startswith(_LOADED) and all(step.name in _IN_PLACE for step in x.steps)


RULE = Rule(
    level=Level.NOTE,
    title="rows in the order of the file",
    instead="Leave shuffle on, unless the order is part of what is learned.",
    model=_look,
    learn="first-epochs#probe-which-rows",
)
