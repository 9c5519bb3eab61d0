"""# No validation

**What it sees.** `fit` for ten epochs or more without validation data and without a validation split, and the program
never looks at the trained model with other data either: no `evaluate`, no `predict`.

**Why it hurts.** The loss on the training data falls as long as training lasts, also when the network only learns the
rows by heart. Without rows that it has never seen nobody can tell the two apart.

**Example.**

```python
import keras
import pandas as pd

data = pd.read_csv("houses.csv").values
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data[:, :12], data[:, 12], epochs=100)  # ← here
```

**Instead.**

```python
import keras
import pandas as pd

data = pd.read_csv("houses.csv").values
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data[:, :12], data[:, 12], epochs=100, validation_split=0.2)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

EPOCHS = 10
_MADE_UP = ("literal", "numpy.", "tensorflow.random.", "keras.random.", "sklearn.datasets.make_")
_LOADED = ("numpy.load", "numpy.genfromtxt")


def _look(model: ModelSource) -> Faults:
    training = model.training
    if (
        training.uses(*fitting.LOOKS)
        or not training.complete
        or any(fitting.validated(fit) is not False for fit in training.fits)
    ):
        return
    for fit in training.fits:
        long = isinstance(fit.epochs, int) and fit.epochs >= EPOCHS and fitting.callbacks(fit) is not None
        if long and fit.certain and not _made_up(fit.x):
            yield Fault(f"{fit.epochs} epochs, and nothing tells whether the model holds on other data.", fit.place)


def _made_up(x: object) -> bool:
    """Whether the data are there to play with: more can be made at any time."""
    if not isinstance(x, Data):
        return isinstance(x, tuple)
    return x.origin.startswith(_MADE_UP) and not x.origin.startswith(_LOADED)


RULE = Rule(
    level=Level.NOTE,
    title="no validation",
    instead="Keep some rows back: validation_split=0.2, or validation_data=(x_valid, y_valid).",
    model=_look,
)
