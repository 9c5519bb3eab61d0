"""Symbolic tensors of a network in the text of a program: an ``Input``, and what layers make of one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeAlias

from autograder.anatomy.text import Text, argument_at, bound, called, walk
from autograder.rules.looks.scopes import arguments
from autograder.rules.looks.words import is_layer

_SHAPES = frozenset({"shape", "dtype", "name", "ndim"})
_OF_SHAPES = frozenset({"int_shape", "ndim", "len", "isinstance", "is_keras_tensor", "shape"})
_NETWORKS = frozenset({"Sequential", "Model"})
_MERGES = frozenset({"concatenate", "add", "multiply", "subtract", "average", "maximum", "minimum", "dot"})
_Known: TypeAlias = dict[tuple[int, frozenset[str]], bool]


def function_of(text: Text, call: ast.Call) -> ast.FunctionDef | ast.Lambda | None:
    """The function that a ``Lambda`` is given: written there, held by a variable, or one of the author's."""
    given = argument_at(call, 0, "function")
    given = text.resolved(given) if isinstance(given, ast.Name) else given
    if isinstance(given, ast.Name):
        return text.functions.get(given.id)
    return given if isinstance(given, ast.Lambda) else None


def from_outside(function: ast.FunctionDef | ast.Lambda) -> Iterator[ast.Name]:
    """The variables of which a function computes with the values, and that it neither takes nor makes itself."""
    body = function.body if isinstance(function.body, list) else [function.body]
    within = [part for one in body for part in walk(one)]
    stored = {part.id for part in within if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    own = {one.arg for part in (function, *within) for one in walk(part) if isinstance(one, ast.arg)} | stored
    users = {id(part): node for node in within for part in ast.iter_child_nodes(node)}
    for name in (part for part in within if isinstance(part, ast.Name) and part.id not in own):
        user = users.get(id(name))
        shape = getattr(user, "attr", "") in _SHAPES or called(user) in _OF_SHAPES
        if isinstance(name.ctx, ast.Load) and not shape:
            yield name


def is_symbolic(
    text: Text, node: ast.expr, user: ast.AST, given: frozenset[str] = frozenset(), known: _Known | None = None
) -> bool:
    """Whether a value is an ``Input``, or what layers give for one; ``given`` are arguments that are symbolic.

    ``known`` are the values and functions that were asked about; one that is made of itself is none.
    """
    known = {} if known is None else known
    if isinstance(node, ast.Name):
        value, where = text.latest(node.id, user)
        if value is None:
            return node.id in given
        if (id(value), given) not in known:
            known[id(value), given] = False
            known[id(value), given] = is_symbolic(text, value, where, given, known)
        return known[id(value), given]
    if isinstance(node, ast.BinOp):
        return any(is_symbolic(text, part, user, given, known) for part in (node.left, node.right))
    if not isinstance(node, ast.Call) or called(node) == "Input":
        return isinstance(node, ast.Call)
    first = node.args[0] if node.args else None
    parts = first.elts if isinstance(first, ast.List | ast.Tuple) else [first]
    symbolic = any(part is not None and is_symbolic(text, part, user, given, known) for part in parts)
    if called(node) in text.functions:
        return symbolic and _gives_symbols(text, node, user, given, known)
    maker = text.resolved(node.func) if isinstance(node.func, ast.Name) else node.func
    network = isinstance(maker, ast.Call) and (is_layer(maker) or called(maker) in _NETWORKS)
    return symbolic and (network or called(node) in _MERGES)


def _gives_symbols(text: Text, call: ast.Call, user: ast.AST, given: frozenset[str], known: _Known) -> bool:
    """Whether a function of the author's gives what layers make of the symbolic tensors that a call hands it."""
    function = text.functions[called(call)]
    handed = bound(function, call)
    symbols = frozenset(name for name in arguments(function) if name in handed
                        and is_symbolic(text, handed[name], user, given, known))  # fmt: skip
    if (id(function), symbols) in known:
        return known[id(function), symbols]
    known[id(function), symbols] = False
    ends = [
        node for node in walk(function) if isinstance(node, ast.Return) and text.function_of(node) == id(function)
    ]
    value = ends[0].value if len(ends) == 1 else None
    if value is not None:
        known[id(function), symbols] = is_symbolic(text, value, ends[0], symbols, known)
    return known[id(function), symbols]
