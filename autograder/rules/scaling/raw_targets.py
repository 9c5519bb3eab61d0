"""# Raw targets

**What it sees.** Targets that are known to go beyond a hundred, a squared or absolute error, and a linear head that
starts at zero, behind hidden layers.

**Why it hurts.** A new network answers numbers around zero. To reach the hundreds, weights must grow by small steps,
for Adam thousands of them; with plain descent the squared error of hundreds gives gradients that blow the weights up.

**Example.**

```python
import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.california_housing.load_data()
scale = keras.layers.Normalization()
scale.adapt(x_train)
model = keras.Sequential([
    keras.Input((8,)),
    scale,
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=20, validation_split=0.2)  # ← here
```

**Instead.**

```python
import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.california_housing.load_data()
scale = keras.layers.Normalization()
scale.adapt(x_train)
model = keras.Sequential([
    keras.Input((8,)),
    scale,
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train / 100000, epochs=20, validation_split=0.2)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile
from autograder.rules import asking, fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

LARGE = 100
_LOSSES = frozenset({"mean_squared_error", "mean_absolute_error", "huber", "log_cosh"})


def _look(model: ModelSource) -> Faults:
    found = list(asking.heads(model))
    if len(found) != 1 or len(model.anatomy.outputs) != 1 or len(fitting.weighted(model)) < 2:
        return
    head = found[0]
    if head.function or "bias_initializer" in model.anatomy.operations[head.layer].settings:
        return
    for fit in model.training.fits:
        event, top = model.training.compiled_for(fit), fitting.largest(fitting.reach(fit.y))
        losses = asking.losses(model, event) if isinstance(event, Compile) else {}
        if top > LARGE and 0 in losses and losses[0].name in _LOSSES:
            yield Fault(f"The targets go up to {top:,.0f}, and the head starts around 0.", fit.place)


RULE = Rule(
    level=Level.WARNING,
    title="raw targets",
    instead="Scale the targets too, and scale the answers back.",
    model=_look,
    claims=("rules/raw-targets",),
    about=("y", 1),
)
