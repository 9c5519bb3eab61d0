"""What a curve with one number for each epoch looks like, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def bend(curve: Sequence[float]) -> float:
    """The mean absolute second difference, ``c[t + 1] - 2 * c[t] + c[t - 1]``: 0 for a straight line.

    A curve that goes up and down by ``d`` in turns has a bend of ``2 * d``. NaN for fewer than three numbers.
    Of several curves, with a row for each epoch and a column for each curve, the mean of their bends.
    """
    changes = np.abs(np.diff(np.asarray(curve, dtype=float), 2, axis=0))
    return float(changes.mean()) if len(changes) else float("nan")


def roughness(curve: Sequence[float]) -> float:
    """How jagged a curve is: the `bend` of its last half.

    The first half does not count, because fast learning bends a curve too. A network that is stuck is perfectly
    smooth: **always look at the level beside this number.**
    """
    return bend(curve[len(curve) // 2 :])


def last_5(curve: Sequence[float]) -> float:
    """The mean of the last five epochs."""
    return float(np.mean(curve[-5:]))
