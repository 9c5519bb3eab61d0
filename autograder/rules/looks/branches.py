"""Which parts of a program can happen in one session, one after the other: not the two branches of an ``if``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text
from autograder.rules.looks.dataflow import callers
from autograder.rules.looks.scopes import owner


def may_follow(text: Text, later: ast.expr, earlier: ast.expr) -> bool:
    """Whether one call may happen after another in the same session."""
    mine, others = _conditions(text, later), _conditions(text, earlier)
    apart = any((condition, not holds) in others for condition, holds in mine)
    before = text.function_of(later) == text.function_of(earlier) and _at(text, later) < _at(text, earlier)
    return not apart and not before


def _conditions(text: Text, call: ast.expr) -> set[tuple[int, bool]]:
    """The conditions that a call stands under, by number, with whether they hold there; and those of its callers."""
    sites, asked, found = [call], set[int](), set[tuple[int, bool]]()
    for site in sites:
        found.update(_branches(text, site))
        function = owner(text, site)
        if function is None or id(function) in asked:
            continue
        asked.add(id(function))
        sites += [one for one in callers(text, function) if owner(text, one) is not function]
    return found


def _branches(text: Text, node: ast.AST) -> Iterator[tuple[int, bool]]:
    parent = text.parents.get(id(node))
    while parent is not None:
        if isinstance(parent, ast.If) and node is not parent.test:
            yield id(parent), any(node is one for one in parent.body)
        node, parent = parent, text.parents.get(id(parent))


def _at(text: Text, node: ast.AST) -> tuple[int, int]:
    place = text.place(node)
    return place.cell or 0, place.line
