"""What `trainable` does, and when: how many numbers move in two steps of training, in a base with batch norm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers

ROWS, BATCH, FEATURES, UNITS, CLASSES = 20, 10, 6, 5, 3

Array = np.ndarray


class Subclassed(keras.Model):
    """Calls its base in inference mode, whatever `fit` says."""

    def __init__(self, base: Any) -> None:
        super().__init__()
        self.base, self.head = base, layers.Dense(CLASSES, activation="softmax")

    def call(self, rows: Any, training: bool = False) -> Any:
        """Answer rows."""
        return self.head(self.base(rows, training=False))


def base() -> Any:
    """A layer with batch norm, and another one."""
    stack = [layers.Dense(UNITS), layers.BatchNormalization(), layers.ReLU(), layers.Dense(UNITS, activation="relu")]
    return keras.Sequential([keras.Input((FEATURES,)), *stack])


def functional(trunk: Any, **call: bool) -> Any:
    """A functional model of a base and a head."""
    inputs = keras.Input((FEATURES,))
    return keras.Model(inputs, layers.Dense(CLASSES, activation="softmax")(trunk(inputs, **call)))


def compiled(model: Any, optimizer: Any = "sgd") -> None:
    """Compile."""
    model.compile(optimizer, "sparse_categorical_crossentropy", jit_compile=False)


def rows(unit: int) -> tuple[Array, Array]:
    """Random rows and classes."""
    random = np.random.default_rng(unit)
    return random.normal(size=(ROWS, FEATURES)).astype("float32"), random.integers(0, CLASSES, ROWS)


def moved(model: Any, watched: list[Any], unit: int) -> int:
    """How many of the watched numbers change in an epoch of two steps."""
    before = [np.array(weight) for weight in watched]
    model.fit(*rows(unit), batch_size=BATCH, shuffle=False, verbose=0)
    return sum(int(np.sum(np.array(now) != old)) for now, old in zip(watched, before, strict=True))


def not_compiled_again(unit: int) -> dict[str, float]:
    """A base that is frozen after the first training, against one that is not; then compiled again."""

    def twice(freeze: bool) -> tuple[Any, Any]:
        keras.utils.set_random_seed(unit)
        trunk = base()
        model = functional(trunk)
        compiled(model)
        model.fit(*rows(unit), batch_size=BATCH, shuffle=False, verbose=0)
        trunk.trainable = not freeze
        model.fit(*rows(unit + 1), batch_size=BATCH, shuffle=False, verbose=0)
        return trunk, model

    (trunk, frozen), (_, free) = twice(True), twice(False)
    differ = sum(int(np.sum(a != b)) for a, b in zip(frozen.get_weights(), free.get_weights(), strict=True))
    compiled(frozen)
    return {"frozen_without_compile": differ, "frozen_and_compiled": moved(frozen, trunk.weights, unit)}


def thawed(unit: int) -> dict[str, float]:
    """A base that is thawed after the first training, and not compiled again."""
    trunk = base()
    model = functional(trunk)
    trunk.trainable = False
    compiled(model)
    model.fit(*rows(unit), batch_size=BATCH, shuffle=False, verbose=0)
    trunk.trainable = True
    return {"thawed_without_compile": moved(model, trunk.weights, unit)}


def frozen_late(unit: int) -> dict[str, float]:
    """A base that is frozen between `compile` and the first `fit`; the optimizer shrinks weights, too."""
    trunk = base()
    model = functional(trunk)
    compiled(model, keras.optimizers.AdamW(0.01, weight_decay=0.1))
    trunk.trainable = False
    return {"frozen_before_first_fit": moved(model, trunk.weights, unit)}


def one_layer(unit: int) -> dict[str, float]:
    """A frozen base one of whose layers is thawed."""
    trunk = base()
    trunk.trainable = False
    trunk.layers[-1].trainable = True
    model = functional(trunk)
    compiled(model)
    return {
        "base_says_trainable": len(trunk.trainable_variables),
        "one_layer_stayed": moved(model, trunk.layers[-1].weights, unit) == 0,
    }


def statistics(model: Callable[[Any], Any], unit: int, frozen: str = "") -> int:
    """How many of batch norm's stored means and variances move."""
    trunk = base()
    norm = trunk.layers[1]
    if frozen:
        {"base": trunk, "dense": trunk.layers[0], "norm": norm}[frozen].trainable = False
    outer = model(trunk)
    compiled(outer)
    return moved(outer, [norm.moving_mean, norm.moving_variance], unit)


def told(trunk: Any) -> Any:
    """As the guides write it."""
    return functional(trunk, training=False)


def run(unit: int) -> Outcome:
    """All of it."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    return Outcome({
        **not_compiled_again(unit), **thawed(unit), **frozen_late(unit), **one_layer(unit),
        "told_false_moved": statistics(told, unit),
        "subclassed_moved": statistics(Subclassed, unit),
        "frozen_base_moved": statistics(functional, unit, "base"),
        "frozen_norm_moved": statistics(functional, unit, "norm"),
        "frozen_dense_moved": statistics(functional, unit, "dense"),
        "statistics": 2 * UNITS,
    })  # fmt: skip


EXPERIMENT = Experiment("freezing_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
