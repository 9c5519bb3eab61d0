"""# The truth is still scaled

**What it sees.** Answers of a model that were brought back to their unit by `inverse_transform`, or `expm1` and
`exp`, and are compared with targets that the same scaler, or the logarithm, has changed, with nothing that brings
these back. It follows both through tuples, dictionaries, windows and functions of the program.

**Why it hurts.** The answers are in euros or in cubic metres, the targets go from -2 to 2. Their difference is nearly
the answer itself, and tells nothing of how well the model learned.

**Example.**

```python
import keras
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
y_train = scaler.fit_transform(prices_train)
y_test = scaler.transform(prices_test)
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=20)
answers = scaler.inverse_transform(model.predict(x_test))
print(mean_absolute_error(y_test, answers))  # ← here
```

**Instead.**

```python
import keras
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
y_train = scaler.fit_transform(prices_train)
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=20)
answers = scaler.inverse_transform(model.predict(x_test))
print(mean_absolute_error(prices_test, answers))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, bound, called, walk
from autograder.rules.looks.changes import COMPARES
from autograder.rules.looks.scopes import arguments, owner
from autograder.rules.looks.values import made_by
from autograder.rules.looks.words import ASKS
from autograder.rules.rule import Found, Level, Rule

_BACK = {"exp": "log", "expm1": "log1p"}
_FORTH = frozenset({"transform", "fit_transform"})
_FITTED = frozenset({"fit"})
_LIBRARIES = frozenset({"np", "numpy", "tf.math", "tf", "ops", "keras.ops"})


def _look(text: Text) -> Found:
    """``mean_absolute_error(scaled, scaler.inverse_transform(model.predict(x)))``."""
    if not any(word in text.whole for word in ("inverse_transform", ".exp(", ".expm1(")):
        return
    for left, right, node in _pairs(text):
        for answers, truth in ((left, right), (right, left)):
            back = _brought_back(text, answers, node)
            if back is not None and back == _scaled_by(text, truth, node):
                said = f"{ast.unparse(answers)} was brought back, and {ast.unparse(truth)} is still scaled"
                yield f"{said}: they are not of one scale.", node
                break


def _pairs(text: Text) -> Iterator[tuple[ast.expr, ast.expr, ast.expr]]:
    """What is compared: by functions of scikit-learn, by a difference, and by functions of the author's."""
    for call in text.calls(COMPARES):
        first, second = argument_at(call, 0, "y_true"), argument_at(call, 1, "y_pred")
        if first is not None and second is not None and not _of_arguments(text, call):
            yield first, second, call
    for node in text.all(ast.BinOp):
        if isinstance(node.op, ast.Sub) and not _of_arguments(text, node):
            yield node.left, node.right, node
    for call in text.calls(set(text.functions)):
        function = text.functions[called(call)]
        given = bound(function, call)
        names = _compared(function)
        if names is not None and all(name in given for name in names):
            yield given[names[0]], given[names[1]], call


def _of_arguments(text: Text, node: ast.expr) -> bool:
    """Whether the function that this stands in compares its arguments, so that its calls are looked at."""
    function = owner(text, node)
    sides = [*getattr(node, "args", ())[:2]] or [getattr(node, "left", None), getattr(node, "right", None)]
    both = None if function is None else _compared(function)
    return both is not None and {getattr(side, "id", "") for side in sides} == set(both)


def _compared(function: ast.FunctionDef) -> tuple[str, str] | None:
    """The two arguments that a function compares as they are, such as ``def rmse(a, b)``."""
    asked, pairs = arguments(function), []
    for node in walk(function):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            pairs.append((node.left, node.right))
        elif isinstance(node, ast.Call) and called(node) in COMPARES and len(node.args) > 1:
            pairs.append((node.args[0], node.args[1]))
    changed = {part.id for one in walk(function) if isinstance(one, ast.Assign | ast.AugAssign)
               for target in (one.targets if isinstance(one, ast.Assign) else [one.target])
               for part in walk(target) if isinstance(part, ast.Name)}  # fmt: skip
    for left, right in pairs:
        if isinstance(left, ast.Name) and isinstance(right, ast.Name) and {left.id, right.id} <= set(asked) - changed:
            return left.id, right.id
    return None


def _brought_back(text: Text, node: ast.expr, user: ast.AST) -> int | str | None:
    """The scaler, or the logarithm, from which the answers of a model were brought back."""
    found = made_by(text, node, user, lambda one: called(one) == "inverse_transform" or _is_math(one, set(_BACK)))
    call = found[0] if found is not None else None
    if found is None or not isinstance(call, ast.Call) or not call.args:
        return None
    answers = made_by(text, call.args[0], found[1], _is_answer)
    if answers is None:
        return None
    return _BACK[called(call)] if called(call) in _BACK else _scaler(text, call, found[1])


def _is_answer(node: ast.AST) -> bool:
    return called(node) in ASKS and isinstance(getattr(node, "func", None), ast.Attribute)


def _scaled_by(text: Text, node: ast.expr, user: ast.AST) -> int | str | None:
    """The scaler, or the logarithm, that has changed targets."""
    found = made_by(text, node, user, lambda one: _is_scaling(one) or _is_math(one, set(_BACK.values())))
    call = found[0] if found is not None else None
    if found is None or not isinstance(call, ast.Call) or any(_is_answer(part) for part in walk(call)):
        return None
    return _scaler(text, call, found[1]) if called(call) in _FORTH else called(call)


def _is_scaling(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called(node) in _FORTH and bool(node.args)


def _is_math(node: ast.expr, names: set[str]) -> bool:
    module = getattr(getattr(node, "func", None), "value", None)
    return called(node) in names and module is not None and ast.unparse(module) in _LIBRARIES


def _scaler(text: Text, call: ast.Call, user: ast.AST) -> int | None:
    """Which scaler a method is of, by where it is made."""
    holder = call.func.value if isinstance(call.func, ast.Attribute) else None
    for _ in range(3):
        found = made_by(text, holder, user, _makes_scaler) if holder is not None else None
        made = found[0] if found is not None else None
        if found is None or not isinstance(made, ast.Call) or called(made) not in _FITTED:
            return id(made) if made is not None else None
        holder, user = getattr(made.func, "value", None), found[1]
    return None


def _makes_scaler(node: ast.expr) -> bool:
    return called(node).endswith(("Scaler", "Transformer")) or called(node) in _FITTED


RULE = Rule(
    level=Level.ERROR,
    title="the truth is still scaled",
    instead="Compare with the targets as they were, or bring them back by inverse_transform as well.",
    text=_look,
)
