"""# The slope of a root at zero

**What it sees.** A function of the program takes the square root of a sum of squared differences, and nothing keeps
that sum away from 0.

**Why it hurts.** Where both rows are the same, the sum is 0, and there the root is infinitely steep: its gradient is
infinity times 0, which is not a number. One such pair in a batch, and every weight is NaN.

**Example.**

```python
import keras
from keras import ops

def apart(pair):
    left, right = pair
    return ops.sqrt(ops.sum(ops.square(left - right), axis=1, keepdims=True))  # ← here

left, right = keras.Input((8,)), keras.Input((8,))
code = keras.layers.Dense(4)
distance = keras.layers.Lambda(apart)([code(left), code(right)])
model = keras.Model([left, right], distance)
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras
from keras import ops

def apart(pair):
    left, right = pair
    return ops.sqrt(ops.maximum(ops.sum(ops.square(left - right), axis=1, keepdims=True), 1e-7))

left, right = keras.Input((8,)), keras.Input((8,))
code = keras.layers.Dense(4)
distance = keras.layers.Lambda(apart)([code(left), code(right)])
model = keras.Model([left, right], distance)
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, owner_of, walk
from autograder.rules.looks.losses import own_losses
from autograder.rules.looks.scopes import owner
from autograder.rules.rule import Found, Level, Rule

_LIBRARIES = frozenset({"K", "tf", "tf.math", "ops", "keras.ops", "keras.backend", "backend"})
_SUMS = frozenset({"sum", "reduce_sum", "mean", "reduce_mean"})
_SAFE = ("maximum", "clip", "epsilon", "eps", "e-", "where", "relu")


def _look(text: Text) -> Found:
    learned = {id(function) for _, function in own_losses(text)}
    within = {getattr(call.args[0], "id", "") for call in text.calls({"Lambda"}) if call.args}
    for call in text.calls({"sqrt"}):
        inner = call.args[0] if call.args else None
        function = owner(text, call)
        used = function is not None and (id(function) in learned or function.name in within | {"call"})
        inline = any(call in walk(one) for one in text.calls({"Lambda"}))
        bare = not any(word in ast.unparse(function if function is not None else call) for word in _SAFE)
        far = owner_of(call) in _LIBRARIES and inner is not None and _is_distance(inner)
        if (used or inline) and far and bare:
            yield "Where both are the same this root has no gradient but NaN: keep the sum above 0.", call


def _is_distance(node: ast.expr) -> bool:
    """``sum(square(a - b))``, ``reduce_sum((a - b) ** 2)``."""
    inner = node.args[0] if isinstance(node, ast.Call) and called(node) in _SUMS and node.args else None
    power = isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Pow)
    squared = inner.left if power and isinstance(inner, ast.BinOp) else None
    if isinstance(inner, ast.Call) and called(inner) in {"square", "pow"} and inner.args:
        squared = inner.args[0]
    return isinstance(squared, ast.BinOp) and isinstance(squared.op, ast.Sub)


RULE = Rule(
    level=Level.WARNING,
    title="the slope of a root at zero",
    instead="Take sqrt(maximum(sum, 1e-7)).",
    text=_look,
    exact=True,
)
