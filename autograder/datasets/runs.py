"""The recorded runs of the course's experiments: what chapters read instead of training for hours."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from autograder.datasets.files import DataError
from autograder.shipped import shipped

_CURVE = re.compile(r"_by_(late_)?epoch$")


def results_folder() -> Path:
    """The folder of all results: inside an installed package, or at the top of a checkout."""
    return shipped("experiments", "results")


def recorded(name: str) -> pd.DataFrame:
    """The finished runs of the experiment ``name``, one row for each variant and unit.

    Columns that end in ``_by_epoch`` or ``_by_late_epoch`` hold curves: lists of floats, one for each epoch.

    Raises:
        DataError: there is no experiment of this name, or its file cannot be read.
    """
    file = results_folder() / f"{name}.csv"
    try:
        table = pd.read_csv(file)
        for column in filter(_CURVE.search, table.columns):
            table[column] = [[float(value) for value in curve.split()] for curve in table[column]]
    except FileNotFoundError as error:
        known = ", ".join(sorted(path.stem for path in results_folder().glob("*.csv"))) or "nothing"
        raise DataError(f"There are no recorded runs named {name!r}: there is {known}.") from error
    except (ValueError, AttributeError) as error:
        raise DataError(f"{file} cannot be read ({error}): copy it again from the course.") from error
    return table
