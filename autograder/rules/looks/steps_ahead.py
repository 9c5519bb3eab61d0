"""Targets that are the inputs one step later: what a model that may look at later steps need only copy."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, names, subject
from autograder.rules.looks.scopes import owner
from autograder.rules.rule import Found

_MASKS = ("causal", "mask", "tril", "band_part", "triu")
_ATTENTION = frozenset({"MultiHeadAttention", "GroupedQueryAttention", "GroupQueryAttention", "Attention"})
_TURNS = ("Permute(", "transpose(", "swapaxes(", "einsum(", "moveaxis(")
_PLAIN = frozenset({
    "astype", "copy", "array", "asarray", "cast", "constant", "convert_to_tensor", "expand_dims", "to_numpy",
    "float32", "to_categorical", "one_hot", "stack",
})  # fmt: skip
_LIBRARIES = frozenset({"np", "numpy", "tf", "keras", "ops", "utils", "jnp"})
_DEEP = 8


class _Part(NamedTuple):
    """A part of something: what of, the index before and after the axis that is cut, the cut, and its axis."""

    whole: str
    others: str
    cut: ast.Slice
    axis: int
    wrapped: bool


def foretelling(text: Text) -> Iterator[tuple[ast.Call, int, int]]:
    """For each ``fit`` whose target is one of its inputs one step later: which input that is, and of how many."""
    if not any(word in text.whole for word in ("1:", "+ 1", "1 +")):
        return
    for fit in text.calls({"fit"}):
        given = _inputs(text, fit)
        for number, (rows, answers, alone, user) in enumerate(given):
            if _one_later(text, rows, answers, user, alone):
                yield fit, number, len(given)


def is_masked(text: Text) -> bool:
    """Whether something in a program may hide the steps that come later."""
    return any(word in text.whole for word in _MASKS)


def attends(text: Text) -> Found:
    """``MultiHeadAttention(4, 32)(h, h)``, ``self.attention(x, x)``, where no step is taken for another axis."""
    foretells = not is_masked(text) and any(inputs == 1 for _, _, inputs in text.once(foretelling))
    if not foretells or any(word in text.whole for word in _TURNS):
        return
    held = {ast.unparse(one.targets[0]) for one in text.all(ast.Assign) if called(one.value) in _ATTENTION}
    for call in text.all(ast.Call):
        alone = called(call.func) in _ATTENTION or ast.unparse(call.func) in held
        parts = [*call.args, *(one.value for one in call.keywords if one.arg in {"query", "key", "value"})]
        listed = parts[0].elts if len(parts) == 1 and isinstance(parts[0], ast.List) else parts
        if alone and len(listed) > 1 and len({ast.unparse(part) for part in listed}) == 1:
            said = "This attention reads all steps, those that come later among them"
            yield f"{said}: the target stands there already.", call


def _inputs(text: Text, fit: ast.Call) -> list[tuple[ast.expr, ast.expr, bool, ast.AST]]:
    """Each input of a training beside the target, whether both are of one row of a data set alone, and their user."""
    first, second = argument_at(fit, 0, "x"), argument_at(fit, 1, "y")
    user: ast.AST = fit
    if isinstance(first, ast.Starred):
        pair = _returned(text, first.value)
        first, second = pair if pair is not None else (None, None)
        user = first if first is not None else fit
    if (first is not None and second is None) or isinstance(second, ast.Constant):
        return _mapped(text, first, fit)
    listed = first.elts if isinstance(first, ast.List | ast.Tuple) else [first]
    return [(rows, second, False, user) for rows in listed if rows is not None and second is not None]


def _mapped(
    text: Text, node: ast.expr | None, user: ast.AST, depth: int = 0
) -> list[tuple[ast.expr, ast.expr, bool, ast.AST]]:
    """The pair that a step of a pipeline makes of each row, ``map(lambda row: (row[:-1], row[1:]))``, or that one was
    made of, ``from_tensor_slices((x, y))``."""
    if isinstance(node, ast.Name) and depth < _DEEP:
        value, where = text.latest(node.id, user)
        return [] if value is None else _mapped(text, value, where, depth + 1)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or depth > 4 * _DEEP:
        return []
    made = node.args[0] if called(node) == "from_tensor_slices" and node.args else None
    if isinstance(made, ast.Tuple) and len(made.elts) == 2:
        return [(made.elts[0], made.elts[1], False, user)]
    function: ast.AST | None = node.args[0] if called(node) == "map" and node.args else None
    if isinstance(function, ast.Name):
        function = next((one for one in text.all(ast.FunctionDef) if one.name == getattr(function, "id", "")), None)
    body = function.body if isinstance(function, ast.Lambda) else None
    if isinstance(function, ast.FunctionDef) and isinstance(function.body[-1], ast.Return):
        body = function.body[-1].value
    if isinstance(body, ast.Tuple) and len(body.elts) == 2:
        return [(body.elts[0], body.elts[1], True, user)]
    return _mapped(text, node.func.value, user, depth + 1)


def _returned(text: Text, node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """The pair that a call of a function of the author's gives."""
    function = next((one for one in text.all(ast.FunctionDef) if one.name == called(node)), None)
    last = function.body[-1] if function is not None else None
    given = last.value if isinstance(last, ast.Return) else None
    return (given.elts[0], given.elts[1]) if isinstance(given, ast.Tuple) and len(given.elts) == 2 else None


def _one_later(text: Text, rows: ast.expr, answers: ast.expr, user: ast.AST, alone: bool) -> bool:
    first, second = (_part(text, node, user) for node in (rows, answers))
    if first is None or second is None or first[:2] != second[:2] or first.axis != second.axis:
        return False
    in_steps = first.axis == 1 or alone or (first.wrapped and second.wrapped)
    return in_steps and _ahead(first.cut, second.cut)


def _ahead(first: ast.Slice, second: ast.Slice) -> bool:
    """Whether the second cut begins one later than the first, and ends one later."""
    if first.step is not None or second.step is not None or second.lower is None:
        return False
    begins = [sum_of(part or ast.Constant(0), {}) for part in (first.lower, second.lower)]
    if begins[0] is None or begins[1] is None or difference(begins[1], begins[0]) != 1:
        return False
    if first.upper is None:
        return second.upper is None
    ends = [sum_of(_signed(part), {}) for part in (first.upper, second.upper or ast.Constant(0))]
    return ends[0] is not None and ends[1] is not None and difference(ends[1], ends[0]) == 1


def _signed(node: ast.expr) -> ast.expr:
    """``-1`` as a difference."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return ast.BinOp(ast.Constant(0), ast.Sub(), node.operand)
    return node


def _part(text: Text, node: ast.expr, user: ast.AST) -> _Part | None:
    """Which part of what an array is; None if that is not known."""
    wrapped = False
    for _ in range(_DEEP):
        if isinstance(node, ast.Name):
            value, where = _given(text, node.id, user)
            if value is None:
                return None
            node, user = value, where
        elif isinstance(node, ast.Call) and (inner := _inner(text, node)) is not None:
            wrapped = wrapped or called(node) not in _PLAIN
            node = inner
        elif isinstance(node, ast.Subscript) and _is_new_axis(node.slice):
            node = node.value
        else:
            break
    if isinstance(node, ast.ListComp):
        node, wrapped = node.elt, True
    return _cut(node, wrapped) if isinstance(node, ast.Subscript) else None


def _cut(node: ast.Subscript, wrapped: bool) -> _Part | None:
    """The one cut of an index: ``[:, 1:]``."""
    parts = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    cuts = [at for at, part in enumerate(parts) if isinstance(part, ast.Slice) and (part.lower or part.upper)]
    if len(cuts) != 1 or not all(isinstance(part, ast.Slice) or _is_new_axis(part) for part in parts):
        return None
    cut = parts[cuts[0]]
    others = " ".join("" if at == cuts[0] else ast.unparse(part) for at, part in enumerate(parts[: cuts[0] + 1]))
    return _Part(ast.unparse(node.value), others, cut, cuts[0], wrapped) if isinstance(cut, ast.Slice) else None


def _given(text: Text, name: str, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a variable was last given: by itself, as one of a pair, or element by element in a loop."""
    if name in _asked(text, user):
        return None, user
    last: ast.Assign | None = None
    for one in text.statements:
        if text.cell_of(one) is text.cell_of(user) and one.lineno >= getattr(user, "lineno", 0):
            break
        if isinstance(one, ast.Assign) and name in names(one.targets[0]):
            last = one
    if last is None:
        return None, user
    target, value = last.targets[0], last.value
    where: ast.AST = last
    if isinstance(target, ast.Tuple):
        listed = [getattr(part, "id", "") for part in target.elts]
        pair = _pair(text, value)
        if len(listed) != 2 or name not in listed or pair is None:
            return None, user
        value, where = pair[listed.index(name)], last if isinstance(value, ast.Tuple) else pair[0]
    grown = _grown(text, name) if isinstance(value, ast.List) and not value.elts else None
    return (grown, grown) if grown is not None else (value, where)


def _pair(text: Text, value: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    if isinstance(value, ast.Tuple) and len(value.elts) == 2:
        return value.elts[0], value.elts[1]
    return _returned(text, value)


def _asked(text: Text, node: ast.AST) -> set[str]:
    """The parameters of the function that a node stands in."""
    function = owner(text, node)
    return {one.arg for one in function.args.args} if function else set()


def _grown(text: Text, name: str) -> ast.expr | None:
    """What a loop appends to a list, as a list of that."""
    every = [call for call in text.calls({"append"}) if ast.unparse(call.func) == f"{name}.append"]
    added = [call.args[0] for call in every if call.args]
    return ast.copy_location(ast.ListComp(added[0], []), added[0]) if len(added) == 1 else None


def _inner(text: Text, call: ast.Call) -> ast.expr | None:
    """The array that a call changes the form of, or cuts into sequences."""
    if not isinstance(call.func, ast.Attribute):
        return call.args[0] if len(call.args) == 1 and not call.keywords else None
    return subject(call, _LIBRARIES) if called(call) in _PLAIN | {"reshape"} else None


def _is_new_axis(index: ast.expr) -> bool:
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    new = [part for part in parts if getattr(part, "value", ...) is None or getattr(part, "attr", "") == "newaxis"]
    dots = [part for part in parts if isinstance(part, ast.Constant) and part.value is ...]
    whole = [part for part in parts if isinstance(part, ast.Slice) and part.lower is part.upper is part.step is None]
    return bool(new) and len(new) + len(dots) + len(whole) == len(parts)


def sum_of(node: ast.expr, held: dict[str, ast.expr], sign: int = 1) -> Counter[str] | None:
    """A sum of variables, products and whole numbers, each with how often it is added; None for anything else."""
    if isinstance(node, ast.Name) and node.id in held and node.id not in names(held[node.id]):
        return sum_of(held[node.id], held, sign)
    if isinstance(node, ast.Name | ast.Attribute) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)):
        return Counter({ast.unparse(node): sign})
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return Counter({"": sign * node.value})
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left = sum_of(node.left, held, sign)
        right = sum_of(node.right, held, sign if isinstance(node.op, ast.Add) else -sign)
        if left is not None and right is not None:
            left.update(right)
            return left
    return None


def difference(left: Counter[str], right: Counter[str]) -> int | None:
    """How much more one sum is than another, if that is a number."""
    names_of = {name for name in (*left, *right) if name and left[name] != right[name]}
    return None if names_of else left[""] - right[""]
