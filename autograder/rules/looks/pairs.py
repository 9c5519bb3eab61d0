"""The rows and answers that a training is given: two arrays, or a pair from a function, a data set or a generator."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, keyword, targets_of, walk
from autograder.rules.looks.pipelines import is_certain, steps_before
from autograder.rules.looks.scopes import last_name, methods

_FOLLOWED = 8  # names and functions on the way from a value to where it is written down
_PAIR = (2, 3)  # rows and answers, and weights perhaps
_SAME_ITEMS = frozenset({
    "batch", "cache", "filter", "ignore_errors", "padded_batch", "prefetch", "repeat", "shuffle", "skip", "take",
    "unbatch", "with_options",
})  # fmt: skip


class Pair(NamedTuple):
    """Rows and answers as they are written down, the node that reads them, and the ``map`` that makes them."""

    rows: ast.expr
    answers: ast.expr
    user: ast.AST
    step: ast.Call | None = None


def pairs(text: Text, call: ast.Call) -> Iterator[Pair]:
    """What ``fit`` or ``evaluate`` is given, and what it validates on, as far as it is written down."""
    rows, answers = argument_at(call, 0, "x", "generator"), argument_at(call, 1, "y")
    if isinstance(rows, ast.Starred):
        yield from _of(text, rows.value, call)
    elif rows is not None and answers is not None:
        yield Pair(rows, answers, call)
    elif rows is not None:
        yield from _of(text, rows, call)
    checked = keyword(call, "validation_data")
    if checked is not None:
        yield from _of(text, checked, call)


def named(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.expr, ast.AST]:
    """What a variable was last given, as far as that is one value; and who reads it."""
    for _ in range(_FOLLOWED):
        value, where = text.latest(node.id, user) if isinstance(node, ast.Name) else (None, user)
        if value is not None and isinstance(node, ast.Name) and is_unpacked(where, value):
            value, where = part_of(text, node.id, where, value)
        if value is None or value is node or not is_certain(text, where, user):
            break
        node, user = value, where
    return node, user


def written_down(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.expr, ast.AST]:
    """Where a value is written down, behind names and functions of the author's with one end; and who reads it."""
    for _ in range(_FOLLOWED):
        node, user = named(text, node, user)
        value, end = result_of(function_of(text, node.func) if isinstance(node, ast.Call) else None, user)
        if value is None:
            break
        node, user = value, end
    return node, user


def is_unpacked(where: ast.AST, value: ast.expr) -> bool:
    """Whether a value is that of several variables together."""
    targets = where.targets if isinstance(where, ast.Assign) and where.value is value else []
    return any(isinstance(target, ast.Tuple | ast.List) for target in targets)


def part_of(text: Text, name: str, where: ast.AST, value: ast.expr) -> tuple[ast.expr | None, ast.AST]:
    """The part that a function of the author's returns for one of several variables."""
    made, user = result_of(function_of(text, value.func) if isinstance(value, ast.Call) else None, where)
    parts = targets_of(where.targets[0]) if isinstance(where, ast.Assign) else []
    at = [getattr(part, "id", "") for part in parts].index(name) if name in {*map(last_name, parts)} else len(parts)
    whole = isinstance(made, ast.Tuple) and len(made.elts) == len(parts) > at
    return (made.elts[at], user) if whole and isinstance(made, ast.Tuple) else (None, where)


def function_of(text: Text, node: ast.expr) -> ast.FunctionDef | ast.Lambda | None:
    """The function of the author's that is meant: by its name, with some arguments set, or written there."""
    if isinstance(node, ast.Call) and called(node) == "partial" and node.args:
        node = node.args[0]
    if isinstance(node, ast.Lambda):
        return node
    own = isinstance(node, ast.Name) or ast.unparse(getattr(node, "value", node)) in {"self", "cls"}
    return text.functions.get(last_name(node)) if own else None


def only_end(function: ast.AST | None) -> ast.Return | None:
    """The only ``return`` of a function."""
    ends = [node for node in walk(function) if isinstance(node, ast.Return)] if function is not None else []
    return ends[0] if len(ends) == 1 else None


def _of(text: Text, node: ast.expr, user: ast.AST) -> Iterator[Pair]:
    """The pairs that one value gives: a tuple, a generator of the author's, or a data set."""
    given, reader = written_down(text, node, user)
    if isinstance(given, ast.Tuple) and len(given.elts) in _PAIR:
        yield Pair(given.elts[0], given.elts[1], reader)
        return
    own = list(_of_own(text, given.func)) if isinstance(given, ast.Call) else []
    yield from own or _of_steps(text, node, user)


def _of_own(text: Text, made: ast.expr) -> Iterator[Pair]:
    """What a generator of the author's yields, or a class of batches returns for an index."""
    function: ast.AST | None = function_of(text, made)
    ends: list[ast.AST] = [one for one in walk(function) if isinstance(one, ast.Yield)] if function else []
    for kind in text.all(ast.ClassDef):
        for method in methods(kind) if kind.name == last_name(made) else ():
            if method.name == "__getitem__":
                ends += [one for one in walk(method) if isinstance(one, ast.Return)]
    for end in ends:
        value = getattr(end, "value", None)
        if isinstance(value, ast.Tuple) and len(value.elts) in _PAIR:
            yield Pair(value.elts[0], value.elts[1], end)


def _of_steps(text: Text, node: ast.expr, user: ast.AST) -> Iterator[Pair]:
    """What the last step of a pipeline that makes pairs makes: ``map``, ``from_tensor_slices``, ``zip``."""
    for step in steps_before(text, node, user):
        first = step.args[0] if step.args else None
        if called(step) in _SAME_ITEMS:
            continue
        if called(step) == "from_generator" and first is not None:
            yield from _of_own(text, getattr(getattr(first, "body", None), "func", first))
        if called(step) == "map" and first is not None:
            function = function_of(text, first)
            pair, reader = result_of(function, step)
            if isinstance(pair, ast.Tuple) and len(pair.elts) in _PAIR:
                if _hands_on(text, function, pair.elts[1], reader):
                    continue
                yield Pair(pair.elts[0], pair.elts[1], reader, step)
        elif called(step) in {"from_tensor_slices", "zip"} and isinstance(first, ast.Tuple):
            yield from [Pair(first.elts[0], first.elts[1], step)] if len(first.elts) in _PAIR else []
        return


def _hands_on(text: Text, function: ast.FunctionDef | ast.Lambda | None, part: ast.expr, user: ast.AST) -> bool:
    """Whether a function gives the answers that it gets, as they are."""
    asked = [one.arg for one in function.args.args][1:] if function is not None else []
    same = isinstance(part, ast.Name) and part.id in asked
    return same and (isinstance(function, ast.Lambda) or text.latest(ast.unparse(part), user)[0] is None)


def result_of(function: ast.FunctionDef | ast.Lambda | None, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a function gives, if it has one end, and the node that reads it."""
    if isinstance(function, ast.Lambda):
        return function.body, user
    end = only_end(function)
    return (end.value, end) if end is not None else (None, user)
