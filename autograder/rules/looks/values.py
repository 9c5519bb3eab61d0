"""What a value was made by: through variables, tuples, dictionaries that a loop fills, lists, and functions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from autograder.anatomy.text import Text, bound, called, constant, targets_of
from autograder.rules.looks.changes import KEEPS, inner_of
from autograder.rules.looks.dataflow import (
    callers,
    function_of,
    is_certain,
    is_unpacked,
    place_of,
    result_of,
    unfolded,
)  # fmt: skip
from autograder.rules.looks.scopes import arguments, owner

_STEPS = 60  # on the way from a value to what made it
_STACKS = frozenset({"stack", "vstack", "concatenate", "clip", "maximum", "convert_to_tensor", "cast", "float"})
_ROWS = frozenset({"values", "T"})


@dataclass
class _Way:
    """Where a way stands: a value and who reads it.

    ``places`` are those to take from tuples, ``entered`` the functions that it went into, with the call of each, and
    ``steps`` those that it made, together with the ways beside it.
    """

    text: Text
    node: ast.expr
    user: ast.AST
    places: list[int] = field(default_factory=list)
    entered: dict[int, ast.Call] = field(default_factory=dict)
    steps: list[ast.expr] = field(default_factory=list)


def made_by(
    text: Text, node: ast.expr, user: ast.AST, wanted: Callable[[ast.expr], bool]
) -> tuple[ast.expr, ast.AST] | None:
    """The nearest value on the way to where a value comes from that is wanted, and who reads it.

    Rows may be chosen, and the form may change, but no number. None where the way cannot be followed.
    """
    return _followed(_Way(text, node, user), wanted)


def _followed(way: _Way, wanted: Callable[[ast.expr], bool]) -> tuple[ast.expr, ast.AST] | None:
    while len(way.steps) < _STEPS:
        way.steps.append(way.node)
        if wanted(way.node):
            return None if way.places else (way.node, way.user)
        if not _step(way):
            return None
    return None


def _step(way: _Way) -> bool:
    """Go one step back; False if there is none."""
    node = way.node
    if isinstance(node, ast.Name):
        return _of_variable(way, node.id)
    if isinstance(node, ast.Tuple | ast.List) and way.places:
        at = way.places.pop()
        return at < len(node.elts) and _to(way, node.elts[at])
    if isinstance(node, ast.ListComp | ast.GeneratorExp):
        del way.places[-1:]
        return _to(way, node.elt)
    if isinstance(node, ast.Subscript):
        return _of_part(way, node)
    if isinstance(node, ast.Attribute) and node.attr in _ROWS:
        return _to(way, node.value)
    return isinstance(node, ast.Call) and _of_call(way, node)


def _to(way: _Way, node: ast.expr, user: ast.AST | None = None) -> bool:
    way.node, way.user = node, way.user if user is None else user
    return True


def _of_variable(way: _Way, name: str) -> bool:
    value, where = way.text.latest(name, way.user)
    function = owner(way.text, way.user)
    if value is not None and value is not way.node:
        if not is_certain(way.text, where, way.user) or _is_changed(way, name, where):
            return False
        if is_unpacked(where, value):
            place = place_of(name, where)
            if place is None:
                return False
            way.places.append(place)
        grown = _appended(way, name, where) if isinstance(value, ast.List) and not value.elts else None
        return _to(way, grown) if grown is not None else _to(way, value, where)
    if function is None or name not in arguments(function):
        return False
    every = callers(way.text, function)
    call = way.entered.get(id(function), every[0] if len(every) == 1 else None)
    given = bound(function, call).get(name) if call is not None else None
    return given is not None and call is not None and _to(way, given, call)


def _is_changed(way: _Way, name: str, where: ast.AST) -> bool:
    """Whether a variable is changed in its place in the same function."""
    return (name, way.text.function_of(where)) in way.text.once(_changed_in_place)


def _changed_in_place(text: Text) -> Iterator[tuple[str, int]]:
    """The variables of ``y *= 2`` and ``y[:] = scaled``, each with its function."""
    for one in text.all(ast.AugAssign):
        yield getattr(one.target, "id", ""), text.function_of(one)
    for given in text.all(ast.Assign):
        target = given.targets[0]
        if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice | ast.Tuple):
            yield getattr(target.value, "id", ""), text.function_of(given)


def _appended(way: _Way, name: str, where: ast.AST) -> ast.expr | None:
    """What ``rows.append(…)`` puts into a list, if that is done in one place."""
    calls = [
        call for call in way.text.calls({"append"})
        if getattr(getattr(call.func, "value", None), "id", "") == name
        and way.text.function_of(call) == way.text.function_of(where)
    ]  # fmt: skip
    return calls[0].args[0] if len(calls) == 1 and calls[0].args else None


def _of_part(way: _Way, node: ast.Subscript) -> bool:
    """``data["test"]``, ``pair[1]``, ``rows[:100]``, ``table[["price"]]``."""
    key = constant(node.slice)
    if isinstance(key, str):
        given = _under(way, node.value, key)
        return given is not None and _to(way, *given)
    if type(key) is int and key >= 0 and _is_tuple(way, node.value):
        way.places.append(key)
    return _to(way, node.value)


def _is_tuple(way: _Way, node: ast.expr) -> bool:
    """Whether a value is a tuple rather than an array."""
    keyed = isinstance(node, ast.Subscript) and isinstance(constant(node.slice), str)
    found = unfolded(way.text, node, way.user)
    return keyed or isinstance(found, ast.Tuple)


def _under(way: _Way, holder: ast.expr, key: str) -> tuple[ast.expr, ast.AST] | None:
    """What stands under a key of a dictionary, which is written down or filled, by a loop for all keys."""
    beside = _Way(way.text, holder, way.user, [], way.entered, way.steps)
    found = _followed(beside, lambda node: isinstance(node, ast.Dict | ast.DictComp))
    if found is None:
        return None
    made, user = found
    if isinstance(made, ast.DictComp):
        return made.value, user
    named = targets_of(user.targets[0])[0] if isinstance(user, ast.Assign) else None
    filled = [
        one for one in way.text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Subscript) and isinstance(named, ast.Name)
        and getattr(one.targets[0].value, "id", "") == named.id
        and way.text.function_of(one) == way.text.function_of(user)
        and constant(one.targets[0].slice) in (None, key)
    ]  # fmt: skip
    written = [
        value for one, value in zip(getattr(made, "keys", []), getattr(made, "values", []), strict=True)
        if constant(one) == key
    ]  # fmt: skip
    if len(filled) + len(written) != 1:
        return None
    return (filled[0].value, filled[0]) if filled else (written[0], user)


def _of_call(way: _Way, call: ast.Call) -> bool:
    function = function_of(way.text, call.func)
    value, end = result_of(function, way.user)
    if value is not None and id(function) not in way.entered:
        way.entered[id(function)] = call
        return _to(way, value, end)
    if called(call) == "train_test_split" and way.places:
        at = way.places.pop() // 2
        return at < len(call.args) and _to(way, call.args[at])
    inner = inner_of(call, KEEPS | _STACKS)
    return inner is not None and _to(way, inner)
