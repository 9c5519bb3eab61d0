"""The rows and answers that a training is given: two arrays, or a pair from a function, a data set or a generator."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, keyword, walk
from autograder.rules.looks.dataflow import function_of, result_of, written_down
from autograder.rules.looks.pipelines import steps_before
from autograder.rules.looks.scopes import last_name, methods

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
