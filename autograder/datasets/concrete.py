"""The concrete data: what went into a concrete, its age, and the pressure that crushed it."""

from __future__ import annotations

from pathlib import Path

from autograder.datasets.splits import Part
from autograder.datasets.tables import Table

MIXTURES = Table("concrete.csv", "strength", b"concrete: the course's validation mixtures", not_identity=("age",))


def concrete_strength(path: Path | None = None) -> tuple[Part, Part]:
    """The training and validation parts of the concrete data, the same for everybody.

    Many mixtures were crushed at several ages; one fills twenty rows. All rows of a mixture share a part, repeated
    rows among them: otherwise a model would be asked about mixtures that it has already seen.

    Args:
        path: a file of the same format, read as it is; by default the one beside the notebook, else the course's
            own, and only if its checksum is right.

    Returns:
        ``(train, validation)``, each with ``features`` (rows, 8), seven components in kg/m³ and the age in days,
        and ``target`` (rows,), the compressive strength in MPa.

    Raises:
        DataError: the file is missing or not the one it should be.

    Source: Yeh 1998, UCI Machine Learning Repository, CC BY 4.0; see ``data/concrete.md``.
    """
    return MIXTURES.load(path)
