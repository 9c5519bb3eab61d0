"""Columns of a series of days that were moved the wrong way, as the text of a program shows them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names, walk

_LATER = re.compile(r"(^|_)(next|future|tomorrow|ahead|fwd|forward|upcoming|following)(_|\d|$)")
_TARGET = re.compile(r"^(y|target|label)(_|\d|$)")
_EARLIER = re.compile(r"(^|_)(lag|lagged|prev|previous|past|yesterday|last|ago)(_|\d|$)")
_DOWNWARD = ("ascending=False", "[::-1]", "iloc[::-1")
_UPWARD = ("sort_values(", "sort_index(", "date_range(", "yf.download(", "DataReader(", ".history(")
_LOOKS_BACK = (".rolling(", ".pct_change(", ".diff(", ".ewm(", ".expanding(")
_WINDOWS = ("timeseries_dataset", "TimeseriesGenerator", "sliding_window", ".append(", "window(", ".shift(-")
_MOVED = re.compile(r"\[1:\]|\[:-\w+\]|horizon|ahead|def \w*(window|sequence)", re.IGNORECASE)
_KEEPS = frozenset({"astype", "fillna", "to_numpy", "dropna", "rename", "bfill", "ffill", "copy"})


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if not any(word in text.whole for word in (".shift(", "roll(", ".rolling(", ".ewm(", ".expanding(")):
        return
    columns = [(name, value, target) for name, value, target in _columns(text) if name]
    yield from _of_the_target(text, columns)
    if not _oldest_first(text):
        return
    for name, value, target in columns:
        by, call = _moved_by(text, value)
        later, earlier = (pattern.search(name.lower()) for pattern in (_LATER, _EARLIER))
        wanted = later or (called(call) == "shift" and _TARGET.search(name.lower()))
        if by > 0 and wanted and not earlier:
            said = "The oldest rows come first, so this takes the value of an earlier row"
            yield "shifted", f"{said}, and {target} is to be one of a later row: shift by a negative number.", call
        elif by < 0 and earlier and not later:
            said = "The oldest rows come first, so this takes the value of a later row"
            yield "shifted", f"{said}, and {target} is to be one of an earlier row: shift by a positive number.", call
    if any(_moved_by(text, part)[0] < 0 for part in text.calls({"shift"})):
        yield from _centred(text, columns)


def _oldest_first(text: Text) -> bool:
    """Whether the program says that its rows go from the oldest to the newest: it sorts them, or looks back."""
    if any(word in text.whole for word in _DOWNWARD):
        return False
    return any(word in text.whole for word in (*_UPWARD, *_LOOKS_BACK))


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


def _moved_by(text: Text, node: ast.expr) -> tuple[int, ast.expr]:
    """By how many rows a whole column is moved downward: its sign, with the call; 0 if that is not known."""
    while called(node) in _KEEPS and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    if not isinstance(node, ast.Call):
        return 0, node
    if called(node) == "shift" and isinstance(node.func, ast.Attribute):
        by = argument_at(node, 0, "periods")
        timed = keyword(node, "freq") is not None
        return (0 if timed else 1 if by is None else _sign(text, by)), node
    if called(node) == "roll" and len(node.args) == 2 and not node.keywords:
        return _sign(text, node.args[1]), node
    return 0, node


def _sign(text: Text, node: ast.expr) -> int:
    """Whether a whole number is positive or negative; 0 if it is neither, or not known."""
    node = text.resolved(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_sign(text, node.operand)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return (node.value > 0) - (node.value < 0)
    if isinstance(node, ast.Name) and node.id not in text.values:
        loops = [(loop.target, loop.iter) for loop in text.all(ast.For)]
        loops += [(loop.target, loop.iter) for loop in text.all(ast.comprehension)]
        signs = {_sign_of_all(text, rounds) for target, rounds in loops if node.id in names(target)}
        return signs.pop() if len(signs) == 1 else 0
    return 0


def _sign_of_all(text: Text, rounds: ast.expr) -> int:
    """The sign of all numbers that a loop goes through."""
    if called(rounds) == "range" and isinstance(rounds, ast.Call) and len(rounds.args) > 1:
        return max(_sign(text, rounds.args[0]), 0)
    rounds = text.resolved(rounds)
    signs = {_sign(text, one) for one in rounds.elts} if isinstance(rounds, ast.List | ast.Tuple) else set()
    return signs.pop() if len(signs) == 1 else 0


def _centred(text: Text, columns: list[tuple[str, ast.expr, str]]) -> Found:
    """``rolling(7, center=True)`` of what is to be foretold, as an input."""
    listed = {part.value for one in text.all(ast.List) for part in one.elts if isinstance(part, ast.Constant)}
    shifted = " ".join(ast.unparse(call) for call in text.calls({"shift"}))
    for name, value, target in columns if listed else ():
        for call in walk(value) if name in listed and repr(name) not in shifted else ():
            middle = keyword(call, "center") if isinstance(call, ast.Call) and called(call) == "rolling" else None
            if isinstance(call, ast.Call) and getattr(middle, "value", None) is True:
                said = "A window that is centred on a row reaches into the rows that come after it"
                yield "shifted", f"{said}: {target} tells what is to be foretold.", call


def _of_the_target(text: Text, columns: list[tuple[str, ast.expr, str]]) -> Found:
    """``rolling(24).mean()`` of the very column that is foretold, as an input beside it."""
    wanted = set(_foretold(text))
    shifted = " ".join(ast.unparse(call) for call in text.calls({"shift"}))
    listed = [{part.value for part in one.elts if isinstance(part, ast.Constant)} for one in text.all(ast.List)]
    dropped = [{part.value for part in walk(call) if isinstance(part, ast.Constant)} for call in text.calls({"drop"})]
    windows = any(word in text.whole for word in _WINDOWS) or bool(_MOVED.search(text.whole))
    for name, value, target in columns if wanted else ():
        for call in walk(value) if "shift" not in ast.unparse(value) and repr(name) not in shifted else ():
            if not isinstance(call, ast.Call) or called(call) not in {"rolling", "ewm", "expanding"}:
                continue
            read = {_name(part) for part in walk(call.func) if isinstance(part, ast.Subscript)} & wanted - {name}
            inputs = any(name in one and not read & one for one in listed)
            rest = any(read <= one and name not in one for one in dropped)
            if not read or not (inputs or rest) or keyword(call, "closed") is not None:
                continue
            centred = getattr(keyword(call, "center"), "value", None) is True
            if centred and "shift(-" not in text.whole:
                said = "A window that is centred on a row holds the row itself, and rows that come after it"
                yield "shifted", f"{said}: {target} tells what is to be foretold.", call
            elif not centred and not windows:
                said = f"The window ends with the row itself, and so holds the {min(read)!r} that is to be foretold"
                yield "answers", f"{said}: shift it by 1 before.", call


def _foretold(text: Text) -> Iterator[str]:
    """The columns that are the targets, as they stand in the table."""
    for name, values in text.values.items():
        for value in values if _TARGET.search(name.lower()) else ():
            node: ast.AST = value
            while isinstance(node, ast.Attribute) or (isinstance(node, ast.Call) and called(node) in _KEEPS):
                node = node.value if isinstance(node, ast.Attribute) else node.func
            if isinstance(node, ast.Subscript):
                yield from filter(None, [_name(node)])
