"""# An error is brought back like a value

**What it sees.** An error, such as a root mean squared error, a mean absolute error or a standard deviation, that
goes through the `inverse_transform` of a scaler that was fitted to values, or through the same written by hand,
`error * std + mean`, also in a function. And a mean *squared* error that is multiplied by the scale once only.

**Why it hurts.** To bring a value back, a scaler multiplies it and adds the mean, or the minimum. An error is a
difference of two values, from which the mean is gone: 0.2 standard deviations of 50 are an error of 10, and not of
10 + 3000. A squared error goes with the square of the scale.

**Example.**

```python
import keras
import numpy as np
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(load_train)
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, scaler.transform(load_train), epochs=20)
rmse = np.sqrt(mean_squared_error(scaler.transform(load_test), model.predict(x_test)))
print(scaler.inverse_transform([[rmse]]))  # ← here
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(load_train)
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, scaler.transform(load_train), epochs=20)
rmse = np.sqrt(mean_squared_error(scaler.transform(load_test), model.predict(x_test)))
print(rmse * scaler.scale_[0])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TypeAlias

from autograder.anatomy.text import Text, bound, called, constant, keyword, targets_of
from autograder.rules.looks.changes import COMPARES
from autograder.rules.looks.dataflow import named, traced
from autograder.rules.looks.measures import Measure, held_in, is_spread, measure_of
from autograder.rules.looks.scopes import arguments, last_name, own_names, owner
from autograder.rules.looks.values import made_by
from autograder.rules.rule import Found, Level, Rule

_MOVES = {
    "StandardScaler": "the mean", "MinMaxScaler": "the minimum", "RobustScaler": "the median",
    "PowerTransformer": "the mean", "QuantileTransformer": "the quantiles",
}  # fmt: skip
_SETTINGS = ("with_mean", "with_centering", "standardize")
_MIDDLE = re.compile(r"(^|_)(mean|mu|minimum|min|median|center)(_|$)", re.I)
_SCALE = re.compile(r"(^|_)(std|sd|stdev|range|span)(_|$)", re.I)
_MIDDLES = frozenset({"mean", "min", "median", "nanmean"})
_SCALES = frozenset({"std", "ptp", "nanstd"})
_OF_SCALERS = frozenset({"mean_", "data_min_", "center_", "scale_", "data_range_"})
_NO_VALUES = re.compile(r"err|resid|loss|dist|diff|delta|(?<!st)dev|score|return|chang", re.I)
_DISTANCES = COMPARES | {"abs", "absolute", "fabs", "square", "std", "diff", "pct_change"}
_MOST = 30  # calls of one function that are looked at, and arguments of functions
_DEEP = 3  # variables on the way to a scaler
_Given: TypeAlias = tuple[list[tuple[ast.expr, ast.expr]], bool]
_Met: TypeAlias = dict[tuple[int, str], _Given | None]


def _look(text: Text) -> Found:
    """``scaler.inverse_transform([[rmse]])``, ``rmse * std + mean``, ``mse * std``."""
    met: _Met = {}
    for value, way, adds in (*_by_scalers(text), *_by_hand(text)):
        for error, place in _errors(text, value, way, met):
            if not _is_taken_off(text, place) and not _is_taken_off(text, way):
                said = f"{ast.unparse(error)} is an error, and this adds {adds} to it"
                yield f"{said}: an error is only multiplied.", place
    for product in text.all(ast.BinOp):
        if not isinstance(product.op, ast.Mult) or not _is_once(text, product):
            continue
        for value, factor in ((product.left, product.right), (product.right, product.left)):
            squared = measure_of(text, value, product) is Measure.SQUARE and not is_spread(text, value, product)
            if squared and _is_scale(text, factor, product) and _is_seen(_statistic(text, factor, product)):
                said = f"{ast.unparse(value)} is a squared error, and {ast.unparse(factor)} is not squared"
                yield f"{said}: the product has no unit that means anything.", product


def _by_scalers(text: Text) -> Iterator[tuple[ast.expr, ast.expr, str]]:
    """What goes through ``inverse_transform`` of a scaler that was fitted to values, and what that adds."""
    for call in text.calls({"inverse_transform"}):
        made = _scaler(text, getattr(call.func, "value", None), call)
        adds = _MOVES.get(called(made)) if made is not None else None
        own = made is not None and called(made) in own_names(text)
        if adds is None or made is None or own or not call.args or not _is_of_values(text, made):
            continue
        if not any(constant(keyword(made, name)) is False for name in _SETTINGS):
            yield call.args[0], call, adds
    for call in text.all(ast.Call):
        layer = text.resolved(call.func) if isinstance(call.func, ast.Name) else None
        turned = isinstance(layer, ast.Call) and constant(keyword(layer, "invert")) is True
        if turned and called(layer) == "Normalization" and call.args:
            yield call.args[0], call, "the mean"


def _scaler(text: Text, holder: ast.expr | None, user: ast.AST) -> ast.Call | None:
    """Where the scaler is made that a variable, or an attribute of ``self``, holds."""
    for _ in range(_DEEP):
        if isinstance(holder, ast.Attribute):
            given = [one for one in text.all(ast.Assign) if ast.unparse(one.targets[0]) == ast.unparse(holder)]
            holder, user = (given[0].value, given[0]) if len(given) == 1 else (None, user)
        found = made_by(text, holder, user, _makes) if holder is not None else None
        made = found[0] if found is not None else None
        if found is None or not isinstance(made, ast.Call) or called(made) != "fit":
            return made if isinstance(made, ast.Call) else None
        holder, user = getattr(made.func, "value", None), found[1]
    return None


def _makes(node: ast.expr) -> bool:
    return called(node) in _MOVES or called(node) == "fit"


def _is_of_values(text: Text, made: ast.Call) -> bool:
    """Whether a scaler is seen to be fitted, and to nothing that is an error itself or written down."""
    fits = [call for call in text.calls({"fit", "fit_transform"}) if call.args
            and _scaler(text, getattr(call.func, "value", None), call) is made]  # fmt: skip
    parts = [part for call in fits for part in traced(text, call.args[0], call)]
    return bool(fits) and not any(
        called(part) in _DISTANCES or _NO_VALUES.search(last_name(part)) is not None for part in parts
    ) and not any(isinstance(held_in(call.args[0]), ast.Constant | ast.List) for call in fits)  # fmt: skip


def _by_hand(text: Text) -> Iterator[tuple[ast.expr, ast.expr, str]]:
    """What ``value * std + mean``, or ``(value - min_) / scale_``, brings back, and what that adds."""
    for total in text.all(ast.BinOp):
        for product, middle in ((total.left, total.right), (total.right, total.left)):
            if isinstance(total.op, ast.Add) and isinstance(product, ast.BinOp) and isinstance(product.op, ast.Mult):
                for value, scale in ((product.left, product.right), (product.right, product.left)):
                    if _are_of_one(text, scale, middle, total, is_spread(text, value, total)):
                        yield value, total, ast.unparse(middle)
        moved = total.left
        if isinstance(total.op, ast.Div) and isinstance(moved, ast.BinOp) and isinstance(moved.op, ast.Sub):
            ends = [last_name(_statistic(text, part, total)) for part in (moved.right, total.right)]
            if ends == ["min_", "scale_"]:
                yield moved.left, total, "the minimum"


def _are_of_one(text: Text, scale: ast.expr, middle: ast.expr, user: ast.AST, seen_only: bool) -> bool:
    """Whether two values are the scale and the middle of the same numbers; by their names, if that is not seen."""
    made, other = _statistic(text, middle, user), _statistic(text, scale, user)
    parts = traced(text, middle, user)
    if not _is_scale(text, scale, user) or any(_NO_VALUES.search(last_name(part)) for part in parts):
        return False
    if isinstance(made, ast.Call) and called(made) not in _MIDDLES:
        return False
    if _is_seen(made) or _is_seen(other):
        return _is_seen(made) and _is_seen(other)
    same = _MIDDLE.sub("", last_name(made)) == _SCALE.sub("", last_name(other))
    return _MIDDLE.search(last_name(made)) is not None and same and not seen_only


def _is_seen(made: ast.expr) -> bool:
    """Whether a statistic is seen, and not only called one."""
    return isinstance(made, ast.Call | ast.BinOp) or getattr(made, "attr", "") in _OF_SCALERS


def _is_scale(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether a value is a standard deviation, or a range, of values."""
    made = _statistic(text, node, user)
    if any(_NO_VALUES.search(last_name(part)) for part in traced(text, node, user)):
        return False
    if isinstance(made, ast.BinOp):
        found = [_statistic(text, part, user) for part in (made.left, made.right)]
        ends = [called(part) or last_name(part) for part in found]
        return isinstance(made.op, ast.Sub) and "max" in ends[0].lower() and "min" in ends[1].lower()
    if isinstance(made, ast.Call):
        return called(made) in _SCALES
    name = last_name(made)
    return name in _OF_SCALERS or _SCALE.search(name) is not None


def _statistic(text: Text, node: ast.expr, user: ast.AST) -> ast.expr:
    """What made a statistic: ``scaler.scale_[0]`` and ``float(y.std())`` without their form."""
    for _ in range(_DEEP * 2):
        before, node = node, held_in(named(text, node, user)[0])
        if isinstance(node, ast.Subscript):
            node = node.value
        elif called(node) == "float" and isinstance(node, ast.Call) and node.args:
            node = node.args[0]
        if node is before:
            break
    return node


def _errors(text: Text, value: ast.expr, user: ast.expr, met: _Met) -> list[tuple[ast.expr, ast.expr]]:
    """The errors that a value is, each with where it is brought back: in its place, or by a call of its function."""
    value = held_in(value)
    if measure_of(text, value, user) is not None:
        return [(value, user)]
    filled = _filled(text, value, user)
    if filled is not None and measure_of(text, filled, filled) is not None:
        return [(filled, user)]
    function = owner(text, user)
    name = getattr(value, "id", "")
    if function is None or name not in arguments(function) or text.latest(name, user)[0] is not None:
        return []
    if (id(function), name) not in met and len(met) < _MOST:
        met[id(function), name] = None  # a function that calls itself
        met[id(function), name] = _errors_given(text, function, name, met)
    found, by_all = met.get((id(function), name)) or ([], False)
    return [(found[0][0], user)] if by_all else found


def _errors_given(text: Text, function: ast.FunctionDef, name: str, met: _Met) -> _Given:
    """The errors that an argument of a function is given, and whether it is given nothing else."""
    calls = [call for call in text.calls({function.name}) if bound(function, call).get(name) is not None][:_MOST]
    found = [one for call in calls for one in _errors(text, bound(function, call)[name], call, met)]
    kept = not any(_is_taken_off(text, place) for _, place in found)
    return found, bool(found) and len(found) == len(calls) < _MOST and kept


def _filled(text: Text, value: ast.expr, user: ast.AST) -> ast.expr | None:
    """What an array of zeros was filled with: ``empty[0, 3] = rmse``."""
    name = getattr(value, "id", "")
    made = text.latest(name, user)[0] if name else None
    given = [
        one for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Subscript) and last_name(one.targets[0].value) == name
        and text.function_of(one) == text.function_of(user)
    ]  # fmt: skip
    return given[0].value if called(made) in {"zeros", "empty", "zeros_like"} and len(given) == 1 else None


def _is_taken_off(text: Text, node: ast.AST) -> bool:
    """Whether something is subtracted from what was brought back: there, or from the variable that holds it."""
    outer = text.parents.get(id(node))
    while isinstance(outer, ast.expr | ast.FormattedValue) and not isinstance(outer, ast.BinOp):
        outer = text.parents.get(id(outer))
    if isinstance(outer, ast.BinOp):
        return isinstance(outer.op, ast.Sub)
    held = {last_name(part) for target in getattr(outer, "targets", ()) for part in targets_of(target)} - {""}
    less = [part for part in text.all(ast.BinOp) if isinstance(part.op, ast.Sub)]
    return any(last_name(part) in held for one in less for part in (one.left, one.right))


def _is_once(text: Text, product: ast.BinOp) -> bool:
    """Whether a product is not multiplied once more, and nothing is added to it."""
    outer = text.parents.get(id(product))
    return not isinstance(outer, ast.BinOp) and not (isinstance(outer, ast.Call) and called(outer) == "multiply")


RULE = Rule(
    level=Level.WARNING,
    title="an error is brought back like a value",
    instead="Multiply an error by scale_ of a StandardScaler, or divide it by scale_ of a MinMaxScaler; or compute "
    "it from answers and targets that were brought back.",
    text=_look,
    exact=True,
)
