"""# Raw features

**What it sees.** Numbers that are known to go beyond a hundred — made up in the program, written in it, or of a known
data set — are the input of a network with hidden layers, and nothing scales them.

**Why it hurts.** The column with the largest numbers rules the sums, the gradients and the learning rate. The others
are hardly learned, and the units that saturate or die at the start stay so.

**Example.**

```python
import keras
import numpy as np

places = np.random.uniform(0, 5000, size=(1000, 4))
model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(places, distances, epochs=50)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

places = np.random.uniform(0, 5000, size=(1000, 4))
scale = keras.layers.Normalization()
scale.adapt(places)
model = keras.Sequential([
    keras.Input((4,)),
    scale,
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(places, distances, epochs=50)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

LARGE = 100


def _look(model: ModelSource) -> Faults:
    if not fitting.takes_raw(model) or len(fitting.weighted(model)) < 2:
        return
    for fit in model.training.fits:
        if isinstance(fit.x, Data) and not fitting.is_image(fit.x):
            top = fitting.largest(fitting.reach(fit.x))
            if top > LARGE:
                yield Fault(f"The inputs hold numbers as large as {top:,.0f}, and nothing scales them.", fit.place)


RULE = Rule(
    level=Level.WARNING,
    title="raw features",
    instead="Scale the inputs: StandardScaler fitted on the training rows, or an adapted Normalization layer.",
    model=_look,
    learn="red-wine#claim-scaling",
    claims=("distance-predictor/standardise", "red-wine/scaling"),
    about=("x", 0),
)
