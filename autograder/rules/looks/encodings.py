"""Kinds and words that are numbered, or made columns, by what stands in a table: where a test is encoded apart."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk

_TOLD = ("categor", "Categorical")
_BROUGHT_TOGETHER = ("reindex", ".align(", ".columns", *_TOLD)
_TWO_KINDS = re.compile(r"sex|gender", re.IGNORECASE)
TRAIN, TEST = re.compile(r"train", re.IGNORECASE), re.compile(r"test|valid|submi|new", re.IGNORECASE)
_LABELS = re.compile(r"^(y|target|label|labels|class|classes)(_|$)|_y$", re.IGNORECASE)
_SORTS = frozenset({"LabelEncoder", "OrdinalEncoder", "OneHotEncoder"})
_DEEP = 5


def trained_by(text: Text) -> list[ast.Call]:
    """The calls that rows of a training went through."""
    return [call for fit in text.calls({"fit"}) for call in made_by(text, argument_at(fit, 0, "x"), fit)]


def tables_of_questions(text: Text) -> Iterator[tuple[ast.Call, str, bool]]:
    """Each ``get_dummies(test)`` for a question, the table that it encodes, and whether it is cut to one width."""
    if "get_dummies" not in text.whole or any(word in text.whole for word in _BROUGHT_TOGETHER):
        return
    own = {node.name for node in text.all(ast.FunctionDef) if _encodes_what_it_gets(node)}
    trained = [call for call in text.once(trained_by) if called(call) in {"get_dummies", *own}]
    known = {_table(call) for call in trained} - {""}
    for asked in text.calls({"predict", "evaluate"}):
        ways = made_by(text, argument_at(asked, 0, "x"), asked)
        for call in ways:
            encodes = called(call) in {"get_dummies", *own} and call not in trained
            if not encodes or not known or _table(call) in known | {""}:
                continue
            cut = any(called(other) == "pad" for other in ways)
            if cut or called(call) in own or _encodes_several(call):
                yield call, _table(call), cut


def _encodes_what_it_gets(function: ast.FunctionDef) -> bool:
    """Whether a function makes columns of the kinds in the one table that it is given, whatever it holds."""
    asked = [one.arg for one in function.args.args]
    made = [node for node in walk(function) if isinstance(node, ast.Call) and called(node) == "get_dummies"]
    return len(asked) == 1 and any(_table(call) in asked and _encodes_several(call) for call in made)


def _table(call: ast.Call) -> str:
    """The variable whose rows are encoded."""
    node: ast.AST | None = argument_at(call, 0, "data")
    while isinstance(node, ast.Subscript | ast.Attribute | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _encodes_several(call: ast.Call) -> bool:
    """Whether more is encoded than a column of two kinds, as far as the program tells."""
    given, chosen = argument_at(call, 0, "data"), keyword(call, "columns")
    if isinstance(chosen, ast.List):
        return any(not _TWO_KINDS.search(ast.unparse(part)) for part in chosen.elts)
    column = given.slice if isinstance(given, ast.Subscript) else None
    if isinstance(column, ast.Constant):
        return not _TWO_KINDS.search(str(column.value))
    return chosen is None and column is None


def columns_of_the_test(text: Text) -> Iterator[tuple[str, str, ast.expr]]:
    """The tables whose kinds are numbered as those of the training were, in which way: ``codes(test["deck"])``."""
    met: dict[tuple[str, str], tuple[str, int]] = {}
    for one in text.statements:
        if isinstance(one, ast.For):
            yield from _over_both(text, one)
        if not isinstance(one, ast.Assign):
            continue
        table, column, way = _encoded(text, one)
        if not way:
            continue
        before = met.setdefault((column, way), (table, one.lineno))[0]
        if before != table and TRAIN.search(before) and TEST.search(table):
            yield table, way, one.value


def _over_both(text: Text, loop: ast.For) -> Iterator[tuple[str, str, ast.expr]]:
    tables = [part.id for part in getattr(loop.iter, "elts", ()) if isinstance(part, ast.Name)]
    both = [name for pattern in (TRAIN, TEST) for name in tables if pattern.search(name)]
    inner = [node for part in loop.body for node in walk(part) if isinstance(node, ast.Assign)]
    for one in inner if len(set(both)) > 1 and isinstance(loop.target, ast.Name) else ():
        table, _, way = _encoded(text, one)
        if way and table == getattr(loop.target, "id", ""):
            yield both[-1], way, one.value


def _encoded(text: Text, one: ast.Assign) -> tuple[str, str, str]:
    """Which column of which table is given numbers in place of its kinds, and in which way."""
    target, value = one.targets[0], one.value
    if isinstance(target, ast.Name):
        way = "" if _LABELS.search(target.id) else _way(text, value)
        rows = called(value) == "fit_transform" and way == "sorted"
        return (target.id, re.sub("train|test", "", target.id.lower()), way) if rows else ("", "", "")
    if not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Name):
        return "", "", ""
    table, column = target.value.id, ast.unparse(target.slice)
    plain = column.strip("'\"")
    if table not in names(value) or _TWO_KINDS.search(plain) or _LABELS.search(plain) or _LABELS.search(table):
        return "", "", ""
    if any(name in names(value) for name in names(target) ^ {table} if TRAIN.search(name)):
        return "", "", ""
    way = _way(text, value)
    return (table, column, way) if way else ("", "", "")


def _way(text: Text, value: ast.expr) -> str:
    """In which way kinds are numbered: as they are met, or sorted among those that are there."""
    if any(called(node) == "factorize" for node in walk(value)):
        return "factorize"
    if ast.unparse(value).endswith("cat.codes"):
        return "" if any(word in text.whole for word in ("set_categories", "Categorical")) else "codes"
    for node in walk(value):
        if isinstance(node, ast.Call) and called(node) == "fit_transform" and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            made = owner if isinstance(owner, ast.Call) else text.resolved(owner)
            every = text.values.get(getattr(owner, "id", ""), [])
            if called(made) in _SORTS or (every and all(called(value) in _SORTS for value in every)):
                return "sorted"
    return ""


def made_by(text: Text, node: ast.expr | None, user: ast.AST, depth: int = 0) -> list[ast.Call]:
    """The calls that an argument went through."""
    if node is None or depth > _DEEP:
        return []
    found = [part for part in walk(node) if isinstance(part, ast.Call)]
    for name in names(node):
        value, where = text.latest(name, user)
        found += made_by(text, value, where, depth + 1)
    return found
