"""Losses of the author's, and what they give for some labels and answers, followed number by number."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from autograder.anatomy.text import Text, argument_at, called

_STEPS = 5_000
TINY = 1e-7
_SAME = frozenset({
    "flatten", "batch_flatten", "reshape", "cast", "float", "convert_to_tensor", "squeeze", "expand_dims", "identity",
    "stop_gradient",
})  # fmt: skip
_EACH: dict[str, Callable[..., float]] = {
    "abs": abs, "square": lambda x: x * x, "sqrt": math.sqrt, "log": math.log, "exp": math.exp, "round": round,
    "multiply": operator.mul, "add": operator.add, "subtract": operator.sub, "divide": operator.truediv,
    "divide_no_nan": lambda x, y: x / y if y else 0.0, "maximum": max, "minimum": min, "pow": math.pow,
    "power": math.pow, "clip": lambda x, low, high: min(max(x, low), high), "equal": operator.eq,
    "clip_by_value": lambda x, low, high: min(max(x, low), high), "epsilon": lambda: TINY,
    "ones_like": lambda _: 1.0, "zeros_like": lambda _: 0.0, "where": lambda test, x, y: x if test else y,
    "greater": operator.gt, "less": operator.lt, "greater_equal": operator.ge, "less_equal": operator.le,
    "relu": lambda x: max(x, 0.0), "sign": lambda x: float((x > 0) - (x < 0)),
}  # fmt: skip
_OPERATORS: dict[type, Callable[..., float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Pow: math.pow, ast.Gt: operator.gt, ast.Lt: operator.lt, ast.GtE: operator.ge, ast.LtE: operator.le,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


def own_losses(text: Text) -> Iterator[tuple[ast.expr, ast.FunctionDef]]:
    """The losses that models are compiled with and the author wrote, each with the function that computes it."""
    for call in text.calls({"compile"}):
        yield from own_losses_of(text, call)


def own_losses_of(text: Text, call: ast.Call) -> Iterator[tuple[ast.expr, ast.FunctionDef]]:
    """The same of one call of ``compile``."""
    for given in losses_given(text, call):
        yield from ((given, function) for function in functions_of(text, given))


def losses_given(text: Text, call: ast.Call) -> Iterator[ast.expr]:
    """The losses that a call of ``compile`` is given, as they are written: one, a list, or one for each output."""
    loss = argument_at(call, 1, "loss")
    loss = text.resolved(loss) if loss is not None and getattr(loss, "id", "") in text.values else loss
    if isinstance(loss, ast.List | ast.Tuple):
        yield from loss.elts
    elif isinstance(loss, ast.Dict):
        yield from loss.values
    elif loss is not None:
        yield loss


def functions_of(text: Text, loss: ast.expr) -> Iterator[ast.FunctionDef]:
    """The functions of two arguments that a loss is: by name, as what another one returns, as a method of a class."""
    if isinstance(loss, ast.Name) and loss.id in text.functions:
        yield text.functions[loss.id]
    maker = text.functions.get(called(loss))
    inner = {one.name: one for one in maker.body if isinstance(one, ast.FunctionDef)} if maker else {}
    for one in maker.body if maker else ():
        if isinstance(one, ast.Return) and getattr(one.value, "id", "") in inner:
            yield inner[getattr(one.value, "id", "")]
    for kind in text.all(ast.ClassDef) if isinstance(loss, ast.Call) else ():
        if kind.name == called(loss) and any(ast.unparse(base).endswith("Loss") for base in kind.bases):
            yield from (part for part in kind.body if isinstance(part, ast.FunctionDef) and part.name == "call")


class _Unread(Exception):
    """What stands there is not followed."""


def value_at(
    function: ast.FunctionDef,
    text: Text,
    truth: list[float],
    answers: list[float],
    known: Mapping[str, float] | None = None,
) -> float | None:
    """What a loss of the author's gives for some labels and answers; None if it cannot be followed.

    ``known`` are numbers from around the function, and those of ``self``.
    """
    try:
        found = _mean(_Follows(text, known or {}).call(function, [truth, answers], {}, 0))
    except (_Unread, ValueError, TypeError, ArithmeticError, RecursionError):
        return None
    return found if math.isfinite(found) else None


class _Follows:
    """Follows the few statements that losses are written in.

    A tensor is the list of its numbers, whatever its shape: all are alike, so sums along some axes are to each other
    as sums along all of them.
    """

    def __init__(self, text: Text, known: Mapping[str, float]) -> None:
        self.text = text
        self.known = known
        self.steps = 0

    def call(self, function: ast.FunctionDef, given: list[Any], named: dict[str, Any], depth: int) -> Any:
        arguments = [one.arg for one in function.args.args if one.arg != "self"]
        defaults = function.args.defaults
        known = {
            name: self.value(node, {}, depth) for name, node in zip(arguments[::-1], defaults[::-1], strict=False)
        }
        known |= dict(zip(arguments, given, strict=False)) | named
        if depth > 4 or not set(arguments) <= set(known):
            raise _Unread
        for one in function.body:
            if isinstance(one, ast.Return) and one.value is not None:
                return self.value(one.value, known, depth)
            self.statement(one, known, depth)
        raise _Unread

    def statement(self, one: ast.stmt, known: dict[str, Any], depth: int) -> None:
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
            return
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            known[one.targets[0].id] = self.value(one.value, known, depth)
        elif isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Tuple):
            parts = self.value(one.value, known, depth)
            known |= dict(zip((getattr(part, "id", "") for part in one.targets[0].elts), parts, strict=True))
        elif isinstance(one, ast.AugAssign) and isinstance(one.target, ast.Name):
            whole = ast.BinOp(ast.Name(one.target.id), one.op, one.value)
            known[one.target.id] = self.value(whole, known, depth)
        else:
            raise _Unread

    def value(self, node: ast.expr, known: Mapping[str, Any], depth: int) -> Any:
        self.steps += 1
        if self.steps > _STEPS:
            raise _Unread
        if isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, int | float)):
            return node.value
        if isinstance(node, ast.Name):
            return known[node.id] if node.id in known else self.outside(node, depth)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in self.known:
            return self.known[ast.unparse(node)]
        return self.computed(node, known, depth)

    def computed(self, node: ast.expr, known: Mapping[str, Any], depth: int) -> Any:
        """What is made of other values."""
        if isinstance(node, ast.List | ast.Tuple):
            return tuple(self.value(part, known, depth) for part in node.elts)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return _each(operator.neg, self.value(node.operand, known, depth))
        if isinstance(node, ast.BinOp | ast.Compare):
            return self.between(node, known, depth)
        if isinstance(node, ast.Subscript):
            return self.value(node.value, known, depth)
        if isinstance(node, ast.Call):
            return self.called(node, known, depth)
        raise _Unread

    def between(self, node: ast.BinOp | ast.Compare, known: Mapping[str, Any], depth: int) -> Any:
        """What an operator makes of two values."""
        signs, sides = ([node.op], [node.left, node.right]) if isinstance(node, ast.BinOp) else (
            node.ops, [node.left, *node.comparators])  # fmt: skip
        if len(signs) != 1 or type(signs[0]) not in _OPERATORS:
            raise _Unread
        return _each(_OPERATORS[type(signs[0])], *(self.value(part, known, depth) for part in sides))

    def outside(self, node: ast.Name, depth: int) -> Any:
        """A number that stands outside of the function; an argument of the function around it has its default."""
        if node.id in self.known:
            return self.known[node.id]
        found = self.text.resolved(node)
        for function in self.text.functions.values():
            arguments, defaults = function.args.args, function.args.defaults
            for one, value in zip(arguments[::-1], defaults[::-1], strict=False):
                if one.arg == node.id and found is node and isinstance(value, ast.Constant):
                    found = value
        if isinstance(found, ast.Constant) and isinstance(found.value, int | float):
            return found.value
        raise _Unread

    def called(self, node: ast.Call, known: Mapping[str, Any], depth: int) -> Any:
        name = called(node)
        own = self.text.functions.get(name) if isinstance(node.func, ast.Name) else None
        if own is None and (name in _SAME or name in _REDUCED) and node.args:
            return _REDUCED.get(name, lambda given: given)(self.value(node.args[0], known, depth))
        given = [self.value(part, known, depth) for part in node.args]
        named = {one.arg or "": self.value(one.value, known, depth) for one in node.keywords}
        if own is not None:
            return self.call(own, given, named, depth + 1)
        if name == "cosine_similarity" and ast.unparse(node.func).endswith("losses.cosine_similarity"):
            return -_sum(_each(operator.mul, *map(_normal, given[:2])))
        if name not in _EACH or named:
            raise _Unread
        return _each(_EACH[name], *given)


def _each(function: Callable[..., float], *given: Any) -> Any:
    """A function of numbers, number by number."""
    sizes = {len(part) for part in given if isinstance(part, list)}
    if not sizes:
        return float(function(*map(float, given)))
    columns = [part if isinstance(part, list) else [float(part)] * max(sizes) for part in given]
    return [float(function(*row)) for row in zip(*columns, strict=True)]


def _sum(given: Any) -> float:
    return math.fsum(given) if isinstance(given, list) else float(given)


def _mean(given: Any) -> float:
    return _sum(given) / len(given) if isinstance(given, list) else float(given)


def _normal(given: Any) -> Any:
    length = math.sqrt(_sum(_each(lambda x: x * x, given)))
    return _each(lambda x: x / max(length, TINY), given)


_REDUCED: dict[str, Callable[[Any], Any]] = {
    "sum": _sum, "reduce_sum": _sum, "mean": _mean, "reduce_mean": _mean, "l2_normalize": _normal,
}  # fmt: skip
