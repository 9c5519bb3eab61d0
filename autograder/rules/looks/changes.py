"""What was done to targets before the training."""

from __future__ import annotations

import ast
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, subject
from autograder.rules.looks.dataflow import part_of

KEEPS = frozenset({
    "to_numpy", "astype", "reshape", "ravel", "flatten", "copy", "squeeze", "to_frame", "reset_index", "array",
    "asarray", "Series", "round", "tolist", "float32", "numpy",
})  # fmt: skip
COMPARES = frozenset({
    "mean_absolute_error", "mean_squared_error", "root_mean_squared_error", "mean_absolute_percentage_error",
    "r2_score", "median_absolute_error", "mean_squared_log_error", "max_error",
})  # fmt: skip
"""Functions that compare answers with the truth."""
_LOGS = frozenset({"log", "log1p", "log10", "log2", "sqrt"})
_SCALERS = ("Scaler", "PowerTransformer", "QuantileTransformer")
_STATISTICS = frozenset({"std", "max", "mean", "min", "ptp"})
_LIBRARIES = frozenset({"np", "numpy", "pd", "tf", "keras", "ops"})
_ROWS = frozenset({"iloc", "loc", "values"})


class Form(NamedTuple):
    """What a column is: where it comes from, its name there, what was done to it, and to what that was done."""

    root: str
    column: str
    way: str


def inner_of(node: ast.AST | None, kept: frozenset[str]) -> ast.expr | None:
    """What a call changes the form of: ``x.ravel()``, ``np.squeeze(x)``."""
    return subject(node, _LIBRARIES) if isinstance(node, ast.Call) and called(node) in kept else None


def form_of(text: Text, node: ast.expr | None, user: ast.AST) -> Form | None:
    """Where targets come from, and what was done to them; None if that is not known."""
    way = ""
    for _ in range(20):
        if isinstance(node, ast.Name):
            value, where = _given(text, node.id, user)
            if value is None:
                return Form(node.id, "", way) if text.is_sure(node.id) else None
            node, user = value, where
        elif isinstance(node, ast.Subscript) and _is_column(node.slice):
            index = node.slice.elts[0] if isinstance(node.slice, ast.List) else node.slice
            name = str(getattr(index, "value", ""))
            root = f"{ast.unparse(node.value)}[{name!r}]"
            return Form(root, name, way or _changed_in_place(text, node))
        elif isinstance(node, ast.Subscript | ast.Attribute) and not _is_table_column(node):
            node = node.value
        elif isinstance(node, ast.Attribute):
            return Form(f"{ast.unparse(node.value)}[{node.attr!r}]", node.attr, way)
        elif (inner := inner_of(node, KEEPS)) is not None:
            node = inner
        elif node is not None and (changed := _changed(text, node)) is not None:
            if way:
                return None
            way, node = changed
        else:
            return None
    return None


def _is_column(index: ast.expr) -> bool:
    if isinstance(index, ast.List) and len(index.elts) == 1:
        index = index.elts[0]
    return isinstance(index, ast.Constant) and isinstance(index.value, str)


def _is_table_column(node: ast.Subscript | ast.Attribute) -> bool:
    """``table.price``, but neither ``table.values`` nor ``x[rows]``."""
    return isinstance(node, ast.Attribute) and node.attr not in _ROWS | {"T"}


def _given(text: Text, name: str, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a variable was last given, also as one of the parts that ``train_test_split`` makes."""
    for one in text.all(ast.Assign):
        target, value = one.targets[0], one.value
        listed = [getattr(part, "id", "") for part in target.elts] if isinstance(target, ast.Tuple) else []
        parts = value.args if isinstance(value, ast.Call) and called(value) == "train_test_split" else []
        once = len(text.values.get(name, ())) == 1
        if name in listed and once and 0 < len(parts) * 2 == len(listed) and text.is_sure(name):
            return parts[listed.index(name) // 2], one
    last, where = text.latest(name, user)
    every = text.values.get(name, ())
    if last is None and len(every) == 1 and text.is_sure(name) and hasattr(every[0], "lineno"):
        return every[0], every[0]
    return (None, user) if last is None or isinstance(last, ast.Tuple) else part_of(text, name, where, last)


def answers_of_pipeline(text: Text, fit: ast.Call) -> ast.expr | None:
    """The answers in ``Dataset.from_tensor_slices((x, y)).batch(32)``."""
    node = argument_at(fit, 0, "x")
    for _ in range(10):
        node = text.resolved(node) if node is not None else None
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or called(node) == "map":
            return None
        if called(node) == "from_tensor_slices":
            pair = node.args[0] if node.args else None
            return pair.elts[1] if isinstance(pair, ast.Tuple) and len(pair.elts) > 1 else None
        node = node.func.value
    return None


def _changed_in_place(text: Text, column: ast.Subscript) -> str:
    """``table["price"] = np.log1p(table["price"])``."""
    for one in text.all(ast.Assign):
        if ast.unparse(one.targets[0]) == ast.unparse(column) and (changed := _changed(text, one.value)) is not None:
            return changed[0]
    return ""


def _changed(text: Text, node: ast.expr) -> tuple[str, ast.expr] | None:
    """What was done to numbers, in words, and the numbers."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner: ast.expr = node.func.value
        first = node.args[0] if node.args else None
        if called(node) in _LOGS and getattr(owner, "id", "") in _LIBRARIES and first is not None:
            return f"{called(node)} of", first
        if called(node) in {"apply", "map", "transform"} and getattr(first, "attr", "") in _LOGS:
            return f"{getattr(first, 'attr', '')} of", owner
        scaler = any(f"{word}(" in ast.unparse(text.resolved(owner)) for word in _SCALERS)
        if called(node) in {"transform", "fit_transform"} and scaler and first is not None:
            return "a scaled", first
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and _is_scale(text, node.right):
        left = node.left
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Sub) and _is_scale(text, left.right):
            return "a standardized", left.left
        return "a part of", left
    return None


def _is_scale(text: Text, node: ast.expr) -> bool:
    node = text.resolved(node)
    number = isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value not in (0, 1)
    return number or called(node) in _STATISTICS
