"""The asker's networks with and without batch norm, on real digits, at equal optimizer steps.

A unit is a draw of rows and a start of the network. Every variant of a unit starts from the same seed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import again
import keras
import numpy as np
from digits_draw import draw
from keras import layers

RATES = {"sgd-plain": 0.3, "sgd-bn": 0.3, "adam-plain": 0.01, "adam-bn": 0.01}
"""The best of four rates for each arm, by the validation accuracy of the units in ``bn_or_not_rates``."""
SHIFT = 2  # pixels to each side, for the stream of augmented pictures


@dataclass(frozen=True)
class Recipe:
    """The asker's network and how it is trained.

    Attributes:
        memory: batch norm's momentum; None without batch norm.
        frozen: whether the frozen layer of one unit stands first, as in the question.
        stream: whether every epoch shows the rows shifted anew.
    """

    memory: float | None = None
    units: int = 100
    rows: int = 2000
    batch: int = 64
    epochs: int = 4
    optimizer: type[keras.optimizers.Optimizer] = keras.optimizers.Adam
    rate: float = 1e-3
    frozen: bool = False
    stream: bool = False

    def network(self) -> keras.Model:
        """Compiled, with fresh weights."""
        stack: list[keras.layers.Layer | object] = [keras.Input((28, 28, 1))]
        stack += [layers.Dense(1, use_bias=False, trainable=False)] if self.frozen else []
        stack += [layers.Flatten(), layers.Dense(self.units)]
        stack += [layers.BatchNormalization(momentum=self.memory)] if self.memory is not None else []
        model = keras.Sequential([*stack, layers.ReLU(), layers.Dense(10, activation="softmax")])
        loss = "sparse_categorical_crossentropy"
        model.compile(self.optimizer(self.rate), loss, metrics=["accuracy"], jit_compile=False)
        return model


def run(recipe: Recipe, unit: int) -> Outcome:
    """Train. ``second`` and ``last``: validation accuracy after those epochs; ``reported``: the training's last one.

    ``fresh`` is the last one once more, with the statistics of the validation rows instead of the stored ones.
    """
    (images, labels), validation = draw(unit, recipe.rows)
    model, random = again.network(recipe, unit), np.random.default_rng(unit)
    watch, reported = again.Watch(*validation), []
    for _ in range(recipe.epochs if recipe.stream else 1):
        reported += model.fit(
            shifted(images, random) if recipe.stream else images,
            labels,
            batch_size=recipe.batch,
            epochs=1 if recipe.stream else recipe.epochs,
            callbacks=[watch],
            verbose=0,
        ).history["accuracy"]
    fresh = again.share_right(model(validation.images, training=True), validation.labels)
    return Outcome(
        {
            "second": watch.curve[min(1, recipe.epochs - 1)],
            "last": watch.curve[-1],
            "reported": reported[-1],
            "fresh": fresh,
        },
        {"val_accuracy_by_epoch": watch.curve, "accuracy_by_epoch": reported},
    )


def shifted(images: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Each picture moved by up to ``SHIFT`` pixels in both directions; what leaves on one side comes in as paper."""
    wide = np.pad(images, ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0)))
    side, corners = images.shape[1], random.integers(0, 2 * SHIFT + 1, size=(len(images), 2))
    return np.stack([one[y : y + side, x : x + side] for one, (y, x) in zip(wide, corners, strict=True)])


ARMS = {"plain": None, "bn": 0.99}
KINDS = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam}
FEW = Recipe(rows=1000, batch=256, epochs=5)
MEMORIES = {"plain": None, "bn": 0.99, "bn-short-memory": 0.9}

RECIPES = {f"{arm}-{units}": Recipe(ARMS[arm], units) for arm in ARMS for units in (5, 50, 100, 1024)}
RECIPES |= {
    f"{kind}-{arm}": Recipe(ARMS[arm], optimizer=KINDS[kind], rate=RATES[f"{kind}-{arm}"], epochs=2)
    for kind in KINDS
    for arm in ARMS
}
RECIPES |= {f"few-{name}": replace(FEW, memory=memory) for name, memory in MEMORIES.items()}
RECIPES |= {f"many-{name}": Recipe(MEMORIES[name], epochs=10) for name in ("bn", "bn-short-memory")}
RECIPES |= {f"frozen-{arm}": Recipe(ARMS[arm], frozen=True) for arm in ARMS}
RECIPES |= {f"batch-4-{arm}": Recipe(ARMS[arm], rows=1000, batch=4, epochs=1) for arm in ARMS}
RECIPES |= {f"stream-{arm}": Recipe(ARMS[arm], stream=True) for arm in ARMS}
EXPERIMENT = Experiment("bn_or_not", {name: partial(run, recipe) for name, recipe in RECIPES.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
