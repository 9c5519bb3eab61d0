"""The course's data: loaded from ``data/``, checked against its checksum, split the same way every time."""

from autograder.datasets.files import DataError
from autograder.datasets.splits import Part, keyed_fraction
from autograder.datasets.wine import red_wine

__all__ = ["DataError", "Part", "keyed_fraction", "red_wine"]
