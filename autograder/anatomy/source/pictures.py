"""Single images: what the functions that load them, resize them, and make arrays of them give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import plain
from autograder.anatomy.training import Data, Step

_CHANNELS = {"rgb": 3, "grayscale": 1, "rgba": 4}
_AXES = 3


def channels(mode: Any) -> int | None:
    """How many numbers a pixel has."""
    return _CHANNELS.get(mode) if isinstance(mode, str) else None


def loaded(call: Call) -> Data:
    """``load_img(path, target_size=(224, 224))``."""
    sides = _sides(plain(call.keywords.get("target_size")))
    return Data("image", shape=(*sides, channels(call.keywords.get("color_mode", "rgb"))))


def as_array(call: Call) -> Data:
    """``img_to_array(image)``: three axes, whatever the image."""
    image = call.arguments[0] if call.arguments else None
    known = isinstance(image, Data) and image.shape is not None and len(image.shape) == _AXES
    return image if isinstance(image, Data) and known else Data("image", shape=(None,) * _AXES)


def resized(data: Data, call: Call) -> Data:
    """``cv2.resize(image, (width, height))``."""
    wide, high = _sides(plain(call.arguments[1]) if len(call.arguments) > 1 else None)
    shape = None if data.shape is None else (high, wide, *data.shape[2:])
    return replace(data, steps=(*data.steps, Step("unknown", "resize")), shape=shape)


def _sides(size: Any) -> tuple[int | None, int | None]:
    if not isinstance(size, tuple) or len(size) != 2:
        return None, None
    first, second = (side if type(side) is int else None for side in size)
    return first, second
