"""A unit's own split of a table into rows to train on and rows to measure on."""

from __future__ import annotations

from dataclasses import replace

from autograder.datasets import Part
from autograder.datasets.files import find
from autograder.datasets.tables import Table

FIRST = 10  # the units before it explored the course's own split


def split(table: Table, unit: int) -> tuple[Part, Part]:
    """Training and validation rows; rows of the same sample share a part, as in the course's split."""
    return table.load() if unit < FIRST else replace(table, validation_key=f"unit {unit}".encode()).load()


def three_parts(table: Table, unit: int) -> tuple[Part, Part, Part]:
    """Rows to train on, rows to choose by, and rows that judge what was chosen."""
    rows = table.read(find(table.file))
    judging = replace(table, validation_key=f"unit {unit}".encode()).is_validation(rows)
    choosing = replace(table, validation_key=f"unit {unit}: choosing".encode()).is_validation(rows)
    return table.part(rows[~judging & ~choosing]), table.part(rows[~judging & choosing]), table.part(rows[judging])
