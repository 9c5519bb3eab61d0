"""# A mean beside a sum in the loss of a variational autoencoder

**What it sees.** The loss is the reconstruction error plus the divergence of the code. The first is
`binary_crossentropy` or `mean_squared_error` as it is, which is a mean over the values of a row, and the second is a
sum over the code.

**Why it hurts.** In theory both are sums. The mean over 784 pixels is 784 times too small: the divergence wins, every
row gets the same code, and the decoder draws the mean of all images.

**Example.**

```python
import keras
from keras import ops

def vae_loss(x, decoded, z_mean, z_log_var):
    reconstruction = keras.losses.binary_crossentropy(x, decoded)  # ← here
    divergence = -0.5 * ops.sum(1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var), axis=-1)
    return ops.mean(reconstruction + divergence)
```

**Instead.**

```python
import keras
from keras import ops

def vae_loss(x, decoded, z_mean, z_log_var):
    reconstruction = 784 * keras.losses.binary_crossentropy(x, decoded)
    divergence = -0.5 * ops.sum(1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var), axis=-1)
    return ops.mean(reconstruction + divergence)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, called, walk
from autograder.rules.rule import Found, Level, Rule

_MEANS = {
    "binary_crossentropy", "mean_squared_error", "mean_absolute_error", "mse", "mae", "MSE", "MAE",
    "BinaryCrossentropy", "MeanSquaredError", "MeanAbsoluteError",
}  # fmt: skip
"""Losses that are means over the last axis."""
_HALF = re.compile(r"-?\(?-?(0\.5|\.5|1)\)?")


def _look(text: Text) -> Found:
    """``reconstruction + divergence``, where the first is a mean over the pixels and the second a sum."""
    if not any(word in text.whole for word in ("exp(", "kl")):
        return
    scopes: dict[int, dict[str, list[ast.stmt]]] = {}
    for one in text.statements:
        target = one.targets[0] if isinstance(one, ast.Assign) else getattr(one, "target", None)
        if isinstance(one, ast.Assign | ast.AugAssign) and isinstance(target, ast.Name):
            scopes.setdefault(text.function_of(one), {}).setdefault(target.id, []).append(one)
    for total in text.all(ast.BinOp):
        given = scopes.get(text.function_of(total), {})
        pair = [part.id for part in (total.left, total.right) if isinstance(part, ast.Name) and part.id in given]
        if not isinstance(total.op, ast.Add) or len(pair) != 2:
            continue
        for mean, other in (pair, pair[::-1]):
            value = getattr(given[mean][0], "value", None)
            if len(given[mean]) == 1 and value is not None and _is_mean(value) and _is_divergence(given[other]):
                said = f"{mean} is a mean over the values of a row, and {other} is a sum"
                yield f"{said}, which outweighs it: the code tells little of the row.", value


def _is_mean(value: ast.expr) -> bool:
    """Whether this is one of the losses of Keras, of a row or the mean over all rows."""
    while isinstance(value, ast.Call) and called(value) in {"mean", "reduce_mean"} and len(value.args) == 1:
        value = value.args[0]
    made = value.func if isinstance(value, ast.Call) else None
    return isinstance(value, ast.Call) and (called(value) in _MEANS or (called(made) in _MEANS and _plain(made)))


def _plain(made: ast.expr | None) -> bool:
    """Whether a loss is left to take the mean, as it does if nobody says otherwise."""
    return isinstance(made, ast.Call) and not made.keywords and not made.args


def _is_divergence(statements: list[ast.stmt]) -> bool:
    """Whether the statements compute -0.5 * sum(1 + log_var - mean ** 2 - exp(log_var)), with no other weight."""
    spelt = " ".join(ast.unparse(one) for one in statements)
    factors = [
        part
        for one in statements
        for node in walk(one)
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Mult | ast.Div)
        for part in ([node.left, node.right] if isinstance(node, ast.BinOp) else [node.value])
    ]
    weights = [ast.unparse(part) for part in factors if isinstance(part, ast.Constant | ast.UnaryOp | ast.Name)]
    whole = "exp(" in spelt and "sum(" in spelt and ("log" in spelt or "var" in spelt)
    return whole and any("5" in weight for weight in weights) and all(_HALF.fullmatch(weight) for weight in weights)


RULE = Rule(
    level=Level.NOTE,
    title="a mean beside a sum in the loss of a variational autoencoder",
    instead="Multiply the reconstruction by the number of values in a row, or choose a weight for the divergence.",
    text=_look,
)
