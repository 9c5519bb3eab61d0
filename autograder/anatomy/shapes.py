"""Shapes between the operations of an anatomy, as far as the description tells them.

A shape leaves out the batch: ``(28, 28, 1)``. An axis is None if it varies or is unknown; a shape is None if not even
the number of axes is known, or if the operation cannot take what it is given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from autograder.anatomy.graph import Anatomy, Operation
from autograder.anatomy.kinds import Trait, with_trait
from autograder.anatomy.unknown import Unknown

Axis: TypeAlias = int | None
Shape: TypeAlias = tuple[Axis, ...] | None
_Handler: TypeAlias = Callable[[Mapping[str, Any], Sequence[tuple[Axis, ...]]], Shape]
STEPWISE = frozenset({"lstm", "gru", "simple"})
"""Cells that read one step of a sequence after another."""
_FAILURES = (TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError)


def shapes(anatomy: Anatomy) -> tuple[Shape, ...]:
    """The shape that each operation gives, in the order of the operations; worked out once for each anatomy."""
    kept: dict[str, Any] = vars(anatomy)  # many rules ask; a cache by equality would cost more than the answer
    if "_shapes" not in kept:
        found: list[Shape] = []
        for operation in anatomy.operations:
            found.append(_checked(operation, [found[position] for position in operation.inputs]))
        kept["_shapes"] = tuple(found)
    every: tuple[Shape, ...] = kept["_shapes"]
    return every


def _checked(operation: Operation, inputs: Sequence[Shape]) -> Shape:
    settings = operation.settings
    if operation.kind == "recurrent" and settings.get("cell") in STEPWISE and list(inputs) == [None]:
        inputs = [(None, None)]  # it takes nothing else
    known = [shape for shape in inputs if shape is not None]
    if (
        len(known) < len(inputs)
        or operation.kind not in _HANDLERS
        or isinstance(settings.get("data_format"), Unknown)
    ):
        return None
    try:
        if settings.get("over_time"):
            first, *rest = known[0]
            inner = _HANDLERS[operation.kind](settings, [tuple(rest)])
            shape = None if inner is None else (first, *inner)
        else:
            shape = _HANDLERS[operation.kind](settings, known)
    except _FAILURES:
        return None
    return tuple(_axis(axis) for axis in shape) if shape is not None and _possible(shape) else None


def _axis(value: Any) -> Axis:
    return value if type(value) is int else None


def _possible(shape: Sequence[Any]) -> bool:
    return all(axis > 0 for axis in shape if type(axis) is int)


def _input(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    shape = settings["shape"]
    return tuple(shape) if isinstance(shape, tuple | list) else None


def _same(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    return inputs[0]


def _dense(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    return (*inputs[0][:-1], settings["units"]) if inputs[0] else None


def _embedding(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    return (*inputs[0], settings["output_dim"])


def _flatten(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    return (product(inputs[0]),)


def product(shape: Sequence[Axis]) -> Axis:
    """How many numbers a shape holds; None if an axis is unknown."""
    known = [axis for axis in shape if axis is not None]
    return math.prod(known) if len(known) == len(shape) else None


def _reshape(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    target = list(settings["target_shape"])
    rest, whole = product([axis for axis in target if axis != -1]), product(inputs[0])
    if -1 in target:
        target[target.index(-1)] = None if rest is None or whole is None else whole // rest
        rest = product(target)
    return None if rest is not None and whole is not None and rest != whole else tuple(target)


def _spatial(
    settings: Mapping[str, Any], shape: tuple[Axis, ...], window: str, channels: Callable[[Axis], Any]
) -> Shape:
    """What sliding a window over all axes but the channels gives."""
    first = settings.get("data_format") == "channels_first"
    if len(shape) != settings["rank"] + 1:
        return None
    sides, depth = (shape[1:], shape[0]) if first else (shape[:-1], shape[-1])
    stretch = settings.get("dilation_rate", (1,) * len(sides))
    slide = _slid_back if settings.get("transpose") else _slid
    found = [
        slide(side, size, step, gap, settings.get("padding", "valid"))
        for side, size, step, gap in zip(sides, settings[window], settings["strides"], stretch, strict=True)
    ]
    return (channels(depth), *found) if first else (*found, channels(depth))


def _slid(side: Axis, size: Any, step: Any, gap: Any, padding: Any) -> Axis:
    if side is None or not all(type(value) is int and value > 0 for value in (size, step, gap)):
        return None
    if padding in {"same", "causal"}:
        return -(-side // int(step))
    return int((side - gap * (size - 1) - 1) // step + 1) if padding == "valid" else None


def _slid_back(side: Axis, size: Any, step: Any, gap: Any, padding: Any) -> Axis:
    if side is None or not all(type(value) is int and value > 0 for value in (size, step, gap)):
        return None
    reach = gap * (size - 1) + 1
    return int(side * step) if padding == "same" else int(side * step + max(reach - step, 0))


def _convolution(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    if settings.get("output_padding") is not None:
        return None
    if settings.get("depthwise"):
        times = settings["depth_multiplier"]
        return _spatial(settings, inputs[0], "kernel_size", lambda depth: None if depth is None else depth * times)
    return _spatial(settings, inputs[0], "kernel_size", lambda _: settings["filters"])


def _pool(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    size = (2,) * (len(inputs[0]) - 1)  # Keras 2 takes it where nothing is given
    return _spatial({"pool_size": size, "strides": size, **settings}, inputs[0], "pool_size", lambda depth: depth)


def _global_pool(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    first = settings.get("data_format") == "channels_first"
    depth, others = (inputs[0][0], inputs[0][1:]) if first else (inputs[0][-1], inputs[0][:-1])
    ones = (1,) * len(others) if settings.get("keepdims") else ()
    return (depth, *ones) if first else (*ones, depth)


def _concatenate(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    axis = settings.get("axis", -1)
    axis = axis[0] if isinstance(axis, tuple) else axis
    at = axis - 1 if axis > 0 else axis % len(inputs[0])
    if axis == 0 or len({len(shape) for shape in inputs}) != 1:
        return None
    columns = [shape[at] for shape in inputs]
    known = [column for column in columns if column is not None]
    return (*inputs[0][:at], sum(known) if len(known) == len(columns) else None, *inputs[0][at + 1 :])


def _broadcast(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    rank = max(len(shape) for shape in inputs)
    padded = [(1,) * (rank - len(shape)) + shape for shape in inputs]
    found = []
    for column in zip(*padded, strict=True):
        sides = {side for side in column if side != 1}
        if len(sides - {None}) > 1:
            return None
        found.append(next(iter(sides - {None}), None if sides else 1))
    return tuple(found)


def _recurrent(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    cell = settings.get("cell")
    if settings.get("return_state") or len(inputs[0]) != 2:
        return None
    if cell == "bidirectional":
        inner = str(settings["layer"])
        units = re.search(r"\bunits=(\d+)", inner)
        if units is None or "return_state=True" in inner or "backward_layer" not in settings:
            return None
        width = int(units.group(1)) * (2 if settings["merge_mode"] == "concat" else 1)
        return (inputs[0][0], width) if "return_sequences=True" in inner else (width,)
    if cell not in STEPWISE:
        return None
    sequences = settings.get("return_sequences", False)
    return (inputs[0][0], settings["units"]) if sequences is True else (settings["units"],) if not sequences else None


def _attention(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    if settings.get("grouped") or settings.get("output_shape") is not None:
        return None
    return inputs[0] if "score" not in settings else (*inputs[0][:-1], inputs[1][-1])


def _repeat(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    return (settings["n"], *inputs[0])


def _permute(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    return tuple(inputs[0][axis - 1] for axis in settings["dims"])


def _resized(change: Callable[[int, Any], int], key: str) -> _Handler:
    """Axes that become longer or shorter, each by its own amount."""

    def resize(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
        amounts = settings[key]
        amounts = (amounts,) if isinstance(amounts, int) or (len(inputs[0]) == 2) else amounts
        first = settings.get("data_format") == "channels_first"
        sides, depth = (inputs[0][1:], inputs[0][0]) if first else (inputs[0][:-1], inputs[0][-1])
        pairs = zip(sides, amounts, strict=True)
        found = [None if side is None else change(side, amount) for side, amount in pairs]
        return (depth, *found) if first else (*found, depth)

    return resize


def _to_size(settings: Mapping[str, Any], inputs: Sequence[tuple[Axis, ...]]) -> Shape:
    if settings.get("data_format") == "channels_first":
        return None
    return (settings["height"], settings["width"], inputs[0][-1])


_up = _resized(lambda side, times: side * (times[0] if isinstance(times, tuple) else times), "size")
_pad = _resized(lambda side, more: side + sum(more), "padding")
_crop = _resized(lambda side, less: side - sum(less), "cropping")
_HANDLERS: dict[str, _Handler] = {
    "input": _input,
    **dict.fromkeys(with_trait(Trait.SAME_SHAPE), _same),
    "dense": _dense,
    "embedding": _embedding,
    "flatten": _flatten,
    "reshape": _reshape,
    "conv": _convolution,
    "max_pool": _pool,
    "average_pool": _pool,
    "global_max_pool": _global_pool,
    "global_average_pool": _global_pool,
    "concatenate": _concatenate,
    **dict.fromkeys((*with_trait(Trait.JOINS), "true_divide"), _broadcast),
    "recurrent": _recurrent,
    "attention": _attention,
    "repeat_vector": _repeat,
    "permute": _permute,
    "up_sampling": _up,
    "zero_padding": _pad,
    "cropping": _crop,
    **dict.fromkeys(("resizing", "center_crop", "random_crop"), _to_size),
}
