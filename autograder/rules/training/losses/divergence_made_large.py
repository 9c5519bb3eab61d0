"""# A divergence that is made large

**What it sees.** The divergence of a variational autoencoder, written out as `1 + log_var - mean ** 2 -
exp(log_var)`, reaches the loss without the minus that belongs to it.

**Why it hurts.** Training makes the loss small. With the wrong sign it makes the divergence large, which has no
bound: the codes run away from the normal distribution from which new codes are drawn later, and the loss falls
without end.

**Example.**

```python
import keras
from keras import ops

class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        kl = 0.5 * ops.sum(1 + log_var - ops.square(mean) - ops.exp(log_var), axis=-1)  # ← here
        self.add_loss(ops.mean(kl))
        return mean + ops.exp(0.5 * log_var) * keras.random.normal(ops.shape(mean))
```

**Instead.**

```python
import keras
from keras import ops

class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        kl = -0.5 * ops.sum(1 + log_var - ops.square(mean) - ops.exp(log_var), axis=-1)
        self.add_loss(ops.mean(kl))
        return mean + ops.exp(0.5 * log_var) * keras.random.normal(ops.shape(mean))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called
from autograder.rules.looks.losses import own_losses
from autograder.rules.looks.scopes import last_name, owner
from autograder.rules.rule import Found, Level, Rule

_EXP, _SUMS = frozenset({"exp"}), frozenset({"sum", "mean", "reduce_sum", "reduce_mean", "cast", "maximum"})
_LARGE = re.compile(r"elbo|bound|objective|likelihood|reward|gain", re.I)  # what some make as large as can be
_SUM = 5  # operators within each other in a divergence
_STEPS = 40  # expressions on the way from a divergence to the loss


def _look(text: Text) -> Found:
    """``loss + 0.5 * sum(1 + log_var - mean**2 - exp(log_var))``, which wants a divergence as large as can be."""
    if "exp(" not in text.whole:
        return
    for node in text.all(ast.BinOp):
        sign = _divergence(node)
        if sign and set(_Way(text).ends(node, sign)) == {-1}:
            said = "This is the divergence with a minus, and training makes it small"
            yield f"{said}: the codes run away from the prior.", node


def _terms(node: ast.expr, sign: int = 1, depth: int = _SUM) -> Iterator[tuple[ast.expr, int]]:
    """The parts of a small sum with their signs."""
    if depth and isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield from _terms(node.left, sign, depth - 1)
        yield from _terms(node.right, -sign if isinstance(node.op, ast.Sub) else sign, depth - 1)
    elif depth and isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield from _terms(node.operand, -sign, depth - 1)
    else:
        yield node, sign


def _divergence(node: ast.BinOp) -> int:
    """1 for ``mean**2 + exp(log_var) - log_var - 1``, -1 for its opposite, 0 for all else."""
    if not isinstance(node.op, ast.Add | ast.Sub):
        return 0
    terms = list(_terms(node))
    if len(terms) != 4:
        return 0
    signs: dict[str, int] = {}
    for part, sign in terms:
        kind = "one" if getattr(part, "value", None) in (1, 1.0) and isinstance(part, ast.Constant) else ""
        kind = kind or ("exp" if called(part) == "exp" else "square" if _is_square(part) else "log")
        signs[kind] = sign
    if len(signs) != 4 or signs["exp"] != signs["square"] or signs["one"] != signs["log"]:
        return 0
    return signs["exp"] if signs["exp"] != signs["one"] else 0


def _is_square(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        twice = isinstance(node.op, ast.Mult) and ast.unparse(node.left) == ast.unparse(node.right)
        return twice or (isinstance(node.op, ast.Pow) and getattr(node.right, "value", None) == 2)
    return called(node) == "square" or (called(node) == "pow" and ast.unparse(node).endswith("2)"))


class _Way:
    """Follows a number to the losses that it is part of, with its sign."""

    def __init__(self, text: Text) -> None:
        self.text, self.left = text, _STEPS
        self.losses = {function.name for _, function in own_losses(text)}

    def ends(self, node: ast.AST, sign: int) -> Iterator[int]:
        """The signs with which a value reaches ``add_loss``, a gradient, or the end of a loss; 0 if not known."""
        self.left -= 1
        parent = self.text.parents.get(id(node))
        if self.left < 0 or parent is None:
            return
        if isinstance(parent, ast.UnaryOp):
            yield from self.ends(parent, -sign if isinstance(parent.op, ast.USub) else sign)
        elif isinstance(parent, ast.BinOp):
            yield from self.ends(parent, sign * self._factor(parent, node))
        elif isinstance(parent, ast.Call) and node in parent.args:
            yield from self._given(parent, node, sign)
        elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            yield from self._named(parent, parent.targets[0], sign)
        elif isinstance(parent, ast.AugAssign) and isinstance(parent.op, ast.Add | ast.Sub):
            yield from self._named(parent, parent.target, sign if isinstance(parent.op, ast.Add) else -sign)
        elif isinstance(parent, ast.Return):
            function = owner(self.text, parent)
            if function is not None and function.name in self.losses:
                yield sign
            elif function is not None:
                for call in self.text.calls({function.name}):
                    yield from self.ends(call, sign)

    def _factor(self, parent: ast.BinOp, node: ast.AST) -> int:
        """The sign of what else stands in an operation; 0 if it is not known."""
        if isinstance(parent.op, ast.Add):
            return 1
        if isinstance(parent.op, ast.Sub):
            return -1 if node is parent.right else 1
        if isinstance(parent.op, ast.Mult) or (isinstance(parent.op, ast.Div) and node is parent.left):
            return _sign_of(self.text, parent.left if node is parent.right else parent.right)
        return 0

    def _given(self, call: ast.Call, node: ast.AST, sign: int) -> Iterator[int]:
        if called(call) == "add_loss":
            yield sign
        elif called(call) == "gradient" and argument_at(call, 0, "target") is node:
            yield 0 if _LARGE.search(last_name(node)) else sign
        elif called(call) in _SUMS:
            yield from self.ends(call, sign)
        elif called(call) in {"multiply", "add"} and len(call.args) == 2:
            other = next(part for part in call.args if part is not node)
            yield from self.ends(call, sign * (_sign_of(self.text, other) if called(call) == "multiply" else 1))

    def _named(self, statement: ast.stmt, target: ast.expr, sign: int) -> Iterator[int]:
        """Where a variable is read until it is given another value."""
        if not isinstance(target, ast.Name):
            return
        here, cell = self.text.function_of(statement), self.text.cell_of(statement)
        reads = [
            node
            for node in self.text.all(ast.Name)
            if node.id == target.id and self.text.function_of(node) == here and self.text.cell_of(node) is cell
        ]
        for node in sorted(reads, key=lambda node: (node.lineno, isinstance(node.ctx, ast.Store))):
            if node.lineno <= (statement.end_lineno or 0):
                continue
            changed = self.text.parents.get(id(node))
            if isinstance(changed, ast.AugAssign):
                if isinstance(changed.op, ast.Mult | ast.Div):
                    sign *= _sign_of(self.text, changed.value)
            elif isinstance(node.ctx, ast.Store):
                return
            else:
                yield from self.ends(node, sign)


def _sign_of(text: Text, node: ast.expr) -> int:
    """The sign of a factor; what has a name and is no number is taken for a weight."""
    node = text.resolved(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_sign_of(text, node.operand)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return 1 if node.value > 0 else -1 if node.value < 0 else 0
    return 1 if isinstance(node, ast.Name | ast.Attribute) else 0


RULE = Rule(
    level=Level.ERROR,
    title="a divergence that is made large",
    instead="Give the divergence its minus, -0.5 * sum(1 + log_var - mean ** 2 - exp(log_var)), and add it.",
    text=_look,
    exact=True,
)
