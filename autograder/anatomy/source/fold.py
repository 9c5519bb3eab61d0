"""Arithmetic on constants, within limits: what would be large is never computed."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from typing import Any

from autograder.anatomy.source.values import MAX_ITEMS, MAX_TEXT
from autograder.anatomy.unknown import Unknown

MAX_NUMBER = 10**30
NUMBERS = (bool, int, float)
CONSTANTS = (bool, int, float, str, bytes, type(None))
_ERRORS = (ArithmeticError, TypeError, ValueError, LookupError, AttributeError, MemoryError)

_OPERATORS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
}
_UNARY: dict[type[ast.AST], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
    ast.Not: operator.not_,
}
_COMPARISONS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_TEXT_METHODS = frozenset({
    "lower", "upper", "strip", "lstrip", "rstrip", "replace", "startswith", "endswith", "title", "capitalize",
})  # fmt: skip
MATH: dict[str, Callable[..., Any]] = {
    name: getattr(math, name) for name in ("ceil", "floor", "sqrt", "log", "log2", "log10", "exp", "fabs", "trunc")
} | {"prod": math.prod}
_SAFE: dict[str, Callable[..., Any]] = {
    "int": int, "float": float, "bool": bool, "str": str, "abs": abs, "round": round, "min": min, "max": max,
    "sum": sum, "any": any, "all": all, "divmod": divmod,
}  # fmt: skip
FUNCTIONS = frozenset(_SAFE)
_DTYPES = {"float32": float, "float64": float, "float16": float, "int32": int, "int64": int, "uint8": int}


def is_constant(value: Any) -> bool:
    """Whether it is one of Python's own constants, or a tuple of them."""
    return isinstance(value, CONSTANTS) or (isinstance(value, tuple) and all(is_constant(item) for item in value))


def binary(kind: type[ast.AST], left: Any, right: Any) -> Any:
    """``left + right`` and its relatives on constants; Unknown if it is wrong, or large."""
    if kind is ast.Pow:
        return _power(left, right)
    if kind not in _OPERATORS or (kind is ast.Mod and isinstance(left, str)):
        return Unknown("this operator is not followed")
    if kind is ast.Mult and _repeats_too_often(left, right):
        return Unknown("too large")
    return _kept(_OPERATORS[kind], left, right)


def unary(kind: type[ast.AST], value: Any) -> Any:
    """``-value`` and its relatives."""
    return _kept(_UNARY[kind], value)


def compare(kind: type[ast.AST], left: Any, right: Any) -> Any:
    """``left < right`` and its relatives; containment in a tuple or a string too."""
    if kind in (ast.In, ast.NotIn):
        found = _kept(operator.contains, right, left)
        return found if isinstance(found, Unknown) else found is (kind is ast.In)
    return _kept(_COMPARISONS[kind], left, right)


def math_function(name: str, arguments: list[Any]) -> Any:
    """``math.ceil`` and what numpy calls the same; Unknown for others."""
    function = MATH.get(name) or _DTYPES.get(name)
    return _kept(function, *arguments) if function else Unknown(f"{name} is not followed")


def builtin(name: str, arguments: list[Any]) -> Any:
    """``int``, ``max`` and the like on constants."""
    if name in {"int", "float"} and arguments and isinstance(arguments[0], str) and len(arguments[0]) > 100:
        return Unknown("too large")
    return _kept(_SAFE[name], *arguments)


def ordered(values: list[Any]) -> Any:
    """The constants in their order, as a tuple."""
    return _kept(lambda: tuple(sorted(values))) if all(map(is_constant, values)) else Unknown("an unknown order")


def text_method(text: str, name: str, arguments: list[Any]) -> Any:
    """Methods of strings that cannot make large ones."""
    if name in {"split", "join"}:
        return _kept(lambda: tuple(text.split(*arguments)) if name == "split" else text.join(*arguments))
    if name not in _TEXT_METHODS or (name == "replace" and len(text) > 1000):
        return Unknown(f"str.{name} is not followed")
    return _kept(getattr(text, name), *arguments)


def repeated(items: tuple[Any, ...], times: int) -> Any:
    """``items * times``; Unknown if that is large."""
    return Unknown("too large") if _repeats_too_often(items, times) else items * times


def shown(value: Any) -> Any:
    """A constant as an f-string shows it."""
    return _kept(str, value)


def _power(base: Any, exponent: Any) -> Any:
    if not isinstance(base, NUMBERS) or not isinstance(exponent, NUMBERS):
        return Unknown("this power is not followed")
    if abs(exponent) > 1000 or (base and abs(exponent) * math.log10(abs(base) + 1) > 30):
        return Unknown("too large")
    return _kept(operator.pow, base, exponent)


def _repeats_too_often(left: Any, right: Any) -> bool:
    for sequence, times in ((left, right), (right, left)):
        if isinstance(sequence, str | bytes | tuple) and isinstance(times, int):
            return len(sequence) * times > (MAX_ITEMS if isinstance(sequence, tuple) else MAX_TEXT)
    return False


def _kept(function: Callable[..., Any], *arguments: Any) -> Any:
    """What the function gives, if it gives something small that is followed here."""
    try:
        value = function(*arguments)
    except _ERRORS:
        return Unknown("this fails")
    return value if is_small(value) else Unknown("too large")


def is_small(value: Any) -> bool:
    """Whether it is a constant of a size that is followed here."""
    if isinstance(value, bool | type(None) | float):
        return True
    if isinstance(value, int):
        return abs(value) < MAX_NUMBER
    if isinstance(value, str | bytes):
        return len(value) <= MAX_TEXT
    return isinstance(value, tuple) and len(value) <= MAX_ITEMS
