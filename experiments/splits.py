"""A unit's own split of a table into rows to train on and rows to measure on."""

from __future__ import annotations

from dataclasses import replace

from autograder.datasets import Part
from autograder.datasets.tables import Table

FIRST = 10  # the units before it explored the course's own split


def split(table: Table, unit: int) -> tuple[Part, Part]:
    """Training and validation rows; rows of the same sample share a part, as in the course's split."""
    return table.load() if unit < FIRST else replace(table, validation_key=f"unit {unit}".encode()).load()
