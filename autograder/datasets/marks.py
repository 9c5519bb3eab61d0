"""Series of readings of which two are marked: simulated, for questions about networks that must remember.

The answer is whether the two marked readings have the same sign. Neither of them alone says anything about it, and
the longer a series, the longer must the first one be remembered.
"""

from __future__ import annotations

import hmac
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

TRAIN_ROWS, VALIDATION_ROWS, HELD_OUT_ROWS = 4000, 1000, 4000
STEPS, MORE_STEPS = 12, 24
"""In a series to train on, and in the longer ones that are kept to judge."""

Seed = int | npt.NDArray[np.uint32]

_TRAIN_SEED, _VALIDATION_SEED = 1, 2


class Series(NamedTuple):
    """``steps`` (n, length, 2), float32: reading and mark at each step; ``same`` (n,), int64: 1 for equal signs."""

    steps: npt.NDArray[np.float32]
    same: npt.NDArray[np.int64]


def marked_readings() -> tuple[Series, Series]:
    """The training and validation series, 4000 of 12 steps and 1000 of 24 steps, the same for everybody.

    They are generated, not read: no file is needed, and the SHA-256 in ``data/marks.md`` says what must come out.
    """
    return series(TRAIN_ROWS, STEPS, _TRAIN_SEED), series(VALIDATION_ROWS, MORE_STEPS, _VALIDATION_SEED)


def held_out(secret: bytes, n: int = HELD_OUT_ROWS) -> Series:
    """Longer series that only the holder of ``secret`` can draw, to judge on."""
    digest = hmac.digest(secret, b"marks: held-out series", "sha256")
    return series(n, MORE_STEPS, np.frombuffer(digest, dtype="<u4").astype(np.uint32))


def series(n: int, steps: int, seed: Seed) -> Series:
    """Draw ``n`` series of so many steps, each with two marks.

    Args:
        n: how many series.
        steps: the length of each.
        seed: a whole number below 2**32, or an array of such numbers; equal seeds give equal series everywhere,
            because NumPy promises that the streams of ``RandomState`` never change.

    Source: simulated; see ``data/marks.md``.
    """
    random = np.random.RandomState(seed)
    readings = (random.uniform(0.2, 1, (n, steps)) * random.choice([-1, 1], (n, steps))).round(3)
    places = random.uniform(size=(n, steps)).argsort(axis=1, kind="stable")[:, :2]
    marks = np.zeros((n, steps))
    np.put_along_axis(marks, places, 1, axis=1)
    signs = np.sign(np.take_along_axis(readings, places, axis=1))
    return Series(np.stack([readings, marks], axis=2).astype("float32"), (signs.prod(axis=1) > 0).astype("int64"))
