"""Single images: what the functions that load them, resize them, and make arrays of them give."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Any

from autograder.anatomy import text
from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import plain
from autograder.anatomy.training import Data, Step
from autograder.anatomy.unknown import Unknown

_CHANNELS = {"rgb": 3, "grayscale": 1, "rgba": 4}
_AXES = 3
_PIXELS = {"range": (0, 255)}
OPENS = frozenset({
    "PIL.Image.open", "matplotlib.pyplot.imread", "matplotlib.image.imread", "skimage.io.imread", "imageio.imread",
    "imageio.v2.imread", "imageio.v3.imread",
})  # fmt: skip
DECODES = frozenset({"decode_jpeg", "decode_png", "decode_bmp", "decode_and_crop_jpeg"})
"""Functions of ``tf.io`` and ``tf.image`` that make one image of bytes."""
_KEEP_SHAPE = frozenset({
    "flip", "GaussianBlur", "blur", "medianBlur", "bilateralFilter", "equalizeHist", "convertScaleAbs",
    "convert_image_dtype", "per_image_standardization", "flip_left_right", "flip_up_down", "random_flip_left_right",
    "random_flip_up_down", "random_brightness", "random_contrast", "random_hue", "random_saturation",
    "adjust_brightness", "adjust_contrast", "adjust_hue", "adjust_saturation", "adjust_gamma",
})  # fmt: skip
_INTO_GREY = ("2GRAY",)
_INTO_COLOURS = ("GRAY2RGB", "GRAY2BGR", "RGBA2RGB", "BGRA2BGR", "RGBA2BGR", "BGRA2RGB")


def channels(mode: Any) -> int | None:
    """How many numbers a pixel has."""
    return _CHANNELS.get(mode) if isinstance(mode, str) else None


def loaded(call: Call) -> Data:
    """``load_img(path, target_size=(224, 224))``."""
    sides = _sides(plain(call.keywords.get("target_size")))
    return Data("image", shape=(*sides, channels(call.keywords.get("color_mode", "rgb"))), given=_PIXELS)


def opened(dotted: str) -> Data:
    """``Image.open(path)``: one image, in colours or not; other libraries divide some of them by 255."""
    return Data("image", shape=(None,) * _AXES, given=_PIXELS if dotted.startswith("PIL.") else {})


def as_array(call: Call) -> Data:
    """``img_to_array(image)``: three axes, whatever the image."""
    image = call.argument(0)
    known = isinstance(image, Data) and image.shape is not None and len(image.shape) == _AXES
    return image if isinstance(image, Data) and known else Data("image", shape=(None,) * _AXES)


def resized(data: Data, call: Call, *, scaled: bool = False) -> Data:
    """``cv2.resize(image, (width, height))``, or ``tf.image.resize(images, (height, width))``."""
    wide, high = _sides(plain(call.argument(1, "size", "dsize")))
    if scaled:
        rows = (data.shape or ())[:-3]
        shape = (*rows, wide, high, data.shape[-1]) if data.shape and len(data.shape) >= _AXES else None
        return replace(data, steps=(*data.steps, Step("resize")), shape=shape)
    shape = None if data.shape is None else (high, wide, *data.shape[2:])
    return replace(data, steps=(*data.steps, Step("unknown", "resize")), shape=shape)


def decoded(call: Call) -> Data:
    """``tf.io.decode_jpeg(content, channels=3)``."""
    depth = plain(call.argument(1, "channels"))
    return Data("image", shape=(None, None, depth if type(depth) is int and depth else None), given=_PIXELS)


def recoloured(data: Data, call: Call) -> Data:
    """``cv2.cvtColor(image, cv2.COLOR_BGR2RGB)``; in grey there is no axis of colours."""
    code = call.argument(1, "code")
    name, sides = getattr(code, "dotted", ""), (data.shape or ())[:2]
    shape = data.shape if name.startswith("cv2.COLOR_") else None
    if data.shape is not None and name.endswith(_INTO_GREY):
        shape = sides
    elif data.shape is not None and name.endswith(_INTO_COLOURS):
        shape = (*sides, 3)
    return replace(data, steps=(*data.steps, Step("unknown", "cv2.cvtColor")), shape=shape)


def treated(data: Data, dotted: str, call: Call) -> Data | None:
    """An image after a function of OpenCV or of ``tf.image`` that keeps its size; None for any other."""
    name = dotted.rpartition(".")[2]
    if not dotted.startswith(("cv2.", "tensorflow.image.")) or call.values[:1] != [data] or data.shape is None:
        return None
    colours = {"rgb_to_grayscale": 1, "grayscale_to_rgb": 3}.get(name)
    shape: Any = (*data.shape[:-1], colours) if colours else data.shape
    if name in {"resize_with_pad", "resize_with_crop_or_pad"} and len(data.shape) >= _AXES:
        wanted = (*call.arguments[1:3], *(call.keywords.get(key) for key in ("target_height", "target_width")))
        sides = [side if type(side) is int else None for side in wanted if side is not None][:2]
        shape = (*data.shape[:-3], *sides, data.shape[-1]) if len(sides) == 2 else None
    elif name not in _KEEP_SHAPE and not colours:
        return None
    return replace(data, steps=(*data.steps, Step("unknown", dotted)), shape=shape)


def converted(data: Data, call: Call) -> Data:
    """``image.convert("RGB")``; in grey there is no axis of colours."""
    mode = call.argument(0)
    known = data.origin == "image" and data.shape is not None and isinstance(mode, str)
    sides = data.shape[:2] if known and data.shape else ()
    shape = (*sides, len(mode)) if known and mode in {"RGB", "RGBA"} and isinstance(mode, str) else sides or None
    return replace(data, steps=(*data.steps, Step("unknown", "convert")), shape=shape if known else None)


def in_two(data: Data, call: Call) -> Data | None:
    """``image.point(lambda v: 255 if v > 100 else 0)``: two numbers are left; None if another function is asked."""
    function = call.argument(0)
    body = getattr(getattr(function, "node", None), "body", None) if len(call.values) == 1 else None
    if isinstance(body, ast.IfExp) and isinstance(body.test, ast.Compare):
        ends = [text.constant(body.body), text.constant(body.orelse)]
    elif isinstance(body, ast.BoolOp) and isinstance(body.op, ast.And) and isinstance(body.values[0], ast.Compare):
        ends = [text.constant(body.values[-1]), 0]
    else:
        return None
    return _of_two(data, ends) if all(type(end) is int for end in ends) else None


def thresholded(data: Data, call: Call) -> Any:
    """``cv2.threshold(mask, 127, 255, cv2.THRESH_BINARY)``: the bound, and two numbers; None for another kind."""
    most, kind = call.argument(2, "maxval"), call.argument(3, "type")
    binary = kind == 0 or getattr(kind, "dotted", "") in {"cv2.THRESH_BINARY", "cv2.THRESH_BINARY_INV"}
    known = binary and type(most) in (int, float) and call.values[:1] == [data]
    return (Unknown("a bound", call.place), _of_two(data, [0, most])) if known else None


def _of_two(data: Data, ends: list[Any]) -> Data:
    given = {"range": (min(ends), max(ends))}
    return Data("comparison", shape=data.shape, given=given, source=(data.source, data.part, data.steps))


def _sides(size: Any) -> tuple[int | None, int | None]:
    if not isinstance(size, tuple) or len(size) != 2:
        return None, None
    first, second = (side if type(side) is int else None for side in size)
    return first, second
