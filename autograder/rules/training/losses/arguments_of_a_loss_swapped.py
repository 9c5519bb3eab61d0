"""# The arguments of a loss swapped

**What it sees.** A loss or a metric of the author's is given to `compile`, and by its names it takes the answers
first and the truth second: `def loss(y_pred, y_true)`. The doctor follows it with numbers, and speaks only if it is
not the same both ways.

**Why it hurts.** Keras gives the truth first, whatever the arguments are called. In the function each stands for the
other: a pinball loss learns the quantile `1 - tau` for `tau`, a percentage is one of the answers, a weight for
missed cases falls on false alarms. PyTorch's losses have the other order, from where such functions come.

**Example.**

```python
import keras

def pinball(tau):
    def loss(y_pred, y_true):  # ← here
        miss = y_true - y_pred
        return keras.ops.mean(keras.ops.maximum(tau * miss, (tau - 1.0) * miss), axis=-1)
    return loss

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=pinball(0.9))
```

**Instead.**

```python
import keras

def pinball(tau):
    def loss(y_true, y_pred):
        miss = y_true - y_pred
        return keras.ops.mean(keras.ops.maximum(tau * miss, (tau - 1.0) * miss), axis=-1)
    return loss

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=pinball(0.9))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from autograder.anatomy.text import Text, argument_at, bound, bound_or_default, called, constant
from autograder.rules.looks.losses import TINY, functions_of, own_losses_of, value_at
from autograder.rules.looks.scopes import attributes, methods
from autograder.rules.rule import Found, Level, Rule

_ANSWER = re.compile(r"(y_?)?(pred(s|icted|ictions?)?|hat)|logits|answers?|forecasts?", re.I)
_TRUTH = re.compile(r"y|(y_?)?(true|truth)|ground_?truth|gt|labels?|targets?|actuals?|observed", re.I)
_ONE, _OTHER = [0.2, 0.7, 0.9, 0.4], [0.6, 0.8, 0.7, 0.5]  # their differences do not cancel out
_ANY = 0.3  # for a number that a program computes: only few losses are the same both ways for one number alone


def _look(text: Text) -> Found:
    """``compile(loss=pinball(0.9))``, whose function is ``loss(y_pred, y_true)``."""
    told = set()
    for call in text.calls({"compile"}):
        for given, function, known in _functions(text, call):
            asked = [one for one in function.args.args if one.arg not in {"self", *known}]
            places = tuple(id(one) for one in asked)
            if len(asked) < 2 or places in told or not _are_swapped(asked):
                continue
            told.add(places)
            if _order_matters(text, _of(function, asked), known | _around(text, given, function)):
                said = f"Keras gives the truth first: {asked[0].arg} is the truth here, {asked[1].arg} the answer"
                yield f"{said}, and that makes a difference.", asked[0]


def _functions(text: Text, call: ast.Call) -> Iterator[tuple[ast.expr, ast.FunctionDef, dict[str, float]]]:
    """The losses and metrics of the author's, each with what a ``partial`` binds of its arguments."""
    yield from ((given, function, {}) for given, function in own_losses_of(text, call))
    metrics = argument_at(call, 2, "metrics")
    listed = text.resolved(metrics) if metrics is not None else None
    loss = argument_at(call, 1, "loss")
    for node in (*getattr(listed, "elts", ()), *([] if loss is None else [loss])):
        given = text.resolved(node)
        if node is not loss:
            yield from ((given, function, {}) for function in functions_of(text, given))
        if isinstance(given, ast.Lambda):
            yield given, ast.FunctionDef("", given.args, [ast.Return(given.body)], []), {}
        if isinstance(given, ast.Call) and called(given) == "partial" and given.args:
            whole = text.functions.get(getattr(given.args[0], "id", ""))
            bare = ast.Call(given.func, given.args[1:], given.keywords)
            if whole is not None:
                yield given, whole, {str(name): _number(text, one) for name, one in bound(whole, bare).items()}


def _are_swapped(asked: list[ast.arg]) -> bool:
    return bool(_ANSWER.fullmatch(asked[0].arg)) and bool(_TRUTH.fullmatch(asked[1].arg))


def _of(function: ast.FunctionDef, asked: list[ast.arg]) -> ast.FunctionDef:
    """A function of only these arguments."""
    defaults = function.args.defaults[max(len(function.args.defaults) - len(asked), 0) :]
    arguments = ast.arguments([], asked, None, function.args.kwonlyargs, [], None, defaults)
    return ast.FunctionDef(function.name, arguments, function.body, [])


def _order_matters(text: Text, function: ast.FunctionDef, known: Mapping[str, float]) -> bool:
    """Whether a function of two arrays is surely not the same both ways."""
    there = value_at(function, text, _ONE, _OTHER, known)
    back = value_at(function, text, _OTHER, _ONE, known)
    return there is not None and back is not None and abs(there - back) > TINY


def _around(text: Text, given: ast.expr, function: ast.FunctionDef) -> dict[str, float]:
    """The numbers from around a function: the arguments of what makes it, or what its object was made with."""
    made = text.resolved(given)
    maker = text.functions.get(called(made))
    if not isinstance(made, ast.Call):
        return {}
    if maker is not None and maker is not function:
        return _arguments(text, maker, made)
    kind = next((kind for kind in text.all(ast.ClassDef) if kind.name == called(made)), None)
    begin = next((part for part in methods(kind) if part.name == "__init__"), None) if kind is not None else None
    if kind is None or begin is None:
        return {}
    told = _arguments(text, begin, made)
    kept = {name: values[0] for name, values in attributes(kind).items() if len(values) == 1}
    return {f"self.{name}": told.get(getattr(value, "id", ""), _ANY) for name, value in kept.items()
            if getattr(value, "id", "") in told}  # fmt: skip


def _arguments(text: Text, function: ast.FunctionDef, call: ast.Call) -> dict[str, float]:
    """The arguments of a call that are numbers, and those of which nobody knows what they are."""
    given = bound_or_default(function, call)
    plain = {str(name): value for name, value in given.items() if not isinstance(constant(value), str | bool | bytes)}
    return {name: _number(text, value) for name, value in plain.items()}


def _number(text: Text, node: ast.expr) -> float:
    value = constant(text.resolved(node))
    return float(value) if isinstance(value, int | float) else _ANY


RULE = Rule(
    level=Level.WARNING,
    title="the arguments of a loss swapped",
    instead="Take them in the order in which Keras gives them: def loss(y_true, y_pred).",
    text=_look,
    exact=True,
)
