"""# Activation that changes nothing

**What it sees.** An activation of the ReLU family gets values that a ReLU has already cut off at zero. Dropout,
pooling and flattening may stand between.

**Why it hurts.** It does not: on values that are not negative, relu, leaky relu and their like do nothing. But
somebody meant something by it. Often the first one was left over when a layer of its own was added, and the leaky one
never acts.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.LeakyReLU(),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64),
    keras.layers.LeakyReLU(),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource, Program
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_KEEP_THE_SIGN = paths.POOLS | paths.SHAPING | {"dropout", "spatial_dropout"}
_IDLE = frozenset({"relu", "leaky_relu", "prelu", "elu", "celu"})  # they leave what is not negative as it is


def _look(program: Program) -> Faults:
    found, needed = [], set()
    for model in program.models:
        for position in model.anatomy.positions("activation"):
            if _idle(model, position):
                found.append((model, position))
            else:
                needed.add(paths.origin(model, position))
    for model, position in found:
        if paths.origin(model, position) not in needed:  # a loop or a function may need it in another round
            name = paths.function(model, position)
            yield asking.at(model, position, f"A relu comes before this {name}, which then changes nothing.")


def _idle(model: ModelSource, position: int) -> bool:
    """Whether an activation only gets what it leaves as it is."""
    settings, way = model.anatomy.operations[position].settings, paths.back(model, position, _KEEP_THE_SIGN)
    if not way or paths.function(model, position) not in _IDLE or settings.keys() & {"max_value", "threshold"}:
        return False
    return model.anatomy.operations[way[-1]].settings in ({"function": "relu"}, {"function": "relu6"})


RULE = Rule(
    level=Level.NOTE,
    title="activation that changes nothing",
    instead="Keep one of the two activations.",
    program=_look,
)
