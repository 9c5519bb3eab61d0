"""How the axes of an array lie, by the way in which the program made it: of a list, or with sizes that it named."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, owner_of, targets_of
from autograder.rules.looks.axes import asked_sizes, kept_from
from autograder.rules.looks.dataflow import is_certain, named, only_end, part_of, passed, result_of_call, written_down
from autograder.rules.looks.scopes import arguments, owner

_FOLLOWED = 12  # steps from an array to what made it
_THREE = 3
_FILLED = frozenset({"zeros", "empty", "ones", "full", "memmap"})
_TABLES = frozenset({"read_csv", "read_table", "read_fwf"})
_IN_ORDER = frozenset({"enumerate", "tqdm", "list", "tuple"})

Names = frozenset[tuple[str, int]]
"""Variables, each with a number for the function that it is of."""


class Origin(NamedTuple):
    """What made an array, if that is known, who reads this, and the variables that hold the array on its way."""

    made: ast.expr | None
    user: ast.AST
    held: Names


class Stacked(NamedTuple):
    """The axis of an array that counts the entries of a list, and how long that is, in every spelling."""

    axis: int
    lengths: frozenset[str]


def origins(text: Text, node: ast.expr, user: ast.AST) -> list[Origin]:
    """Where an array comes from; what one statement makes is held by all variables that hold any of it."""
    found = list(_origins(text, node, user, frozenset(), set()))
    return [
        one._replace(held=one.held.union(*(other.held for other in found if other.made is one.made))) for one in found
    ]


def _origins(text: Text, node: ast.expr, user: ast.AST, held: Names, seen: set[tuple[str, int]]) -> Iterator[Origin]:
    """Where an array comes from, by each caller of its function, behind steps that leave all axes but the first."""
    for _ in range(_FOLLOWED):
        before: ast.expr | None
        if isinstance(node, ast.Name):
            function = owner(text, user)
            before, giver = text.latest(node.id, user, changed=True)
            if before is None and function is not None and node.id in arguments(function):
                yield from _of_callers(text, function, node.id, held, seen)
                return
            held |= {(node.id, text.function_of(giver))}
            if before is None or not is_certain(text, giver, user):
                yield Origin(None, user, held)
                return
            before, user = part_of(text, node.id, giver, before)
        elif isinstance(node, ast.Subscript):
            before = node.value if _chooses_rows(node.slice) else None
        else:
            before, user = result_of_call(text, node, user)
            before = before or kept_from(text, node)
        if before is None or before is node:
            break
        node = before
    yield Origin(node, user, held)


def _of_callers(
    text: Text, function: ast.FunctionDef, name: str, held: Names, seen: set[tuple[str, int]]
) -> Iterator[Origin]:
    """What the callers of a function with one end give it; each function once."""
    argument = (name, id(function))
    if argument in seen:
        return
    seen.add(argument)
    given = passed(text, function, name) if only_end(function) is not None else []
    for value, call in given:
        yield from _origins(text, value, call, held | {argument}, seen)
    if not given:
        yield Origin(None, function, held)


def _chooses_rows(index: ast.expr) -> bool:
    """``rows[:100]``, ``rows[is_train]``, ``rows[~held_out]``, ``rows[y > 0]``."""
    return isinstance(index, ast.Slice | ast.Name | ast.Compare) or (
        isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.Invert)
    )


def length(text: Text, size: ast.expr, user: ast.AST) -> str:
    """A size in one spelling for all who mean it: its number, a list's ``len``, a variable; empty if not known."""
    value = text.resolved(size)
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
        return ast.unparse(value)
    if type(constant(value)) is int:
        return str(constant(value))
    if isinstance(value, ast.Call) and called(value) == "len" and len(value.args) == 1:
        return next(iter(_entries(text, value.args[0], user)), "")
    single = isinstance(size, ast.Name) and len(text.givers(size.id)) <= 1
    outer = isinstance(size, ast.Name) and any(not text.function_of(one) for one in text.givers(size.id))
    return f"{ast.unparse(size)} of {0 if outer else text.function_of(user)}" if single else ""


def _entries(text: Text, listed: ast.expr, user: ast.AST) -> list[str]:
    """How many entries a list has that has one name, or is written down, or which a loop goes through."""
    while called(listed) in _IN_ORDER and isinstance(listed, ast.Call) and listed.args:
        listed = listed.args[0]
    if called(listed) == "range" and isinstance(listed, ast.Call) and len(listed.args) == 1:
        return [found for found in [length(text, listed.args[0], user)] if found]
    single = isinstance(listed, ast.Name) and text.is_sure(listed.id) and len(text.givers(listed.id)) == 1
    entries = getattr(text.resolved(listed), "elts", [])
    written = bool(entries) and not any(isinstance(one, ast.Starred) for one in entries)
    return [f"len({ast.unparse(listed)})"] * single + [str(len(entries))] * written


def stacked(text: Text, origin: Origin) -> Stacked | None:
    """The axis that ``np.stack([read(name) for name in SIGNALS], axis=1)`` or ``np.array([…])`` makes of a list.

    With axis 1 only if the array is known to have three axes: of rows in one dimension, the second is the last.
    """
    made, at = origin.made, 0
    if isinstance(made, ast.Call) and called(made) == "stack":
        axis = argument_at(made, 1, "axis")
        number = constant(axis) if axis is not None else 0
        if type(number) is not int or number not in (0, 1) or not made.args:
            return None
        made, at = made.args[0], number
    listed = named(text, made, origin.user)[0] if made is not None else None
    part, many = _of_loop(text, made, listed, origin.user)
    if not many or (at == 1 and not (_is_table(text, part) or _has_third_axis(text, origin.held))):
        return None
    return Stacked(at, frozenset(many))


def _of_loop(
    text: Text, name: ast.expr | None, listed: ast.expr | None, user: ast.AST
) -> tuple[ast.expr | None, list[str]]:
    """One entry of a list that a loop makes, and for how many things it goes round; nothing for any other list."""
    if isinstance(listed, ast.ListComp) and len(listed.generators) == 1 and not listed.generators[0].ifs:
        return listed.elt, _entries(text, listed.generators[0].iter, user)
    if isinstance(listed, ast.List) and not listed.elts and isinstance(name, ast.Name):
        adds = [call for call in text.calls({"append", "extend", "insert"}) if owner_of(call) == name.id]
        around = text.parents.get(id(text.parents.get(id(adds[0])))) if len(adds) == 1 else None
        if isinstance(around, ast.For) and text.function_of(around) == text.function_of(user) and adds[0].args:
            return adds[0].args[0], _entries(text, around.iter, user)
    return None, []


def _is_table(text: Text, part: ast.expr | None) -> bool:
    """Whether an entry is the numbers of a whole table: ``pd.read_csv(path).values``."""
    part = None if part is None else written_down(text, part, part)[0]
    while getattr(part, "attr", "") == "values" or called(part) in {"to_numpy", "astype"}:
        part = getattr(getattr(part, "func", part), "value", None)
    return called(part) in _TABLES and isinstance(part, ast.Call) and not keyword(part, "squeeze", "usecols")


def _has_third_axis(text: Text, held: Names) -> bool:
    """Whether the program asks for the third axis of a variable that is given once."""
    once = {(name, function) for name, function in held if len(text.givers(name)) <= 1}
    return any(_is_of(text, part, once) for part in _of_three_axes(text))


def _of_three_axes(text: Text) -> Iterator[ast.expr]:
    """What the program asks for a third axis: ``x.mean(axis=(0, 2))``, ``x[:, :, 0]``, ``x.shape[2]``."""
    for call in text.all(ast.Call):
        if any(constant(axis) == 2 for axis in targets_of(keyword(call, "axis") or ast.Constant(0))):
            yield from (part for part in (getattr(call.func, "value", None), *call.args[:1]) if part is not None)
    for node in text.all(ast.Subscript):
        several = isinstance(node.slice, ast.Tuple) and len(node.slice.elts) >= _THREE
        if (
            several
            and "None" not in (spelt := ast.unparse(node.slice))
            and "newaxis" not in spelt
            and "..." not in spelt
        ):
            yield node.value
        if getattr(node.value, "attr", "") == "shape" and constant(node.slice) == _THREE - 1:
            yield node.value


def _is_of(text: Text, part: ast.expr, held: set[tuple[str, int]]) -> bool:
    """Whether this is one of some variables, or rows of one, or its shape."""
    while isinstance(part, ast.Subscript | ast.Attribute):
        if isinstance(part, ast.Subscript) and not _chooses_rows(part.slice):
            return False
        part = part.value
    name = getattr(part, "id", "")
    return (name, text.function_of(part)) in held or (name, 0) in held


def sizes_of(text: Text, origin: Origin) -> list[str]:
    """The sizes that an array was made with, by ``np.zeros((n, CHANNELS, STEPS))`` or by another ``reshape``."""
    made = origin.made
    if not isinstance(made, ast.Call):
        return []
    sizes = asked_sizes(made)[1] if called(made) == "reshape" and keyword(made, "order") is None else []
    shape = argument_at(made, 0, "shape") if called(made) in _FILLED else None
    if isinstance(shape, ast.Tuple | ast.List):
        sizes = shape.elts
    return [length(text, size, origin.user) for size in sizes]
