"""# A learning rate below zero

**What it sees.** An optimizer is made with a learning rate below zero.

**Why it hurts.** The optimizer then climbs the loss in place of descending it: training makes the model worse, step
by step, until the loss is NaN. Keras takes the number without a word.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.Adam(learning_rate=-1e-3))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.Adam(learning_rate=1e-3))
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.anatomy.training import Made
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import Program


def _look(program: Program) -> Iterator[Fault]:
    for optimizer in program.optimizers:
        rate = _rate(optimizer.made)
        if rate is not None and rate < 0:
            yield Fault(f"A learning rate of {rate:g} climbs the loss.", optimizer.made.place)


def _rate(made: Made) -> float | None:
    given = made.arguments.get("learning_rate")
    if isinstance(given, Made):  # a schedule
        given = given.arguments.get("initial_learning_rate")
    return given if isinstance(given, int | float) and not isinstance(given, bool) else None


RULE = Rule(
    level=Level.ERROR,
    title="learning rate below zero",
    instead="Give the rate as a positive number: the optimizer subtracts the gradient itself.",
    program=_look,
)
