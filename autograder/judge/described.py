"""Numbers that stand in a model's description: what no initializer made and no training changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_SHORT = 8  # whole numbers: a shape, an axis, a pair of sizes
_STRUCTURE = frozenset({"compile_config", "batch_shape", "input_shape", "build_config"})
_OPERANDS = "inbound_nodes"
_TABLES = frozenset({"__numpy__", "__tensor__", "Rescaling"})
_TENSORS = frozenset({"__keras_tensor__", *_TABLES})
FACTORS = frozenset({
    "x_min", "x_max", "nan", "posinf", "neginf", "negative_slope", "alpha", "threshold", "max_value", "lambd", "beta",
    "mean", "variance", "scale", "offset", "mask_value",
})  # fmt: skip
"""Settings of an operation or an activation that it computes with."""
_LENGTHS = frozenset({"n", "padding", "cropping", "size"})  # of rows of ones, say, which then add up to any number
_USUAL_EPSILON = 0.01
_OF_TRAINING = ("_initializer", "_regularizer", "_constraint")


def numbers_in(config: Any, is_table: bool = False) -> Iterator[int]:
    """For each table of numbers in a description, how many it holds.

    A few whole numbers are a shape or an axis; in a constant, or the factors of a Rescaling, they count as well.

    Args:
        config: the description, as Keras serializes it.
        is_table: it is a part of a constant.
    """
    if isinstance(config, Mapping):
        is_table = is_table or config.get("class_name") in _TABLES
        for key, value in config.items():
            if key not in _STRUCTURE:
                yield from numbers_in(value, is_table)
    elif isinstance(config, list):
        numbers = [item for item in _flat(config) if is_number(item)]
        if is_table or len(numbers) > _SHORT or any(isinstance(number, float) for number in numbers):
            yield len(numbers)
        for item in _flat(config):
            if isinstance(item, Mapping):
                yield from numbers_in(item, is_table)


def operands_in(config: Any, is_operand: bool = False) -> int:
    """How many single numbers the operations in a description are given beside tensors, whole ones as well."""
    if isinstance(config, list):
        return sum(operands_in(item, is_operand) for item in config)
    if not isinstance(config, Mapping):
        return int(is_operand and is_number(config))
    if config.get("class_name") in _TENSORS:
        return 0
    return sum(operands_in(value, is_operand or key == _OPERANDS) for key, value in config.items())


def is_number(item: Any) -> bool:
    """Whether it is a plain number; yes and no are none."""
    return isinstance(item, int | float) and not isinstance(item, bool)


def factors_in(config: Any) -> int:
    """How many single numbers a description computes with: slopes and bounds that are not nothing."""
    if isinstance(config, list):
        return sum(map(factors_in, config))
    if not isinstance(config, Mapping):
        return 0
    own = sum(_factors(key, value) for key, value in config.items())
    return own + sum(factors_in(value) for key, value in config.items() if not key.endswith(_OF_TRAINING))


def _factors(key: str, value: Any) -> int:
    """How many single numbers one setting computes with."""
    if key in _LENGTHS:
        return sum(map(is_number, _flat([value])))
    if key == "epsilon":
        return int(is_number(value) and value > _USUAL_EPSILON)
    return int(key in FACTORS and is_number(value) and bool(value))


def _flat(config: list[Any]) -> Iterator[Any]:
    """What lies in a list and in the lists in it."""
    for item in config:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
