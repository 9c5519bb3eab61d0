"""# Scaler fitted on the test rows

**What it sees.** The training rows and the rows for validation or test were scaled by `fit_transform` (or `scale`)
each for themselves, or each by a mean of its own.

**Why it hurts.** Each set is measured by its own mean and spread. The same house gets other numbers in the test set
than in training, and a shift between the two sets, which the test should show, is scaled away. In the runs below it
made no difference.

**Example.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("houses.csv").values
x_train, x_test, y_train, y_test = train_test_split(data[:, :12], data[:, 12])
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
x_test = scaler.fit_transform(x_test)
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=50, validation_data=(x_test, y_test))  # ← here
```

**Instead.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("houses.csv").values
x_train, x_test, y_train, y_test = train_test_split(data[:, :12], data[:, 12])
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
x_test = scaler.transform(x_test)
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=50, validation_data=(x_test, y_test))
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Step
from autograder.anatomy.unknown import Place
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

_BY_ROW = "Normalizer"


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        trained = _fitted(fit.x)
        if not trained:
            continue
        checked = fit.validation_data[0] if isinstance(fit.validation_data, tuple) and fit.validation_data else None
        looks: list[tuple[Any, Place | None]] = [(checked, fit.place)]
        looks += [(use.arguments.get("x"), use.place) for use in model.training.uses(*fitting.LOOKS)]
        for other, place in looks:
            found = _fitted(other)
            if found and found is not trained:
                by = f"a {found.what} fitted on themselves" if found.name == "scaler" else "a mean of their own"
                yield Fault(f"These rows were scaled by {by}, not of the training rows.", place)


def _own_mean(data: Data, at: int, step: Step) -> bool:
    """Whether a step takes from rows the mean of these very rows."""
    mean = step.other if step.name == "subtract" else None
    own = mean is not None and mean.given.get("of") == (data.source, data.part, data.steps[:at])
    return own and mean is not None and mean.origin == data.origin and str(mean.part).startswith("mean of")


def _fitted(data: Any) -> Step | None:
    """The last scaling of some rows, if it took its numbers from them."""
    scalings = data.done("scaler") if isinstance(data, Data) else []
    if not isinstance(data, Data):
        return None
    by_hand = [step for at, step in enumerate(data.steps) if _own_mean(data, at, step)] if not scalings else []
    if by_hand:
        return by_hand[-1]
    return scalings[-1] if scalings and scalings[-1].fitted and scalings[-1].what != _BY_ROW else None


RULE = Rule(
    level=Level.NOTE,
    title="scaler fitted on the test rows",
    instead="Fit the scaler on the training rows only, and call transform for all others.",
    model=_look,
    claims=("rules/scaler-fitted-on-test-rows",),
)
