"""# Learning rate below zero

**What it sees.** An optimizer is made with a learning rate that is a negative number.

**Why it hurts.** The optimizer subtracts the rate times the gradient from each weight. With a negative rate the
weights go uphill: every step makes the loss larger.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=-0.01))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.01))
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import Program

_USES_NO_RATE = frozenset({"LossScaleOptimizer"})


def _look(program: Program) -> Iterator[Fault]:
    for optimizer in program.optimizers:
        made = optimizer.made
        rate = made.arguments.get("learning_rate")
        if isinstance(rate, int | float) and rate < 0 and not made.own and made.name not in _USES_NO_RATE:
            yield Fault(f"A learning rate of {rate:g} is below zero: every step makes the loss larger.", made.place)


RULE = Rule(
    level=Level.ERROR,
    title="learning rate below zero",
    instead="Give a positive rate; the optimizer's default is a good start.",
    program=_look,
)
