"""# Units that stay alike

**What it sees.** A hidden layer, or one whose next layer is such a one, starts with the same number for all its
weights: `zeros`, `ones` or a constant.

**Why it hurts.** All units of the layer give the same answer, get the same gradient, and stay alike for ever: the
layer is as good as one unit. With zeros in all layers, nothing but the last bias learns. Random numbers at the start
are there to make the units different.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu", kernel_initializer="zeros"),  # ← here
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import asking, fitting
from autograder.rules.rule import Faults, Level, Rule

_CONSTANT = frozenset({"zeros", "ones", "Zeros", "Ones", "Constant", "constant", "zero", "one"})


def _look(model: ModelSource) -> Faults:
    if not model.training.fits or not fitting.from_scratch(model, model.training.fits[0]):
        return
    for position in model.anatomy.positions("dense", "conv"):
        call = model.layers[position]
        start = call.arguments.get("kernel_initializer") if call else None
        name = start.name if isinstance(start, Made) else start
        units = asking.units(model, position)
        frozen = asking.setting(model, position, "trainable", True) is not True
        after = model.anatomy.downstream(position)
        if name not in _CONSTANT or frozen or not isinstance(units, int) or units == 1:
            continue
        if asking.weighted_after(model, position) and not any(
            model.anatomy.operations[p].kind in DROPOUTS for p in after
        ):
            said = f"All {units} units of {asking.layer_name(model, position)} begin with the same weights"
            yield asking.at(model, position, f"{said}, and stay alike.")


RULE = Rule(
    level=Level.WARNING,
    title="units that stay alike",
    instead="Leave the initializer out: Keras starts with random weights of a sensible size.",
    model=_look,
    exact=True,
    about=("kernel_initializer",),
)
