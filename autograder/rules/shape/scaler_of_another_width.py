"""# A scaler of another width

**What it sees.** The answers of a model are scaled back by a scaler that was fitted on a table with another number of
columns than the model has units.

**Why it hurts.** A scaler keeps two numbers for each column of the table that it was fitted on, and scales back
tables with that many columns only. scikit-learn stops: the shapes do not fit.

**Example.**

```python
import keras
import pandas as pd
from sklearn.preprocessing import MinMaxScaler

scaler = MinMaxScaler()
data = scaler.fit_transform(pd.read_csv("prices.csv")[["open", "close"]])
x, y = data[:-1], data[1:, 1]
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
prices = scaler.inverse_transform(model.predict(x))  # ← here
```

**Instead.**

```python
import keras
import pandas as pd
from sklearn.preprocessing import MinMaxScaler

table = pd.read_csv("prices.csv")
inputs, targets = MinMaxScaler(), MinMaxScaler()
x = inputs.fit_transform(table[["open", "close"]])[:-1]
y = targets.fit_transform(table[["close"]])[1:]
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
prices = targets.inverse_transform(model.predict(x))
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import UNSCALED
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    outputs = model.anatomy.outputs
    shape = shapes(model.anatomy)[outputs[0]] if len(outputs) == 1 else None
    units = shape[0] if shape and len(shape) == 1 else None
    for met in model.training.answers:
        columns = met.data.shape[1] if met.what == UNSCALED and met.data and met.data.shape else None
        if columns is not None and units is not None and columns != units:
            yield Fault(f"The scaler was fitted on {columns} columns, and the model gives {units}.", met.place)


RULE = Rule(
    level=Level.ERROR,
    title="a scaler of another width",
    instead="Fit a scaler of its own on the targets, and scale the answers back with that one.",
    model=_look,
)
