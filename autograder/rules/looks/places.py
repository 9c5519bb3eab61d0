"""Arguments that are given by position: what stands in the place of which one."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence

from autograder.anatomy.text import Text, called
from autograder.rules.looks.scopes import last_name, own_names

Wrong = Callable[[Text, ast.expr, ast.expr], bool]
"""Whether a value, which the program writes as the second node, can never be meant for an argument."""


def misplaced(
    text: Text, kinds: Mapping[str, Sequence[Wrong | None]], names: Mapping[str, Sequence[str]]
) -> Iterator[tuple[ast.Call, ast.expr, str]]:
    """The calls of some classes, with what stands in a wrong place, and the argument that has this place."""
    for call in text.calls(set(kinds) - own_names(text)):
        if any(isinstance(given, ast.Starred) for given in call.args):
            continue
        for given, wrong, name in zip(call.args, kinds[called(call)], names[called(call)], strict=False):
            if wrong is not None and wrong(text, text.resolved(given), given):
                yield call, given, name
                break


def is_number(node: ast.expr) -> bool:
    """``3``, ``0.5``, ``1 / 255``: a number that is written there, and no truth value."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Div | ast.Mult | ast.Pow) and is_number(node.left) and is_number(node.right)
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def is_text(node: ast.expr) -> bool:
    """A text that is written there."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_truth(node: ast.expr) -> bool:
    """``True`` or ``False``."""
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def is_function(text: Text, node: ast.expr) -> bool:
    """A function of the author's, written there or by its name, or one that prepares images."""
    return isinstance(node, ast.Lambda) or last_name(node) in text.functions or last_name(node) == "preprocess_input"
