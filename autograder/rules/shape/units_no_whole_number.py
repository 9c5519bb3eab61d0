"""# Units that are no whole number

**What it sees.** `Dense` is given a fraction for its units: what `/` gives, or a NumPy number such as `labels.max() +
1`.

**Why it hurts.** In Python `/` gives a float, 64 / 2 as well, and NumPy's whole numbers are of another type than
Python's. Keras 3 wants Python's `int` and stops with *Received an invalid value for `units`*.

**Example.**

```python
import keras

width = 64
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(width / 2, activation="relu")])  # ← here
```

**Instead.**

```python
import keras

width = 64
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(width // 2, activation="relu")])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, constant
from autograder.rules.rule import Found, Level, Rule

_LARGEST = frozenset({"max", "amax"})


def _look(text: Text) -> Found:
    """``Dense(width / 2)``, ``Dense(labels.max() + 1)``."""
    for call in text.calls({"Dense"}):
        given = argument_at(call, 0, "units")
        units = text.resolved(given) if given is not None else None
        if isinstance(constant(units), float) or (isinstance(units, ast.BinOp) and isinstance(units.op, ast.Div)):
            yield "A layer has a whole number of units, and / gives a float: write // or int(…).", call
        elif isinstance(units, ast.BinOp) and any(_is_of_numpy(part) for part in (units.left, units.right)):
            yield "This is a NumPy number, and Keras 3 wants one of Python: int(…).", call


def _is_of_numpy(node: ast.expr) -> bool:
    """``labels.max()`` and ``np.max(labels)``; the ``max`` of Python gives what it was given."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and called(node) in _LARGEST


RULE = Rule(
    level=Level.ERROR,
    title="units that are no whole number",
    instead="Divide with //, or make it whole: int(…).",
    text=_look,
    about=("units", 0),
)
