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

from autograder.anatomy.text import Text, argument_at, called, constant
from autograder.rules.looks.losses import own_losses
from autograder.rules.looks.scopes import arguments, last_name, owner
from autograder.rules.rule import Found, Level, Rule

_EXP, _SUMS = frozenset({"exp"}), frozenset({"sum", "mean", "reduce_sum", "reduce_mean", "cast", "maximum"})
_LARGE = re.compile(r"elbo|bound|objective|likelihood|reward|gain", re.I)  # what some make as large as can be
_SUM = 5  # operators within each other in a divergence
_STEPS = 40  # expressions on the way from a divergence to the loss


def _look(text: Text) -> Found:
    """``loss + 0.5 * sum(1 + log_var - mean**2 - exp(log_var))``, which wants a divergence as large as can be."""
    if "exp(" not in text.whole and "log(" not in text.whole:
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
    kinds = [_kind(part, [other for other, _ in terms if other is not part]) for part, _ in terms]
    signs = {kind: sign for kind, (_, sign) in zip(kinds, terms, strict=True)}
    if len(signs) != 4 or signs["exp"] != signs["square"] or signs["one"] != signs["log"]:
        return 0
    return signs["exp"] if signs["exp"] != signs["one"] else 0


def _kind(part: ast.expr, others: list[ast.expr]) -> str:
    """Which of four terms this is; the variance is ``exp(log_var)``, or that of which another is the logarithm."""
    if isinstance(part, ast.Constant):
        return "one" if part.value == 1 else "log"
    calls = [other for other in others if isinstance(other, ast.Call) and called(other) == "log"]
    logs = {ast.unparse(call.args[0]) for call in calls if call.args}
    if called(part) == "exp" or ast.unparse(part) in logs:
        return "exp"
    return "square" if _is_square(part) else "log"


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
        elif isinstance(parent, ast.Tuple | ast.List | ast.Dict):
            yield from self._among(parent, node, sign)
        elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            yield from self._named(parent, parent.targets[0], sign)
        elif isinstance(parent, ast.AugAssign) and isinstance(parent.op, ast.Add | ast.Sub):
            yield from self._named(parent, parent.target, sign if isinstance(parent.op, ast.Add) else -sign)
        elif isinstance(parent, ast.Return):
            function = owner(self.text, parent)
            if function is not None and function.name in {*self.losses, "compute_loss"}:
                yield sign
            elif function is not None:
                for call in self.text.calls({function.name}):
                    yield from self.ends(call, sign)

    def _among(self, group: ast.Tuple | ast.List | ast.Dict, node: ast.AST, sign: int) -> Iterator[int]:
        """A value that is added to others of a list, or returned with others."""
        outer = self.text.parents.get(id(group))
        if called(outer) in {"add_n", "sum"} and isinstance(outer, ast.Call) and isinstance(group, ast.List):
            yield from self.ends(outer, sign)
        function = owner(self.text, group) if isinstance(outer, ast.Return) else None
        listed = group.values if isinstance(group, ast.Dict) else group.elts
        at = next((at for at, part in enumerate(listed) if part is node), None)
        key = at if at is None or not isinstance(group, ast.Dict) else constant(group.keys[at])
        if function is not None and key is not None:
            for call in self.text.calls({function.name}):
                yield from self._taken(call, key, sign)

    def _taken(self, node: ast.AST, key: int | str, sign: int) -> Iterator[int]:
        """Where one of several values is taken: by its place, by its key, from a variable that holds all."""
        parent = self.text.parents.get(id(node))
        if isinstance(parent, ast.Subscript) and constant(parent.slice) == key:
            yield from self.ends(parent, sign)
        elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            target = parent.targets[0]
            parts = target.elts if isinstance(target, ast.Tuple | ast.List) else []
            if isinstance(key, int) and key < len(parts) and not any(isinstance(one, ast.Starred) for one in parts):
                yield from self._named(parent, parts[key], sign)
            elif isinstance(target, ast.Name):
                for one in self._reads(target.id, parent):
                    if one.lineno > (parent.end_lineno or 0) and isinstance(one.ctx, ast.Load):
                        yield from self._taken(one, key, sign)

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
        elif (function := self.text.functions.get(called(call))) is not None:
            asked, at = arguments(function), next(at for at, part in enumerate(call.args) if part is node)
            if at < len(asked) and not any(isinstance(part, ast.Starred) for part in call.args):
                yield from self._followed(asked[at], function.body[0], function.body[0].lineno - 1, sign)

    def _named(self, statement: ast.stmt, target: ast.expr, sign: int) -> Iterator[int]:
        """Where a variable is read until it is given another value."""
        if not isinstance(target, ast.Name):
            return
        yield from self._followed(target.id, statement, statement.end_lineno or 0, sign)

    def _reads(self, name: str, user: ast.AST) -> list[ast.Name]:
        """Where a variable of one function and cell stands, in order."""
        here, cell = self.text.function_of(user), self.text.cell_of(user)
        found = [
            node
            for node in self.text.all(ast.Name)
            if node.id == name and self.text.function_of(node) == here and self.text.cell_of(node) is cell
        ]
        return sorted(found, key=lambda node: (node.lineno, isinstance(node.ctx, ast.Store)))

    def _followed(self, name: str, user: ast.AST, line: int, sign: int) -> Iterator[int]:
        """The ends of a variable that is read after a line, until it is given another value."""
        for node in self._reads(name, user):
            if node.lineno <= line:
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
