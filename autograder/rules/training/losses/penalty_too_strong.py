"""# A penalty that is stronger than the loss

**What it sees.** Two or more layers have a penalty on their weights, L1 or L2, whose factor is 0.1 or more.

**Why it hurts.** The factor is multiplied with the sum over all weights of a layer, of which there are thousands. At
0.1 or 0.5 the penalty is larger than any loss of the answers: training makes the weights zero first, and a network of
zeros gives one answer to all rows. Common factors lie between 0.00001 and 0.01.

**Example.**

```python
import keras
from keras.regularizers import l2

model = keras.Sequential([
    keras.Input((32,)),
    keras.layers.Dense(800, activation="relu", kernel_regularizer=l2(0.5)),  # ← here
    keras.layers.Dense(800, activation="relu", kernel_regularizer=l2(0.5)),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras
from keras.regularizers import l2

model = keras.Sequential([
    keras.Input((32,)),
    keras.layers.Dense(800, activation="relu", kernel_regularizer=l2(0.0001)),
    keras.layers.Dense(800, activation="relu", kernel_regularizer=l2(0.0001)),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import WEIGHTED
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule

_STRONG = 0.1
_LAYERS = 2


def _look(model: ModelSource) -> Faults:
    strong = {at: factor for at in model.anatomy.positions(*WEIGHTED) if (factor := _factor(model, at)) >= _STRONG}
    if len(strong) >= _LAYERS:
        position = min(strong)
        said = f"The penalty on the weights of {len(strong)} layers is multiplied by {strong[position]:g}"
        yield asking.at(model, position, f"{said}: weights of zero cost the least.")


def _factor(model: ModelSource, position: int) -> float:
    """What the weights of a layer are multiplied with; zero without a penalty, or if it is not known."""
    call = model.layers[position]
    given = call.arguments.get("kernel_regularizer") if call else None
    factors = given.arguments.values() if isinstance(given, Made) and given.name in {"L1", "L2", "L1L2"} else ()
    return max((float(factor) for factor in factors if isinstance(factor, int | float)), default=0.0)


RULE = Rule(
    level=Level.NOTE,
    title="a penalty that is stronger than the loss",
    instead="Begin with 0.0001, and compare the loss with and without the penalty.",
    model=_look,
    about=("kernel_regularizer",),
)
