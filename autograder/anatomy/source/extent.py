"""Shapes of data, and what NumPy and its relatives make of them; None for an axis, or a shape, that nobody knows."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

from autograder.anatomy.source.values import Name
from autograder.anatomy.training import Data
from autograder.anatomy.unknown import Unknown

Extent: TypeAlias = tuple[int | None, ...] | None
_NEW_AXIS = frozenset({"numpy.newaxis", "tensorflow.newaxis"})


def asked(wanted: Any) -> Extent:
    """The shape that an argument asks for: ``200``, ``(200, 4)``, ``[200, 4]``."""
    wanted = (wanted,) if type(wanted) is int else wanted
    if not isinstance(wanted, tuple) or not all(type(axis) in (int, Unknown) for axis in wanted):
        return None
    return tuple(axis if type(axis) is int else None for axis in wanted)


def reshaped(shape: Extent, wanted: Any) -> Extent:
    """``x.reshape(wanted)``, where one axis may be -1."""
    target = asked(wanted)
    if target is None or -1 not in target:
        return target
    others = [axis for axis in target if axis != -1]
    known = shape is not None and None not in shape and None not in others and math.prod(others) > 0  # type: ignore[arg-type]
    rest = math.prod(shape) // math.prod(others) if known else None  # type: ignore[arg-type]
    return tuple(rest if axis == -1 else axis for axis in target)


def flattened(shape: Extent) -> Extent:
    """``x.ravel()``."""
    return (None,) if shape is None or None in shape else (math.prod(shape),)  # type: ignore[arg-type]


def expanded(shape: Extent, axis: Any) -> Extent:
    """``np.expand_dims(x, axis)``."""
    if shape is None or type(axis) is not int or not -len(shape) - 1 <= axis <= len(shape):
        return None
    at = axis % (len(shape) + 1)
    return (*shape[:at], 1, *shape[at:])


def squeezed(shape: Extent, axis: Any) -> Extent:
    """``np.squeeze(x)``, or of one axis."""
    if shape is None or None in shape[1:]:
        return None
    if type(axis) is int and -len(shape) <= axis < len(shape):
        return tuple(side for at, side in enumerate(shape) if at != axis % len(shape))
    return tuple(side for side in shape if side != 1) if axis is None else None


def transposed(shape: Extent, axes: Any) -> Extent:
    """``x.transpose(axes)``; without axes they are reversed."""
    if shape is None or not axes:
        return None if shape is None else shape[::-1]
    axes = axes[0] if len(axes) == 1 and isinstance(axes[0], tuple) else axes
    whole = all(type(axis) is int for axis in axes) and sorted(axes) == list(range(len(shape)))
    return tuple(shape[axis] for axis in axes) if whole else None


def reduced(shape: Extent, axis: Any) -> Extent:
    """What is left when one axis is added up, or its largest is looked for."""
    if shape is None or type(axis) is not int or not -len(shape) <= axis < len(shape):
        return None
    return tuple(side for at, side in enumerate(shape) if at != axis % len(shape))


def joined(shapes: list[Extent], axis: Any) -> Extent:
    """``np.concatenate(…, axis)``."""
    first = shapes[0] if shapes else None
    if first is None or type(axis) is not int or not -len(first) <= axis < len(first):
        return None
    if any(shape is None or len(shape) != len(first) for shape in shapes):
        return None
    sides = [shape[axis] for shape in shapes if shape is not None]
    whole = None if None in sides else sum(side for side in sides if side is not None)
    at = axis % len(first)
    return (*first[:at], whole, *first[at + 1 :])


def of_literal(value: Any) -> Extent:
    """The shape of ``np.array(value)``: lists of one length, of numbers, texts, or other data."""
    if isinstance(value, Data):
        return value.shape
    if not isinstance(value, tuple):
        if type(value) is Unknown and value.whole:
            return ()
        return None if isinstance(value, Unknown) or not isinstance(value, int | float | str) else ()
    items = {of_literal(item) for item in value}
    inner = items.pop() if len(items) == 1 else None
    return None if inner is None else (len(value), *inner)


def indexed(shape: Extent, index: Any) -> Extent:
    """``x[index]``."""
    parts = index if isinstance(index, tuple) else (index,)
    if shape is None or parts.count(...) > 1:
        return None
    taken = sum(not is_new_axis(part) for part in parts if part is not ...)
    if taken > len(shape):
        return None
    if ... in parts:
        at = parts.index(...)
        parts = (*parts[:at], *[slice(None)] * (len(shape) - taken), *parts[at + 1 :])
    found: list[int | None] = []
    sides = iter(shape)
    for part in parts:
        kept = (1,) if is_new_axis(part) else _picked(next(sides), part)
        if kept is None:
            return None
        found += kept
    return (*found, *sides)


def is_new_axis(part: Any) -> bool:
    """Whether an index adds an axis: ``None``, ``np.newaxis``."""
    return part is None or (isinstance(part, Name) and part.dotted in _NEW_AXIS)


def _picked(side: int | None, part: Any) -> Extent:
    """What an index leaves of one axis: nothing, or one axis."""
    if type(part) is int or (type(part) is Unknown and part.whole):
        return ()
    if isinstance(part, slice):
        return (_length(side, part),)
    if isinstance(part, Data):
        return () if part.shape == () else (None,) if part.shape is not None and len(part.shape) == 1 else None
    return None


def _length(side: int | None, part: slice) -> int | None:
    ends = (part.start, part.stop, part.step)
    if type(part.start) is Unknown and type(part.stop) is Unknown and part.step in (None, 1):
        width = part.start.distance(part.stop)  # a window: data[i : i + 24]
        return width if width is not None and width > 0 else None
    if any(end is not None and type(end) is not int for end in ends) or part.step == 0:
        return None
    if side is not None:
        return len(range(*part.indices(side)))
    start = part.start or 0
    forward = part.step in (None, 1) and part.stop is not None
    return part.stop - start if forward and (start < 0) == (part.stop < 0) and part.stop >= start else None
