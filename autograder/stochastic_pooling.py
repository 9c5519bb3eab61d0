"""A pooling layer that Keras does not have."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable("course")
class StochasticPooling2D(keras.layers.Layer):
    """Each square of ``size`` by ``size`` numbers, none negative, becomes one.

    In training it is drawn: a number that is twice as large is drawn twice
    as often. At prediction it is what the draws would be on average. Rows
    and columns that fill no square are left out.

    Source: Zeiler and Fergus, *Stochastic pooling for regularization of deep
    convolutional neural networks*, 2013.
    """

    def __init__(self, size: int = 2, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size
        self.seeds = keras.random.SeedGenerator()

    def call(self, maps: Any, training: bool = False) -> Any:
        """Pool ``maps`` (n, high, wide, channels)."""
        size, (_, high, wide, channels) = self.size, maps.shape
        rows, columns = high // size, wide // size
        maps = maps[:, : rows * size, : columns * size]
        squares = ops.reshape(maps, (-1, rows, size, columns, size, channels))
        squares = ops.transpose(squares, (0, 1, 3, 5, 2, 4))
        squares = ops.reshape(squares, (-1, rows, columns, channels, size * size))
        total = ops.sum(squares, axis=-1, keepdims=True)
        share = squares / ops.maximum(total, keras.config.epsilon())
        if not training:
            return ops.sum(share * squares, axis=-1)
        draw = keras.random.uniform(ops.shape(total), seed=self.seeds)
        passed = ops.cumsum(share, axis=-1)[..., :-1] <= draw
        drawn = ops.sum(ops.cast(passed, "int32"), axis=-1, keepdims=True)
        return ops.take_along_axis(squares, drawn, axis=-1)[..., 0]

    def get_config(self) -> dict[str, Any]:
        """What is needed to build it again."""
        return {**super().get_config(), "size": self.size}
