"""The concrete data: what went into a concrete, its age, and the pressure that crushed it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from autograder.datasets.files import find
from autograder.datasets.splits import Part, keyed_fraction

FILE = "concrete.csv"
TARGET = "strength"
AGE = "age"
VALIDATION_SHARE = 0.3
HELD_OUT_SHARE = 0.2
_VALIDATION_KEY = b"concrete: the course's validation mixtures"


def concrete_strength(path: Path | None = None) -> tuple[Part, Part]:
    """The training and validation parts of the concrete data, the same for everybody.

    Many mixtures were crushed at several ages; one fills twenty rows. All rows of a mixture share a part, repeated
    rows among them: otherwise a model would be asked about mixtures that it has already seen.

    Args:
        path: the CSV file; by default the one beside the notebook, else the course's own.

    Returns:
        ``(train, validation)``, each with ``features`` (rows, 8), seven components in kg/m³ and the age in days,
        and ``target`` (rows,), the compressive strength in MPa.

    Raises:
        DataError: the file is missing or not the one it should be.

    Source: Yeh 1998, UCI Machine Learning Repository, CC BY 4.0; see ``data/concrete.md``.
    """
    rows = read(path or find(FILE))
    validation = is_validation(rows)
    return part(rows[~validation]), part(rows[validation])


def is_validation(rows: pd.DataFrame) -> pd.Series:
    """Which rows belong to the course's validation part: a boolean series over ``rows``."""
    return pd.Series(keyed_fraction(mixtures(rows), _VALIDATION_KEY) < VALIDATION_SHARE, index=rows.index)


def held_out(rows: pd.DataFrame, secret: bytes) -> pd.Series:
    """Which rows a course with this ``secret`` keeps back for judging: a boolean series over ``rows``."""
    return pd.Series(keyed_fraction(mixtures(rows), secret) < HELD_OUT_SHARE, index=rows.index)


def read(path: Path) -> pd.DataFrame:
    """Read the raw file: one crushed sample a row, columns separated by commas."""
    return pd.read_csv(path)


def write(rows: pd.DataFrame, path: Path) -> None:
    """Write rows in the raw file's own format."""
    rows.to_csv(path, index=False)


def part(rows: pd.DataFrame) -> Part:
    """Split rows into components with age and strength, numbered afresh."""
    rows = rows.reset_index(drop=True)
    return Part(rows.drop(columns=TARGET).astype("float32"), rows[TARGET].astype("float32"))


def mixtures(rows: pd.DataFrame) -> pd.Series:
    """One text for each row that is equal for samples of the same mixture, whatever their age."""
    return rows.drop(columns=[AGE, TARGET]).map("{:.6g}".format).agg(";".join, axis=1)
