"""Objects of classes that the author wrote: of which class one is, and what a method gives that is called on it."""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, targets_of
from autograder.rules.looks.dataflow import is_certain, is_unpacked, only_end, passed
from autograder.rules.looks.scopes import attributes, last_name, methods, owner

_FOLLOWED = 5  # names on the way from an object to where it is made


def method_of(text: Text, call: ast.Call) -> ast.FunctionDef | None:
    """The method of the author's that is called: ``data.arrays(part)`` of ``data = Listings(path)``."""
    kind = class_of(text, call.func.value, call) if isinstance(call.func, ast.Attribute) else None
    found = [one for one in methods(kind) if one.name == last_name(call.func)] if kind is not None else []
    return found[0] if len(found) == 1 else None


def class_of(text: Text, node: ast.expr, user: ast.AST, left: int = _FOLLOWED) -> ast.ClassDef | None:
    """The class of the author's that an object is of, or that is meant itself; None if that is not known."""
    kinds = {kind.name: kind for kind in text.all(ast.ClassDef)}
    if isinstance(node, ast.Call):
        return kinds.get(called(node)) if isinstance(node.func, ast.Name) else None
    if isinstance(node, ast.Name) and node.id in kinds:
        return kinds[node.id]
    given = _given(text, node, user) if kinds and left else []
    found = [class_of(text, value, where, left - 1) for value, where in given]
    return found[0] if found and all(one is found[0] for one in found) else None


def _given(text: Text, node: ast.expr, user: ast.AST) -> list[tuple[ast.expr, ast.AST]]:
    """What a variable, an argument or an attribute holds, and who reads it."""
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self":
        values = [value for kind in text.all(ast.ClassDef) for value in attributes(kind).get(node.attr, ())]
        return [(value, value) for value in values]
    if not isinstance(node, ast.Name):
        return []
    value, where = text.latest(node.id, user)
    if value is None:
        return passed(text, owner(text, user), node.id)
    return [(value, where)] if is_certain(text, where, user) else []


def given_once(text: Text, node: ast.expr, user: ast.AST) -> ast.expr | None:
    """What an attribute is given, if one statement does, also in a class of the author's; None for anything else."""
    if not isinstance(node, ast.Attribute):
        return None
    spelt = ast.unparse(node)
    given = [one.value for one in text.all(ast.Assign) if spelt in map(ast.unparse, one.targets)]
    kind = class_of(text, node.value, user) if not given else None
    given = attributes(kind).get(node.attr, []) if kind is not None else given
    return given[0] if len(given) == 1 else None


def from_method(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.expr, ast.AST] | None:
    """What a method with one end gives for a call, or for a variable that holds it or a part; and who reads it."""
    at, parts = None, 0
    call: ast.expr | None = node
    if isinstance(node, ast.Name):
        call, where = text.latest(node.id, user)
        if call is None or not is_certain(text, where, user):
            return None
        if isinstance(where, ast.Assign) and is_unpacked(where, call):
            names = [last_name(part) for part in targets_of(where.targets[0])]
            at, parts = (names.index(node.id) if names.count(node.id) == 1 else len(names)), len(names)
    end = only_end(method_of(text, call)) if isinstance(call, ast.Call) else None
    value = end.value if end is not None else None
    if end is None or value is None or at is None:
        return (value, end) if end is not None and value is not None else None
    whole = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == parts > at
    return (value.elts[at], end) if whole and isinstance(value, ast.Tuple | ast.List) else None
