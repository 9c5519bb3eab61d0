"""A data set in one CSV file, split by what its rows contain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from autograder.datasets.files import find
from autograder.datasets.splits import Part, keyed_fraction

VALIDATION_SHARE = 0.3
HELD_OUT_SHARE = 0.2


@dataclass(frozen=True)
class Table:
    """Rows of measurements with one target column. Rows that are the same sample always share a part.

    Attributes:
        file: its name in the data folder.
        target: the column to predict.
        validation_key: draws the course's validation rows; public.
        separator: between the columns of the file.
        not_identity: columns besides the target in which two rows of the same sample may differ.
    """

    file: str
    target: str
    validation_key: bytes
    separator: str = ","
    not_identity: tuple[str, ...] = ()

    def load(self, path: Path | None = None) -> tuple[Part, Part]:
        """The training and validation parts, the same for everybody.

        Args:
            path: a file of the same format, read as it is; by default the one beside the notebook, else the
                course's own, and only if its checksum is right.

        Raises:
            DataError: the file is missing or not the one it should be.
        """
        rows = self.read(path or find(self.file))
        validation = self.is_validation(rows)
        return self.part(rows[~validation]), self.part(rows[validation])

    def read(self, path: Path) -> pd.DataFrame:
        """Read the raw file, one sample a row."""
        return pd.read_csv(path, sep=self.separator)

    def write(self, rows: pd.DataFrame, path: Path) -> None:
        """Write rows in the raw file's own format."""
        rows.to_csv(path, sep=self.separator, index=False)

    def is_validation(self, rows: pd.DataFrame) -> pd.Series:
        """Which rows belong to the course's validation part: a boolean series over ``rows``."""
        return self._chosen(rows, self.validation_key, VALIDATION_SHARE)

    def held_out(self, rows: pd.DataFrame, secret: bytes) -> pd.Series:
        """Which rows a course with this ``secret`` keeps back for judging: a boolean series over ``rows``."""
        return self._chosen(rows, secret, HELD_OUT_SHARE)

    def _chosen(self, rows: pd.DataFrame, key: bytes, share: float) -> pd.Series:
        return pd.Series(keyed_fraction(self.samples(rows), key) < share, index=rows.index)

    def part(self, rows: pd.DataFrame) -> Part:
        """Split rows into features and target, numbered afresh."""
        rows = rows.reset_index(drop=True)
        return Part(rows.drop(columns=self.target).astype("float32"), rows[self.target].astype("float32"))

    def mixed_up(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The same rows with the targets in random order."""
        return rows.assign(**{self.target: rows[self.target].sample(frac=1, random_state=1).to_numpy()})

    def samples(self, rows: pd.DataFrame) -> pd.Series:
        """One text for each row that is equal for rows of the same sample."""
        identity = rows.drop(columns=[self.target, *self.not_identity])
        columns = [map("{:.6g}".format, identity[name]) for name in identity]
        return pd.Series([";".join(row) for row in zip(*columns, strict=True)], index=rows.index)
