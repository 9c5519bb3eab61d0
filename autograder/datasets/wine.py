"""The red wine data: eleven chemical measurements of a wine and the median score of its tasters."""

from __future__ import annotations

from pathlib import Path

from autograder.datasets.splits import Part
from autograder.datasets.tables import Table

WINES = Table("red-wine.csv", "quality", b"red-wine: the course's validation rows", separator=";")


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
    return WINES.load(path)
