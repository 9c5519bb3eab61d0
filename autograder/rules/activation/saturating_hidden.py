"""# Sigmoids in hidden layers

**What it sees.** Three or more hidden layers in a row end in a sigmoid, or two if the first is a convolution, and no
normalisation stands between them. Gates (a sigmoid that multiplies something) and the ends of a model are left alone.

**Why it hurts.** The slope of a sigmoid is at most a quarter, and near zero where it saturates. Each layer multiplies
the gradient by that slope: the first layers hear almost nothing. And all values are positive, so the next layer's
weights move up or down together.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="sigmoid"),  # ← here
    keras.layers.Dense(64, activation="sigmoid"),
    keras.layers.Dense(64, activation="sigmoid"),
    keras.layers.Dense(1, activation="sigmoid"),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS
from autograder.anatomy.source import ModelSource, Program
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = DROPOUTS | paths.POOLS | paths.SHAPING | {"gaussian_noise", "activation"}
_SATURATING = frozenset({"sigmoid", "hard_sigmoid"})


def _look(program: Program) -> Faults:
    for model in program.models:
        leads_to = {
            layer: following
            for layer in model.anatomy.positions("dense", "conv")
            if (following := _squashed_into(program, model, layer)) is not None
        }
        for first in leads_to.keys() - leads_to.values():
            row = [first]
            while leads_to[row[-1]] in leads_to:
                row.append(leads_to[row[-1]])
            if len(row) >= (2 if paths.kind(model, first) == "conv" else 3):
                name = asking.layer_name(model, first)
                yield asking.at(model, first, f"This {name} and the hidden layers behind it all end in a sigmoid.")


def _squashed_into(program: Program, model: ModelSource, layer: int) -> int | None:
    """The dense layer or convolution that reads what a sigmoid made of this layer's values; None if none does."""
    way = paths.onward(model, layer, _BETWEEN)
    functions = [paths.function(model, p) for p in way if paths.kind(model, p) == "activation"]
    if not way or paths.kind(model, way[-1]) not in {"dense", "conv"} or len(functions) != 1:
        return None
    if functions[0] not in _SATURATING or any(paths.seam(program, model, p) for p in way[:-1]):
        return None
    return None if model.anatomy.operations[way[-1]].settings.get("transpose") else way[-1]


RULE = Rule(
    level=Level.WARNING,
    title="sigmoids in hidden layers",
    instead="Use relu in hidden layers, and keep the sigmoid for gates and for the output.",
    program=_look,
    learn="textile-curves#claim-sigmoid-inside",
    claims=("rules/saturating-hidden",),
    about=("activation",),
)
