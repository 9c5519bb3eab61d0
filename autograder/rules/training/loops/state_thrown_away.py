"""# The new state is thrown away

**What it sees.** A program with JAX calls `stateless_call(…, training=True)`, `stateless_apply` or another function
whose name begins with `stateless_`, or `update` of an optimizer of optax, and a part of what comes back is never
read: there, where a function hands it on, or where a gradient with `has_aux=True` gives it.

**Why it hurts.** These functions change nothing in place. What is not handed to the next step never happened: the
averages of a batch norm stay at 0 and 1, so that `predict` is far off; a dropout drops the same units in every step;
Adam begins anew each time, without its moments.

**Example.**

```python
import jax
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()

def loss_of(weights, others, x, y):
    answers, others = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2), others

slopes_of = jax.value_and_grad(loss_of, has_aux=True)

def step(weights, others, slots, x, y):
    (loss, _), slopes = slopes_of(weights, others, x, y)  # ← here
    weights, slots = optimizer.stateless_apply(slots, slopes, weights)
    return weights, others, slots
```

**Instead.**

```python
import jax
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()

def loss_of(weights, others, x, y):
    answers, others = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2), others

slopes_of = jax.value_and_grad(loss_of, has_aux=True)

def step(weights, others, slots, x, y):
    (loss, others), slopes = slopes_of(weights, others, x, y)
    weights, slots = optimizer.stateless_apply(slots, slopes, weights)
    return weights, others, slots
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword, walk
from autograder.rules.looks.dataflow import returned, unfolded
from autograder.rules.looks.scopes import owner
from autograder.rules.rule import Found, Level, Rule

_Path = tuple[int, ...]
_Calls = Iterator[ast.expr]
_STATEFUL = re.compile(r"\b(BatchNormalization|\w*Dropout\w*|GaussianNoise|Random[A-Z]\w+)\(|applications\.")
_DEEP = 4  # functions that hand a value on
_WRAPPERS = frozenset({"jit", "partial", "pmap", "shard_map", "checkpoint"})


def _look(text: Text) -> Found:
    """New states of layers, of optimizers and of metrics in a program with JAX, kept nowhere."""
    for statement in text.all(ast.Expr):
        if called(statement.value).startswith("stateless_"):
            said = f"{called(statement.value)} changes nothing in place"
            yield f"{said}: what it gives back is thrown away here.", statement.value
    stateful = _STATEFUL.search(text.whole) is not None
    for call in text.calls({"stateless_call"}) if stateful else ():
        if getattr(keyword(call, "training"), "value", None) is True:
            for lost in _lost(text, call, (1,)):
                said = "The new state of the layers is thrown away"
                yield f"{said}: averages of batch norms and seeds of dropouts stay as they began.", lost
    for call in text.calls({"stateless_apply"}):
        for lost in _lost(text, call, (0,)):
            yield "The new weights are thrown away: nothing is learned.", lost
        for lost in _lost(text, call, (1,)) if _has_moments(text, call) else ():
            yield "The new state of the optimizer is thrown away: its moments begin anew in each step.", lost
    for call in text.calls({"update"}) if "optax" in text.whole else ():
        if "optax." in ast.unparse(unfolded(text, getattr(call.func, "value", call), call)):
            for lost in _lost(text, call, (1,)) if _has_moments(text, call) else ():
                yield "The new state of optax is thrown away: its moments begin anew in each step.", lost


def _has_moments(text: Text, call: ast.Call) -> bool:
    """Whether an optimizer keeps more than a number of steps."""
    made = unfolded(text, getattr(call.func, "value", call), call)
    plain = called(made).lower() == "sgd" and isinstance(made, ast.Call)
    return not plain or keyword(made, "momentum") is not None  # type: ignore[arg-type]


def _lost(text: Text, call: ast.expr, path: _Path, depth: int = _DEEP) -> _Calls:
    """The calls whose value nobody reads in one of its parts, from the call that computes it outwards."""
    for part in text.all(ast.Subscript):
        if part.value is call and getattr(part.slice, "value", None) == 0 and path[0] == 1:
            yield call
    for one in text.all(ast.Assign):
        again = bool(text.function_of(one)) or any(_with(loop, one) for loop in _loops(text))
        if one.value is call and len(one.targets) == 1 and again:
            target = _at(one.targets[0], path)
            name = target.id if isinstance(target, ast.Name) else ""
            if name and (name.startswith("_") or not _is_read(text, name, one)):
                yield call
            elif name and depth:
                yield from _handed_on(text, name, one, depth)


def _at(node: ast.expr, path: _Path) -> ast.expr | None:
    """The part of nested tuples at a path."""
    for number in path:
        parts = node.elts if isinstance(node, ast.Tuple | ast.List) else []
        if len(parts) <= number or any(isinstance(part, ast.Starred) for part in parts):
            return None
        node = parts[number]
    return node


def _is_read(text: Text, name: str, one: ast.Assign) -> bool:
    """Whether a variable is read after an assignment, or before it in the next round of a loop."""
    function, end = text.function_of(one), one.end_lineno or one.lineno
    reads = [node for node in text.all(ast.Name) if node.id == name and isinstance(node.ctx, ast.Load)]
    if any(not function or (text.function_of(node) == function and node.lineno > end) for node in reads):
        return True
    inside = {id(node) for loop in _loops(text) for node in _with(loop, one)}
    return any(id(node) in inside for node in reads)


def _loops(text: Text) -> list[ast.For | ast.While]:
    return [*text.all(ast.For), *text.all(ast.While)]


def _with(loop: ast.For | ast.While, one: ast.stmt) -> list[ast.AST]:
    """All that stands in a loop, if a statement stands in it."""
    inside = list(walk(loop))
    return inside if any(node is one for node in inside) else []


def _handed_on(text: Text, name: str, one: ast.Assign, depth: int) -> _Calls:
    """What is lost of a value that a function gives back to those who call it."""
    function = owner(text, one)
    for value in returned(function):
        for path in _paths(value, name):
            for call, outer in _callers(text, function.name if function else "", path):
                yield from _lost(text, call, outer, depth - 1)


def _paths(node: ast.expr, name: str) -> Iterator[_Path]:
    """Where in nested tuples a variable stands."""
    for number, part in enumerate(node.elts if isinstance(node, ast.Tuple) else ()):
        if isinstance(part, ast.Name) and part.id == name:
            yield (number,)
        yield from ((number, *path) for path in _paths(part, name))


def _callers(text: Text, name: str, path: _Path) -> Iterator[tuple[ast.Call, _Path]]:
    """The calls of a function and of what is made of it, such as its gradient; with the path in their value."""
    yield from ((call, path) for call in text.all(ast.Call) if getattr(call.func, "id", "") == name)
    for one in text.all(ast.Assign):
        made, target = one.value, one.targets[0]
        given = made.args[0] if isinstance(made, ast.Call) and made.args else None
        if not isinstance(made, ast.Call) or getattr(given, "id", "") != name or not isinstance(target, ast.Name):
            continue
        aside = getattr(keyword(made, "has_aux"), "value", None) is True
        if called(made) == "value_and_grad" and aside:
            yield from ((call, (0, *outer)) for call, outer in _callers(text, target.id, path))
        elif (called(made) == "grad" and aside) or called(made) in _WRAPPERS:
            yield from _callers(text, target.id, path) if target.id != name else ()
    for call in text.all(ast.Call):
        inner = call.func if called(call.func) == "value_and_grad" else None
        if isinstance(inner, ast.Call) and inner.args and getattr(inner.args[0], "id", "") == name:
            yield call, (0, *path)


RULE = Rule(
    level=Level.ERROR,
    title="the new state is thrown away",
    instead="Give a name to all that comes back, return it, and hand it to the next step.",
    text=_look,
)
