"""Tables in which a program numbers words or letters itself: what they number, and from which number on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, constant, walk
from autograder.rules.looks.dataflow import Reading, traced, written_down
from autograder.rules.looks.objects import given_once
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.values import made_by

_FOLLOWED = 4  # attributes on the way to where something is made
_LISTS = frozenset({"list", "tuple", "sorted", "array", "asarray", "tolist", "reversed"})
_SETS = frozenset({"set", "frozenset", "unique", "keys", "fromkeys", "Counter"})
_LETTERS = frozenset({"ascii_lowercase", "ascii_uppercase", "ascii_letters", "printable", "digits"})
_COUNTS = frozenset({"range", "count", "arange"})
_CHANGES = frozenset({"update", "setdefault", "pop", "popitem", "clear", "append", "insert", "extend", "remove"})


class Numbering(NamedTuple):
    """A table of numbers: its value, what it numbers in this order, who reads that, and the first number."""

    table: ast.expr
    listed: ast.expr | None
    user: ast.AST
    first: int


def numberings(text: Text) -> Iterator[Numbering]:
    """The tables that a program fills with numbers that go on by one."""
    for made in (*text.all(ast.DictComp), *text.calls({"dict"})):
        pair, rounds = _entries(made)
        if pair is not None and rounds is not None and _is_item(pair[0], rounds.target):
            first = _first(rounds.iter, rounds.target, pair[1])
            yield from [Numbering(made, _listed(rounds.iter), made, first)] if first is not None else []
        zipped = made.args[0] if isinstance(made, ast.Call) and len(made.args) == 1 else None
        if isinstance(zipped, ast.Call) and called(zipped) == "zip" and len(zipped.args) == 2:
            first = _start(zipped.args[1]) if called(zipped.args[1]) in _COUNTS else None
            yield from [Numbering(made, zipped.args[0], made, first)] if first is not None else []
    for loop in text.all(ast.For):
        yield from _filled(text, loop)


def _entries(made: ast.expr) -> tuple[tuple[ast.expr, ast.expr] | None, ast.comprehension | None]:
    """Key and value in ``{c: i for …}`` and ``dict((c, i) for …)``, and the rounds, if these leave nothing out."""
    if isinstance(made, ast.DictComp):
        pair, rounds = (made.key, made.value), made.generators
    else:
        given = made.args[0] if isinstance(made, ast.Call) and len(made.args) == 1 else None
        inner = given.elt if isinstance(given, ast.GeneratorExp | ast.ListComp) else None
        if (
            not isinstance(inner, ast.Tuple)
            or len(inner.elts) != 2
            or not isinstance(given, ast.GeneratorExp | ast.ListComp)
        ):
            return None, None
        pair, rounds = (inner.elts[0], inner.elts[1]), given.generators
    return pair, rounds[0] if len(rounds) == 1 and not rounds[0].ifs else None


def _filled(text: Text, loop: ast.For) -> Iterator[Numbering]:
    """``for i, c in enumerate(chars): index[c] = i + 1``; ``index[c] = len(index) + 1``."""
    for one in (part for body in loop.body for part in walk(body) if isinstance(part, ast.Assign)):
        target = one.targets[0]
        if not isinstance(target, ast.Subscript):
            continue
        owner, _ = made_at(text, target.value, one)
        empty = (isinstance(owner, ast.Dict) and not owner.keys) or ast.unparse(owner) == "dict()"
        if not empty:
            continue
        first = _first(loop.iter, loop.target, one.value) if one in loop.body else None
        if first is not None and _is_item(target.slice, loop.target):
            yield Numbering(owner, _listed(loop.iter), loop, first)
        moved = _plus(one.value)
        if moved is not None and moved[1] > 0 and ast.unparse(moved[0]) == f"len({ast.unparse(target.value)})":
            yield Numbering(owner, None, loop, moved[1])


def made_at(text: Text, node: ast.expr, user: ast.AST) -> Reading:
    """Where a value is written down, behind names, functions, and attributes that are given once."""
    for _ in range(_FOLLOWED):
        node, user = written_down(text, node, user)
        value = given_once(text, node, user)
        if value is None:
            break
        node = user = value
    return node, user


def counted(text: Text, node: ast.expr, user: ast.AST) -> tuple[ast.expr, int, ast.AST] | None:
    """What ``len(chars) + 1`` counts, how many are added, and who reads it; None for anything else."""
    added = 0
    for _ in range(_FOLLOWED):
        node, user = made_at(text, node, user)
        if isinstance(node, ast.Subscript):  # of a dictionary of settings
            node, user = made_by(text, node, user, _is_count) or (node, user)
        moved = _plus(node)
        if moved is None or moved[0] is node:
            break
        node, added = moved[0], added + moved[1]
    plain = isinstance(node, ast.Call) and called(node) == "len" and len(node.args) == 1
    return (node.args[0], added, user) if plain and isinstance(node, ast.Call) else None


def _is_count(node: ast.expr) -> bool:
    """Whether something is a length, or a sum."""
    return called(node) == "len" or isinstance(node, ast.BinOp)


def _plus(node: ast.expr) -> tuple[ast.expr, int] | None:
    """A value and the whole number that is added to it: ``i + 1``, ``1 + i``, ``i - 1``, ``i``."""
    if not isinstance(node, ast.BinOp):
        return node, 0
    left, right = constant(node.left), constant(node.right)
    if isinstance(node.op, ast.Add | ast.Sub) and type(right) is int:
        return node.left, right if isinstance(node.op, ast.Add) else -right
    return (node.right, left) if isinstance(node.op, ast.Add) and type(left) is int else None


def _start(counts: ast.expr) -> int | None:
    """The first of the numbers of ``range(1, n)``, ``count(1)``; None if that is not known."""
    given = counts.args if isinstance(counts, ast.Call) and not counts.keywords else None
    if given is None or len(given) > 2:
        return None
    at = given[0] if given and (len(given) == 2 or called(counts) == "count") else ast.Constant(0)
    return constant(at) if type(constant(at)) is int else None


def _first(rounds: ast.expr, target: ast.expr, value: ast.expr) -> int | None:
    """The number in the first round of ``for i, c in enumerate(chars, 1)``; None if that is not known."""
    if not isinstance(rounds, ast.Call) or called(rounds) != "enumerate" or not rounds.args:
        return None
    start = constant(argument_at(rounds, 1, "start") or ast.Constant(0))
    moved = _plus(value)
    counter = target.elts[0] if isinstance(target, ast.Tuple) and len(target.elts) == 2 else None
    same = moved is not None and counter is not None and ast.unparse(moved[0]) == ast.unparse(counter)
    return start + moved[1] if same and moved is not None and type(start) is int else None


def _listed(rounds: ast.expr) -> ast.expr | None:
    """What is gone through by ``enumerate``."""
    return rounds.args[0] if isinstance(rounds, ast.Call) and rounds.args else None


def _is_item(key: ast.expr, target: ast.expr) -> bool:
    """Whether a key is what ``enumerate`` gives beside the number."""
    item = target.elts[-1] if isinstance(target, ast.Tuple) and target.elts else None
    item = item.elts[0] if isinstance(item, ast.Tuple) and item.elts else item
    return item is not None and ast.unparse(key) == ast.unparse(item)


def are_distinct(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether no two of some words or letters are the same: they come from a set, or are written down."""
    for _ in range(_FOLLOWED):
        node, user = made_at(text, node, user)
        inner = node.args[0] if isinstance(node, ast.Call) and node.args else getattr(node, "func", None)
        inner = inner.value if isinstance(inner, ast.Attribute) and called(node) == "tolist" else inner
        if called(node) not in _LISTS or not isinstance(inner, ast.expr):
            break
        node = inner
    written = getattr(node, "elts", None)
    if isinstance(written, list):
        known = [constant(one) for one in written]
        return None not in known and len(set(known)) == len(known)
    letters = constant(node)
    if isinstance(letters, str):
        return len(set(letters)) == len(letters)
    every = isinstance(node, ast.SetComp | ast.Dict | ast.DictComp) or called(node) in _SETS
    return every or last_name(node) in _LETTERS


def is_changed(text: Text, made: ast.expr, but: ast.AST) -> bool:
    """Whether a table, or a list, gets more or loses some where it is not made."""
    own = {id(part) for part in walk(but)}
    stored = [one.targets[0] for one in text.all(ast.Assign)] + [one.target for one in text.all(ast.AugAssign)]
    owners: list[Reading] = [
        (one.value, one) for one in stored if isinstance(one, ast.Subscript) and id(one) not in own
    ]
    calls = [call for call in text.calls(_CHANGES) if isinstance(call.func, ast.Attribute) and id(call) not in own]
    owners += [(call.func.value, call) for call in calls if isinstance(call.func, ast.Attribute)]
    grown = [(one.target, one) for one in text.all(ast.AugAssign) if not isinstance(one.target, ast.Subscript)]
    return any(made_at(text, owner, user)[0] is made for owner, user in (*owners, *grown))


def are_moved(text: Text, made: ast.expr) -> bool:
    """Whether something is taken from the numbers of a table: ``index[c] - 1``, ``encode(texts) - 1``, ``… % n``."""
    using = {text.name_of(text.function_of(one)) for one in text.all(ast.Name) if _holds(text, one, made)} - {""}
    less: list[Reading] = [(node.left, node) for node in text.all(ast.BinOp) if _takes(node.op, node.right)]
    less += [(node.target, node) for node in text.all(ast.AugAssign) if _takes(node.op, node.value)]
    return any(part is made or called(part) in using for value, user in less for part in traced(text, value, user))


def _holds(text: Text, name: ast.Name, made: ast.expr) -> bool:
    """Whether a variable that is read holds a table."""
    return isinstance(name.ctx, ast.Load) and made_at(text, name, name)[0] is made


def _takes(operator: ast.operator, other: ast.expr) -> bool:
    """Whether arithmetic makes a whole number smaller."""
    return isinstance(operator, ast.Mod) or (isinstance(operator, ast.Sub) and type(constant(other)) is int)
