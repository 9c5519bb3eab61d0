"""# Softmax in a hidden layer

**What it sees.** A hidden dense layer or convolution ends in a softmax over its units, and the next layer with
weights reads that. Softmax that weighs something (attention, gates, a mixture), that runs over another axis, or that
another model ends in is left alone.

**Why it hurts.** The units of the layer share a sum of one: they compete, so the layer passes on little more than
which unit is largest. With many units each value is tiny, and so is the gradient.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="softmax"),  # ← here
    keras.layers.Dense(3, activation="softmax"),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS
from autograder.anatomy.source import ModelSource, Program
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = DROPOUTS | paths.POOLS | paths.SHAPING | {"batch_norm", "gaussian_noise"}


def _look(program: Program) -> Faults:
    for model in program.models:
        for position in model.anatomy.positions("activation"):
            if model.anatomy.operations[position].settings == {"function": "softmax"} and _inside(model, position):
                if paths.seam(program, model, position):
                    continue
                layer = model.anatomy.operations[position].inputs[0]
                units = asking.units(model, layer)
                shared = f"{units} units" if isinstance(units, int) else "units"
                yield asking.at(model, position, f"The {shared} of this hidden layer share a sum of one.")


def _inside(model: ModelSource, position: int) -> bool:
    """Whether it bends one layer's values for the next layer, which does not look up a table with them."""
    source = asking.before(model, position)
    way = paths.onward(model, position, _BETWEEN)
    if source is None or paths.kind(model, source) not in {"dense", "conv"} or not way:
        return False
    following = model.anatomy.operations[way[-1]]
    return following.kind in {"dense", "conv"} and "use_bias" not in following.settings


RULE = Rule(
    level=Level.WARNING,
    title="softmax in a hidden layer",
    instead="Use relu in hidden layers, and keep softmax for the output and for weights that must sum to one.",
    program=_look,
    claims=("rules/softmax-hidden",),
    about=("activation",),
)
