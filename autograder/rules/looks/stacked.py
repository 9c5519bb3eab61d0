"""Labels that a program puts together class by class, in loops over the classes or over the files of each."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from itertools import chain

from autograder.anatomy.text import Text, argument_at, bound, called, first_of, names, targets_of, walk
from autograder.rules.looks.dataflow import returned

_JOINS = frozenset({"append", "concatenate", "concat", "hstack"})
_LOOPS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
_LISTS_FOLDERS = frozenset({"listdir", "iterdir", "scandir"})


def stacked(text: Text) -> set[str]:
    """The variables that hold labels class by class."""
    loops = text.all(ast.For)
    filled = {(id(loop), name): loop for loop in loops for name in _filled(text, loop)}
    once = {name for (_, name), loop in filled.items() if not _is_repeated_itself(text, loop)}
    return once | set(_loop_after_loop(text, loops))


def _is_repeated_itself(text: Text, loop: ast.For) -> bool:
    """Whether a loop stands in another, or in a function that one calls: then the classes come again and again."""
    todo: list[ast.AST] = [loop]
    seen: set[str] = set()
    for node in todo:
        above = text.parents.get(id(node))
        while above is not None and not isinstance(above, ast.FunctionDef):
            if isinstance(above, _LOOPS):
                return True
            above = text.parents.get(id(above))
        if above is not None and above.name not in seen:
            seen.add(above.name)
            todo += text.calls({above.name})
    return False


def _filled(text: Text, loop: ast.For) -> Iterator[str]:
    """The lists and arrays that a loop over the classes fills with the class of the round, row after row."""
    numbers = _numbers(text, loop)
    body = [node for part in loop.body for node in walk(part)] if numbers else []
    inner = [part for node in body if isinstance(node, ast.For) for part in node.body]
    one_by_one = {id(node) for part in inner for node in walk(part)}
    many = {name: call for one in loop.body for name, call in _from_function(text, one, numbers)}
    for node in body:
        owner, value = _grown(node)
        each = called(node) == "append" and id(node) in one_by_one and _is_number(value, numbers)
        whole = value is not None and (_is_repeated(value, numbers) or getattr(value, "id", "") in many)
        if owner and (each or whole):
            yield owner


def _numbers(text: Text, loop: ast.For) -> set[str]:
    """The variables that hold the number, or the name, of the class of a round."""
    first, listed = first_of(loop.target), text.resolved(loop.iter)
    own = {first.id} if isinstance(first, ast.Name) else set()
    if called(loop.iter) in {"enumerate", "range"}:
        return own
    if called(loop.iter) == "items" and isinstance(loop.target, ast.Tuple) and isinstance(loop.iter, ast.Call):
        table = text.resolved(getattr(loop.iter.func, "value", loop.iter))
        return names(loop.target.elts[-1]) if isinstance(table, ast.Dict) and _differ(table.values) else set()
    within = listed.args[0] if called(listed) == "sorted" and isinstance(listed, ast.Call) and listed.args else listed
    distinct = called(within) in _LISTS_FOLDERS or _differ(getattr(listed, "elts", []))
    found = own if distinct else set()
    for one in loop.body:
        places = one.value if isinstance(one, ast.Assign) and called(one.value) == "index" else None
        if isinstance(places, ast.Call) and ast.unparse(getattr(places.func, "value", places)) == ast.unparse(
            loop.iter
        ):
            found |= names(one.targets[0]) if isinstance(one, ast.Assign) else set()
    return found


def _differ(values: list[ast.expr]) -> bool:
    known = [value.value for value in values if isinstance(value, ast.Constant)]
    return len(values) > 1 and len(set(known)) == len(values)


def _grown(node: ast.AST) -> tuple[str, ast.expr | None]:
    """The variable that a statement or a call makes longer, and by what."""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        return getattr(node.target, "id", ""), node.value
    if isinstance(node, ast.Assign):
        name, value = getattr(node.targets[0], "id", ""), node.value
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and getattr(value.left, "id", "") == name:
            return name, value.right
        given = value.args if isinstance(value, ast.Call) and called(value) in _JOINS else []
        parts = [*chain.from_iterable(targets_of(part) for part in given)]
        return (name, parts[1]) if len(parts) > 1 and getattr(parts[0], "id", "") == name else ("", None)
    if isinstance(node, ast.Call) and called(node) in {"append", "extend"} and len(node.args) == 1:
        return getattr(getattr(node.func, "value", None), "id", ""), node.args[0]
    return "", None


def _is_number(one: ast.expr | None, numbers: Set[str]) -> bool:
    """``label``, or ``label - 1``."""
    moved = isinstance(one, ast.BinOp) and isinstance(one.op, ast.Add | ast.Sub)
    one = one.left if moved and isinstance(one, ast.BinOp) and isinstance(one.right, ast.Constant) else one
    return isinstance(one, ast.Name) and one.id in numbers


def _is_repeated(given: ast.expr, numbers: Set[str]) -> bool:
    """``[label] * count``, ``[label for _ in rows]``, ``np.full(count, label)``, ``np.ones(count) * label``."""
    if isinstance(given, ast.BinOp) and isinstance(given.op, ast.Mult):
        sides = [given.left, given.right]
        listed = [side.elts for side in sides if isinstance(side, ast.List)]
        ones = any(called(side) == "ones" for side in sides) and any(_is_number(side, numbers) for side in sides)
        return ones or any(len(parts) == 1 and _is_number(parts[0], numbers) for parts in listed)
    if isinstance(given, ast.ListComp):
        return _is_number(given.elt, numbers - {name for one in given.generators for name in names(one.target)})
    if not isinstance(given, ast.Call) or called(given) not in {"full", "repeat"}:
        return False
    return _is_number(argument_at(given, 1 if called(given) == "full" else 0, "fill_value", "a"), numbers)


def _from_function(text: Text, one: ast.stmt, numbers: Set[str]) -> Iterator[tuple[str, ast.Call]]:
    """The variables of ``rows, labels = read(folder, number)`` to which a function of the author's gives labels."""
    call = one.value if isinstance(one, ast.Assign) else None
    function = text.functions.get(called(call))
    if function is None or not isinstance(call, ast.Call) or not isinstance(one, ast.Assign):
        return
    asked = {name for name, value in bound(function, call).items() if name and _is_number(value, numbers)}
    ends = returned(function)
    for end in ends if len(ends) == 1 and asked else ():
        for target, part in zip(targets_of(one.targets[0]), targets_of(end), strict=False):
            if isinstance(target, ast.Name) and names(part) & set(_labelled(function, asked)):
                yield target.id, call


def _labelled(function: ast.FunctionDef, numbers: Set[str]) -> Iterator[str]:
    """The variables of a function that hold one and the same label for each row."""
    for node in walk(function):
        owner, value = _grown(node)
        if owner and called(node) == "append" and _is_number(value, numbers):
            yield owner
        if isinstance(node, ast.Assign) and _is_repeated(node.value, numbers):
            yield from names(node.targets[0])


def _loop_after_loop(text: Text, loops: list[ast.For]) -> Iterator[str]:
    """``labels.append(0)`` for all files of one folder, and then ``labels.append(1)`` for those of another."""
    given: dict[tuple[int, str], list[object]] = {}
    for loop in loops:
        for one in loop.body:
            owner, value = _grown(one.value) if isinstance(one, ast.Expr) else ("", None)
            if owner and isinstance(value, ast.Constant) and not _is_repeated_itself(text, loop):
                given.setdefault((text.function_of(loop), owner), []).append(value.value)
    for (_, owner), values in given.items():
        every = [
            call for call in text.calls({"append"}) if getattr(getattr(call.func, "value", None), "id", "") == owner
        ]
        if len(values) > 1 and len(set(values)) == len(values) == len(every):
            yield owner
