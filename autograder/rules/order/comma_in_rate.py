"""# A comma in a rate

**What it sees.** A dropout or a noise is given two whole numbers, of which the first is 0, as in `Dropout(0,7)`; or
its rate is a variable that holds such a pair.

**Why it hurts.** Python writes decimals with a point. `0,7` are two arguments: a rate of 0, and 7 for whatever comes
next. A rate of 0 drops nothing, so that the network has no dropout at all. Keras 3 stops at some of these layers,
for the second number makes no sense there; the others, and earlier versions, say nothing.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0,5),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.anatomy.text import Text, argument_at, called
from autograder.rules.looks.scopes import own_names
from autograder.rules.rule import Found, Level, Rule

_NEXT_IS_SEED = frozenset({"GaussianDropout", "GaussianNoise", "SpatialDropout1D"})
_NEXT_IS_NO_NUMBER = frozenset({"AlphaDropout", "Dropout", "SpatialDropout2D", "SpatialDropout3D"})
_TEN = 10  # a larger number may be a seed, beside a rate that is 0 on purpose


def _look(text: Text) -> Found:
    for call in text.calls((_NEXT_IS_SEED | _NEXT_IS_NO_NUMBER) - own_names(text)):
        rate = argument_at(call, 0, "rate", "stddev")
        pair = getattr(text.resolved(rate), "elts", []) if isinstance(rate, ast.Name) else call.args
        after = _after_comma(pair)
        if after and (after < _TEN or called(call) in _NEXT_IS_NO_NUMBER):
            what = "added" if called(call) == "GaussianNoise" else "dropped"
            said = f"0,{after} are two numbers, a rate of 0 and another argument"
            yield f"{said}: nothing is {what}. A decimal has a point, 0.{after}.", call


def _after_comma(pair: Sequence[ast.expr]) -> int:
    """The second of two whole numbers, where the first is 0; 0 for anything else."""
    values = [part.value for part in pair if isinstance(part, ast.Constant) and type(part.value) is int]
    zero = len(values) == len(pair) == 2 and values[0] == 0
    return max(int(values[1]), 0) if zero else 0


RULE = Rule(
    level=Level.WARNING,
    title="a comma in a rate",
    instead="Write decimals with a point: Dropout(0.5).",
    text=_look,
    exact=True,
)
