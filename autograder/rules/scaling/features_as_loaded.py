"""# Features as they were loaded

**What it sees.** The columns of a file go into a dense network as they are: nothing in the program scales them, and
the model neither normalises its input nor what its first layer makes of it.

**Why it hurts.** Columns of a table have units of their own: years, pounds, counts. The one with the largest numbers
rules the first layer. If the file holds scaled columns already, nothing is wrong.

**Example.**

```python
import keras
import pandas as pd

data = pd.read_csv("houses.csv").values
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data[:, :12], data[:, 12], epochs=100, validation_split=0.2)  # ← here
```

**Instead.**

```python
import keras
import pandas as pd
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("houses.csv").values
x = StandardScaler().fit_transform(data[:, :12])
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, data[:, 12], epochs=100, validation_split=0.2)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

_TABLES = frozenset({
    "pandas.read_csv", "pandas.read_excel", "pandas.read_table", "numpy.loadtxt", "numpy.genfromtxt",
})  # fmt: skip
_AS_THEY_ARE = frozenset({
    "values", "to_numpy", "as_matrix", "drop", "dropna", "fillna", "iloc", "loc", "part", "rows", "split", "astype",
    "copy", "sample", "reset_index", "head", "tail", "pop",
})  # fmt: skip


def _look(model: ModelSource) -> Faults:
    rows = [op.settings.get("shape") for op in model.anatomy.operations if op.kind == "input"]
    flat = all(isinstance(shape, tuple) and len(shape) == 1 for shape in rows)
    if not flat or not fitting.takes_raw(model) or len(fitting.weighted(model)) < 2:
        return
    for fit in model.training.fits:
        x = fit.x
        if isinstance(x, Data) and x.origin in _TABLES and all(step.name in _AS_THEY_ARE for step in x.steps):
            yield Fault("The columns of the file go in as they are: are they of one size?", fit.place)


RULE = Rule(
    level=Level.NOTE,
    title="features as they were loaded",
    instead="Scale the inputs: StandardScaler fitted on the training rows, or an adapted Normalization layer.",
    model=_look,
    learn="red-wine#claim-scaling",
    claims=("red-wine/scaling",),
)
