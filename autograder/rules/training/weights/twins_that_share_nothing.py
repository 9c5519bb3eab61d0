"""# Twins that share nothing

**What it sees.** Two inputs that are made in the same way, with names that are a pair, such as `left` and `right` or
`anchor` and `positive`, go through two networks that one function makes, or through a function that makes new layers
in each call; and the distance of the two codes is taken. Towers of different forms, or for things of different kinds,
are left alone.

**Why it hurts.** A Siamese network is one network that is used twice. Two networks with weights of their own put the
same picture at two places, and their distance says nothing about likeness: it has to be learned from pairs, twice as
many weights, and the answer changes when the two change sides.

**Example.**

```python
import keras
from keras import layers, ops

def encoder():
    image = keras.Input((28, 28, 1))
    return keras.Model(image, layers.Dense(32)(layers.Flatten()(image)))

left, right = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
code_left = encoder()(left)
code_right = encoder()(right)  # ← here
distance = ops.abs(code_left - code_right)
model = keras.Model([left, right], layers.Dense(1, activation="sigmoid")(distance))
```

**Instead.**

```python
import keras
from keras import layers, ops

def encoder():
    image = keras.Input((28, 28, 1))
    return keras.Model(image, layers.Dense(32)(layers.Flatten()(image)))

left, right = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
shared = encoder()
code_left = shared(left)
code_right = shared(right)
distance = ops.abs(code_left - code_right)
model = keras.Model([left, right], layers.Dense(1, activation="sigmoid")(distance))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.scopes import attributes, last_name
from autograder.rules.looks.words import WEIGHTED
from autograder.rules.rule import Found, Level, Rule

_DISTANCE = re.compile(r"\babs\b|square|sqrt|\*\* ?2|\bpow\b|cosine|norm|dist|\bl[12]|euclid", re.I)
_PAIRS = (
    {"left", "right"}, {"a", "b"}, {"1", "2"}, {"0", "1"}, {"first", "second"}, {"one", "two"}, {"l", "r"},
    {"anchor", "positive"}, {"anchor", "negative"}, {"positive", "negative"}, {"anchor", "pos"}, {"anchor", "neg"},
)  # fmt: skip


def _look(text: Text) -> Found:
    """The distances of a program between codes that two networks of one form have made."""
    if "set_weights" in text.whole or "load_weights" in text.whole:
        return
    for first, second, user in _compared(text):
        one, other = _code(text, first, user), _code(text, second, user)
        if one is None or other is None or one.maker != other.maker:
            continue
        if one.node is other.node or (one.tower and one.tower == other.tower):
            continue
        if _are_alike(text, one.source, other.source, user):
            said = f"{ast.unparse(one.source)} and {ast.unparse(other.source)} go through two networks of one form"
            yield f"{said}, each with weights of its own: their distance means nothing.", other.node


class _Code(NamedTuple):
    """What a tower makes of an input: where, of which variable, and what made the tower, anew each time."""

    node: ast.expr
    source: ast.expr
    maker: str
    tower: str


def _compared(text: Text) -> Iterator[tuple[ast.expr, ast.expr, ast.AST]]:
    """The pairs of variables whose distance is taken."""
    functions = {node.name: ast.unparse(node) for node in text.all(ast.FunctionDef)}
    functions |= {node.name: ast.unparse(node) for node in text.all(ast.ClassDef)}
    for call in text.all(ast.Call):
        given = list(call.args)
        given = given[0].elts if len(given) == 1 and isinstance(given[0], ast.List | ast.Tuple) else given
        if not 2 <= len(given) <= 3 or not all(isinstance(part, ast.Name | ast.Subscript) for part in given):
            continue
        maker = call.func if isinstance(call.func, ast.Call) else unfolded(text, call.func, call)
        used = {last_name(part) for part in walk(maker) if isinstance(part, ast.Name | ast.Attribute)}
        spelt = ast.unparse(maker) + "".join(functions.get(name, "") for name in used)
        if _DISTANCE.search(spelt):
            yield from ((given[0], part, call) for part in given[1:])
    for node in text.all(ast.BinOp):
        parts = isinstance(node.left, ast.Name | ast.Subscript) and isinstance(node.right, ast.Name | ast.Subscript)
        if isinstance(node.op, ast.Sub) and parts and _is_measured(text, node):
            yield node.left, node.right, node


def _is_measured(text: Text, difference: ast.BinOp) -> bool:
    """``abs(a - b)``, ``(a - b) ** 2``."""
    powers = [node for node in text.all(ast.BinOp) if isinstance(node.op, ast.Pow) and node.left is difference]
    calls = [call for call in text.all(ast.Call) if difference in call.args and called(call) in {"abs", "square"}]
    return bool(powers or calls)


def _code(text: Text, node: ast.expr, user: ast.AST) -> _Code | None:
    """What gave a variable its value, if that is a tower of its own."""
    value = unfolded(text, node, user)
    if node is value or not isinstance(value, ast.Call) or len(value.args) != 1:
        return None
    tower, source = value.func, value.args[0]
    functions = {one.name: one for one in text.all(ast.FunctionDef)}
    if isinstance(tower, ast.Name) and tower.id in functions:
        fresh = _makes_layers(functions[tower.id])
        return _Code(value, source, f"{tower.id}{_others(value)}", "") if fresh else None
    made = _maker(text, tower, value)
    own = called(made) in functions and _makes_layers(functions[called(made)])
    if made is None or not (own or called(made) == "Sequential"):
        return None
    return _Code(value, source, _without_name(made), "" if isinstance(tower, ast.Call) else ast.unparse(tower))


def _maker(text: Text, tower: ast.expr, user: ast.AST) -> ast.Call | None:
    """The call that makes a tower: at once, or kept in a variable or an attribute."""
    if isinstance(tower, ast.Attribute) and ast.unparse(tower.value) == "self":
        kinds = [kind for kind in text.all(ast.ClassDef) if any(part is user for part in walk(kind))]
        values = attributes(kinds[0]).get(tower.attr, []) if kinds else []
        tower = values[0] if len(values) == 1 else tower
    elif isinstance(tower, ast.Name):
        tower = unfolded(text, tower, user)
    return tower if isinstance(tower, ast.Call) else None


def _makes_layers(function: ast.FunctionDef) -> bool:
    """Whether a function makes layers with weights, new ones in each call."""
    cached = any("cache" in ast.unparse(mark) for mark in function.decorator_list)
    made = [called(node) for node in walk(function) if isinstance(node, ast.Call)]
    return not cached and any(name.startswith(WEIGHTED) and name in api()["layers"] for name in made)


def _others(call: ast.Call) -> str:
    return ", ".join(ast.unparse(one) for one in call.keywords if one.arg != "name")


def _without_name(call: ast.Call) -> str:
    """The spelling of a call, without the names that tell layers of one form apart."""
    given = [*map(ast.unparse, call.args), *(ast.unparse(one) for one in call.keywords if one.arg != "name")]
    given = [part for part in given if not re.fullmatch(r"'\w*'", part)] if called(call) != "Sequential" else given
    return f"{ast.unparse(call.func)}({', '.join(given)})"


def _are_alike(text: Text, first: ast.expr, second: ast.expr, user: ast.AST) -> bool:
    """Whether two inputs are of one kind: made in the same way, with names that are a pair."""
    made = [unfolded(text, node, user) for node in (first, second)]
    inputs = [called(one) == "Input" for one in made]
    same = all(inputs) and len({_without_name(one) for one in made if isinstance(one, ast.Call)}) == 1
    return (same or not any(inputs)) and _is_pair(last_name(first), last_name(second))


def _is_pair(first: str, second: str) -> bool:
    """``left`` and ``right``, ``image_a`` and ``image_b``, ``x1`` and ``x2``."""
    parts = [re.findall(r"[a-z]+|\d+|[A-Z][a-z]*", name) for name in (first, second)]
    if not parts[0] or len(parts[0]) != len(parts[1]):
        return False
    apart = [{one.lower(), other.lower()} for one, other in zip(*parts, strict=True) if one != other]
    return len(apart) == 1 and apart[0] in _PAIRS


RULE = Rule(
    level=Level.WARNING,
    title="twins that share nothing",
    instead="Make the network once, and call it on both inputs.",
    text=_look,
    exact=True,
)
