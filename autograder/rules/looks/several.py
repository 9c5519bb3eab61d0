"""Targets that hold several labels in a row, or none, as the text of a program shows it."""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, names, owner_of, walk
from autograder.rules.looks.dataflow import traced

_SEVERAL = re.compile(
    r"\b(labels?|tags|genres|categories|topics) (per|in each|of each|for each|in a|of a)\b|multi-?label", re.I
)
_COUNTS = frozenset({"bincount", "value_counts", "Counter", "hist", "histplot", "countplot"})
_IN_LISTS = frozenset({"explode", "stack"})
_ONE_OF_THEM = frozenset({"argmax", "idxmax"})
_PAIR = 2  # an index of a row and of a column


def are_several(text: Text, answers: ast.expr, user: ast.AST) -> bool:
    """Whether targets that a node uses are made of lists of labels, or counted by the row."""
    if not any(word in text.whole for word in ("get_dummies", "sum(", "] = 1")):
        return False
    parts = list(traced(text, answers, user))
    made = {called(part) for part in parts if isinstance(part, ast.Call)}
    shared = any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div) for part in parts)
    if shared or made & _ONE_OF_THEM:
        return False
    if "get_dummies" in made and made & _IN_LISTS:
        return True
    if any(isinstance(part, ast.Call) and _splits(part) for part in parts):
        return True
    known = {ast.unparse(part) for part in parts if isinstance(part, ast.Name | ast.Subscript)}
    return _filled_by_lists(text, known) or _counted(text, known)


def _splits(call: ast.Call) -> bool:
    """``table["tags"].str.get_dummies(sep=",")``."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    of_text = called(call) == "get_dummies" and isinstance(owner, ast.Attribute) and owner.attr == "str"
    return of_text and isinstance(constant(argument_at(call, 0, "sep")), str)


def _filled_by_lists(text: Text, known: set[str]) -> bool:
    """``for i, tags in enumerate(lists): for tag in tags: y[i, number[tag]] = 1``."""
    return any(
        _is_filled(outer, inner, one, known)
        for outer in text.all(ast.For)
        for inner in outer.body
        for one in (inner.body if isinstance(inner, ast.For) else ())
    )


def _is_filled(outer: ast.For, inner: ast.stmt, one: ast.stmt, known: set[str]) -> bool:
    """Whether an inner loop over what an outer one gives puts ones into the columns of its row."""
    if not isinstance(inner, ast.For) or not isinstance(one, ast.Assign) or constant(one.value) != 1:
        return False
    target = one.targets[0]
    index = target.slice if isinstance(target, ast.Subscript) else None
    if not isinstance(target, ast.Subscript) or not isinstance(index, ast.Tuple) or len(index.elts) != _PAIR:
        return False
    given, read = names(outer.target), names(inner.target)
    row, column = (names(part) for part in index.elts)
    by_row = row <= given and not row & read and bool(column & read) and bool(names(inner.iter) & given)
    return by_row and ast.unparse(target.value) in known


def _counted(text: Text, known: set[str]) -> bool:
    """``print("labels per comment:", np.bincount(y.sum(axis=1)))``, where no row is left out for its count."""
    sums = [call for call in text.calls({"sum"}) if _by_row(call) and _core(owner_of(call)) in known]
    if not sums or any(_is_one(text, call) for call in sums):
        return False
    for statement in text.statements:
        inside = walk(statement) if isinstance(statement, ast.Expr) else []
        counting = [part for part in inside if called(part) in _COUNTS and any(call in walk(part) for call in sums)]
        said = " ".join(str(part.value) for part in inside if isinstance(part, ast.Constant))
        if counting and _SEVERAL.search(said):
            return True
    return False


def _by_row(call: ast.Call) -> bool:
    return constant(argument_at(call, 0, "axis")) in (1, -1) or constant(keyword(call, "axis")) == "columns"


def _core(owner: str) -> str:
    """What an array is made of: ``y`` of ``y.values``."""
    return owner.removesuffix(".values").removesuffix(".to_numpy()")


def _is_one(text: Text, call: ast.Call) -> bool:
    """Whether a count is compared with something: rows of one label may be all that are kept."""
    node: ast.AST | None = call
    while node is not None and not isinstance(node, ast.stmt):
        if isinstance(node, ast.Compare):
            return True
        node = text.parents.get(id(node))
    return isinstance(node, ast.Assign | ast.Assert)
