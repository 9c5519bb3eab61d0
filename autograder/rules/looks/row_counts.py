"""The number of all rows, in the shape of one row."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, is_open, keyword
from autograder.rules.looks import scopes
from autograder.rules.looks.dataflow import passed
from autograder.rules.rule import Found

_INPUTS = frozenset({"Input", "InputLayer"})


def rows_in_shapes(text: Text) -> Found:
    """The number of all rows, in the shape of one row."""
    fed = {node.id for call in text.calls({"fit"}) for node in call.args[:1] if isinstance(node, ast.Name)}
    fed |= {node.id for call in text.calls({"fit"}) if isinstance(node := keyword(call, "x"), ast.Name)}
    for call in text.all(ast.Call):
        first = [ast.keyword("shape", call.args[0])] if called(call) in _INPUTS and call.args else []
        for argument in (*call.keywords, *first):
            is_input = argument.arg == "shape" and called(call) in _INPUTS
            if argument.arg not in {"input_shape", "input_dim"} and not is_input:
                continue
            for size, place in (*_sizes(text, argument.value), (argument.value, argument.value)):
                owner = _counts_rows(text, size, whole=argument.arg != "input_dim" and size is argument.value)
                if owner in fed and not text.assigned_after(owner, text.resolved(size)):
                    said = f"The shape of a row begins with the number of rows of {owner}: write {owner}.shape[1:]"
                    yield f"{said}.", place
                    break


def _sizes(text: Text, shape: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a function of the author's is given for the first number of a shape, and where."""
    shape = text.resolved(shape)
    size = shape.elts[0] if isinstance(shape, ast.Tuple | ast.List) and shape.elts else shape
    function = scopes.owner(text, size)
    if isinstance(size, ast.Name):
        yield from ((given, given) for given, _ in passed(text, function, size.id))


def _counts_rows(text: Text, node: ast.expr, *, whole: bool) -> str:  # noqa: PLR0911 - one for each way to write it
    """The variable whose rows are counted at the beginning of a shape."""
    node = text.resolved(node) if not isinstance(node, ast.Name) or not _unpacked_from(text, node.id) else node
    if isinstance(node, ast.Tuple | ast.List):
        head = node.elts[0] if node.elts else ast.Constant(None)
        spread = isinstance(head, ast.Starred)
        return _counts_rows(text, head.value if isinstance(head, ast.Starred) else head, whole=spread)
    if whole and _begins(node) is not None:
        return _counts_rows(text, _begins(node) or node, whole=True)
    if whole and isinstance(node, ast.Attribute) and node.attr == "shape" and isinstance(node.value, ast.Name):
        return node.value.id
    if whole and called(node) == "shape" and isinstance(node, ast.Call) and node.args:
        return getattr(node.args[0], "id", "")
    if called(node) == "len" and isinstance(node, ast.Call) and node.args:
        return getattr(node.args[0], "id", "")
    if isinstance(node, ast.Name):
        return _unpacked_from(text, node.id)
    first = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value == 0
    shape = node.value if first and isinstance(node, ast.Subscript) else None
    return getattr(shape.value, "id", "") if isinstance(shape, ast.Attribute) and shape.attr == "shape" else ""


def _begins(node: ast.expr) -> ast.expr | None:
    """The shape that another begins with: ``x.shape[:2]``, ``tuple(x.shape)``, ``x.shape[:1] + (3,)``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return node.left
    if called(node) in {"tuple", "list"} and isinstance(node, ast.Call) and len(node.args) == 1:
        return node.args[0]
    cut = node.slice if isinstance(node, ast.Subscript) else None
    return (
        node.value if isinstance(cut, ast.Slice) and is_open(cut.lower) and isinstance(node, ast.Subscript) else None
    )


def _unpacked_from(text: Text, name: str) -> str:
    """The variable whose rows a name counts: ``n, d = x.shape``."""
    for statement in text.all(ast.Assign) if len(text.values.get(name, ())) == 1 and text.is_sure(name) else ():
        target, value = statement.targets[0], statement.value
        first = target.elts[0] if isinstance(target, ast.Tuple) and len(target.elts) > 1 else None
        if getattr(first, "id", "") == name and isinstance(value, ast.Attribute) and value.attr == "shape":
            return getattr(value.value, "id", "")
    return ""
