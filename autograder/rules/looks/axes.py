"""Which axis of an array a size is that stands in the text."""

from __future__ import annotations

import ast
from typing import NamedTuple

from autograder.anatomy.text import Text, called, constant, subject, targets_of

_SHAPES = frozenset({"shape", "int_shape", "get_shape"})
_LIBRARIES = frozenset({"np", "numpy", "tf", "ops", "keras", "jnp", "scipy", "signal", "stats"})
_KEEP = frozenset({
    "astype", "copy", "asarray", "array", "ascontiguousarray", "cast", "convert_to_tensor", "constant", "float32",
    "abs", "clip", "clip_by_value", "log", "log1p", "exp", "sqrt", "square", "sign", "round", "nan_to_num",
    "detrend", "zscore", "numpy", "relu", "elu", "gelu", "tanh", "sigmoid",
})  # fmt: skip
_FILTERS = {"sosfiltfilt": 1, "sosfilt": 1, "filtfilt": 2, "lfilter": 2}
"""Filters that leave the shape of a signal, by the place of the signal among their arguments."""
_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
_FOLLOWED = 12  # steps from an array to what it was made of


class Axis(NamedTuple):
    """One axis of an array; ``rank`` is how many it has, or 0 if that is not known."""

    number: int
    rank: int = 0


class _Size(NamedTuple):
    """An axis with the array that it is of, and the place where this was asked for its shape."""

    array: ast.expr
    axis: Axis
    user: ast.AST


def axis_of(text: Text, size: ast.expr, rows: ast.expr, user: ast.AST) -> Axis | None:
    """The axis whose size it is: ``x.shape[1]``, ``len(x)``, or a variable that holds it; None for anything else.

    Between the question for the shape and its use, an array may be changed in ways that leave its shape.
    """
    found = _size(text, size, user)
    return found.axis if found is not None and _is_as_long(text, rows, user, found) else None


def _size(text: Text, size: ast.expr, user: ast.AST) -> _Size | None:
    """What array and axis a size is of."""
    if isinstance(size, ast.Name):
        value, giver = text.latest(size.id, user)
        if value is None or not isinstance(giver, ast.Assign):
            return None
        whole = value is giver.value and len(targets_of(giver.targets[0])) > 1
        if whole or isinstance(value, ast.Name):
            return _unpacked(text, size.id, giver) if whole else None
        return _size(text, value, giver)
    if isinstance(size, ast.Subscript):
        shape = _shape(text, size.value, user)
        last = isinstance(size.slice, ast.UnaryOp) and isinstance(size.slice.op, ast.USub)
        at = constant(size.slice.operand if isinstance(size.slice, ast.UnaryOp) else size.slice)
        at = -at if last and type(at) is int else at
        return _Size(shape[0], Axis(at), shape[1]) if shape is not None and type(at) is int else None
    given = size.args if isinstance(size, ast.Call) and called(size) == "len" else []
    return _Size(given[0], Axis(0), user) if len(given) == 1 else None


def _unpacked(text: Text, name: str, giver: ast.Assign) -> _Size | None:
    """``n, t, c = x.shape``, ``t, c = x.shape[1:]``."""
    value, first = giver.value, 0
    parts = targets_of(giver.targets[0])
    index = value.slice if isinstance(value, ast.Subscript) else None
    if isinstance(value, ast.Subscript) and isinstance(index, ast.Slice) and index.upper is None:
        value, first = value.value, constant(index.lower) or 0
    listed = [getattr(part, "id", "") for part in parts]
    starred = any(isinstance(part, ast.Starred) for part in parts)
    shape = _shape(text, value, giver)
    if starred or shape is None or type(first) is not int or first < 0 or listed.count(name) != 1:
        return None
    return _Size(shape[0], Axis(first + listed.index(name), first + len(listed)), shape[1])


def _shape(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.expr, ast.AST] | None:
    """The array of ``x.shape``, ``tf.shape(x)``, ``x.get_shape()``, or of a variable that holds one of these."""
    if isinstance(node, ast.Name):
        value, giver = text.latest(node.id, user)
        alone = isinstance(giver, ast.Assign) and isinstance(giver.targets[0], ast.Name)
        return _shape(text, value, giver) if value is not None and alone and not isinstance(value, ast.Name) else None
    if called(node) in {"tuple", "list"} and isinstance(node, ast.Call) and len(node.args) == 1:
        node = node.args[0]
    if isinstance(node, ast.Call) and called(node) in _SHAPES:
        array = subject(node, _LIBRARIES | {"K"})
        return (array, user) if array is not None else None
    return (node.value, user) if isinstance(node, ast.Attribute) and node.attr == "shape" else None


def _is_as_long(text: Text, node: ast.expr, user: ast.AST, wanted: _Size) -> bool:
    """Whether an array has the shape that another had: it is the same, or was made of it and kept its shape."""
    name = wanted.array.id if isinstance(wanted.array, ast.Name) else ""
    held = text.latest(name, wanted.user, changed=True)[0] if name else None
    for _ in range(_FOLLOWED):
        before: ast.expr | None
        if isinstance(node, ast.Name):
            before, giver = text.latest(node.id, user, changed=True)
            near = before is not None or _is_near(text, text.givers(node.id), user, wanted.user)
            if node.id == name and before is held and near:
                return True
            user = giver
        elif called(node) == "reshape":
            before, user = _shaped_as(text, node, user) or (None, user)
        else:
            before = kept_from(text, node)
        if before is None or before is node:
            return isinstance(node, ast.Attribute) and _is_same_attribute(text, node, user, wanted)
        node = before
    return False


def _is_same_attribute(text: Text, node: ast.Attribute, user: ast.AST, wanted: _Size) -> bool:
    """Whether an array is the same attribute, and this was given nothing else between two places."""
    spelt = ast.unparse(node)
    given = [one for one in text.all(ast.Assign) if ast.unparse(one.targets[0]) == spelt]
    return spelt == ast.unparse(wanted.array) and _is_near(text, given, user, wanted.user)


def _is_near(text: Text, given: list[ast.Assign], one: ast.AST, other: ast.AST) -> bool:
    """Whether two places stand in one function and cell, and none of some assignments between them."""
    first, last = sorted((getattr(one, "lineno", 0), getattr(other, "lineno", 0)))
    own = text.function_of(one) == text.function_of(other) and text.cell_of(one) is text.cell_of(other)
    return own and not any(first <= statement.lineno < last for statement in given)


def kept_from(text: Text, node: ast.expr) -> ast.expr | None:
    """What an array was before a step that leaves its shape."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, _ARITHMETIC):
        return node.right if isinstance(node.left, ast.Constant) else node.left
    if isinstance(node, ast.UnaryOp):
        return node.operand
    name = called(node)
    if not isinstance(node, ast.Call) or name in text.functions:
        return None
    if name in _FILTERS:
        return node.args[_FILTERS[name]] if len(node.args) > _FILTERS[name] else None
    return subject(node, _LIBRARIES) if name in _KEEP else None


def _shaped_as(text: Text, call: ast.expr, user: ast.AST) -> tuple[ast.expr, ast.AST] | None:
    """The array whose axes are given in their order: ``….reshape(x.shape)``, ``….reshape(n, c, t)``."""
    sizes = asked_sizes(call)[1] if isinstance(call, ast.Call) else []
    whole = _shape(text, sizes[0], user) if len(sizes) == 1 else None
    found = [_size(text, size, user) for size in sizes]
    known = [size for size in found if size is not None]
    own = len({(ast.unparse(size.array), id(size.user)) for size in known}) == 1 and len(known) == len(sizes)
    ordered = [size.axis for size in known] == [Axis(at, len(sizes)) for at in range(len(sizes))]
    return whole or ((known[0].array, known[0].user) if own and ordered else None)


def asked_sizes(call: ast.Call) -> tuple[ast.expr | None, list[ast.expr]]:
    """What is reshaped, and the sizes that it is to have."""
    before_dot = call.func.value if isinstance(call.func, ast.Attribute) else None
    library = getattr(before_dot, "id", "") in {"np", "numpy", "tf", "ops"}
    given = call.args[1:] if library else call.args
    sizes = given[0].elts if len(given) == 1 and isinstance(given[0], ast.Tuple | ast.List) else given
    return (call.args[0] if library and call.args else before_dot), sizes
