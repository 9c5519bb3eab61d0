"""Terms of a loss that are added although they are measured in different ways."""

from __future__ import annotations

import ast
import re

from autograder.anatomy.source.lookup import Found, Text, called, walk

_MEANS = {
    "binary_crossentropy", "mean_squared_error", "mean_absolute_error", "mse", "mae", "MSE", "MAE",
    "BinaryCrossentropy", "MeanSquaredError", "MeanAbsoluteError",
}  # fmt: skip
"""Losses that are means over the last axis."""
_HALF = re.compile(r"-?\(?-?(0\.5|\.5|1)\)?")


def looks(text: Text) -> Found:
    """``reconstruction + divergence``, where the first is a mean over the pixels and the second a sum."""
    if not any(word in text.whole for word in ("exp(", "kl")):
        return
    scopes: dict[int, dict[str, list[ast.stmt]]] = {}
    for one in text.statements:
        target = one.targets[0] if isinstance(one, ast.Assign) else getattr(one, "target", None)
        if isinstance(one, ast.Assign | ast.AugAssign) and isinstance(target, ast.Name):
            scopes.setdefault(text.function_of(one), {}).setdefault(target.id, []).append(one)
    for total in text.all(ast.BinOp):
        given = scopes.get(text.function_of(total), {})
        pair = [part.id for part in (total.left, total.right) if isinstance(part, ast.Name) and part.id in given]
        if not isinstance(total.op, ast.Add) or len(pair) != 2:
            continue
        for mean, other in (pair, pair[::-1]):
            value = getattr(given[mean][0], "value", None)
            if len(given[mean]) == 1 and value is not None and _is_mean(value) and _is_divergence(given[other]):
                said = f"{mean} is a mean over the values of a row, and {other} is a sum"
                yield "mean", f"{said}, which outweighs it: the code tells little of the row.", value


def _is_mean(value: ast.expr) -> bool:
    """Whether this is one of the losses of Keras, of a row or the mean over all rows."""
    while isinstance(value, ast.Call) and called(value) in {"mean", "reduce_mean"} and len(value.args) == 1:
        value = value.args[0]
    made = value.func if isinstance(value, ast.Call) else None
    return isinstance(value, ast.Call) and (called(value) in _MEANS or (called(made) in _MEANS and _plain(made)))


def _plain(made: ast.expr | None) -> bool:
    """Whether a loss is left to take the mean, as it does if nobody says otherwise."""
    return isinstance(made, ast.Call) and not made.keywords and not made.args


def _is_divergence(statements: list[ast.stmt]) -> bool:
    """Whether the statements compute -0.5 * sum(1 + log_var - mean ** 2 - exp(log_var)), with no other weight."""
    spelt = " ".join(ast.unparse(one) for one in statements)
    factors = [
        part
        for one in statements
        for node in walk(one)
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Mult | ast.Div)
        for part in ([node.left, node.right] if isinstance(node, ast.BinOp) else [node.value])
    ]
    weights = [ast.unparse(part) for part in factors if isinstance(part, ast.Constant | ast.UnaryOp | ast.Name)]
    whole = "exp(" in spelt and "sum(" in spelt and ("log" in spelt or "var" in spelt)
    return whole and any("5" in weight for weight in weights) and all(_HALF.fullmatch(weight) for weight in weights)
