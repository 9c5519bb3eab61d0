"""Which parts of a program can happen in one session, one after the other: not the two branches of an ``if``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text
from autograder.rules.looks.scopes import last_name, owner

_CALLERS = 3  # functions around a call, one within the other


def may_follow(text: Text, later: ast.expr, earlier: ast.expr) -> bool:
    """Whether one call may happen after another in the same session."""
    mine, others = _sites(text, later), _sites(text, earlier)
    taken = [_branches(text, site) for site in others]
    apart = any(_exclude(_branches(text, site), other) for site in mine for other in taken)
    before = text.function_of(later) == text.function_of(earlier) and _at(text, later) < _at(text, earlier)
    return not apart and not before


def _sites(text: Text, node: ast.expr, depth: int = _CALLERS) -> Iterator[ast.expr]:
    """Where a call happens: itself, and the calls of the function that it stands in."""
    function = owner(text, node)
    yield node
    for call in text.all(ast.Call) if function is not None and depth else ():
        if function is not None and last_name(call.func) == function.name and owner(text, call) is not function:
            yield from _sites(text, call, depth - 1)


def _branches(text: Text, node: ast.AST) -> dict[int, bool]:
    """The conditions that a part of the program stands under, by number, with whether they hold there."""
    found = {}
    parent = text.parents.get(id(node))
    while parent is not None:
        if isinstance(parent, ast.If) and node is not parent.test:
            found[id(parent)] = any(node is one for one in parent.body)
        node, parent = parent, text.parents.get(id(parent))
    return found


def _exclude(one: dict[int, bool], other: dict[int, bool]) -> bool:
    return any(one[condition] is not other[condition] for condition in one.keys() & other.keys())


def _at(text: Text, node: ast.AST) -> tuple[int, int]:
    place = text.place(node)
    return place.cell or 0, place.line
