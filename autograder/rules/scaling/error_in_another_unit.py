"""# An error is told in another unit

**What it sees.** An error of a model that learned the logarithm of a column, or the scaled column, as `evaluate`, a
function of scikit-learn or a mean of differences gives it, that is compared with an error of the column as it was,
printed in one sentence with it or in the same unit, or printed in a unit, such as minutes or euros.

**Why it hurts.** The difference of two logarithms is about the ratio of the numbers, and has no unit: 0.4 stands
where the model is wrong by 12 minutes. Beside the 19 minutes of a baseline any model looks fine, also one that is
worse.

**Example.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mae", optimizer="adam")
model.fit(x_train, np.log1p(train["wait_min"]), epochs=20)
base = np.mean(np.abs(test["wait_min"] - train["wait_min"].median()))
mae = model.evaluate(x_test, np.log1p(test["wait_min"]))
print(f"the median: {base:.1f} min")
print(f"the model: {mae:.1f} min")  # ← here
```

**Instead.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mae", optimizer="adam")
model.fit(x_train, np.log1p(train["wait_min"]), epochs=20)
base = np.mean(np.abs(test["wait_min"] - train["wait_min"].median()))
answers = np.expm1(model.predict(x_test).ravel())
mae = np.mean(np.abs(test["wait_min"] - answers))
print(f"the median: {base:.1f} min")
print(f"the model: {mae:.1f} min")
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, constant, subject
from autograder.rules.looks.changes import COMPARES, KEEPS, inner_of
from autograder.rules.looks.dataflow import is_certain, traced
from autograder.rules.looks.measures import function_name, held_in, is_spread, measure_of
from autograder.rules.looks.pairs import pairs
from autograder.rules.looks.printed import Printed, printed
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.values import made_by
from autograder.rules.rule import Found, Level, Rule

_LOGS = frozenset({"log", "log1p", "log10", "log2"})
_FORTH = frozenset({"transform", "fit_transform"})
_FED = frozenset({"evaluate", "fit"})
_SCALERS = ("Scaler", "PowerTransformer", "QuantileTransformer")
_CHANGES = _LOGS | _FORTH | {"exp", "expm1", "inverse_transform", "power", "apply", "map"}
_LIBRARIES = frozenset({"np", "numpy", "tf", "tf.math", "math", "ops", "keras.ops", "K", "keras"})
_UNITS = frozenset({
    "minutes", "mins", "hours", "seconds", "secs", "days", "weeks", "months", "years", "h", "ms", "kg", "tons",
    "tonnes", "km", "cm", "mm", "miles", "metres", "meters", "eur", "euro", "euros", "usd", "dollars", "gbp", "€",
    "$", "£", "kwh", "mwh", "kw", "mw", "hpa", "kpa", "rpm", "degrees", "litres", "liters",
})  # fmt: skip
_ONLY_OF_COLUMNS = frozenset({"min", "m", "s", "g", "t", "c", "k", "w", "l", "d", "bar", "pa", "mg", "sec", "hrs"})
_SAYS_SO = re.compile(r"(?i)\blog|\bln\b|scal|norm|standard|sigma|\bz\b|\bstd\b|\bunits?\b|\bdB\b|dex|\bmax")
_STEPS = 12  # on the way from an error to the call that measures it


class _Changed(NamedTuple):
    """The name of a column or variable that a model learned in another form, and this form in words."""

    name: str
    way: str


def _look(text: Text) -> Found:
    """``base - mae``, or ``f"{base} min"`` beside ``f"{mae} min"``, of an error of logarithms."""
    if not any(f"{word}(" in text.whole for word in _LOGS | _FORTH):
        return
    for left, right, node in _compared(text):
        for error, other in ((left, right), (right, left)):
            changed = _of_changed(text, error, node)
            if changed is not None and _is_of_values(text, other, node, changed):
                said = f"{ast.unparse(error)} is an error of the {changed.way} of {changed.name}"
                yield f"{said}, and {ast.unparse(other)} is one of {changed.name} as it was.", node
    yield from _printed(text)


def _printed(text: Text) -> Found:
    """The sentences that tell an error of logarithms in a unit, or beside an error of the values."""
    every, met = list(printed(text)), set()
    for one in every:
        error = _of_changed(text, one.value, one.sentence) if not _SAYS_SO.search(one.whole) else None
        told = _told(text, one, every, error) if error is not None and id(one.sentence) not in met else ""
        if error is not None and told:
            met.add(id(one.sentence))
            yield (
                f"{ast.unparse(one.value)} is an error of the {error.way} of {error.name}, and {told}.",
                one.sentence,
            )


def _compared(text: Text) -> Iterator[tuple[ast.expr, ast.expr, ast.expr]]:
    """What is compared: ``base - mae``, ``1 - mae / base``, ``mae < base``."""
    for node in text.all(ast.BinOp):
        if isinstance(node.op, ast.Sub | ast.Div):
            yield node.left, node.right, node
    for test in text.all(ast.Compare):
        if len(test.comparators) == 1:
            yield test.left, test.comparators[0], test


def _of_changed(text: Text, node: ast.expr, user: ast.AST) -> _Changed | None:
    """What a value is an error of, if a model learned that in another form and the error is in this form."""
    if measure_of(text, node, user) is None or is_spread(text, node, user):
        return None
    measured, reader = _measured(text, node, user)
    if isinstance(measured, ast.Call) and called(measured) in _FED:
        truths = [(pair.answers, pair.user) for pair in pairs(text, measured)]
    elif isinstance(measured, ast.Call):
        sides = argument_at(measured, 0, "y_true"), argument_at(measured, 1, "y_pred")
        truths = [(part, reader) for part in sides if part is not None]
    else:
        truths = [(part, reader) for part in (measured.left, measured.right)] if measured is not None else []
    found = {changed for truth, where in truths if (changed := _changed(text, truth, where)) is not None}
    return found.pop() if len(found) == 1 else None


def _measured(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.Call | ast.BinOp | None, ast.AST]:
    """The call of Keras or scikit-learn, or the difference, that an error is measured by; and its reader."""
    for _ in range(_STEPS):
        node = held_in(node)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            return node, user
        if isinstance(node, ast.Call) and function_name(text, node) in COMPARES | _FED:
            return node, user
        before: ast.expr | None = None
        if isinstance(node, ast.Name):
            before, where = text.latest(node.id, user)
            before, user = (before, where) if is_certain(text, where, user) else (None, user)
        elif isinstance(node, ast.Subscript) or getattr(node, "attr", "") == "history":
            before = getattr(node, "value", None)
        elif isinstance(node, ast.BinOp):
            before = node.left
        elif isinstance(node, ast.Call):
            before = node.args[0] if isinstance(node.func, ast.Name) and node.args else subject(node, _LIBRARIES)
        if before is None:
            break
        node = before
    return None, user


def _changed(text: Text, node: ast.expr, user: ast.AST) -> _Changed | None:
    """Of which column or variable targets are the logarithms, or the scaled numbers."""
    found = made_by(text, node, user, _is_change)
    call = found[0] if found is not None else None
    if found is None or not isinstance(call, ast.Call) or not _is_known(text, call, found[1]):
        return None
    inner = made_by(text, call.args[0], found[1], lambda one: bool(_column(one)))
    plain = call.args[0]
    for _ in range(_STEPS):
        plain = inner_of(plain, KEEPS) or plain
    name = _column(inner[0]) if inner is not None else getattr(plain, "id", "")
    stored = {constant(one.slice) for one in text.all(ast.Subscript) if not isinstance(one.ctx, ast.Load)}
    way = "logarithm" if called(call) in _LOGS else "scaled form"
    return _Changed(name, way) if name and name not in stored else None


def _is_change(node: ast.expr) -> bool:
    """``np.log1p(y)``, ``scaler.transform(y)``."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
        return False
    library = ast.unparse(node.func.value) in _LIBRARIES
    return called(node) in _LOGS if library else called(node) in _FORTH


def _is_known(text: Text, call: ast.Call, user: ast.AST) -> bool:
    """Whether a call takes the logarithm, or is one of a scaler of scikit-learn."""
    holder = getattr(call.func, "value", None)
    parts = traced(text, holder, user) if holder is not None and called(call) in _FORTH else ()
    return called(call) in _LOGS or any(called(part).endswith(_SCALERS) for part in parts)


def _column(node: ast.AST) -> str:
    """The name of a column: ``table["price"]``, ``table[["price"]]``, ``table.price``."""
    index = node.slice if isinstance(node, ast.Subscript) else None
    index = index.elts[0] if isinstance(index, ast.List) and len(index.elts) == 1 else index
    name = constant(index) if index is not None else None
    return name if isinstance(name, str) else ""


def _is_of_values(text: Text, node: ast.expr, user: ast.AST, changed: _Changed) -> bool:
    """Whether a value is an error of a column as it was."""
    if measure_of(text, node, user) is None or is_spread(text, node, user):
        return False
    parts = list(traced(text, node, user))
    if any(called(part) in _CHANGES | _FED for part in parts):
        return False
    return any(changed.name in (_column(part), last_name(part)) for part in parts)


def _told(text: Text, one: Printed, every: list[Printed], changed: _Changed) -> str:
    """How an error is told as if it were one of the column as it was; empty if it is not."""
    _, apart, last = changed.name.lower().rpartition("_")
    if one.unit in _UNITS or (one.unit in _ONLY_OF_COLUMNS and apart and one.unit == last):
        return f"no number of {one.unit!r}"
    for other in every:
        same = other.sentence is one.sentence and other.value is not one.value
        near = same or (other.unit == one.unit and one.unit in _ONLY_OF_COLUMNS)
        told = near and not _SAYS_SO.search(other.whole)
        if told and _is_of_values(text, other.value, other.sentence, changed):
            return f"stands beside {ast.unparse(other.value)}, which is one of {changed.name} as it was"
    return ""


RULE = Rule(
    level=Level.WARNING,
    title="an error is told in another unit",
    instead="Bring the answers back by expm1, exp or inverse_transform, and compute the error from these and the "
    "targets as they were.",
    text=_look,
    exact=True,
)
