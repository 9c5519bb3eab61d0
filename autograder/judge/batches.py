"""The batches of a training, as one stream: Keras starts no new iterator in each epoch, and that halves the time."""

from __future__ import annotations

import math
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

_AT_ONCE = 64


def stream(
    inputs: npt.NDArray[Any], targets: npt.NDArray[Any], steps: int, epochs: int, seed: int
) -> tf.data.Dataset:
    """All batches of ``epochs`` epochs, each epoch the rows in an order of its own, cut into ``steps`` batches.

    The last batch of an epoch is smaller where the rows do not divide evenly; ``steps`` comes from
    :func:`possible_steps`.
    The same seed gives the same batches.
    """
    order = np.stack([np.random.default_rng([seed, epoch]).permutation(len(inputs)) for epoch in range(epochs)])
    orders = tf.constant(order, dtype="int32")
    x, y = (tf.constant(rows, dtype=_kind(rows)) for rows in (inputs, targets))
    size = math.ceil(len(inputs) / steps)

    def batch(step: Any) -> tuple[Any, Any]:
        first = step % steps * size
        rows = orders[step // steps, first : first + size]
        return tf.gather(x, rows), tf.gather(y, rows)

    return tf.data.Dataset.range(steps * epochs).map(batch)


def possible_steps(rows: int, asked: int) -> int:
    """How many batches ``rows`` rows make if they are cut into about as many as ``asked``."""
    return math.ceil(rows / math.ceil(rows / asked))


def steps_at_once(steps: int) -> int:
    """How many steps to run without a way through Python after each: they must divide an epoch evenly."""
    return max(divisor for divisor in range(1, _AT_ONCE + 1) if steps % divisor == 0)


def _kind(rows: npt.NDArray[Any]) -> str:
    return keras.config.floatx() if np.issubdtype(rows.dtype, np.floating) else str(rows.dtype)
