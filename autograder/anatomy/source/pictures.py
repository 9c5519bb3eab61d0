"""Single images: what the functions that load them, resize them, and make arrays of them give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import plain
from autograder.anatomy.training import Data, Step

_CHANNELS = {"rgb": 3, "grayscale": 1, "rgba": 4}
_AXES = 3
_PIXELS = {"range": (0, 255)}
OPENS = frozenset({"PIL.Image.open", "matplotlib.pyplot.imread", "matplotlib.image.imread", "skimage.io.imread"})


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
    image = call.arguments[0] if call.arguments else None
    known = isinstance(image, Data) and image.shape is not None and len(image.shape) == _AXES
    return image if isinstance(image, Data) and known else Data("image", shape=(None,) * _AXES)


def resized(data: Data, call: Call, *, scaled: bool = False) -> Data:
    """``cv2.resize(image, (width, height))``, or ``tf.image.resize(images, (height, width))``."""
    wide, high = _sides(plain(call.keywords.get("size", call.arguments[1] if len(call.arguments) > 1 else None)))
    if scaled:
        rows = (data.shape or ())[:-3]
        shape = (*rows, wide, high, data.shape[-1]) if data.shape and len(data.shape) >= _AXES else None
        return replace(data, steps=(*data.steps, Step("resize")), shape=shape)
    shape = None if data.shape is None else (high, wide, *data.shape[2:])
    return replace(data, steps=(*data.steps, Step("unknown", "resize")), shape=shape)


def converted(data: Data, call: Call) -> Data:
    """``image.convert("RGB")``; in grey there is no axis of colours."""
    mode = call.arguments[0] if call.arguments else None
    known = data.origin == "image" and data.shape is not None and isinstance(mode, str)
    sides = data.shape[:2] if known and data.shape else ()
    shape = (*sides, len(mode)) if known and mode in {"RGB", "RGBA"} and isinstance(mode, str) else sides or None
    return replace(data, steps=(*data.steps, Step("unknown", "convert")), shape=shape if known else None)


def _sides(size: Any) -> tuple[int | None, int | None]:
    if not isinstance(size, tuple) or len(size) != 2:
        return None, None
    first, second = (side if type(side) is int else None for side in size)
    return first, second
