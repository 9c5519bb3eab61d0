"""Where a number comes from that a program is told: an argument, a field, a key of a dictionary, an option."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.command_line import defaults
from autograder.anatomy.text import Text, argument_at, bound, called, constant, defaults_of, keyword
from autograder.rules.looks.dataflow import callers, is_certain
from autograder.rules.looks.scopes import arguments, attributes, last_name, owner

_MOST = 200  # values on all ways to one number


class Source(NamedTuple):
    """What stands at the end of a way, and the names on it: of variables, arguments, fields, keys and options."""

    value: ast.expr
    names: frozenset[str]


def sources_of(text: Text, node: ast.expr, user: ast.AST) -> list[Source]:
    """All that a setting may be, by whichever way; what cannot be followed is an end as well. Each value is seen
    once."""
    todo, seen, found = [(node, user, frozenset[str]())], {id(node)}, []
    for value, where, met in todo:
        behind = list(_behind(text, value, where)) if len(seen) < _MOST else []
        names = met | ({_name(value)} - {""})
        if not behind:
            found.append(Source(value, names))
        for given, reader in behind:
            if id(given) not in seen:
                seen.add(id(given))
                todo.append((given, reader, names))
    return found


def _name(node: ast.expr) -> str:
    """The name by which a setting is read; empty if there is none."""
    key = _key(node)
    return key or (last_name(node) if isinstance(node, ast.Name | ast.Attribute | ast.Constant) else "")


def _key(node: ast.expr) -> str:
    """The key in ``config["rate"]`` and ``config.get("rate", 0.5)``."""
    if isinstance(node, ast.Subscript):
        found = constant(node.slice)
    else:
        found = constant(node.args[0]) if isinstance(node, ast.Call) and called(node) == "get" and node.args else None
    return found if isinstance(found, str) else ""


def _behind(text: Text, node: ast.expr, user: ast.AST) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What a setting is read from, with who reads that; nothing where that is not known."""
    if isinstance(node, ast.Name):
        yield from _of_variable(text, node.id, user)
    elif isinstance(node, ast.Attribute):
        yield from ((given, given) for given in _of_field(text, node.attr))
    elif _key(node):
        yield from ((given, given) for given in _of_key(text, _key(node)))
        yield from ((given, user) for given in getattr(node, "args", [])[1:2])
    elif isinstance(node, ast.Call) and called(node) in {"float", "field"}:
        given = argument_at(node, 0, "default")
        yield from [(given, user)] if given is not None else []


def _of_variable(text: Text, name: str, user: ast.AST) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What a variable was last given, by each of the ways on which it may be, or else by callers."""
    value, where = text.latest(name, user)
    function = owner(text, user)
    asked = function is not None and name in arguments(function)
    if value is not None:
        plain = isinstance(where, ast.Assign) and any(getattr(one, "id", "") == name for one in where.targets)
        yield from [(value, where)] if plain or value is not getattr(where, "value", None) else []
        if is_certain(text, where, user):
            return
        near = [one for one in text.givers(name) if text.function_of(one) == text.function_of(where)]
        yield from ((one.value, one) for one in near if one is not where)
    if function is not None and asked:
        yield from _of_callers(text, function, name)


def _of_callers(text: Text, function: ast.FunctionDef, name: str) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What an argument is given, or is if nobody gives it."""
    given = [(bound(function, call).get(name), call) for call in callers(text, function)]
    default = defaults_of(function).get(name)
    told: list[ast.expr | None] = [default] if not all(one for one, _ in given) or not given else []
    told += _options(text, name) if not given and default is None else []
    yield from ((one, call) for one, call in given if one is not None)
    if any(one is None and None in bound(function, call) for one, call in given):
        told = [*_of_key(text, name)]
    yield from ((one, one) for one in told if one is not None)


def _of_field(text: Text, name: str) -> list[ast.expr]:
    """What classes, assignments and the command line give to a field of this name, or else dictionaries to a key."""
    found = [given for kind in text.all(ast.ClassDef) for given in _of_class(text, kind, name)]
    for assigned in text.all(ast.Assign):
        target = assigned.targets[0]
        if isinstance(target, ast.Attribute) and target.attr == name and last_name(target.value) != "self":
            found.append(assigned.value)
    found += _options(text, name)
    return found or [*_of_key(text, name)]


def _of_class(text: Text, kind: ast.ClassDef, name: str) -> Iterator[ast.expr]:
    """What a class says of a field, its methods give to it, and its callers, if it is a dataclass."""
    yield from attributes(kind).get(name, [])
    for one in kind.body:
        targets = one.targets if isinstance(one, ast.Assign) else [getattr(one, "target", None)]
        if isinstance(one, ast.Assign | ast.AnnAssign) and any(getattr(part, "id", "") == name for part in targets):
            yield from [one.value] if one.value is not None else []
            yield from _of_objects(text, kind, name) if isinstance(one, ast.AnnAssign) else []


def _of_objects(text: Text, kind: ast.ClassDef, name: str) -> Iterator[ast.expr]:
    """What the callers of a dataclass, or of what changes an object of it, give to a field."""
    fields = [getattr(one.target, "id", "") for one in kind.body if isinstance(one, ast.AnnAssign)]
    for call in text.calls({kind.name, "replace", "_replace"}):
        at = fields.index(name) if called(call) == kind.name and not kind.bases else len(call.args)
        yield from call.args[at : at + 1]
        yield from (given.value for given in call.keywords if given.arg in (name, None))


def _options(text: Text, name: str) -> Iterator[ast.expr]:
    """The defaults of an option."""
    return (default for option, default in defaults(text.all(ast.Call)) if option == name)


def _of_key(text: Text, name: str) -> Iterator[ast.expr]:
    """What stands under a key in the dictionaries of a program."""
    for one in text.all(ast.Dict):
        yield from (value for key, value in zip(one.keys, one.values, strict=True) if constant(key) == name)
    for call in text.calls({"dict", "update", "Namespace", "SimpleNamespace", "ConfigDict"}):
        yield from (part for part in [keyword(call, name)] if part is not None)
    for given in text.all(ast.Assign):
        if isinstance(given.targets[0], ast.Subscript) and constant(given.targets[0].slice) == name:
            yield given.value
