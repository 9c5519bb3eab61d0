"""Split rows by what they contain, so that duplicates stay together and no order or seed matters."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd


class Part(NamedTuple):
    """One part of a data set: ``features`` of shape (rows, columns) and ``target`` of shape (rows,)."""

    features: pd.DataFrame
    target: pd.Series


def keyed_fraction(keys: Iterable[str], secret: bytes) -> np.ndarray:
    """Give each key a number in [0, 1) that only the holder of ``secret`` can foresee.

    Equal keys get equal numbers; over many keys the numbers are uniform (HMAC-SHA256).

    Returns:
        A float array with one entry for each key.
    """
    digests = (hmac.new(secret, key.encode(), hashlib.sha256).digest() for key in keys)
    return np.array([int.from_bytes(digest[:6], "big") / 2**48 for digest in digests])
