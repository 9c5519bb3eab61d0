"""Pairs of loops that read the same files or tables into the same lists."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise

from autograder.anatomy.text import Text, called, names, walk
from autograder.rules.looks.scopes import following_from

_FRESH = frozenset({
    "listdir", "glob", "rglob", "iglob", "scandir", "iterdir", "list_images", "iterrows", "itertuples",
})  # fmt: skip
_HELD = frozenset({"listdir", "to_list", "tolist", "unique"})
_READS = (*_FRESH, "imread", "load_img", "open(", "np.load", "read_")
_WRAPS = frozenset({"sorted", "list", "tqdm", "enumerate", "zip", "reversed"})
_STATEFUL = ("choice(", "sample(", "randint(", "next(", ".pop(", "readline(", ".read()", "uniform(")
_ADDS = frozenset({"append", "extend"})


def added(loop: ast.For) -> dict[str, ast.Call]:
    """The lists that a loop adds to, each with the last call that does."""
    calls = [node for node in walk(loop) if isinstance(node, ast.Call) and called(node) in _ADDS and node.args]
    return {ast.unparse(call.func.value): call for call in calls if isinstance(call.func, ast.Attribute)}


def read_again(text: Text) -> Iterator[tuple[ast.For, ast.For]]:
    """Two loops of one block over the same things, which add to the same lists and meet the same variables."""
    alike: dict[tuple[str, ...], list[ast.For]] = {}
    for loop in text.all(ast.For):
        if lists := added(loop):
            alike.setdefault((_spelt(text, loop.iter), *sorted(lists)), []).append(loop)
    for first, second in (pair for loops in alike.values() for pair in pairwise(loops)):
        if _one_block(text, first, second) and _can_be_read_again(text, first.iter, first):
            known = _follow_target(first) and _follow_target(second) and not _changed_between(text, first, second)
            spelt = ast.unparse(first) + ast.unparse(second)
            reads = any(word in spelt + ast.unparse(text.resolved(first.iter)) for word in _READS)
            if known and reads and not any(word in spelt for word in _STATEFUL):
                yield first, second


def body_of(text: Text, loop: ast.For) -> str:
    """What a loop does, with the written texts that its variables hold, and without what it prints."""
    kept = [one for one in loop.body if not (isinstance(one, ast.Expr) and called(one.value) in {"", "print"})]
    return "\n".join([ast.unparse(loop.target), *(_spelt(text, one) for one in kept)])


def _spelt(text: Text, node: ast.AST) -> str:
    """A part of the program, where names of written texts are replaced by these."""
    copied = deepcopy(node)
    for part in walk(copied):
        for field, value in ast.iter_fields(part):
            held = text.resolved(value) if isinstance(value, ast.Name) else value
            if isinstance(held, ast.Constant) and isinstance(held.value, str):
                setattr(part, field, held)
            elif isinstance(value, list):
                known = [text.resolved(one) if isinstance(one, ast.Name) else one for one in value]
                texts = [isinstance(one, ast.Constant) and isinstance(one.value, str) for one in known]
                setattr(part, field, [new if put else old for new, old, put in zip(known, value, texts, strict=True)])
    return ast.unparse(copied)


def _one_block(text: Text, first: ast.For, second: ast.For) -> bool:
    """Whether one loop follows the other whatever happens, in a cell of its own perhaps."""
    outer = [text.parents.get(id(loop)) for loop in (first, second)]
    if all(isinstance(one, ast.Module) for one in outer):
        return True
    same = outer[0] is outer[1] and isinstance(outer[0], ast.FunctionDef | ast.With | ast.For)
    return same and "chdir" not in text.whole


def _can_be_read_again(text: Text, given: ast.expr, user: ast.AST) -> bool:
    """Whether a loop over this begins anew: no file, and no generator that is at its end."""
    if isinstance(given, ast.Name):
        value, _ = text.latest(given.id, user)
        held = called(value) in _HELD or ast.unparse(getattr(value, "func", given)) == "glob.glob"
        listed = called(value) in {"sorted", "list"} or isinstance(value, ast.List | ast.Tuple | ast.ListComp)
        return value is not None and (held or listed)
    if isinstance(given, ast.Call) and called(given) in _WRAPS:
        inner = [part for part in given.args if not isinstance(part, ast.Constant)]
        return bool(inner) and all(_can_be_read_again(text, part, user) for part in inner)
    fresh = called(given) in _FRESH
    return fresh or isinstance(given, ast.Subscript | ast.List | ast.Tuple) or getattr(given, "attr", "") == "values"


def _follow_target(loop: ast.For) -> bool:
    """Whether something that a loop adds depends on what it goes through."""
    places = {name for target in names(loop.target) for name in following_from(loop, target)}
    return any(names(call.args[0]) & places for call in added(loop).values())


def _changed_between(text: Text, first: ast.For, second: ast.For) -> bool:
    """Whether something that the loops read may be another thing in the second one."""
    read = {node.id for loop in (first, second) for node in walk(loop)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}  # fmt: skip
    inside = {id(part) for part in walk(first)}
    at = {id(one): number for number, one in enumerate(text.statements)}
    for one in text.statements[at[id(first)] : at[id(second)]]:
        if id(one) in inside or isinstance(one, ast.FunctionDef) or text.function_of(one) != text.function_of(second):
            continue
        said = isinstance(one, ast.Expr) and called(one.value) in {"", "print", "len", "shuffle"}
        stored = {part.id for part in walk(one) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
        if stored & read or (isinstance(one, ast.Expr | ast.Delete | ast.With) and not said and names(one) & read):
            return True
    return False
