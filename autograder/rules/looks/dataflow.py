"""The way back from a value: to what a variable was given, what a function gives, and what its callers pass to it.

``behind`` goes one step back from a variable, ``passed`` from an argument of the author's function, and
``result_of_call`` from a call of one. Whole ways back go ``unfolded``, behind other names; ``named`` and
``written_down``, to the one value that it is for certain; ``sources`` and ``traced``, to all that it is computed of.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TypeAlias, TypeVar

from autograder.anatomy.text import Text, bases, bound, called, constant, keyword, targets_of, walk
from autograder.rules.looks.scopes import arguments, last_name, owner

_FOLLOWED = 8  # names and functions on the way from a value to where it is written down
_SOURCES = 100  # values that one is made of
_NO_PLACE = re.compile(r"init=False|kw_only|KW_ONLY|ClassVar")
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef)

Function: TypeAlias = ast.FunctionDef | ast.Lambda
Given = TypeVar("Given", bound=ast.expr | None)
Reading: TypeAlias = tuple[ast.expr, ast.AST]
"""A value, and the node that reads it, for which the variables in it hold what they hold."""


def cases(text: Text, node: ast.AST) -> Iterator[tuple[int, bool]]:
    """The conditions under which a node happens in its function, each with whether it is the other case of it."""
    inner, outer = node, text.parents.get(id(node))
    while outer is not None and not isinstance(outer, ast.FunctionDef):
        if isinstance(outer, ast.If):
            yield id(outer), inner in outer.orelse
        inner, outer = outer, text.parents.get(id(outer))


def is_certain(text: Text, given: ast.AST, user: ast.AST) -> bool:
    """Whether a value is given under no condition but those under which it is used."""
    return not set(cases(text, given)) - set(cases(text, user))


def function_of(text: Text, node: ast.AST | None) -> Function | None:
    """The function of the author's that is meant: by its name, with some arguments set, or written there."""
    if isinstance(node, ast.Call) and called(node) == "partial" and node.args:
        node = node.args[0]
    if isinstance(node, ast.Lambda):
        return node
    own = isinstance(node, ast.Name) or ast.unparse(getattr(node, "value", node) or ast.Pass()) in {"self", "cls"}
    return text.functions.get(last_name(node)) if own and node is not None else None


def ends(function: ast.AST | None) -> list[ast.Return]:
    """The places where a function returns, and not those of functions that it holds."""
    if function is None:
        return []
    inner = {id(part) for node in walk(function) if node is not function and isinstance(node, _SCOPES)
             for part in walk(node)}  # fmt: skip
    return [node for node in walk(function) if isinstance(node, ast.Return) and id(node) not in inner]


def returned(function: ast.AST | None) -> list[ast.expr]:
    """The values that a function returns."""
    return [end.value for end in ends(function) if end.value is not None]


def only_end(function: ast.AST | None) -> ast.Return | None:
    """The only ``return`` of a function."""
    found = ends(function)
    return found[0] if len(found) == 1 else None


def result_of(function: Function | None, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a function gives, if it has one end, and the node that reads it."""
    if isinstance(function, ast.Lambda):
        return function.body, user
    end = only_end(function)
    return (end.value, end) if end is not None else (None, user)


def result_of_call(text: Text, node: ast.expr | None, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a call of a function of the author's gives, if that has one end, and the node that reads it."""
    return result_of(function_of(text, node.func) if isinstance(node, ast.Call) else None, user)


def callers(text: Text, function: ast.FunctionDef) -> list[ast.Call]:
    """The calls of a function; those of its class, if it is what makes an object of it."""
    outer = text.parents.get(id(function))
    made = isinstance(outer, ast.ClassDef) and function.name == "__init__"
    return list(text.calls({outer.name if made and isinstance(outer, ast.ClassDef) else function.name}))


def passed(text: Text, function: ast.FunctionDef | None, name: str) -> list[Reading]:
    """What the callers of a function pass for one of its arguments, each with its call."""
    if function is None or name not in arguments(function):
        return []
    every = [(bound(function, call).get(name), call) for call in callers(text, function)]
    return [(value, call) for value, call in every if value is not None]


def held(text: Text, name: str, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a variable was last given; for an argument of a function that is called once, what this call passes."""
    value, where = text.latest(name, user)
    function = owner(text, user) if value is None else None
    method = function is not None and isinstance(text.parents.get(id(function)), ast.ClassDef)
    found = passed(text, function, name) if not method else []
    only = function is not None and len(found) == 1 == len(callers(text, function))
    return found[0] if only else (value, where)


def is_unpacked(where: ast.AST, value: ast.expr) -> bool:
    """Whether a value is that of several variables together."""
    targets = where.targets if isinstance(where, ast.Assign) and where.value is value else []
    return any(isinstance(target, ast.Tuple | ast.List) for target in targets)


def place_of(name: str, where: ast.AST) -> int | None:
    """The place of a variable among those that a statement gives together."""
    targets = targets_of(where.targets[0]) if isinstance(where, ast.Assign) else []
    listed = [getattr(target, "id", "") for target in targets]
    spread = any(isinstance(target, ast.Starred) for target in targets)
    return listed.index(name) if name in listed and not spread else None


def part_of(text: Text, name: str, where: ast.AST, value: ast.expr) -> tuple[ast.expr | None, ast.AST]:
    """What a statement gives a variable: of several that a function returns together the one for it, None if that is
    not known; any other value as it is."""
    if not is_unpacked(where, value):
        return value, where
    made, user = result_of_call(text, value, where)
    at = place_of(name, where)
    listed = made.elts if isinstance(made, ast.Tuple) else []
    return (listed[at], user) if at is not None and at < len(listed) else (None, where)


def parts_of(text: Text, name: str, where: ast.AST, value: ast.expr) -> list[Reading]:
    """The array of which ``train_test_split`` gave a variable its rows; the part that a function of the author's
    returns for it, with what the function was given; any other value as it is."""
    at = place_of(name, where) if is_unpacked(where, value) else None
    if at is None or not isinstance(value, ast.Call):
        return [(value, where)]
    if called(value) == "train_test_split" and at // 2 < len(value.args):
        return [(value.args[at // 2], where)]
    every = [(getattr(end.value, "elts", []), end) for end in ends(function_of(text, value.func))]
    if not every or any(at >= len(listed) for listed, _ in every):
        return [(value, where)]
    passed_on = (*value.args, *(one.value for one in value.keywords))
    return [*((listed[at], end) for listed, end in every), *((part, where) for part in passed_on)]


def behind(text: Text, name: str, user: ast.AST) -> list[Reading]:
    """What a variable was last given, or, for an argument, what each caller passes."""
    value, where = text.latest(name, user)
    return passed(text, owner(text, user), name) if value is None else parts_of(text, name, where, value)


def unfolded(text: Text, node: Given, user: ast.AST) -> Given | ast.expr:
    """What a variable holds, as far as it is only another name."""
    found: Given | ast.expr = node
    for _ in range(_FOLLOWED):
        value, where = held(text, found.id, user) if isinstance(found, ast.Name) else (None, user)
        if value is None or value is found:
            break
        found, user = value, where
    return found


def named(text: Text, node: ast.expr, user: ast.AST) -> Reading:
    """What a variable was last given, as far as that is one value for certain; and who reads it."""
    for _ in range(_FOLLOWED):
        value, where = held(text, node.id, user) if isinstance(node, ast.Name) else (None, user)
        if value is None or value is node or not isinstance(node, ast.Name):
            break
        value, where = part_of(text, node.id, where, value)
        if value is None or not (isinstance(where, ast.Call) or is_certain(text, where, user)):
            break
        node, user = value, where
    return node, user


def written_down(text: Text, node: ast.expr, user: ast.AST, left: int = _FOLLOWED) -> Reading:
    """Where a value is written down, behind names, functions of the author's with one end, and parts of what these
    keep together; and who reads it."""
    for step in range(left):
        node, user = named(text, node, user)
        value, end = result_of_call(text, node, user)
        if value is None:
            value, end = _kept_part(text, node, user, left - step - 1)
        if value is None:
            break
        node, user = value, end
    return node, user


def _kept_part(text: Text, node: ast.expr, user: ast.AST, left: int) -> tuple[ast.expr | None, ast.AST]:
    """``train[1]`` of a tuple that is written down, ``train["y"]`` of a dictionary or ``train.y`` of a record that no
    statement changes, and ``y`` that ``(x, y), (z, w) = parts()`` gives."""
    if isinstance(node, ast.Name):
        return _part_of_parts(text, node.id, user, left)
    key = constant(node.slice) if isinstance(node, ast.Subscript) else getattr(node, "attr", None)
    if not isinstance(node, ast.Subscript | ast.Attribute) or not isinstance(key, int | str):
        return None, user
    made, where = written_down(text, node.value, user, left)
    if isinstance(node, ast.Attribute):
        return (_field(text, made, node.attr), where) if not _is_set(text, node.attr) else (None, user)
    if isinstance(made, ast.Tuple):
        return _entry(made, key), where
    keys = [constant(one) for one in made.keys] if isinstance(made, ast.Dict) else []
    if not isinstance(made, ast.Dict) or keys.count(key) != 1 or None in keys or _is_stored(text, key):
        return None, user
    return made.values[keys.index(key)], where


def _part_of_parts(text: Text, name: str, user: ast.AST, left: int) -> tuple[ast.expr | None, ast.AST]:
    """What the only statement that gives a variable gives it, as a part of one of its parts."""
    found = [
        (one, at, place) for one in text.all(ast.Assign) for at, part in enumerate(targets_of(one.targets[0]))
        if isinstance(part, ast.Tuple | ast.List) for place, inner in enumerate(part.elts)
        if getattr(inner, "id", "") == name
    ]  # fmt: skip
    if len(found) != 1 or text.givers(name) or not text.is_sure(name) or not is_certain(text, found[0][0], user):
        return None, user
    one, *places = found[0]
    made: ast.expr | None = one.value
    where: ast.AST = one
    spread = any(isinstance(part, ast.Starred) for part in walk(one.targets[0]))
    own = text.function_of(one) in (0, text.function_of(user))
    for at in places if own and not spread else ():
        made, where = written_down(text, made, where, left) if made is not None else (None, where)
        made = _entry(made, at)
    return (made, where) if made is not one.value else (None, user)


def _entry(made: ast.expr | None, at: int | str) -> ast.expr | None:
    """An entry of a tuple that is written down, by its number."""
    listed = made.elts if isinstance(made, ast.Tuple) else []
    spread = any(isinstance(part, ast.Starred) for part in listed)
    return listed[at] if isinstance(at, int) and at < len(listed) and not spread else None


def _field(text: Text, made: ast.expr, name: str) -> ast.expr | None:
    """What a field of a dataclass, a named tuple or a ``SimpleNamespace`` was given."""
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Name):
        return None
    kinds = [kind for kind in text.all(ast.ClassDef) if kind.name == made.func.id]
    record = len(kinds) == 1 and (
        "NamedTuple" in bases(kinds[0]) or any("dataclass" in ast.unparse(one) for one in kinds[0].decorator_list)
    )
    plain = record and not bases(kinds[0]) - {"NamedTuple"} and not _NO_PLACE.search(ast.unparse(kinds[0]))
    body = kinds[0].body if plain else []
    fields = [getattr(one.target, "id", "") for one in body if isinstance(one, ast.AnnAssign)]
    given = keyword(made, name) if record or called(made) == "SimpleNamespace" else None
    at = fields.index(name) if name in fields and not any(isinstance(one, ast.Starred) for one in made.args) else -1
    return given or (made.args[at] if 0 <= at < len(made.args) else None)


def _is_set(text: Text, name: str) -> bool:
    """Whether any statement may set an attribute."""
    stored = any(one.attr == name and not isinstance(one.ctx, ast.Load) for one in text.all(ast.Attribute))
    return stored or any(text.calls({"setattr"}))


def _is_stored(text: Text, key: str | int) -> bool:
    """Whether any statement may store something under a key."""
    stored = [node.slice for node in text.all(ast.Subscript) if not isinstance(node.ctx, ast.Load)]
    return any(constant(one) in (key, None) for one in stored) or any(text.calls({"update", "setdefault"}))


def sources(text: Text, node: ast.expr, user: ast.AST) -> Iterator[ast.AST]:
    """All that a value is computed of in its function: its own parts, and those of the variables that it reads."""
    todo, seen = [(node, user)], {id(node)}
    for one, where in todo:
        for part in walk(one):
            yield part
            value, giver = text.latest(part.id, where) if isinstance(part, ast.Name) else (None, where)
            if value is not None and id(value) not in seen and len(seen) < _SOURCES:
                seen.add(id(value))
                todo.append((value, giver))


def traced(
    text: Text, node: ast.expr, user: ast.AST, depth: int = _FOLLOWED, seen: set[int] | None = None
) -> Iterator[ast.AST]:
    """All that a value is computed of: as ``sources``, also in functions that it went through and by callers."""
    seen = set() if seen is None else seen
    for part in walk(node):
        yield part
        for value, reader in _origins(text, part.id, user) if isinstance(part, ast.Name) and depth else ():
            if value is not node and id(value) not in seen:
                seen.add(id(value))
                yield from traced(text, value, reader, depth - 1, seen)


def _origins(text: Text, name: str, user: ast.AST) -> list[Reading]:
    """What stands behind a variable, or what the function of this name gives."""
    found = behind(text, name, user)
    return found or [(end.value, end) for end in ends(text.functions.get(name)) if end.value is not None]
