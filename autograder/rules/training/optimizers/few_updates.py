"""# Too few updates

**What it sees.** The number of rows, the batch size and the epochs are known, and a new network with hidden layers
makes fewer than a hundred updates in all; or, with plain descent and squashed hidden layers, the updates times the
rate are less than 10.

**Why it hurts.** Weights change once for each batch, not for each row. Two hundred rows in batches of 32 give seven
updates in an epoch, and five epochs 35: Adam moves a weight by about its rate, 0.001, each time, so that nothing has
gone far from where it began. What such a model answers says nothing about the architecture. A batch norm, whose
stored mean and variance move by a hundredth in each update, answers in `evaluate` and `predict` with numbers that are
mostly those it began with. It is a note, for a first try may be meant.

**Example.**

```python
import keras
import numpy as np

x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(8, activation="tanh"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=50)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(8, activation="tanh"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=2000)
```
"""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator
from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, keyword
from autograder.anatomy.training import ABSENT, Compile, Data, Fit, Made
from autograder.anatomy.unknown import is_known
from autograder.rules import asking, fitting
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_FEW, _SLOW = 100, 10
_BEHIND = 0.1  # of the numbers that are stored
_SQUASHED = frozenset({"sigmoid", "tanh", "hard_sigmoid"})
_DRAWN = ("numpy.random.", "tensorflow.random.")


def _look(model: ModelSource) -> Faults:
    fits = model.training.fits
    if len(fits) != 1 or len(fitting.weighted(model)) < 2 or not fitting.from_scratch(model, fits[0]):
        return
    updates = _updates(fits[0])
    compiled = model.training.compiled_for(fits[0])
    if updates is None or not fits[0].certain or not isinstance(compiled, Compile):
        return
    made = compiled.optimizer
    rate = made.arguments.get("learning_rate", 0.01) if isinstance(made, Made) and made.name == "SGD" else None
    slow = isinstance(rate, float) and rate * updates < _SLOW and bool(asking.functions(model) & _SQUASHED)
    if updates < _FEW or slow:
        said = f"All in all {updates} update{'s' * (updates != 1)} of the weights: too few to learn much."
        behind = max((left**updates for left in _memories(model)), default=0)
        if behind > _BEHIND:
            said += f" What batch norm uses in evaluate and predict is {behind:.0%} what it began with."
        yield Fault(said, fits[0].place)


def _memories(model: ModelSource) -> Iterator[float]:
    """What each batch norm keeps of its stored mean and variance in one update, where that is known."""
    for position in model.anatomy.positions("batch_norm"):
        momentum = asking.setting(model, position, "momentum", 0.99)
        if isinstance(momentum, float):
            yield momentum


def _updates(fit: Fit) -> int | None:
    """How often the weights change; None if that is not known, or if the data are made up to show a shape."""
    x, y = fit.x, fit.y
    epochs: Any = 1 if fit.epochs is ABSENT else fit.epochs
    batch: Any = 32 if fit.batch_size is ABSENT else fit.batch_size
    whole = fit.method == "fit" and "steps_per_epoch" not in fit.arguments and fit.validation_split in (ABSENT, 0)
    if not isinstance(x, Data) or not x.shape or not isinstance(y, Data) or not whole or x.done("generator"):
        return None
    rows = x.shape[0] if is_known(x.shape[0]) and x.shape[0] else (y.shape or (None,))[0]
    drawn = x.origin.startswith(_DRAWN) and y.origin.startswith(_DRAWN)
    if drawn or not all(type(number) is int and number > 0 for number in (rows, epochs, batch)):
        return None
    updates: int = epochs * math.ceil(rows / batch)
    return updates


def _whole_batch(text: Text) -> Found:
    """``fit(x, y, batch_size=len(x), epochs=5)``: one update in each epoch."""
    for fit in text.calls({"fit"}):
        size, epochs = keyword(fit, "batch_size"), keyword(fit, "epochs")
        epochs = text.resolved(epochs) if epochs is not None else ast.Constant(1)
        rows = ast.unparse(text.resolved(size)) if size is not None else ""
        fed = argument_at(fit, 0, "x")
        whole = isinstance(fed, ast.Name) and rows in {f"len({fed.id})", f"{fed.id}.shape[0]"}
        if whole and isinstance(epochs, ast.Constant) and isinstance(epochs.value, int) and epochs.value < _FEW:
            said = f"One batch holds all rows: {epochs.value} update{'s' * (epochs.value != 1)} of the weights in all"
            yield f"{said}, too few to learn much.", fit


RULE = Rule(
    level=Level.NOTE,
    title="too few updates",
    instead="Train for more epochs, or in smaller batches; with plain descent try Adam.",
    model=_look,
    text=_whole_batch,
    learn="first-epochs#claim-updates",
    about=("epochs", "nb_epoch"),
)
