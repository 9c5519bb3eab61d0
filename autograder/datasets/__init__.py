"""The course's data: loaded from ``data/``, checked against its checksum, split the same way every time."""

from autograder.datasets.city import city_distances
from autograder.datasets.concrete import concrete_strength
from autograder.datasets.digits import Images, digit_base, digits, few_digits, other_digits
from autograder.datasets.fabric import Patches, fabric_patches, tilda
from autograder.datasets.files import DataError
from autograder.datasets.folds import folded_paper
from autograder.datasets.leaks import water_leaks
from autograder.datasets.marks import Series, marked_readings
from autograder.datasets.runs import recorded
from autograder.datasets.splits import Part, keyed_fraction
from autograder.datasets.wine import red_wine

__all__ = [
    "DataError",
    "Images",
    "Part",
    "Patches",
    "Series",
    "city_distances",
    "concrete_strength",
    "digit_base",
    "digits",
    "fabric_patches",
    "few_digits",
    "folded_paper",
    "keyed_fraction",
    "marked_readings",
    "other_digits",
    "recorded",
    "red_wine",
    "tilda",
    "water_leaks",
]
