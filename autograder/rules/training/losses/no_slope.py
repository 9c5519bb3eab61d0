"""# Nothing to learn from: no slope

**What it sees.** All that a loss makes of the answer, or all that the last layer makes of the layers before it, goes
through a function that is flat almost everywhere: `argmax`, `round`, `sign`, a comparison, a cast to whole numbers.
Or a loss of the author's never looks at the answer.

**Why it hurts.** Training follows the slope of the loss. A function that is made of steps has slope 0, or none at
all: Keras stops with *No gradients provided*, or the weights stay where they are.

**Example.**

```python
import keras

def errors(truth, answer):
    return keras.ops.mean(keras.ops.abs(truth - keras.ops.round(answer)))  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss=errors, optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Set
from functools import partial
from typing import TypeAlias

from autograder.anatomy.text import Text, argument_at, bound, called, names, owner_of, walk
from autograder.rules.looks.losses import own_losses
from autograder.rules.looks.scopes import arguments
from autograder.rules.rule import Found, Level, Rule

_FLAT = frozenset({
    "argmax", "argmin", "round", "rint", "sign", "floor", "ceil", "greater", "less", "equal", "not_equal",
    "greater_equal", "less_equal",
})  # fmt: skip
_Asked: TypeAlias = dict[tuple[int, str], ast.expr | None]
_SIZES = frozenset({"shape", "int_shape", "ndim", "size", "rank", "dtype", "len"})
_MOST = 50
"""So many arguments of the author's functions are followed for one loss."""
_WHOLE = re.compile(r"\b(u?int\d*|bool)\b")


def _look(text: Text) -> Found:
    """Losses, and last layers, that are flat everywhere: argmax, round, comparisons."""
    said = "is flat wherever it has a slope to give: nothing behind it can learn"
    for loss, own in own_losses(text):
        asked = [one.arg for one in own.args.args if one.arg != "self"]
        if len(asked) != 2 or "custom_gradient" in ast.unparse(own):
            continue
        flat = _flat(text, own, asked[1])
        read = {part.id for node in own.body for part in walk(node) if isinstance(part, ast.Name)}
        if asked[1] not in read:
            yield f"{own.name} never looks at {asked[1]}, the answers of the model: the output has no slope.", loss
        elif flat is not None:
            yield f"{_flat_name(flat)} {said}.", flat
    yield from _flat_between(text, said)
    for call in text.calls({"Model"}):
        outputs = argument_at(call, 1, "outputs", "output")
        made = text.resolved(outputs) if outputs is not None else None
        layer = made.func if isinstance(made, ast.Call) else None
        if isinstance(layer, ast.Call) and called(layer) == "Lambda" and layer.args:
            function = text.functions.get(getattr(layer.args[0], "id", ""))
            flat = _flat(text, function, function.args.args[0].arg) if function and function.args.args else None
            if flat is not None:
                yield f"{_flat_name(flat)} {said}.", layer


def _flat_between(text: Text, said: str) -> Found:
    """``x = Lambda(lambda t: argmax(t))(x)``, where a layer with weights is before it, and another one after it."""
    trained = any(text.calls({"fit", "train_on_batch"}))
    flattens = any(word in text.whole for word in ("Lambda(", *(f".{name}(" for name in _FLAT)))
    for statement in text.all(ast.Assign) if trained and flattens else ():
        value, target = statement.value, statement.targets[0]
        flat = _flat_step(text, value) if isinstance(value, ast.Call) else ""
        given = value.args[0] if isinstance(value, ast.Call) and value.args else None
        if not flat or not isinstance(given, ast.Name) or not isinstance(target, ast.Name):
            continue
        before, _ = text.latest(given.id, statement)
        later = [node for node in text.all(ast.Name) if node.lineno > (statement.end_lineno or statement.lineno)]
        others = given.id != target.id and any(node.id == given.id for node in later)
        goes_on = any(target.id in names(call) and _has_weights(call.func) for call in text.all(ast.Call))
        weighted = isinstance(before, ast.Call) and _has_weights(text.resolved(before.func))
        if weighted and goes_on and not others:
            yield f"{flat} {said}.", value


def _has_weights(made: ast.expr) -> bool:
    return called(made).startswith(("Dense", "Conv", "LSTM", "GRU", "Embedding", "SimpleRNN"))


def _flat_step(text: Text, call: ast.Call) -> str:
    """The flat function that a layer or an operation makes of a tensor; empty if it is none."""
    layer = text.resolved(call.func)
    if called(layer) == "Lambda" and isinstance(layer, ast.Call) and layer.args:
        function = layer.args[0]
        body = function.body if isinstance(function, ast.Lambda) else function
        while called(body) == "cast" and isinstance(body, ast.Call) and body.args:
            body = body.args[0]
        name = called(body) or getattr(body, "attr", "")
        return "a comparison" if isinstance(body, ast.Compare) else name if name in _FLAT else ""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is None or called(call) not in _FLAT:
        return ""
    return called(call) if ast.unparse(owner) in {"ops", "keras.ops", "K", "tf", "tf.math"} else ""


def _flat(text: Text, function: ast.FunctionDef, name: str, met_before: _Asked | None = None) -> ast.expr | None:
    """The flat function through which all that depends on an argument goes; None if there is another way."""
    asked = {} if met_before is None else met_before
    if (id(function), name) not in asked and len(asked) < _MOST:
        asked[id(function), name] = None  # a function that calls itself
        asked[id(function), name] = _flat_within(text, function, name, asked)
    return asked.get((id(function), name))


def _flat_within(text: Text, function: ast.FunctionDef, name: str, asked: _Asked) -> ast.expr | None:
    flat: ast.expr | None = None
    sloped = {name}
    for statement in function.body:
        outermost = _outermost(statement, partial(_is_flat, text, asked=asked, sloped=frozenset(sloped)))
        met = [part for part in outermost if names(part) & sloped]
        shut = {id(part) for one in (*met, *_outermost(statement, _is_size)) for part in walk(one)}
        passes = any(
            isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and part.id in sloped
            for part in walk(statement)
            if id(part) not in shut
        )
        flat = met[0] if met and flat is None else flat
        if passes and not isinstance(statement, ast.Assign):
            return None
        given = {one for target in getattr(statement, "targets", ()) for one in names(target)}
        sloped = sloped | given if passes else sloped - given
    return flat


def _is_size(node: ast.AST) -> bool:
    """``tf.shape(answer)``, ``answer.dtype``: what no slope goes through."""
    return called(node) in _SIZES or (isinstance(node, ast.Attribute) and node.attr in _SIZES)


def _outermost(node: ast.AST, is_met: Callable[[ast.AST], bool]) -> Iterator[ast.expr]:
    """The nodes that are met and stand in no other such."""
    if isinstance(node, ast.expr) and is_met(node):
        yield node
    else:
        for part in ast.iter_child_nodes(node):
            yield from _outermost(part, is_met)


def _is_flat(text: Text, node: ast.AST, *, asked: _Asked, sloped: Set[str]) -> bool:
    if isinstance(node, ast.Compare) or called(node) in _FLAT:
        return True
    if not isinstance(node, ast.Call):
        return False
    kind = argument_at(node, 1, "dtype") if called(node) == "cast" else None
    whole = kind is not None and _WHOLE.search(ast.unparse(kind)) is not None
    chosen = text.resolved(node.func)
    either = [chosen.body, chosen.orelse] if isinstance(chosen, ast.IfExp) else [chosen]
    renamed = chosen is not node.func and all(getattr(one, "attr", "") in _FLAT for one in either)
    return whole or renamed or _is_flat_inside(text, node, asked, sloped)


def _is_flat_inside(text: Text, call: ast.Call, asked: _Asked, sloped: Set[str]) -> bool:
    """Whether a function of the author's, or a method, is flat in all that it is given of the answer."""
    is_own = isinstance(call.func, ast.Name) or owner_of(call) == "self"
    function = text.functions.get(called(call)) if is_own else None
    if function is None:
        return False
    asked_for = arguments(function)
    met = [name for name, value in bound(function, call).items() if name in asked_for and names(value) & sloped]
    every = [value for value in (*call.args, *(one.value for one in call.keywords)) if names(value) & sloped]
    return bool(met) and len(met) == len(every) and all(_flat(text, function, str(name), asked) for name in met)


def _flat_name(node: ast.expr) -> str:
    return f"{called(node)} to whole numbers" if called(node) == "cast" else called(node) or "a comparison"


RULE = Rule(
    level=Level.ERROR,
    title="nothing to learn from: no slope",
    instead="Train with a smooth loss, and report what you want to count as a metric.",
    text=_look,
    learn="loss-and-metrics#claim-no-slope",
)
