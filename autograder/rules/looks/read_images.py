"""Images that a program reads from files one by one, and the arithmetic that is done to their pixels on the way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from autograder.anatomy.text import Text, bases, bound, called, first_of, walk
from autograder.rules.looks.dataflow import Function, callers, function_of, is_certain, part_of, result_of
from autograder.rules.looks.objects import class_of
from autograder.rules.looks.pipelines import steps_before
from autograder.rules.looks.pixels import Line, number
from autograder.rules.looks.scopes import arguments, last_name, methods, owner

KEEP_NUMBERS = frozenset({
    "resize", "resize_with_pad", "resize_with_crop_or_pad", "central_crop", "random_crop", "crop_to_bounding_box",
    "expand_dims", "reshape", "cast", "flip_left_right", "flip_up_down", "random_flip_left_right",
    "random_flip_up_down", "rot90",
})  # fmt: skip
"""Functions of ``tf`` and ``tf.image`` that leave the numbers of pixels as they are."""
_ARRAYS = frozenset({"array", "asarray", "stack", "img_to_array", "cvtColor", "float32", "ensure_shape"})
_METHODS = frozenset({"astype", "resize", "convert", "reshape", "copy"})
_READS = frozenset({"decode_jpeg", "decode_png", "decode_bmp", "decode_image", "imread", "load_img"})
_LIBRARIES = frozenset({"np", "numpy", "tf", "tensorflow", "keras", "ops", "cv2", "jnp"})
_SEQUENCES = frozenset({"Sequence", "PyDataset"})
_ARITHMETIC = {"divide": ast.Div, "truediv": ast.Div, "multiply": ast.Mult}
_STEPS = 30  # on the way from an image to its file


class Read(NamedTuple):
    """What became of the pixels of images, and where that was done, the first of it last."""

    line: Line
    scaled: tuple[ast.expr, ...]


@dataclass
class _Way:
    """The way back from an image: where it stands, the factors on it, and the calls of functions that it entered."""

    text: Text
    node: ast.expr
    user: ast.AST
    before: Read | None = None
    scaled: list[tuple[float, ast.expr]] = field(default_factory=list)
    entered: dict[int, ast.Call] = field(default_factory=dict)


def images_read(text: Text) -> Iterator[Read]:
    """What becomes of the images of each pipeline, and of each ``Sequence``, as far as that is known for certain."""
    maps = [call for call in text.calls({"map"}) if call.args and isinstance(call.func, ast.Attribute)]
    earlier = {id(one): _earlier(text, one) for one in maps}
    inner = {id(one) for one in earlier.values() if one is not None}
    for call in maps:
        found = _of_map(text, call, earlier) if id(call) not in inner else None
        yield from [found] if found is not None else []
    for kind in text.all(ast.ClassDef):
        for one in methods(kind) if bases(kind) & _SEQUENCES else ():
            found = _result(text, one, None) if one.name == "__getitem__" else None
            yield from [found] if found is not None else []


def _earlier(text: Text, call: ast.Call) -> ast.Call | None:
    """The last ``map`` before one in its pipeline."""
    source = getattr(call.func, "value", None)
    return next((step for step in steps_before(text, source, call) if called(step) == "map"), None)


def _of_map(text: Text, call: ast.Call, earlier: dict[int, ast.Call | None], left: int = 4) -> Read | None:
    first = earlier.get(id(call))
    before = _of_map(text, first, earlier, left - 1) if first is not None and left else None
    function = _mapped(text, call.args[0], call) if call.args else None
    return _result(text, function, before) if function is not None else None


def _mapped(text: Text, given: ast.expr, user: ast.AST) -> Function | None:
    """The function that is mapped, also a method of an object or of a class."""
    found = function_of(text, given)
    kind = class_of(text, given.value, user) if found is None and isinstance(given, ast.Attribute) else None
    return found or next((one for one in methods(kind) if one.name == last_name(given)), None) if kind else found


def _result(text: Text, function: Function, before: Read | None) -> Read | None:
    """What a function does to the image that it gives alone or first."""
    value, end = result_of(function, function)
    return _followed(_Way(text, first_of(value), end, before)) if value is not None else None


def _followed(way: _Way) -> Read | None:
    for _ in range(_STEPS):
        if called(way.node) in _READS or ast.unparse(getattr(way.node, "func", way.node)) == "Image.open":
            return _read(way, Read(Line(), ()))
        if isinstance(way.node, ast.Name) and _is_first_argument(way, way.node.id):
            return _read(way, way.before) if way.before is not None else None
        if not _step(way):
            return None
    return None


def _read(way: _Way, before: Read) -> Read:
    """What was done before, and on this way."""
    scale, offset = before.line
    for factor, _ in way.scaled:
        scale, offset = scale * factor, offset * factor
    return Read(Line(scale, offset), (*before.scaled, *(node for _, node in way.scaled)))


def _is_first_argument(way: _Way, name: str) -> bool:
    """Whether a variable is the image that a function gets of the step before it."""
    function = owner(way.text, way.user)
    value, _ = way.text.latest(name, way.user)
    if isinstance(way.user, ast.Lambda):
        return name == way.user.args.args[0].arg if way.user.args.args else False
    return value is None and function is not None and arguments(function)[:1] == [name] and not way.entered


def _step(way: _Way) -> bool:
    """Go one step back; False if there is none that leaves the pixels as they are, or scales all of them."""
    node = way.node
    if isinstance(node, ast.Name):
        return _of_variable(way, node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Mult):
        return _of_product(way, node, (node.left, node.right), type(node.op))
    if isinstance(node, ast.ListComp):
        return _to(way, node.elt, node)
    return isinstance(node, ast.Call) and _of_call(way, node)


def _of_call(way: _Way, node: ast.Call) -> bool:
    function = function_of(way.text, node.func)
    value, end = result_of(function, node)
    if function is not None:
        fresh = isinstance(function, ast.FunctionDef) and id(function) not in way.entered
        way.entered[id(function)] = node
        return fresh and value is not None and _to(way, first_of(value), end)
    if called(node) in _ARITHMETIC and len(node.args) == 2:
        return _of_product(way, node, (node.args[0], node.args[1]), _ARITHMETIC[called(node)])
    if called(node) in _METHODS and isinstance(node.func, ast.Attribute) and not _of_library(node.func):
        return _to(way, node.func.value)
    return called(node) in KEEP_NUMBERS | _ARRAYS and bool(node.args) and _to(way, node.args[0])


def _of_library(function: ast.Attribute) -> bool:
    """Whether a function is one of a module, and no method of an array or an image."""
    return ast.unparse(function).partition(".")[0] in _LIBRARIES


def _to(way: _Way, node: ast.expr, user: ast.AST | None = None) -> bool:
    way.node, way.user = node, way.user if user is None else user
    return True


def _of_product(way: _Way, node: ast.expr, pair: tuple[ast.expr, ast.expr], kind: type[ast.operator]) -> bool:
    """``image / 255``, ``image * (1 / 255)``, ``tf.divide(image, 255)``."""
    left, right = pair
    by, first = number(way.text, right), number(way.text, left)
    if kind is ast.Mult and by is None and first is not None:
        by, left = first, right
    if not by:
        return False
    way.scaled.append((by if kind is ast.Mult else 1 / by, node))
    return _to(way, left)


def _of_variable(way: _Way, name: str) -> bool:
    value, where = way.text.latest(name, way.user)
    function = owner(way.text, way.user)
    if value is None and function is not None and name in arguments(function):
        every = callers(way.text, function)
        call = way.entered.get(id(function), every[0] if len(every) == 1 else None)
        given = bound(function, call).get(name) if call is not None else None
        return given is not None and call is not None and _to(way, given, call)
    if value is None or value is way.node or not is_certain(way.text, where, way.user):
        return False
    changed = [
        one for one in way.text.all(ast.AugAssign)
        if getattr(one.target, "id", "") == name and way.text.function_of(one) == way.text.function_of(where)
    ]  # fmt: skip
    for one in changed:
        by = number(way.text, one.value)
        between = getattr(where, "lineno", 0) < one.lineno < getattr(way.user, "lineno", 0)
        if not (by and between and isinstance(one.op, ast.Div | ast.Mult) and is_certain(way.text, one, way.user)):
            return False
        way.scaled.append((by if isinstance(one.op, ast.Mult) else 1 / by, one.target))
    part, reader = part_of(way.text, name, where, value)
    return part is not None and _to(way, part, reader)


def scaled_elsewhere(text: Text, scaled: list[ast.expr]) -> bool:
    """Whether 255 is reckoned with anywhere else than where pixels are scaled, or handed to a function."""
    inside = {id(part) for node in scaled for part in (*walk(node), *walk(text.parents[id(node)]))}
    found = [one for one in text.all(ast.Constant) if one.value == 255 and id(one) not in inside]
    return any(isinstance(text.parents.get(id(one)), ast.BinOp | ast.AugAssign | ast.Call) for one in found)
