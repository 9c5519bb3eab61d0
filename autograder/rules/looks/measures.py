"""Measures of error: which values of a program say how far answers are from the truth, or values from each other."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from autograder.anatomy.text import Text, argument_at, bound, called, constant, keyword, subject
from autograder.rules.looks.changes import COMPARES, KEEPS, inner_of
from autograder.rules.looks.dataflow import function_of, is_certain, is_unpacked, only_end, place_of
from autograder.rules.looks.scopes import imported_as, last_name


class Measure(Enum):
    """What a measure is of: a distance, in the unit of the values, or the square of one."""

    DISTANCE = "distance"
    SQUARE = "square"


_LIBRARIES = frozenset({"np", "numpy", "math", "tf", "keras", "K", "ops"})
_STEPS = 25  # on the way from a value to its measure
_NAMES = {
    "mse": Measure.SQUARE, "mean_squared_error": Measure.SQUARE, "MeanSquaredError": Measure.SQUARE,
    "mae": Measure.DISTANCE, "mean_absolute_error": Measure.DISTANCE, "MeanAbsoluteError": Measure.DISTANCE,
    "median_absolute_error": Measure.DISTANCE, "max_error": Measure.DISTANCE, "rmse": Measure.DISTANCE,
    "root_mean_squared_error": Measure.DISTANCE, "RootMeanSquaredError": Measure.DISTANCE,
}  # fmt: skip
"""What losses and metrics measure that people ask for by these names."""
_SPREADS = {
    "std": Measure.DISTANCE, "nanstd": Measure.DISTANCE, "reduce_std": Measure.DISTANCE,
    "var": Measure.SQUARE, "nanvar": Measure.SQUARE, "reduce_variance": Measure.SQUARE,
}  # fmt: skip
_SIZES = {
    "abs": Measure.DISTANCE, "absolute": Measure.DISTANCE, "fabs": Measure.DISTANCE, "square": Measure.SQUARE,
}  # fmt: skip
_SUMMARIES = frozenset({
    "mean", "median", "max", "min", "sum", "average", "nanmean", "nanmedian", "percentile", "quantile", "reduce_mean",
    "reduce_max", "amax", "amin", "sorted", "float", "list",
})  # fmt: skip
_HOLDS = frozenset({"array", "asarray", "atleast_2d", "DataFrame", "constant", "expand_dims", "repeat", "tile"})
_Given = Mapping[str, "tuple[ast.expr, ast.AST, _Given]"]
"""What a function was given, each with who gave it, and with what that one was given."""


@dataclass
class _Way:
    """Where the way back from a value stands: the value, who reads it, and what the function there was given."""

    text: Text
    node: ast.expr
    user: ast.AST
    given: _Given = field(default_factory=dict)
    steps: int = 0

    def to(self, node: ast.expr, user: ast.AST | None = None, given: _Given | None = None) -> Measure | None:
        """The measure of another value, one step further."""
        made = _Way(
            self.text,
            node,
            self.user if user is None else user,
            self.given if given is None else given,
            self.steps + 1,
        )
        return _measured(made) if made.steps < _STEPS else None


def measure_of(text: Text, node: ast.expr, user: ast.AST) -> Measure | None:
    """What kind of error a value is; None if it is none, or that is not known."""
    return _measured(_Way(text, node, user))


def held_in(node: ast.expr) -> ast.expr:
    """The one number that stands in lists and arrays: ``np.array([[rmse]]).reshape(1, -1)``."""
    for _ in range(_STEPS):
        inner = inner_of(node, KEEPS | _HOLDS)
        if isinstance(node, ast.List | ast.Tuple) and len(node.elts) == 1:
            node = node.elts[0]
        elif inner is not None:
            node = inner
        else:
            break
    return node


def _measured(way: _Way) -> Measure | None:
    node = way.node = held_in(way.node)
    if isinstance(node, ast.Name):
        return _of_variable(way, node.id)
    if isinstance(node, ast.Subscript):
        return _of_part(way, node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        power = constant(node.right)
        inner = way.to(node.left)
        if power == 0.5:
            return Measure.DISTANCE if inner is Measure.SQUARE else None
        return Measure.SQUARE if power == 2 and _is_difference(way, node.left) else None
    return _of_call(way, node) if isinstance(node, ast.Call) else None


def _of_variable(way: _Way, name: str) -> Measure | None:
    value, where = way.text.latest(name, way.user)
    if value is None and name in way.given:
        node, user, given = way.given[name]
        return way.to(node, user, given)
    if value is None or value is way.node or not is_certain(way.text, where, way.user):
        return None
    if not is_unpacked(where, value):
        return way.to(value, where)
    at = place_of(name, where)
    return _of_evaluation(way, value, at) if at is not None else None


def _of_part(way: _Way, node: ast.Subscript) -> Measure | None:
    """``model.evaluate(x, y)[0]``, ``history.history["val_mae"]``, ``errors[:10]``."""
    key = constant(node.slice)
    holder = way.text.latest(node.value.id, way.user)[0] if isinstance(node.value, ast.Name) else node.value
    if isinstance(key, str):
        told = last_name(holder) == "history" if holder is not None else False
        name = key.removeprefix("val_") if told or called(holder) == "evaluate" else ""
        return _loss(way.text) if name == "loss" else _NAMES.get(name)
    if holder is not None and called(holder) == "evaluate":
        return _of_evaluation(way, holder, key) if type(key) is int else None
    return way.to(node.value)


def _of_evaluation(way: _Way, node: ast.expr, at: int) -> Measure | None:
    """The measure at a place of what ``evaluate`` gives: the loss, then the metrics."""
    if called(node) != "evaluate":
        return None
    return _loss(way.text) if at == 0 else _asked(way.text, at)


def _loss(text: Text) -> Measure | None:
    """What the loss of a program measures, if it is one."""
    found = {_named(argument_at(call, 1, "loss")) for call in text.calls({"compile"})}
    return found.pop() if len(found) == 1 else None


def _asked(text: Text, at: int) -> Measure | None:
    """What a metric measures, of the only call of ``compile``."""
    calls = list(text.calls({"compile"}))
    metrics = argument_at(calls[0], 2, "metrics") if len(calls) == 1 else None
    listed = metrics.elts if isinstance(metrics, ast.List) else []
    return _named(listed[at - 1]) if 0 < at <= len(listed) else None


def _named(node: ast.expr | None) -> Measure | None:
    """What ``"mse"``, or ``keras.losses.MeanSquaredError()``, measures."""
    name = constant(node) or called(node) or (last_name(node) if node is not None else "")
    return _NAMES.get(name) if isinstance(name, str) else None


def _is_difference(way: _Way, node: ast.expr) -> bool:
    """Whether a value is one number less another one."""
    node = held_in(node)
    if isinstance(node, ast.Name):
        value, _ = way.text.latest(node.id, way.user)
        node = held_in(value) if value is not None else node
    subtracts = called(node) == "subtract"
    return subtracts or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub))


def _of_call(way: _Way, node: ast.Call) -> Measure | None:
    function = function_of(way.text, node.func)
    if function is not None:
        return _of_own(way, function, node)
    name = function_name(way.text, node)
    if name == "evaluate":
        plain = not any(keyword(call, "metrics") for call in way.text.calls({"compile"}))
        return _loss(way.text) if plain and keyword(node, "return_dict") is None else None
    if name in COMPARES and name in _NAMES:
        return Measure.DISTANCE if constant(keyword(node, "squared")) is False else _NAMES[name]
    inner = node.args[0] if isinstance(node.func, ast.Name) and node.args else subject(node, _LIBRARIES)
    return _SPREADS.get(name) or (_of_function(way, name, inner) if inner is not None else None)


def _of_function(way: _Way, name: str, inner: ast.expr) -> Measure | None:
    """What a function of numbers makes of them."""
    if name in _SIZES and _is_difference(way, inner):
        return _SIZES[name]
    before = way.to(inner) if name in _SUMMARIES or name in _SIZES or name == "sqrt" else None
    if name == "sqrt":
        return Measure.DISTANCE if before is Measure.SQUARE else None
    return before if name != "square" else None


def function_name(text: Text, call: ast.Call) -> str:
    """The name of the function that is called, by which its module knows it: ``import mean_squared_error as mse``."""
    imported = imported_as(text, call.func.id) if isinstance(call.func, ast.Name) else ""
    return imported.rpartition(".")[2] or called(call)


def is_spread(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether a value is a standard deviation or a variance: of what is scaled, or for the scaling itself."""
    node = held_in(node)
    value = text.latest(node.id, user)[0] if isinstance(node, ast.Name) else node
    return value is not None and called(held_in(value)) in _SPREADS


def _of_own(way: _Way, function: ast.FunctionDef | ast.Lambda, call: ast.Call) -> Measure | None:
    """What a function of the author's gives, for what it is given."""
    if isinstance(function, ast.Lambda):
        asked = [one.arg for one in function.args.args]
        given = {name: (part, way.user, way.given) for name, part in zip(asked, call.args, strict=False)}
        return way.to(function.body, function.body, given)
    end = only_end(function)
    given = {str(name): (part, way.user, way.given) for name, part in bound(function, call).items()}
    return way.to(end.value, end, given) if end is not None and end.value is not None else None
