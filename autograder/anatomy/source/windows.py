"""Targets of series that are no step ahead of what the model is given, as the text of a program shows them."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import Any

from autograder.anatomy.source.lookup import Found, Text, argument_at, assigned, called, names

_KEEPS_ROWS = frozenset(
    {"reshape", "expand_dims", "astype", "array", "asarray", "to_numpy", "float32", "cast", "constant"}
)
_LIBRARIES = frozenset({"np", "numpy", "tf", "ops"})
_DECODES = ("initial_state", "use_causal_mask")
_TARGETS = re.compile(r"^(self\.)?_?(y|target|label|output|answer|next)")
_DRAWS = ("random", "shuffle", "permutation", "noise", "choice")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _without_offset(text)
    yield from _within(text)
    yield from _listed(text)
    if any(word in text.whole for word in _DECODES):
        yield from _not_shifted(text)


def _without_offset(text: Text) -> Found:
    """``timeseries_dataset_from_array(series, series, 90)``: the target of a window is that of its first row."""
    for call in text.calls({"timeseries_dataset_from_array"}):
        data = argument_at(call, 0, "data")
        targets = argument_at(call, 1, "targets")
        length = text.argument(call, 2, "sequence_length")
        if data is None or targets is None or getattr(length, "value", None) == 1:
            continue
        (rows, columns), (answers, column) = _rows(text, data), _rows(text, targets)
        if rows and rows == answers and columns in ("", column):
            said = "The target of a window belongs to its first row, and here it is the number in that row"
            yield "not ahead", f"{said}: give targets that begin where the first window ends.", targets


def _rows(text: Text, node: ast.expr) -> tuple[str, str]:
    """Which rows of which variable these are, and which of their columns, empty for all; as they are spelt."""
    columns = ""
    for _ in range(20):
        owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if isinstance(node, ast.Call) and called(node) in _KEEPS_ROWS and owner is not None:
            library = ast.unparse(owner).split(".")[0] in _LIBRARIES or ast.unparse(owner) == "keras.ops"
            inner = (*node.args, None)[0] if library else owner
            if inner is None:
                return "", ""
            node = inner
        elif isinstance(node, ast.Attribute) and node.attr == "values":
            node = node.value
        elif isinstance(node, ast.Subscript) and _column(node.slice) is not None:
            if columns and _column(node.slice):
                return "", ""
            columns, node = columns or _column(node.slice) or "", node.value
        elif isinstance(node, ast.Name) and text.resolved(node) is not node and _keeps(text.resolved(node)):
            node = text.resolved(node)
        else:
            break
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and isinstance(node.value, ast.Name):
        lower = node.slice.lower
        return f"{node.value.id}[{'0' if lower is None else ast.unparse(lower)}:]", columns
    return (f"{node.id}[0:]", columns) if isinstance(node, ast.Name) else ("", "")


def _keeps(node: ast.expr) -> bool:
    cut = isinstance(node, ast.Subscript) and (_column(node.slice) is not None or isinstance(node.slice, ast.Slice))
    return cut or called(node) in _KEEPS_ROWS or isinstance(node, ast.Name) or getattr(node, "attr", "") == "values"


def _column(index: ast.expr) -> str | None:
    """The columns that an index chooses, all rows being kept: empty for all of them; None if it cuts rows."""
    if isinstance(index, ast.Constant) and isinstance(index.value, str):
        return repr(index.value)
    if not isinstance(index, ast.Tuple) or not index.elts or not _is_all(index.elts[0]):
        return None
    chosen = [part for part in index.elts[1:] if not _is_all(part) and not _adds_axis(part)]
    return ", ".join(map(ast.unparse, chosen))


def _is_all(index: ast.expr) -> bool:
    whole = isinstance(index, ast.Slice) and index.lower is index.upper is index.step is None
    return whole or (isinstance(index, ast.Constant) and index.value is ...)


def _adds_axis(index: ast.expr) -> bool:
    return (isinstance(index, ast.Constant) and index.value is None) or ast.unparse(index).endswith("newaxis")


def _within(text: Text) -> Found:
    """``x.append(series[i : i + n])`` and ``y.append(series[i + n - 1])``: the window ends with its target."""
    for loop in text.all(ast.For):
        held = assigned(loop.body)
        held |= {name.id: part for one in loop.body if isinstance(one, ast.Assign)
                 for name, part in _side_by_side(one) if isinstance(name, ast.Name)}  # fmt: skip
        kept = [(ast.unparse(call.func), _resolved(call.args[0], held)) for call in _appends(loop)]
        cuts = [(to, part) for to, part in kept if isinstance(part, ast.Subscript)]
        for to, window in cuts:
            for other, answer in cuts:
                if to != other and _TARGETS.search(other.lower()) and _holds(window, answer, held):
                    said = f"{ast.unparse(answer)} stands in the window {ast.unparse(window)} already"
                    yield "not ahead", f"{said}: the model need only repeat it.", answer


def _listed(text: Text) -> Found:
    """The same in two comprehensions over the same numbers."""
    found = []
    for one in text.all(ast.Assign):
        value = one.value.args[0] if called(one.value) in {"array", "asarray"} and one.value.args else one.value  # type: ignore[attr-defined]
        if (
            isinstance(value, ast.ListComp)
            and isinstance(value.elt, ast.Subscript)
            and isinstance(one.targets[0], ast.Name)
        ):
            rounds = " ".join(map(ast.unparse, value.generators))
            found.append((one.targets[0].id, rounds, text.function_of(one), value.elt))
    for name, rounds, scope, answer in found:
        for other, *same, window in found:
            if (
                name != other
                and same == [rounds, scope]
                and _TARGETS.search(name.lower())
                and _holds(window, answer, {})
            ):
                said = f"{ast.unparse(answer)} stands in the window {ast.unparse(window)} already"
                yield "not ahead", f"{said}: the model need only repeat it.", answer


def _side_by_side(one: ast.Assign) -> list[tuple[ast.expr, ast.expr]]:
    """The pairs of ``window, answer = series[i:j], series[j]``."""
    target, value = one.targets[0], one.value
    if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple):
        return []
    return list(zip(target.elts, value.elts, strict=False))


def _resolved(node: ast.expr, held: dict[str, ast.expr]) -> ast.expr:
    return held.get(node.id, node) if isinstance(node, ast.Name) else node


def _appends(loop: ast.For) -> list[ast.Call]:
    """The calls of ``append`` that each round makes."""
    made = [one.value for one in loop.body if isinstance(one, ast.Expr)]
    return [call for call in made if isinstance(call, ast.Call) and called(call) == "append" and len(call.args) == 1]


def _holds(window: ast.Subscript, answer: ast.Subscript, held: dict[str, ast.expr]) -> bool:
    """Whether a window holds the one row, or the one number, that is cut out as its answer."""
    (rows, columns), (row, column) = _parts(window.slice), _parts(answer.slice)
    same = ast.unparse(window.value) == ast.unparse(answer.value)
    if (
        not same
        or not isinstance(rows, ast.Slice)
        or isinstance(row, ast.Slice)
        or rows.step
        or columns not in ("", column)
    ):
        return False
    begin, end, place = (None if node is None else _sum(node, held) for node in (rows.lower, rows.upper, row))
    if end is None or place is None or begin is None:
        return False
    before, after = _difference(end, place), _difference(place, begin)
    return (before is not None and before > 0 and (after is None or after >= 0)) or (
        after is not None and after >= 0 and before is None
    )


def _parts(index: ast.expr) -> tuple[ast.expr, str]:
    if isinstance(index, ast.Tuple) and index.elts:
        return index.elts[0], ", ".join(ast.unparse(part) for part in index.elts[1:] if not _is_all(part))
    return index, ""


def _sum(node: ast.expr, held: dict[str, ast.expr], sign: int = 1) -> Counter[str] | None:
    """A sum of variables and whole numbers, each with how often it is added; None for anything else."""
    if isinstance(node, ast.Name) and node.id in held and node.id not in names(held[node.id]):
        return _sum(held[node.id], held, sign)
    if isinstance(node, ast.Name | ast.Attribute):
        return Counter({ast.unparse(node): sign})
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return Counter({"": sign * node.value})
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left = _sum(node.left, held, sign)
        right = _sum(node.right, held, sign if isinstance(node.op, ast.Add) else -sign)
        if left is not None and right is not None:
            left.update(right)
            return left
    return None


def _difference(left: Counter[str], right: Counter[str]) -> int | None:
    """How much more one sum is than another, if that is a number."""
    names_of = {name for name in (*left, *right) if name and left[name] != right[name]}
    return None if names_of else left[""] - right[""]


def _not_shifted(text: Text) -> Found:
    """``fit([source, decoder_input], decoder_target)``, where the last two were filled with the same numbers."""
    for call in text.calls({"fit"}):
        given = argument_at(call, 0, "x")
        target = argument_at(call, 1, "y")
        listed = given.elts if isinstance(given, ast.List | ast.Tuple) else []
        for one in listed if isinstance(target, ast.Name) else ():
            if not isinstance(one, ast.Name) or not isinstance(target, ast.Name) or one.id == target.id:
                continue
            mine, theirs = (text.values.get(name, []) for name in (target.id, one.id))
            alike = len(mine) == len(theirs) == 1 and ast.unparse(mine[0]) == ast.unparse(theirs[0])
            fills = _fills(text, target.id)
            plain = (
                alike and not isinstance(mine[0], ast.Constant) and not any(w in ast.unparse(mine[0]) for w in _DRAWS)
            )
            if plain and {*fills} == {*_fills(text, one.id)}:
                said = f"{target.id} is the same as {one.id}, and not one step ahead of it"
                yield (
                    "not ahead",
                    f"{said}: the decoder need only copy what it is given.",
                    next(iter(fills.values()), mine[0]),
                )


def _fills(text: Text, name: str) -> dict[tuple[str, str, int], ast.expr]:
    """The assignments to parts of an array: where, what, and in which block."""
    nodes: list[Any] = [*text.all(ast.For), *text.all(ast.If), *text.all(ast.While), *text.all(ast.With)]
    blocks = {id(one): id(node) for node in nodes for one in node.body}
    given = [(one, one.targets[0], one.value) for one in text.all(ast.Assign)]
    given += [(one, one.target, one.value) for one in text.all(ast.AugAssign)]  # type: ignore[misc]
    return {
        (ast.unparse(target.slice), ast.unparse(value), blocks.get(id(one), 0)): target
        for one, target, value in given
        if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") == name
    }
