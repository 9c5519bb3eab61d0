"""97 % in the second epoch, then 12 %: the asker's small network on a file whose end is unlike its beginning.

The file is sorted by digit: 0, 1, 2, 4, then 9. The network says whether a digit is *not* a four. The last fifth
of the rows, which ``validation_split`` takes, holds nines only: no fours, but they look like them. A unit is a draw
of rows and a start of the network.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import again
import keras
import numpy as np
from digits_draw import everything
from keras import layers

from autograder.datasets import Images

FILE = {0: 200, 1: 200, 2: 200, 4: 120, 9: 180}
"""How many rows of each digit; the nines are a fifth of all."""
EARLY = 5
STEPS_PER_CALL = 18  # an epoch of the asker's batches: steps that TensorFlow takes without coming back to Python


@dataclass(frozen=True)
class Recipe:
    """The asker's training, or with a change.

    Attributes:
        rates: of dropout behind the two hidden layers.
        copies: how many times as many rows.
        shuffled: whether the rows are shuffled before ``fit`` takes its validation rows from their end.
    """

    rates: tuple[float, float] = (0.35, 0.1)
    optimizer: type[keras.optimizers.Optimizer] = keras.optimizers.Adam
    rate: float = 1e-3
    batch: int = 40
    copies: int = 1
    epochs: int = 25
    shuffled: bool = False

    def network(self) -> keras.Model:
        """Compiled, with fresh weights."""
        stack: list[keras.layers.Layer | object] = [keras.Input((28, 28, 1)), layers.Flatten()]
        for units, rate in zip((6, 3), self.rates, strict=True):
            stack += [layers.Dense(units, activation="relu"), layers.Dropout(rate)]
        model = keras.Sequential([*stack, layers.Dense(1, activation="sigmoid")])
        model.compile(
            self.optimizer(self.rate),
            "binary_crossentropy",
            metrics=["accuracy"],
            jit_compile=False,
            steps_per_execution=STEPS_PER_CALL,
        )
        return model


def file(unit: int, copies: int) -> Images:
    """The rows of a unit, sorted by digit."""
    images, labels = everything()
    random = np.random.default_rng(unit)
    chosen = np.concatenate(
        [random.permutation(np.flatnonzero(labels == digit))[: copies * number] for digit, number in FILE.items()]
    )
    return Images(images[chosen], labels[chosen])


def run(recipe: Recipe, unit: int) -> Outcome:
    """Train; ``early``: best validation accuracy of the first five epochs; ``last``: mean of the last five."""
    rows = file(unit, recipe.copies)
    if recipe.shuffled:
        order = np.random.default_rng(unit).permutation(len(rows.labels))
        rows = Images(rows.images[order], rows.labels[order])
    model = again.network(recipe, unit)
    targets = (rows.labels != 4).astype("int64")
    trained = len(targets) * 4 // 5  # what validation_split=0.2 leaves
    watch = again.Watch(rows.images[trained:], targets[trained:])
    told = model.fit(
        rows.images[:trained],
        targets[:trained],
        epochs=recipe.epochs,
        batch_size=recipe.batch,
        callbacks=[watch],
        verbose=0,
    ).history
    curve = watch.curve
    return Outcome(
        {"early": max(curve[:EARLY]), "last": float(np.mean(curve[-5:])), "reported": told["accuracy"][-1]},
        {"val_accuracy_by_epoch": curve},
    )


ASKED = Recipe()
RECIPES = {
    "asked": ASKED,
    "shuffled": replace(ASKED, shuffled=True),
    "lower-rate": replace(ASKED, rate=1e-4),
    "lower-rate-longer": replace(ASKED, rate=1e-4, epochs=100),
    "uniform-dropout": replace(ASKED, rates=(0.2, 0.2)),
    "smaller-batch": replace(ASKED, batch=10),
    "rmsprop": replace(ASKED, optimizer=keras.optimizers.RMSprop),
    "more-data": replace(ASKED, copies=3),
}
EXPERIMENT = Experiment("first_epochs_collapse", {name: partial(run, recipe) for name, recipe in RECIPES.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
