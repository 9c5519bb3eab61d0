"""The red wine data: eleven chemical measurements of a wine and the median score of its tasters."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from autograder.datasets.files import find
from autograder.datasets.splits import Part, keyed_fraction

FILE = "red-wine.csv"
TARGET = "quality"
VALIDATION_SHARE = 0.3
HELD_OUT_SHARE = 0.2
_VALIDATION_KEY = b"red-wine: the course's validation rows"


def red_wine(path: Path | None = None) -> tuple[Part, Part]:
    """The training and validation parts of the red wine data, the same for everybody.

    Wines with the same eleven measurements always share a part: the file holds 240 repeated rows, and a
    random split would put some of them on both sides.

    Args:
        path: a file of the same format, read as it is; by default the one beside the notebook, else the course's
            own, and only if its checksum is right.

    Returns:
        ``(train, validation)``, each with ``features`` (rows, 11) and ``target`` (rows,), a score of 0 to 10.

    Raises:
        DataError: the file is missing or not the one it should be.

    Source: Cortez et al. 2009, UCI Machine Learning Repository, CC BY 4.0; see ``data/red-wine.md``.
    """
    rows = read(path or find(FILE))
    validation = is_validation(rows)
    return part(rows[~validation]), part(rows[validation])


def is_validation(rows: pd.DataFrame) -> pd.Series:
    """Which rows belong to the course's validation part: a boolean series over ``rows``."""
    return pd.Series(keyed_fraction(wines(rows), _VALIDATION_KEY) < VALIDATION_SHARE, index=rows.index)


def held_out(rows: pd.DataFrame, secret: bytes) -> pd.Series:
    """Which rows a course with this ``secret`` keeps back for judging: a boolean series over ``rows``."""
    return pd.Series(keyed_fraction(wines(rows), secret) < HELD_OUT_SHARE, index=rows.index)


def read(path: Path) -> pd.DataFrame:
    """Read the raw file: one wine a row, columns separated by semicolons."""
    return pd.read_csv(path, sep=";")


def write(rows: pd.DataFrame, path: Path) -> None:
    """Write rows in the raw file's own format."""
    rows.to_csv(path, sep=";", index=False)


def part(rows: pd.DataFrame) -> Part:
    """Split rows into measurements and score, numbered afresh."""
    rows = rows.reset_index(drop=True)
    return Part(rows.drop(columns=TARGET).astype("float32"), rows[TARGET].astype("float32"))


def wines(rows: pd.DataFrame) -> pd.Series:
    """One text for each row that is equal for wines with equal measurements."""
    return rows.drop(columns=TARGET).map("{:.6g}".format).agg(";".join, axis=1)
