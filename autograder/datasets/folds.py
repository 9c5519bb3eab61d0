"""Heights of a sheet of paper that was folded several times: simulated, for questions about units and layers.

Every fold maps what lies on one side of a crease onto the other side, as ``abs`` does. A crease of a later fold
therefore shows in several places of the sheet, and the height is a function of many flat pieces made by few folds.
"""

from __future__ import annotations

import hmac

import numpy as np
import numpy.typing as npt
import pandas as pd

from autograder.datasets.splits import Part

COLUMNS = ["x", "y"]
TARGET = "height"
NOISE = 0.02
TRAIN_ROWS, VALIDATION_ROWS, HELD_OUT_ROWS = 2000, 1000, 4000

Seed = int | npt.NDArray[np.uint32]

_TRAIN_SEED, _VALIDATION_SEED = 1, 2


def folded_paper() -> tuple[Part, Part]:
    """The training and validation places, 2000 and 1000, the same for everybody; as :func:`places` returns them.

    They are generated, not read: no file is needed, and the SHA-256 in ``data/folds.md`` says what must come out.
    """
    return places(TRAIN_ROWS, _TRAIN_SEED), places(VALIDATION_ROWS, _VALIDATION_SEED)


def held_out(secret: bytes, n: int = HELD_OUT_ROWS) -> Part:
    """Places that only the holder of ``secret`` can draw, to judge on; as :func:`places` returns them."""
    digest = hmac.digest(secret, b"folds: held-out places", "sha256")
    return places(n, np.frombuffer(digest, dtype="<u4").astype(np.uint32))


def height(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The height of the paper, without noise: three folds along slanted lines, and a slope."""
    along = x + 0.5 * y
    for crease in (0.0, 0.6, 0.3):
        along = np.abs(along - crease)
    return 6 * along + 0.5 * y


def places(n: int, seed: Seed) -> Part:
    """Draw ``n`` places on the sheet and measure the height at each.

    Args:
        n: how many rows.
        seed: a whole number below 2**32, or an array of such numbers; equal seeds give equal rows everywhere,
            because NumPy promises that the streams of ``RandomState`` never change.

    Returns:
        ``features`` (n, 2), float32: two coordinates, even from -1 to 1; ``target`` (n,), float32: the height.

    Source: simulated; see ``data/folds.md``.
    """
    random = np.random.RandomState(seed)
    sheet = random.uniform(-1, 1, (n, 2)).round(5)
    heights = (height(*sheet.T) + random.normal(0, NOISE, n)).round(3)
    return Part(
        pd.DataFrame(sheet, columns=COLUMNS, dtype="float32"), pd.Series(heights, name=TARGET, dtype="float32")
    )
