"""What the ``get_config`` of a class of the author's tells of it, and so what Keras makes it again from."""

from __future__ import annotations

import ast
from typing import NamedTuple

from autograder.anatomy.text import called, constant, subject, walk
from autograder.rules.looks.scopes import methods

SETTLED = frozenset({"Layer", "Constraint", "Regularizer", "Initializer", "Loss", "LearningRateSchedule"})
"""Bases whose own ``get_config`` tells nothing of what an ``__init__`` of the author's takes."""
_SAME = frozenset({"copy", "deepcopy", "items", "list"})


class Told(NamedTuple):
    """The keys of the settings that a ``get_config`` returns, and the expression that holds them."""

    names: list[str]
    at: ast.expr


def init_of(kind: ast.ClassDef) -> ast.FunctionDef | None:
    """The ``__init__`` of a class."""
    return next((part for part in methods(kind) if part.name == "__init__"), None)


def told(method: ast.FunctionDef) -> Told | None:
    """What a ``get_config`` returns, beside what its base does; None if that is not known."""
    known: dict[str, list[str] | None] = {}
    for one in method.body:
        if isinstance(one, ast.Return) and one.value is not None:
            found = _keys(one.value, known)
            written = [node for node in walk(method) if isinstance(node, ast.Dict) and node.keys]
            return None if found is None else Told(found, written[0] if len(written) == 1 else one.value)
        if not _follow(one, known):
            return None
    return None


def _follow(one: ast.stmt, known: dict[str, list[str] | None]) -> bool:
    """Take in one statement; False if it does what is not followed."""
    if isinstance(one, ast.Assign) and len(one.targets) == 1:
        target = one.targets[0]
        if isinstance(target, ast.Name):
            known[target.id] = _keys(one.value, known)
            return True
        key = constant(target.slice) if isinstance(target, ast.Subscript) else None
        return isinstance(key, str) and _grow(known, getattr(target, "value", None), [key])
    if isinstance(one, ast.AugAssign) and isinstance(one.op, ast.BitOr):
        return _grow(known, one.target, _keys(one.value, known))
    if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and called(one.value) == "update":
        more = _keys(ast.Call(ast.Name("dict"), one.value.args, one.value.keywords), known)
        return _grow(known, getattr(one.value.func, "value", None), more)
    return isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)


def _grow(known: dict[str, list[str] | None], name: ast.AST | None, more: list[str] | None) -> bool:
    before = known.get(getattr(name, "id", ""))
    if before is None or more is None:
        return False
    known[getattr(name, "id", "")] = before + more
    return True


def _keys(node: ast.expr | None, known: dict[str, list[str] | None]) -> list[str] | None:
    """The keys of a dictionary that is written down, put together or that of the base."""
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.Add):
        return _joined([_keys(node.left, known), _keys(node.right, known)])
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        return _joined([_keys(value, known) if key is None else _key(key) for key, value in pairs])
    return _keys_of_call(node, known) if isinstance(node, ast.Call) else None


def _keys_of_call(call: ast.Call, known: dict[str, list[str] | None]) -> list[str] | None:
    """The keys of ``dict(base, units=3)``, of the dictionary of the base, of a copy."""
    if called(call) == "dict":
        named = [_keys(one.value, known) if one.arg is None else [one.arg] for one in call.keywords]
        return _joined([_keys(part, known) for part in call.args] + named)
    if called(call) == "get_config":
        of_base = ast.unparse(call.func).startswith("super(") or [*map(ast.unparse, call.args)] == ["self"]
        return [] if of_base else None
    first = call.args[0] if isinstance(call.func, ast.Name) and call.args else subject(call, {"copy"})
    return _keys(first, known) if called(call) in _SAME else None


def _key(node: ast.expr) -> list[str] | None:
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _joined(parts: list[list[str] | None]) -> list[str] | None:
    return None if any(part is None for part in parts) else [name for part in parts for name in part or ()]


def config_of(kind: ast.ClassDef) -> Told | None:
    """What a class tells of itself that Keras makes again by its ``__init__``; None if it does that itself."""
    own = {part.name: part for part in methods(kind)}
    plain = len(kind.bases) == 1 and "get_config" in own and "from_config" not in own
    return told(own["get_config"]) if plain else None
