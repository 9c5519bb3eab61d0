"""Dropout that the author wrote: a layer that draws a mask, or that calls a function for it.

A symbolic input has no numbers to drop, so such a layer is recognised by what it does with some, or its call of
Keras' function is answered with a layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
from keras import ops, tree
from keras.src.backend import random as backend_random
from keras.src.backend.common.keras_tensor import any_symbolic_tensors

_AS_IT_WAS = 1e-3
NOT_LARGER = "_not_larger"
"""How the name of a layer ends that stands for dropout whose kept units are not made larger in training."""
SEEDS = count(1)
"""For layers that stand for the author's: seeds of their own leave the author's random numbers as they are."""


def own_dropout(layer: Any, args: Any, kwargs: Any) -> Any:
    """One of Keras' layers for a layer that does what `keras.layers.Dropout` does, however it draws; None for others.

    If it does not make larger what it keeps, the name of the layer in its place says so: `NOT_LARGER`.
    """
    rate, is_larger = _rate_and_size(layer, args, kwargs)
    name = None if is_larger else f"{layer.name}{NOT_LARGER}"
    return keras.layers.Dropout(rate, seed=next(SEEDS), name=name) if rate else None


def _rate_and_size(layer: Any, args: Any, kwargs: Any) -> tuple[float, bool]:
    """The rate of a layer of the author's, 0 if it is no dropout, and whether it makes larger what it keeps."""
    if kwargs or len(args) != 1 or isinstance(args[0], list | tuple | dict) or not any_symbolic_tensors(args):
        return 0.0, True
    if isinstance(layer, keras.Model) or layer.weights:
        return 0.0, True
    shape = [size or 8 for size in args[0].shape[1:]]
    given = np.random.default_rng(0).uniform(1, 2, (max(8, 4096 // int(np.prod(shape))), *shape)).astype("float32")
    drawn = [(generator.state, np.array(generator.state)) for generator in layer._seed_generators]
    legacy = np.random.get_state()  # whatever the author draws with is as before
    try:
        quiet, *loud = (np.asarray(layer.call(given, training=mode)) for mode in (False, True, True))
    except Exception:  # the author's code
        return 0.0, True
    finally:
        np.random.set_state(legacy)
        for state, before in drawn:
            state.assign(before)
    is_quiet = quiet.shape == given.shape and np.array_equal(quiet, given)
    return _dropped(given, loud) if is_quiet else (0.0, True)


def _dropped(given: npt.NDArray[Any], loud: Sequence[npt.NDArray[Any]]) -> tuple[float, bool]:
    """The rate at which units of ``given`` are missing in two passes, and whether the others are larger for it.

    The rate is 0 if something else happens.
    """
    if any(one.shape != given.shape for one in loud) or np.array_equal(loud[0], loud[1]):
        return 0.0, True
    kept = np.stack(loud).reshape(2 * len(given), -1) != 0
    if kept.all() or not kept.any():
        return 0.0, True
    factors = (np.stack(loud) / given).reshape(kept.shape)[kept]
    larger = float(factors.mean())
    is_larger = larger > 1 + _AS_IT_WAS
    rate = 1 - 1 / larger if is_larger else 1 - float(kept.mean())
    by_row, by_column = kept.mean(axis=1), kept.mean(axis=0)
    fair = (
        np.allclose(factors, factors.mean(), rtol=1e-4)
        and 0 < rate < 1
        and abs(1 - kept.mean() - rate) < 5 * np.sqrt(rate * (1 - rate) / kept.size)
        and not np.isin(by_row, (0, 1)).all()
        and not np.isin(by_column, (0, 1)).all()
    )
    return (rate, is_larger) if fair else (0.0, True)


def only_drops_in_training(layer: Any, args: Any, kwargs: Any) -> bool:
    """Whether a layer calls Keras' function for dropout in training, and does the same without it at prediction."""
    args, kwargs = tree.map_structure(_input_like, (args, kwargs))
    try:
        with dropout_as_a_layer() as dropped:
            in_training = layer.call(*args, training=True, **kwargs)
        if not dropped:
            return False
        at_prediction = ops.copy(layer.call(*args, training=False, **kwargs))
        inputs = [value for value in tree.flatten((args, kwargs)) if any_symbolic_tensors((value,))]
        both = keras.Model(inputs, [in_training, at_prediction])
    except Exception:  # the author's code: without an answer it is opened as it is called
        return False
    draw = np.random.default_rng(0).standard_normal
    rows = [draw((4, *(size or 1 for size in value.shape[1:]))) for value in inputs]
    first, second = both(
        [ops.cast(row, value.dtype) for row, value in zip(rows, inputs, strict=True)], training=False
    )
    return bool(ops.all(ops.isclose(first, second)))


def _input_like(value: Any) -> Any:
    return keras.Input(value.shape[1:], dtype=value.dtype) if any_symbolic_tensors((value,)) else value


@contextmanager
def dropout_as_a_layer() -> Iterator[list[Any]]:
    """On symbolic tensors, ``keras.random.dropout`` is a layer, so it drops in training only. Yields those made."""
    made: list[Any] = []
    plain = backend_random.dropout

    def dropout(inputs: Any, rate: float, noise_shape: Any = None, seed: Any = None) -> Any:
        if not any_symbolic_tensors((inputs,)):
            return plain(inputs, rate, noise_shape, seed)
        made.append(keras.layers.Dropout(rate, noise_shape, seed=next(SEEDS)))
        return made[-1](inputs)

    backend_random.dropout = dropout
    try:
        yield made
    finally:
        backend_random.dropout = plain
