"""Numbers that stand in a model's description: what no initializer made and no training changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_SHORT = 8  # whole numbers: a shape, an axis, a pair of sizes
_STRUCTURE = frozenset({"compile_config", "batch_shape", "input_shape", "build_config"})
_TABLES = frozenset({"__numpy__", "__tensor__", "Rescaling"})
FACTORS = frozenset({
    "x_min", "x_max", "nan", "posinf", "neginf", "negative_slope", "alpha", "threshold", "max_value", "lambd", "beta",
})  # fmt: skip
"""Settings of an operation or an activation that it computes with."""
_OF_TRAINING = ("_initializer", "_regularizer", "_constraint")


def numbers_in(config: Any, statistics: bool = False, is_table: bool = False) -> Iterator[int]:
    """For each table of numbers in a description, how many it holds.

    A few whole numbers are a shape or an axis; in a constant, or the factors of a Rescaling, they count as well.

    Args:
        config: the description, as Keras serializes it.
        statistics: count what Normalization layers keep as weights, too.
        is_table: it is a part of a constant.
    """
    if isinstance(config, Mapping):
        is_table = is_table or config.get("class_name") in _TABLES
        if statistics and config.get("class_name") == "Normalization":
            shape = (config.get("build_config") or {}).get("input_shape") or [1]
            yield 2 * (shape[-1] if isinstance(shape[-1], int) else 1)
        for key, value in config.items():
            if key not in _STRUCTURE:
                yield from numbers_in(value, statistics, is_table)
    elif isinstance(config, list):
        numbers = [item for item in _flat(config) if is_number(item)]
        if is_table or len(numbers) > _SHORT or any(isinstance(number, float) for number in numbers):
            yield len(numbers)
        for item in _flat(config):
            if isinstance(item, Mapping):
                yield from numbers_in(item, statistics, is_table)


def is_number(item: Any) -> bool:
    """Whether it is a plain number; yes and no are none."""
    return isinstance(item, int | float) and not isinstance(item, bool)


def factors_in(config: Any) -> int:
    """How many single numbers a description computes with: slopes and bounds that are not nothing."""
    if isinstance(config, list):
        return sum(map(factors_in, config))
    if not isinstance(config, Mapping):
        return 0
    own = sum(bool(value) for key, value in config.items() if key in FACTORS and is_number(value))
    return own + sum(factors_in(value) for key, value in config.items() if not key.endswith(_OF_TRAINING))


def _flat(config: list[Any]) -> Iterator[Any]:
    """What lies in a list and in the lists in it."""
    for item in config:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
