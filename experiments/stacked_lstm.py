"""One recurrent layer, two, and none, on series of which two readings are marked.

All networks hold about a thousand numbers, the flat one included. Each trains on series that it sees once, so that
nobody overfits, and is asked about new ones of the same length and of twice that length. A unit is a draw of all
series and a start of the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import again
import keras
import numpy as np
from keras import layers
from sklearn.linear_model import LogisticRegression

from autograder.datasets import marks

FIRST = 40_000  # far from the seeds of the course's own series
BATCH, TEST_ROWS = 64, 2000
STEPS_PER_CALL = 128  # steps that TensorFlow takes without coming back to Python


@dataclass(frozen=True)
class Recipe:
    """A network and its training.

    Attributes:
        recurrent: units of each LSTM.
        dense: units of each dense layer behind the last one, with ReLU.
        rate: of Adam.
        length: of the series.
        steps: of the optimizer.
    """

    recurrent: tuple[int, ...]
    dense: tuple[int, ...] = ()
    rate: float = 0.01
    length: int = marks.STEPS
    steps: int = 384

    def network(self) -> keras.Model:
        """Compiled; without an LSTM it takes the series as one flat row."""
        stack: list[object] = [keras.Input((None if self.recurrent else self.length, 2))]
        if not self.recurrent:
            stack.append(layers.Flatten())
        for number, units in enumerate(self.recurrent, 1):
            stack.append(layers.LSTM(units, return_sequences=number < len(self.recurrent)))
        stack += [layers.Dense(units, activation="relu") for units in self.dense]
        model = keras.Sequential([*stack, layers.Dense(1, activation="sigmoid")])
        model.compile(
            keras.optimizers.Adam(self.rate), "binary_crossentropy", jit_compile=False,
            steps_per_execution=STEPS_PER_CALL,
        )  # fmt: skip
        return model


VARIANTS = {  # each at the rate of .005, .01 and .02 that was best for it in two units which decide nothing
    "one": Recipe((15,), rate=0.02),
    "two": Recipe((9, 9), rate=0.02),
    "flat": Recipe((), (32, 8)),
}


def draw(unit: int, part: int, count: int, length: int) -> marks.Series:
    """Series of one part of a unit."""
    return marks.series(count, length, np.array([FIRST, unit, part], dtype="uint32"))


def run(recipe: Recipe, unit: int) -> Outcome:
    """Train one network and ask it, and two cheap models with it."""
    train = draw(unit, 0, recipe.steps * BATCH, recipe.length)
    test, longer = (draw(unit, part, TEST_ROWS, part * recipe.length) for part in (1, 2))
    model = again.network(recipe, unit)
    model.fit(train.steps, train.same, batch_size=BATCH, shuffle=False, verbose=0)
    line = LogisticRegression().fit(train.steps.reshape(len(train.steps), -1), train.same)
    more_steps = longer.steps if recipe.recurrent else longer.steps[:, -recipe.length :]  # a flat one takes no more
    return Outcome(
        {
            "accuracy": again.share_right(model(test.steps), test.same),
            "accuracy_longer": again.share_right(model(more_steps), longer.same),
            "accuracy_last": float(np.mean((test.steps[:, -1, 0] > 0) == test.same)),
            "accuracy_lags": float(line.score(test.steps.reshape(TEST_ROWS, -1), test.same)),
            "parameters": model.count_params(),
        }
    )


EXPERIMENT = Experiment(
    "stacked_lstm",
    {name: partial(run, recipe) for name, recipe in VARIANTS.items()},
)

if __name__ == "__main__":
    main(EXPERIMENT)
