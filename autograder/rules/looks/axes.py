"""Which axis of an array a size is that stands in the text."""

from __future__ import annotations

import ast
from typing import NamedTuple

from autograder.anatomy.text import Text, called, constant, targets_of

_SHAPES = frozenset({"shape", "int_shape", "get_shape"})


class Axis(NamedTuple):
    """One axis of an array; ``rank`` is how many it has, or 0 if that is not known."""

    number: int
    rank: int = 0


def axis_of(text: Text, size: ast.expr, rows: ast.Name, user: ast.AST) -> Axis | None:
    """The axis whose size it is: ``x.shape[1]``, ``len(x)``, or a variable that holds it; None for anything else."""
    if isinstance(size, ast.Name):
        value, giver = text.latest(size.id, user)
        same = text.latest(rows.id, giver)[0] is text.latest(rows.id, user)[0]
        if value is None or not same or not isinstance(giver, ast.Assign):
            return None
        whole = value is giver.value and len(targets_of(giver.targets[0])) > 1
        return _unpacked(size.id, rows, giver) if whole else _named(text, value, rows, giver)
    if isinstance(size, ast.Subscript):
        at = constant(size.slice)
        return Axis(at) if _is_shape(size.value, rows) and type(at) is int else None
    is_length = called(size) == "len" and isinstance(size, ast.Call) and _is_named(size.args[:1], rows)
    return Axis(0) if is_length else None


def _named(text: Text, value: ast.expr, rows: ast.Name, giver: ast.Assign) -> Axis | None:
    """``t = x.shape[1]``."""
    return None if isinstance(value, ast.Name) else axis_of(text, value, rows, giver)


def _unpacked(name: str, rows: ast.Name, giver: ast.Assign) -> Axis | None:
    """``n, t, c = x.shape``, ``t, c = x.shape[1:]``."""
    value, first = giver.value, 0
    parts = targets_of(giver.targets[0])
    index = value.slice if isinstance(value, ast.Subscript) else None
    if isinstance(value, ast.Subscript) and isinstance(index, ast.Slice) and index.upper is None:
        value, first = value.value, constant(index.lower) or 0
    listed = [getattr(part, "id", "") for part in parts]
    starred = any(isinstance(part, ast.Starred) for part in parts)
    if starred or not _is_shape(value, rows) or type(first) is not int or first < 0 or listed.count(name) != 1:
        return None
    return Axis(first + listed.index(name), first + len(listed))


def _is_shape(node: ast.expr, rows: ast.Name) -> bool:
    """``x.shape``, ``tf.shape(x)``, ``x.get_shape()``."""
    if isinstance(node, ast.Call):
        inside = [*node.args[:1], *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]
        return called(node) in _SHAPES and any(_is_named([one], rows) for one in inside)
    return isinstance(node, ast.Attribute) and node.attr == "shape" and _is_named([node.value], rows)


def _is_named(nodes: list[ast.expr], rows: ast.Name) -> bool:
    return [getattr(node, "id", "") for node in nodes] == [rows.id]
