"""What one epoch teaches, and what `fit` says of it: the asker's network on real digits, odd or even.

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

from autograder.datasets import Images


@dataclass(frozen=True)
class Recipe:
    """A network for two classes, and how it is trained.

    Attributes:
        hidden: units of the hidden layers, and the rates of dropout behind them.
        two: two units and a softmax instead of one and a sigmoid.
        only: the digits in the data.
        classes: 2 asks whether a digit is odd, 10 which one it is.
        tail: validate with the last fifth of rows sorted by digit, as ``validation_split`` does with a sorted file;
            or with the last fifth of the same rows shuffled; None for validation rows apart.
    """

    hidden: tuple[tuple[int, float], ...] = ((256, 0.5), (256, 0.5))
    rows: int = 4000
    batch: int = 16
    epochs: int = 1
    two: bool = False
    only: tuple[int, ...] = tuple(range(10))
    classes: int = 2
    tail: str | None = None

    def network(self) -> keras.Model:
        """Compiled, with fresh weights."""
        stack: list[keras.layers.Layer | object] = [keras.Input((28, 28, 1)), layers.Flatten()]
        for units, rate in self.hidden:
            stack += [layers.Dense(units, activation="relu"), layers.Dropout(rate)]
        single = self.classes == 2 and not self.two
        stack += [layers.Dense(1, "sigmoid") if single else layers.Dense(self.classes, "softmax")]
        model = keras.Sequential(stack)
        loss = "binary_crossentropy" if single else "sparse_categorical_crossentropy"
        model.compile("adam", loss, metrics=["accuracy"], jit_compile=False)
        return model

    def targets(self, rows: Images) -> np.ndarray:
        """What the network is to answer."""
        return rows.labels % 2 if self.classes == 2 else rows.labels


def run(recipe: Recipe, unit: int) -> Outcome:
    """Train; for the last epoch `fit` says ``reported`` of training rows and ``told`` of validation rows.

    Training rows with the weights at the end: ``noisy`` in training mode, ``silent`` in inference mode. ``true`` is
    the accuracy on rows apart, which the network never saw and nobody sorted.
    """
    rows, apart = draw(unit, recipe.rows, recipe.only)
    if recipe.tail == "sorted":
        order = np.argsort(rows.labels, kind="stable")
        rows = Images(rows.images[order], rows.labels[order])
    model, answers = again.network(recipe, unit), recipe.targets(apart)
    validate = {"validation_split": 0.2} if recipe.tail else {"validation_data": (apart.images, answers)}
    history = model.fit(
        rows.images, recipe.targets(rows), batch_size=recipe.batch, epochs=recipe.epochs, verbose=0, **validate
    ).history
    return Outcome({
        "reported": history["accuracy"][-1],
        "told": history["val_accuracy"][-1],
        "noisy": again.share_right(model(rows.images, training=True), recipe.targets(rows)),
        "silent": again.share_right(model(rows.images, training=False), recipe.targets(rows)),
        "true": again.share_right(model(apart.images, training=False), answers),
    })  # fmt: skip


ASKED = Recipe()
TINY = Recipe(((6, 0.35), (3, 0.1)), batch=40, epochs=5)
SORTED = Recipe(((64, 0.0),), rows=2000, batch=32, epochs=3, classes=10, tail="sorted")
RECIPES = {
    "asked": ASKED,
    "without-dropout": replace(ASKED, hidden=((256, 0.0), (256, 0.0))),
    "two-units": replace(ASKED, two=True),
    "few-updates": replace(ASKED, batch=250),
    "as-many-updates": replace(ASKED, batch=250, epochs=16),
    "quarter-once": replace(ASKED, rows=1000),
    "quarter-four-times": replace(ASKED, rows=1000, epochs=4),
    "zero-or-one": replace(ASKED, rows=1000, only=(0, 1)),
    "tiny": TINY,
    "tiny-without-dropout": replace(TINY, hidden=((6, 0.0), (3, 0.0))),
    "sorted": SORTED,
    "shuffled": replace(SORTED, tail="shuffled"),
}
EXPERIMENT = Experiment("first_epochs", {name: partial(run, recipe) for name, recipe in RECIPES.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
