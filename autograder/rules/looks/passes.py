"""Two passes over a data set that mixes its rows anew in each: the labels of one, and the answers to the other."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, names, walk
from autograder.rules.looks.pipelines import FROM_FOLDERS, steps_before
from autograder.rules.looks.words import ASKS

_SAME_ROWS = frozenset({
    "prefetch", "map", "batch", "unbatch", "with_options", "ignore_errors", "padded_batch", "as_numpy_iterator",
})  # fmt: skip
_WRAPS = frozenset({"enumerate", "tqdm", "iter", "list"})
_KEEPS = frozenset({"append", "extend", "concatenate", "concat", "hstack", "append_all"})
_MOST = 50  # data sets of one program of which is asked where they come from
_COUNTS = frozenset({"len", "set", "unique", "bincount", "Counter", "sum", "max", "min"})


def answers_to_another_pass(text: Text) -> Iterator[tuple[str, ast.Call]]:
    """The calls of ``predict`` on a data set of which another pass gave the labels, each with its name."""
    loops: list[ast.For | ast.comprehension] = [*text.all(ast.For), *text.all(ast.comprehension)]
    names_of_rows = ((loop, _rows_of(loop.iter)) for loop in loops)
    gathered = {_given(text, rows) for loop, rows in names_of_rows if rows is not None and _keeps_labels(text, loop)}
    mixed: dict[tuple[str, int, int], bool] = {}
    for call in text.calls({"predict"}) if gathered else ():
        asked = argument_at(call, 0, "x")
        rows = _rows_of(asked) if asked is not None else None
        given = _given(text, rows) if rows is not None else None
        if rows is None or given is None or given not in gathered:
            continue
        if given not in mixed and len(mixed) < _MOST:
            mixed[given] = _mixes_anew(text, rows)
        if mixed.get(given):
            yield rows.id, call


def _given(text: Text, rows: ast.Name) -> tuple[str, int, int]:
    """What tells one data set under a name from another: its function, and what gave it last."""
    return rows.id, text.function_of(rows), id(text.latest(rows.id, rows)[0])


def _rows_of(node: ast.expr) -> ast.Name | None:
    """The variable of a data set, through steps that only hand on its rows and through ``enumerate``."""
    for _ in range(10):
        if isinstance(node, ast.Call) and called(node) in _WRAPS and isinstance(node.func, ast.Name) and node.args:
            node = node.args[0]
        elif isinstance(node, ast.Call) and called(node) in _SAME_ROWS and isinstance(node.func, ast.Attribute):
            node = node.func.value
    return node if isinstance(node, ast.Name) else None


def _keeps_labels(text: Text, loop: ast.For | ast.comprehension) -> bool:
    """Whether a loop over pairs keeps the second of each, and asks no model about the first."""
    target = loop.target
    if isinstance(target, ast.Tuple) and called(loop.iter) == "enumerate" and isinstance(target.elts[-1], ast.Tuple):
        target = target.elts[-1]
    if not isinstance(target, ast.Tuple) or len(target.elts) < 2:
        return False
    labels = {name for part in target.elts[1:] for name in names(part)}
    around = text.parents.get(id(loop)) if isinstance(loop, ast.comprehension) else loop
    inside = walk(around) if around is not None else []
    if any(isinstance(node, ast.Break) or called(node) in ASKS or called(node).endswith("model") for node in inside):
        return False
    if isinstance(loop, ast.comprehension):
        kept = getattr(around, "elt", None)
        return kept is not None and bool(names(kept) & labels) and not _is_counted(text, around)
    grown = [part for node in inside if called(node) in _KEEPS and isinstance(node, ast.Call) for part in node.args]
    grown += [node.value for node in inside if isinstance(node, ast.AugAssign)]
    return any(names(part) & labels and not any(called(node) in _COUNTS for node in walk(part)) for part in grown)


def _is_counted(text: Text, node: ast.AST | None) -> bool:
    """Whether nothing of the order is left of a value where it stands."""
    while node is not None and not isinstance(node, ast.stmt):
        if called(node) in _COUNTS:
            return True
        node = text.parents.get(id(node))
    return False


def _mixes_anew(text: Text, rows: ast.Name) -> bool:
    """Whether each pass over a data set has an order of its own; one that is cached keeps that of the first."""
    for step in steps_before(text, rows, rows):
        name = called(step)
        if name == "shuffle":
            return constant(keyword(step, "reshuffle_each_iteration")) is not False
        if name in FROM_FOLDERS or name == "list_files":
            return _shuffles(text, step)
        if name not in _SAME_ROWS:
            return False
    return False


def _shuffles(text: Text, reader: ast.Call) -> bool:
    """Whether what reads a folder mixes, as it does unless it is told otherwise; of two parts the second does not."""
    given = {one.arg: one.value for one in reader.keywords if one.arg is not None}
    for one in reader.keywords:
        told = text.resolved(one.value) if one.arg is None else None
        if isinstance(told, ast.Dict) and all(isinstance(key, ast.Constant) for key in told.keys):
            given |= {str(constant(key)): value for key, value in zip(told.keys, told.values, strict=True)}
        elif isinstance(told, ast.Call) and called(told) == "dict" and not told.args:
            given |= {str(part.arg): part.value for part in told.keywords}
        elif told is not None:
            return False
    mixed = "shuffle" not in given or constant(text.resolved(given["shuffle"])) is True
    return mixed and constant(given.get("subset")) != "both"
