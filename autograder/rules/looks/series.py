"""Columns of a series of days: how they are moved, and the windows over them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword, walk

TARGET = re.compile(r"^(y|target|label)(_|\d|$)")
KEEPS = frozenset({"astype", "fillna", "to_numpy", "dropna", "rename", "bfill", "ffill", "copy"})


def moved_columns(text: Text) -> list[tuple[str, ast.expr, str]]:
    """The columns of a program that moves some or looks back: their names, values, and how the author spelt them."""
    if not any(word in text.whole for word in (".shift(", "roll(", ".rolling(", ".ewm(", ".expanding(")):
        return []
    return [(name, value, target) for name, value, target in _columns(text) if name]


def _columns(text: Text) -> Iterator[tuple[str, ast.expr, str]]:
    """Each column, or variable, that is given a value: its name, the value, and how the author spelt it."""
    for one in text.all(ast.Assign):
        target = one.targets[0]
        yield _name(target), one.value, ast.unparse(target)
    for call in text.calls({"assign"}):
        for given in call.keywords:
            body = given.value.body if isinstance(given.value, ast.Lambda) else given.value
            yield given.arg or "", body, given.arg or ""


def _name(target: ast.expr) -> str:
    """The name of ``table["next"]``, ``table[f"lag_{k}"]``, ``table.loc[:, "next"]`` or ``next_close``."""
    if isinstance(target, ast.Name):
        return target.id
    index = target.slice if isinstance(target, ast.Subscript) else None
    index = index.elts[-1] if isinstance(index, ast.Tuple) and index.elts else index
    if isinstance(index, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in index.values)
    return index.value if isinstance(index, ast.Constant) and isinstance(index.value, str) else ""


def windows_over_targets(text: Text) -> Iterator[tuple[ast.Call, str, str, bool]]:
    """``rolling(24).mean()`` of what is foretold, as an input: what it reads and makes, and whether it is centred."""
    columns = text.once(moved_columns)
    wanted = set(_foretold(text))
    shifted = " ".join(ast.unparse(call) for call in text.calls({"shift"}))
    listed = [{part.value for part in one.elts if isinstance(part, ast.Constant)} for one in text.all(ast.List)]
    dropped = [{part.value for part in walk(call) if isinstance(part, ast.Constant)} for call in text.calls({"drop"})]
    for name, value, target in columns if wanted else ():
        for call in walk(value) if "shift" not in ast.unparse(value) and repr(name) not in shifted else ():
            if not isinstance(call, ast.Call) or called(call) not in {"rolling", "ewm", "expanding"}:
                continue
            read = {_name(part) for part in walk(call.func) if isinstance(part, ast.Subscript)} & wanted - {name}
            inputs = any(name in one and not read & one for one in listed)
            rest = any(read <= one and name not in one for one in dropped)
            if not read or not (inputs or rest) or keyword(call, "closed") is not None:
                continue
            yield call, min(read), target, getattr(keyword(call, "center"), "value", None) is True


def _foretold(text: Text) -> Iterator[str]:
    """The columns that are the targets, as they stand in the table."""
    for name, values in text.values.items():
        for value in values if TARGET.search(name.lower()) else ():
            node: ast.AST = value
            while isinstance(node, ast.Attribute) or (isinstance(node, ast.Call) and called(node) in KEEPS):
                node = node.value if isinstance(node, ast.Attribute) else node.func
            if isinstance(node, ast.Subscript):
                yield from filter(None, [_name(node)])
