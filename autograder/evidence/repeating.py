"""Run the same code with other random numbers: every seed that it sets is shifted by the judge's."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.src.initializers import random_initializers
from keras.src.random import seed_generator

_LARGEST = 2**31 - 1


@contextmanager
def other_random_numbers(shift: int) -> Iterator[None]:
    """Within it each seed is another one, and ``shift`` decides which: of Keras, TensorFlow, NumPy and Python.

    Seeds of initializers, dropout layers and shuffles are among them.
    """

    def shifted(seed: Any) -> Any:
        return (seed + shift) % _LARGEST if isinstance(seed, int) and not isinstance(seed, bool) else seed

    with ExitStack() as undo:

        def replace(owner: Any, name: str, position: int) -> None:
            plain = getattr(owner, name)
            undo.callback(setattr, owner, name, plain)
            setattr(owner, name, _shifting(plain, position, shifted))

        replace(keras.utils, "set_random_seed", 0)
        replace(tf.random, "set_seed", 0)
        replace(np.random, "seed", 0)
        replace(random, "seed", 0)
        replace(random_initializers.RandomInitializer, "__init__", 1)
        replace(seed_generator.SeedGenerator, "__init__", 1)
        yield


def _shifting(plain: Callable[..., Any], position: int, shifted: Callable[[Any], Any]) -> Callable[..., Any]:
    """``plain``, with its argument ``seed``, or the one at ``position``, shifted."""

    @wraps(plain)
    def call(*args: Any, **kwargs: Any) -> Any:
        args = tuple(shifted(value) if number == position else value for number, value in enumerate(args))
        return plain(*args, **{key: shifted(value) if key == "seed" else value for key, value in kwargs.items()})

    return call
