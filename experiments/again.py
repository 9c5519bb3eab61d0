"""Train one network for many units without building it each time: most of a small network's time is its tracing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import keras
import numpy as np


class HasNetwork:
    """A recipe that compiles its network, and is equal to other recipes of the same network and training."""

    network: Callable[[], keras.Model]


@cache
def _compiled(recipe: HasNetwork) -> keras.Model:
    return recipe.network()


def network(recipe: HasNetwork, unit: int) -> keras.Model:
    """The recipe's network, compiled, as fresh as a new one with ``unit`` as seed: the same object at each call."""
    model = _compiled(recipe)
    keras.utils.set_random_seed(unit)
    fresh = recipe.network()
    model.set_weights(fresh.get_weights())
    for mine, new in zip(_seeds(model), _seeds(fresh), strict=True):
        mine.assign(new)
    for variable in model.optimizer.variables:
        if variable is not model.optimizer._learning_rate:
            variable.assign(np.zeros(variable.shape, variable.dtype))
    return model


def _seeds(model: keras.Model) -> list[keras.Variable]:
    return [layer.seed_generator.state for layer in model.layers if isinstance(layer, keras.layers.Dropout)]
