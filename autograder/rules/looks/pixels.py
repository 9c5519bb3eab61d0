"""How a program scales its pixels, by the arithmetic that stands in its text."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, constant, names, subject, walk
from autograder.rules.looks.dataflow import cases, is_certain

_LIBRARIES = frozenset({"np", "numpy", "tf", "ops", "keras", "jnp"})
_KEEP = frozenset({"astype", "cast", "array", "asarray", "convert_to_tensor", "float32", "copy", "expand_dims"})
_UNITS = frozenset({"convert_image_dtype", "img_as_float", "img_as_float32"})
"""Functions that bring pixels to 0 to 1."""
_SHOWS = frozenset({"imshow", "imsave", "imwrite", "save_img", "array_to_img", "fromarray", "write_png"})
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_FOLLOWED = 8  # names and functions on the way
_TOLERANCE = 0.02  # 128 for 127.5


class Line(NamedTuple):
    """What becomes of pixels: they are multiplied by a number, and another one is added; None is what it was of."""

    scale: float = 1.0
    offset: float = 0.0

    def ends(self) -> tuple[float, float]:
        """Where pixels from 0 to 255 are brought."""
        return self.offset, 255 * self.scale + self.offset


def line_of(text: Text, node: ast.expr, user: ast.AST, left: int = _FOLLOWED) -> Line:
    """What arithmetic with numbers does to pixels, in this expression and those that its variables were given."""
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _of_arithmetic(text, node, user, left)
    if isinstance(node, ast.Name) and left:
        value, where = text.latest(node.id, user)
        known = value is not None and value is not node and is_certain(text, where, user)
        return line_of(text, value, where, left - 1) if value is not None and known else Line()
    if isinstance(node, ast.Call) and called(node) in _UNITS:
        return Line(1 / 255)
    if isinstance(node, ast.Call) and called(node) in _KEEP and (inner := subject(node, _LIBRARIES)) is not None:
        return line_of(text, inner, user, left)
    if isinstance(node, ast.Call) and called(node.func) == "Rescaling" and node.args:
        scale, offset = _of_layer(text, node.func)
        before = line_of(text, node.args[0], user, left)
        return Line(before.scale * scale, before.offset * scale + offset)
    return Line()


def _of_layer(text: Text, made: ast.expr) -> Line:
    """What ``Rescaling(1 / 127.5, offset=-1)`` does."""
    scale = argument_at(made, 0, "scale") if isinstance(made, ast.Call) else None
    offset = argument_at(made, 1, "offset") if isinstance(made, ast.Call) else None
    by, plus = number(text, scale), number(text, offset or ast.Constant(0))
    return Line() if by is None or plus is None else Line(by, plus)


def _of_arithmetic(text: Text, node: ast.BinOp, user: ast.AST, left: int) -> Line:
    first, second = number(text, node.left), number(text, node.right)
    if (first is None) == (second is None):
        return Line()
    if second is not None:
        scale, offset = line_of(text, node.left, user, left)
        if isinstance(node.op, ast.Mult | ast.Div) and second:
            times = second if isinstance(node.op, ast.Mult) else 1 / second
            return Line(scale * times, offset * times)
        return Line(scale, offset + (second if isinstance(node.op, ast.Add) else -second))
    scale, offset = line_of(text, node.right, user, left)
    if first is not None and isinstance(node.op, ast.Mult):
        return Line(scale * first, offset * first)
    if first is None or isinstance(node.op, ast.Div):
        return Line()
    sign = 1 if isinstance(node.op, ast.Add) else -1
    return Line(sign * scale, first + sign * offset)


def number(text: Text, node: ast.expr | None) -> float | None:
    """A number, or what arithmetic with numbers gives; None for anything else."""
    node = text.resolved(node) if node is not None else None
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = number(text, node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS and isinstance(node.left, ast.Constant):
        pair = number(text, node.left), number(text, node.right)
        plain = pair[0] is not None and pair[1] is not None and not (isinstance(node.op, ast.Div) and pair[1] == 0)
        return float(_OPERATORS[type(node.op)](*pair)) if plain else None
    value = constant(node)
    return float(value) if type(value) in (int, float) else None


def are_signed(line: Line) -> bool:
    """Whether pixels are brought to -1 to 1."""
    return all(math.isclose(one, other, abs_tol=_TOLERANCE) for one, other in zip(line.ends(), (-1, 1), strict=True))


def only_signed(text: Text) -> bool:
    """Whether a program brings all pixels that it divides to -1 to 1, and none back but where it shows them."""
    lines = list(text.once(_scalings))
    signed = [line for line in lines if are_signed(line)]
    return bool(signed) and len(signed) == len(lines)


def _scalings(text: Text) -> Iterator[Line]:
    """What is done to pixels in the whole program, or to what lies between -1 and 1, outside of what is shown."""
    shown = {text.function_of(call) for call in text.calls(_SHOWS)} - {0}
    lines = {id(node): line_of(text, node, node) for node in text.all(ast.BinOp)}
    inner = {id(part) for one in text.all(ast.BinOp) if lines[id(one)] != Line() for part in walk(one)[1:]}
    inner |= {id(part) for call in text.calls(_SHOWS) for part in walk(call)}
    inner |= {id(value) for one in text.all(ast.Assign) for value in _overwritten(text, one)}
    for node in text.all(ast.BinOp):
        outermost = id(node) not in inner and text.function_of(node) not in shown
        if outermost and _is_for_pixels(lines[id(node)]):
            yield Line() if any(cases(text, node)) else lines[id(node)]
    yield from (Line() for call in text.calls({"Rescaling"}))


def _overwritten(text: Text, one: ast.Assign) -> Iterator[ast.expr]:
    """What a variable held before it was given what arithmetic makes of it: ``x = x / 255``, ``x = x * 2 - 1``."""
    name = getattr(one.targets[0], "id", "")
    if isinstance(one.value, ast.BinOp) and name in names(one.value):
        value = None if any(cases(text, one)) else text.latest(name, one)[0]
        yield from [] if value is None or value is one.value else [value]


def _is_for_pixels(line: Line) -> bool:
    """Whether numbers are divided by 255 or the half of it, or brought from 0 to 1 to -1 to 1, or back."""
    divided = any(math.isclose(line.scale * size, 1, rel_tol=_TOLERANCE) for size in (255, 127.5))
    return divided or line in {(0.5, 0.5), (2, -1)}
