"""Readings of sensors on water mains, few of which leak: simulated, for questions about unbalanced classes.

A pipe loses pressure with the *square* of what flows through it, so a low pressure alone tells little. A leak takes
away a little more, and makes the pipe hum. Noise hides the small leaks.
"""

from __future__ import annotations

import hmac

import numpy as np
import numpy.typing as npt
import pandas as pd

from autograder.datasets.splits import Part

COLUMNS = ["pressure", "flow", "vibration", "temperature", "age"]
TARGET = "leak"
SHARE = 0.04
TRAIN_ROWS, VALIDATION_ROWS, HELD_OUT_ROWS = 4000, 2000, 8000

Seed = int | npt.NDArray[np.uint32]

_TRAIN_SEED, _VALIDATION_SEED = 1, 2
_OLDEST = 60.0  # years


def water_leaks() -> tuple[Part, Part]:
    """The training and validation readings, 4000 and 2000, the same for everybody; as :func:`readings` returns them.

    They are generated, not read: no file is needed, and the SHA-256 in ``data/leaks.md`` says what must come out.
    """
    return readings(TRAIN_ROWS, _TRAIN_SEED), readings(VALIDATION_ROWS, _VALIDATION_SEED)


def held_out(secret: bytes, n: int = HELD_OUT_ROWS) -> Part:
    """Readings that only the holder of ``secret`` can generate, to judge on; as :func:`readings` returns them."""
    digest = hmac.digest(secret, b"leaks: held-out readings", "sha256")
    return readings(n, np.frombuffer(digest, dtype="<u4").astype(np.uint32))


def readings(n: int, seed: Seed) -> Part:
    """Draw ``n`` readings.

    Args:
        n: how many rows.
        seed: a whole number below 2**32, or an array of such numbers; equal seeds give equal rows everywhere,
            because NumPy promises that the streams of ``RandomState`` never change.

    Returns:
        ``features`` (n, 5), float32: pressure in bar, flow in litres a second, vibration in mm/s, temperature of the
        water in °C, age of the pipe in years; ``target`` (n,), int32: 1 where the pipe leaks, as about `SHARE` do.

    Source: simulated; see ``data/leaks.md``.
    """
    random = np.random.RandomState(seed)
    flow = random.gamma(4, 5, n)
    age = random.uniform(0, _OLDEST, n)
    temperature = random.normal(12, 5, n)
    leak = random.uniform(size=n) < SHARE * (0.5 + age / _OLDEST)
    lost = leak * random.gamma(3, 0.13, n)
    pressure = 6 - 0.0025 * flow**2 - lost + random.normal(0, 0.12, n)
    vibration = np.exp(0.2 + 0.02 * flow + 0.6 * leak + random.normal(0, 0.35, n))
    columns = np.column_stack([pressure, flow, vibration, temperature, age]).round(3)
    return Part(pd.DataFrame(columns, columns=COLUMNS, dtype="float32"), pd.Series(leak, name=TARGET, dtype="int32"))
