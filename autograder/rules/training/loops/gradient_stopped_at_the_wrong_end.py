"""# The gradient is stopped at the wrong end

**What it sees.** A straight-through estimator is the wrong way round: `codes + stop_gradient(z - codes)`, where
the codes are made of z by a function without slope, such as `argmin`, `round` or a comparison; or with a sign that
turns the gradient round. In a loss of two views, the answer of the `predictor` is stopped, and not the code of the
other view. Under a tape, all that the loss reads of a model is stopped. `detach()` of PyTorch counts as well.

**Why it hurts.** `stop_gradient` keeps the value and takes the gradient. With `codes + stop_gradient(z - codes)` the
values of the codes cancel out: what follows reads z, as if nothing had been rounded, and the gradient goes to the
codes, from which no way leads to z. The layers before learn nothing of the loss behind.

**Example.**

```python
import keras
from keras import ops

class Rounded(keras.layers.Layer):
    def call(self, z):
        codes = ops.round(z)
        return codes + ops.stop_gradient(z - codes)  # ← here
```

**Instead.**

```python
import keras
from keras import ops

class Rounded(keras.layers.Layer):
    def call(self, z):
        codes = ops.round(z)
        return z + ops.stop_gradient(codes - z)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.dataflow import passed, sources, unfolded
from autograder.rules.looks.scopes import last_name, owner
from autograder.rules.rule import Found, Level, Rule

_STEPS = frozenset({
    "argmin", "argmax", "round", "rint", "sign", "one_hot", "floor", "ceil", "greater", "greater_equal", "less",
    "less_equal", "top_k", "searchsorted", "digitize", "bernoulli", "heaviside",
})  # fmt: skip
_PREDICTORS = frozenset({"predictor", "online_predictor", "prediction_head", "prediction_mlp", "pred_head"})
_SCALED = ("cosine", "normalize")
_WEIGHTS = frozenset({"trainable_variables", "trainable_weights"})


def _look(text: Text) -> Found:
    """``stop_gradient`` around what should learn."""
    if "stop_gradient" not in text.whole and ".detach()" not in text.whole:
        return
    yield from _estimators(text)
    yield from _predictors(text)
    yield from _tapes(text)


def _stopped(node: ast.AST) -> ast.expr | None:
    """What passes on its value and no gradient: the argument of ``stop_gradient``."""
    if called(node) == "stop_gradient" and isinstance(node, ast.Call) and node.args:
        return node.args[0]
    detached = node.func if called(node) == "detach" and isinstance(node, ast.Call) else None
    return detached.value if isinstance(detached, ast.Attribute) else None


class _Term(NamedTuple):
    """A part of a sum, with its sign, and whether its gradient is stopped."""

    node: ast.expr
    sign: int
    stopped: bool


def _terms(node: ast.expr, sign: int = 1, stopped: bool = False) -> Iterator[_Term]:
    inner = _stopped(node)
    if inner is not None:
        yield from _terms(inner, sign, True)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield from _terms(node.left, sign, stopped)
        yield from _terms(node.right, -sign if isinstance(node.op, ast.Sub) else sign, stopped)
    elif called(node) in {"add", "subtract"} and isinstance(node, ast.Call) and len(node.args) == 2:
        yield from _terms(node.args[0], sign, stopped)
        yield from _terms(node.args[1], -sign if called(node) == "subtract" else sign, stopped)
    else:
        yield _Term(node, sign, stopped)


def _estimators(text: Text) -> Found:
    """``codes + stop_gradient(z - codes)``: the value is z, and the gradient goes to the codes."""
    inner = {id(part) for node in text.all(ast.BinOp) for part in (node.left, node.right)}
    for node in text.all(ast.BinOp):
        terms = list(_terms(node)) if id(node) not in inner else []
        if len(terms) != 3 or not any(term.stopped for term in terms):
            continue
        values: dict[str, int] = {}
        slopes: dict[str, int] = {}
        for term in terms:
            name = ast.unparse(term.node)
            values[name] = values.get(name, 0) + term.sign
            slopes[name] = slopes.get(name, 0) + (0 if term.stopped else term.sign)
        parts = {ast.unparse(term.node): term.node for term in terms}
        for soft, hard in (list(parts), list(parts)[::-1]) if len(parts) == 2 else ():
            if not _is_step_of(text, parts[hard], soft, node) or _is_step_of(text, parts[soft], hard, node):
                continue
            if (values[soft], values[hard]) == (1, 0):
                yield f"The value of this is {soft} itself: the steps of {hard} cancel out.", node
            elif (values[soft], values[hard]) == (0, 1) and slopes[soft] < 0:
                yield f"The gradient reaches {soft} with the wrong sign.", node


def _is_step_of(text: Text, hard: ast.expr, soft: str, user: ast.AST) -> bool:
    """Whether a value is made of another by a function without slope, such as ``argmin``."""
    parts = list(sources(text, hard, user))
    read = any(isinstance(part, ast.expr) and ast.unparse(part) == soft for part in parts)
    own = {node.name: node for node in text.all(ast.FunctionDef)}
    inside = [part for name in map(called, parts) if name in own for part in walk(own[name])]
    bends = {id(part) for node in parts if _chooses(node) for part in walk(node)}
    steps = any(
        called(part) in _STEPS or (isinstance(part, ast.Compare) and id(part) not in bends)
        for part in (*parts, *inside)
    )
    return read and steps and ast.unparse(hard) != soft


def _chooses(node: ast.AST) -> bool:
    """``where(x > 0, x, 0.1 * x)``, which has a slope."""
    chosen = node.args[1:] if called(node) == "where" and isinstance(node, ast.Call) else []
    return any(isinstance(part, ast.Name) for one in chosen for part in walk(one) if not isinstance(one, ast.Call))


def _predictors(text: Text) -> Found:
    """``stop_gradient(predictor(code))`` in a loss of two views, where the code is what should be stopped."""
    if not any(word in text.whole for word in _SCALED):
        return
    for call in text.all(ast.Call):
        inner = _stopped(call)
        for made in _origins(text, inner, call) if inner is not None else ():
            name = last_name(made.func) if isinstance(made, ast.Call) else ""
            if name in _PREDICTORS:
                said = f"What {name} gives is stopped, so that {name} and what comes before it learn nothing"
                yield f"{said}: stop the code of the other view.", call


def _origins(text: Text, node: ast.expr, user: ast.AST) -> Iterator[ast.expr]:
    """What a value was made by; for an argument of a function, what its callers give."""
    node = unfolded(text, node, user)
    yield node
    yield from (unfolded(text, *given) for given in passed(text, owner(text, user), getattr(node, "id", "")))


def _tapes(text: Text) -> Found:
    """``loss = mse(goal, stop_gradient(guess))``, with no other way from the loss to the weights."""
    stopped = {id(part) for call in text.all(ast.Call) if (inner := _stopped(call)) for part in walk(inner)}
    for block in text.all(ast.With):
        if not any(called(item.context_expr) == "GradientTape" for item in block.items):
            continue
        function = text.function_of(block)
        asked = [call.args[1] for call in text.calls({"gradient"})
                 if text.function_of(call) == function and len(call.args) > 1]  # fmt: skip
        models = {ast.unparse(one.value) for one in asked if isinstance(one, ast.Attribute) and one.attr in _WEIGHTS}
        if len(asked) != 1 or len(models) != 1:
            continue
        model = models.pop()
        lost = _only_stopped(block, model, stopped)
        if lost is not None:
            yield f"The loss reads only what is stopped of {model}: every gradient is None.", lost


def _only_stopped(block: ast.With, model: str, stopped: set[int]) -> ast.expr | None:
    """A call of a model under a tape, if all that is read of its calls is stopped."""
    inside = [node for part in block.body for node in walk(part)]
    calls = [node for node in inside if isinstance(node, ast.Call) and ast.unparse(node.func) == model]
    kept = {id(one.value): one.targets[0] for one in inside if isinstance(one, ast.Assign)}
    others = [node for node in inside if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) == model]
    if not calls or len(others) != len(calls):
        return None
    for call in calls:
        target = kept.get(id(call))
        if id(call) in stopped:
            continue
        if not isinstance(target, ast.Name):
            return None
        reads = [node for node in inside if isinstance(node, ast.Name) and node.id == target.id]
        reads = [node for node in reads if isinstance(node.ctx, ast.Load)]
        if not reads or not all(id(node) in stopped for node in reads):
            return None
    return calls[0]


RULE = Rule(
    level=Level.ERROR,
    title="the gradient is stopped at the wrong end",
    instead="Stop what the gradient is not to reach: z + stop_gradient(codes - z) has the value of the codes and the "
    "gradient of z.",
    text=_look,
    exact=True,
)
