"""Draws of real digits for experiments: a unit's training, validation and test rows, disjoint."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from autograder.datasets import Images, digits

VALIDATION_ROWS = 1000


class Draw(NamedTuple):
    """What one unit trains on, and 1000 rows to validate with."""

    train: Images
    validation: Images


@cache
def everything() -> Images:
    """All digits of the course's two parts."""
    parts = digits()
    return Images(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def draw(unit: int, rows: int, only: tuple[int, ...] = tuple(range(10))) -> Draw:
    """``rows`` training rows and the validation rows of a unit, in random order; only these digits."""
    images, labels = everything()
    order = np.random.default_rng(unit).permutation(np.flatnonzero(np.isin(labels, only)))
    train, validation = order[VALIDATION_ROWS : VALIDATION_ROWS + rows], order[:VALIDATION_ROWS]
    return Draw(Images(images[train], labels[train]), Images(images[validation], labels[validation]))
