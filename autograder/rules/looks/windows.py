"""Windows of a series as the rows of an array: where each is cut, and whether they have steps in common."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.anatomy.text import (
    Text,
    argument_at,
    bound_or_default,
    called,
    constant,
    first_of,
    keyword,
    names,
    subject,
    targets_of,
    walk,
)
from autograder.rules.looks.dataflow import Function, callers, ends, function_of, is_unpacked, place_of, sources
from autograder.rules.looks.objects import method_of
from autograder.rules.looks.scopes import arguments, owner

_FOLLOWED = 24  # steps from an array to where its rows are made
_LIBRARIES = frozenset({"np", "numpy", "tf", "ops", "keras", "jnp", "pd"})
_KEEPS = frozenset({
    "array", "asarray", "stack", "astype", "reshape", "expand_dims", "list", "tuple", "copy", "convert_to_tensor",
    "constant", "cast", "float32", "nan_to_num", "ascontiguousarray",
})  # fmt: skip
_JOINS = frozenset({"concatenate", "vstack", "concat", "chain", "from_iterable"})
_VIEWS = frozenset({"sliding_window_view", "view_as_windows"})


@dataclass(frozen=True)
class _Rows:
    """An array or a list, or one of its rows: its expression, who reads it, and the calls that the way has entered.

    ``deep`` is how many more times rows are to be taken of it, ``places`` which parts of tuples.
    """

    node: ast.expr
    user: ast.AST
    deep: int = 1
    places: tuple[int, ...] = ()
    entered: dict[int, ast.Call] = field(default_factory=dict)


def overlapping(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether the rows of an array are windows of a series that have steps in common."""
    todo = [_Rows(node, user)]
    for rows in todo:
        if rows.deep == 0 and _is_cut_by_a_loop(text, rows):
            return True
        views = rows.deep == 1 and not rows.places and _is_view(text, rows)
        if views:
            return True
        if len(todo) < _FOLLOWED:
            todo += _behind(text, rows)
    return False


def _behind(text: Text, rows: _Rows) -> Iterator[_Rows]:
    """One step back from an array, or from one of its rows."""
    node = rows.node
    if isinstance(node, ast.Name):
        yield from _of_variable(text, rows, node.id)
    elif isinstance(node, ast.Tuple) and rows.places:
        at = rows.places[-1]
        yield from [_step(rows, node.elts[at], places=rows.places[:-1])] if at < len(node.elts) else []
    elif isinstance(node, ast.ListComp | ast.GeneratorExp) and rows.deep:
        yield _step(rows, node.elt, node, deep=rows.deep - 1)
    elif isinstance(node, ast.List | ast.Tuple) and rows.deep:
        yield from (_step(rows, one, deep=rows.deep - 1) for one in node.elts)
    elif isinstance(node, ast.BinOp) and not rows.places:
        yield _step(rows, node.left)
    elif (
        isinstance(node, ast.Subscript) and rows.deep and not any(isinstance(p, ast.Slice) for p in walk(node.slice))
    ):
        yield _step(rows, node.value)
    elif isinstance(node, ast.Call):
        yield from _of_call(text, rows, node)


def _step(rows: _Rows, node: ast.expr, user: ast.AST | None = None, **other: Any) -> _Rows:
    return replace(rows, node=node, user=rows.user if user is None else user, **other)


def _of_variable(text: Text, rows: _Rows, name: str) -> Iterator[_Rows]:
    looped = _loop_of(text, name, rows.user)
    if looped is not None:
        loop, at = looped
        yield _step(rows, loop.iter, loop, deep=rows.deep + 1, places=(*rows.places, *at))
        return
    value, where = text.latest(name, rows.user)
    function = owner(text, rows.user)
    if value is None and function is not None and name in arguments(function):
        every = callers(text, function)
        call = rows.entered.get(id(function), every[0] if len(every) == 1 else None)
        given = bound_or_default(function, call).get(name) if call is not None else None
        yield from [_step(rows, given, call)] if given is not None else []
    elif value is not None and isinstance(value, ast.List) and not value.elts and rows.deep:
        yield from _grown(text, rows, name, where)
    elif value is not None and not is_unpacked(where, value):
        yield _step(rows, value, where)
    elif value is not None and (place := place_of(name, where)) is not None:
        yield _step(rows, value, where, places=(*rows.places, place))


def _loop_of(text: Text, name: str, user: ast.AST) -> tuple[ast.For, tuple[int, ...]] | None:
    """The loop around a node that gives a variable, and the place of this among those that it gives."""
    above = text.parents.get(id(user))
    while above is not None and not isinstance(above, ast.FunctionDef):
        if isinstance(above, ast.For) and name in names(above.target):
            if isinstance(above.target, ast.Name):
                return above, ()
            listed = [getattr(one, "id", "") for one in targets_of(above.target)]
            return (above, (listed.index(name),)) if name in listed else None
        above = text.parents.get(id(above))
    return None


def _grown(text: Text, rows: _Rows, name: str, where: ast.AST) -> Iterator[_Rows]:
    """What ``rows.append(…)``, ``rows.extend(…)`` and ``rows += …`` put into a list."""
    scope = text.function_of(where)
    for call in text.calls({"append", "extend"}):
        mine = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == name
        if mine and text.function_of(call) == scope and len(call.args) == 1:
            yield _step(rows, call.args[0], call, deep=rows.deep - (called(call) == "append"))
    for one in text.all(ast.AugAssign):
        if getattr(one.target, "id", "") == name and text.function_of(one) == scope and isinstance(one.op, ast.Add):
            yield _step(rows, one.value, one)


def _of_call(text: Text, rows: _Rows, call: ast.Call) -> Iterator[_Rows]:
    function = function_of(text, call.func) or method_of(text, call)
    if function is not None:
        yield from _of_function(text, rows, call, function)
    elif called(call) in _JOINS and call.args and not rows.places:
        yield _step(rows, call.args[0], deep=rows.deep + 1)
    elif called(call) in _KEEPS and (inner := subject(call, _LIBRARIES)) is not None:
        yield _step(rows, inner)


def _of_function(text: Text, rows: _Rows, call: ast.Call, function: Function) -> Iterator[_Rows]:
    """What a function gives, or each time that it yields."""
    if id(function) in rows.entered:
        return
    entered = {**rows.entered, id(function): call}
    if isinstance(function, ast.Lambda):
        given = {one.arg: value for one, value in zip(function.args.args, call.args, strict=False)}
        left = function.body.left if isinstance(function.body, ast.BinOp) else function.body
        yield from [_step(rows, given[name], entered=entered) for name in sorted(names(left) & given.keys())]
        return
    for end in ends(function):
        yield from [_step(rows, end.value, end, entered=entered)] if end.value is not None else []
    given_one_by_one = [one for one in walk(function) if isinstance(one, ast.Yield) and one.value is not None]
    for one in given_one_by_one if rows.deep else []:
        if one.value is not None and text.function_of(one) == id(function):
            yield _step(rows, one.value, one, deep=rows.deep - 1, entered=entered)


def _is_view(text: Text, rows: _Rows) -> bool:
    """``sliding_window_view(x, 64)[::16]``, ``tf.signal.frame(x, 64, 16)``."""
    node: ast.expr = rows.node
    step: ast.expr = ast.Constant(1)
    if isinstance(node, ast.Subscript):
        cut = first_of(node.slice)
        rest = isinstance(cut, ast.Slice) and cut.lower is None and cut.upper is None
        node, step = node.value, (cut.step or step) if rest and isinstance(cut, ast.Slice) else ast.Constant(None)
    if not isinstance(node, ast.Call):
        return False
    if called(node) in _VIEWS:
        width = argument_at(node, 1, "window_shape")
        step = keyword(node, "step") or step
    elif called(node) == "frame" and node is rows.node and ast.unparse(node.func).startswith(("tf.", "tensorflow.")):
        width, step = argument_at(node, 1, "frame_length"), argument_at(node, 2, "frame_step") or ast.Constant(None)
    else:
        return False
    return width is not None and _is_shorter(text, step, width, rows)


def _is_cut_by_a_loop(text: Text, rows: _Rows) -> bool:
    """Whether a row is cut, as ``x[i : i + 64]``, by a loop around it that goes on by less than the width."""
    loops = list(_loops_around(text, rows.user))
    at = rows.places[-1] if rows.places else 0
    listed = rows.node.elts if isinstance(rows.node, ast.Tuple) and rows.places else [rows.node]
    for part in sources(text, listed[at], rows.user) if at < len(listed) else ():
        cut = first_of(part.slice) if isinstance(part, ast.Subscript) else None
        if isinstance(cut, ast.Slice) and cut.step is None and cut.lower is not None and cut.upper is not None:
            width = _width(cut.lower, cut.upper)
            for target, step in loops:
                moved = names(cut.lower) & names(target) and names(cut.upper) & names(target)
                if moved and width is not None and _is_shorter(text, step, width, rows):
                    return True
    return False


def _loops_around(text: Text, node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The variables of the loops over numbers in which something happens, each with the step that it goes on by."""
    above: ast.AST | None = node
    while above is not None and not isinstance(above, ast.FunctionDef):
        made = above.generators if isinstance(above, ast.ListComp | ast.GeneratorExp) else [above]
        for loop in (one for one in made if isinstance(one, ast.For | ast.comprehension)):
            rounds = loop.iter
            if isinstance(rounds, ast.Call) and called(rounds) in {"range", "arange"}:
                yield loop.target, rounds.args[2] if len(rounds.args) > 2 else ast.Constant(1)
        if isinstance(above, ast.While):
            for one in (part for body in above.body for part in walk(body) if isinstance(part, ast.AugAssign)):
                if isinstance(one.op, ast.Add) and isinstance(one.target, ast.Name):
                    yield one.target, one.value
        above = text.parents.get(id(above))


def _width(low: ast.expr, high: ast.expr) -> ast.expr | None:
    """How many steps ``x[i : i + 64]`` or ``x[i - 64 : i]`` has; None if that is not known."""
    if isinstance(high, ast.BinOp) and isinstance(high.op, ast.Add):
        for one, other in ((high.left, high.right), (high.right, high.left)):
            if ast.unparse(one) == ast.unparse(low):
                return other
    if isinstance(low, ast.BinOp) and isinstance(low.op, ast.Sub) and ast.unparse(low.left) == ast.unparse(high):
        return low.right
    return None


def _is_shorter(text: Text, step: ast.expr, width: ast.expr, rows: _Rows) -> bool:
    """Whether a step is shorter than a window, for certain."""
    halved = isinstance(step, ast.BinOp) and isinstance(step.op, ast.FloorDiv) and (constant(step.right) or 0) > 1
    if halved and isinstance(step, ast.BinOp) and ast.unparse(step.left) == ast.unparse(width):
        return True
    numbers = [_number(text, one, rows) for one in (step, width)]
    one_by_one = numbers[0] == 1 and numbers[1] is None and not isinstance(width, ast.Constant)
    return one_by_one or (None not in numbers and 0 < (numbers[0] or 0) < (numbers[1] or 0))


def _number(text: Text, node: ast.expr, rows: _Rows, left: int = 6) -> float | None:
    """A number, under whatever name, or what arithmetic gives; None for anything else."""
    if isinstance(node, ast.Name) and left:
        function = owner(text, rows.user)
        if function is not None and node.id in arguments(function):
            given = [(bound_or_default(function, call).get(node.id), call) for call in callers(text, function)]
            found = {
                None if one is None else _number(text, one, replace(rows, user=call), max(left - 2, 0))
                for one, call in given
            }
            return found.pop() if len(found) == 1 else None
        value = text.resolved(node)
        value = value if value is not node else text.latest(node.id, rows.user)[0] or node
        return _number(text, value, rows, left - 1) if value is not node else None
    if called(node) in {"int", "round"} and isinstance(node, ast.Call) and len(node.args) == 1:
        inner = _number(text, node.args[0], rows, left)
        return None if inner is None else int(inner)
    if isinstance(node, ast.BinOp) and left:
        first, second = _number(text, node.left, rows, left - 1), _number(text, node.right, rows, left - 1)
        return None if first is None or second is None else _reckoned(node.op, first, second)
    value = constant(node)
    return value if type(value) in (int, float) else None


def _reckoned(operator: ast.operator, first: float, second: float) -> float | None:
    known = {ast.Add: first + second, ast.Sub: first - second, ast.Mult: first * second}
    if second:
        known |= {ast.FloorDiv: first // second, ast.Div: first / second}
    return known.get(type(operator))
