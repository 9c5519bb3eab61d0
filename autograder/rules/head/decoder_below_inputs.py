"""# A decoder that cannot reach its inputs

**What it sees.** An autoencoder ends in `sigmoid` or `relu`, and the inputs that it is to give back are known to lie
elsewhere: below 0, or for a sigmoid above 1.

**Why it hurts.** What the last activation cannot say, the decoder cannot give back. The error of those numbers stays
whatever is learned, and pulls the unit into the flat part of the sigmoid, or to where a relu is 0.

**Example.**

```python
import keras
import numpy as np

rows = np.random.randn(1000, 20)
model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(20, activation="sigmoid"),  # ← here
])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, rows, epochs=50)
```

**Instead.**

```python
import keras
import numpy as np

rows = np.random.randn(1000, 20)
model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(20),
])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, rows, epochs=50)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import asking, fitting, targets
from autograder.rules.rule import Faults, Level, Rule

_REACHES = {"sigmoid": (0, 1), "hard_sigmoid": (0, 1), "relu": (0, float("inf")), "tanh": (-1, 1)}
_LOSSES = asking.DISTANCES | asking.YES_OR_NO
_NORMAL = frozenset({"numpy.random.randn", "numpy.random.standard_normal", "numpy.random.normal"})


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in _LOSSES or head.function not in _REACHES:
            continue
        low, high = _REACHES[head.function]
        for fit in targets.fits_of(model, event):
            ends = _ends(fit.x) if isinstance(fit.x, Data) and targets.same_rows(fit.x, fit.y) else None
            if ends and (ends[0] < low or ends[1] > high):
                said = (
                    f"The inputs go from {ends[0]:g} to {ends[1]:g}"
                    if fitting.reach(fit.x)
                    else "Inputs with mean 0 go below 0 and beyond 1"
                )
                yield asking.at(model, head.at, f"{said}, and {head.function} cannot give that back.")
                break


def _ends(data: Data) -> tuple[float, float] | None:
    """Where inputs lie: known numbers, or numbers with mean 0."""
    scalings = data.done("scaler")
    if scalings and scalings[-1].what == "StandardScaler":
        return -2, 2
    if data.origin in _NORMAL and not data.steps and not data.given:
        return -2, 2
    return fitting.reach(data)


RULE = Rule(
    level=Level.WARNING,
    title="a decoder that cannot reach its inputs",
    instead="Let the decoder end without an activation, or scale the inputs into the range of the one it has.",
    model=_look,
    exact=True,
    about=("activation",),
)
