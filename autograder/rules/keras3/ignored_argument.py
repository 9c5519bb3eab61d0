"""# Argument that Keras 3 ignores

**What it sees.** `decay=` of an optimizer, or `epsilon=` of `ReduceLROnPlateau`.

**Why it hurts.** Keras 3 takes the argument and does nothing with it: a learning rate that should fall stays where it
is. A schedule such as `InverseTimeDecay` does what `decay` did.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.1, decay=1e-3))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
falling = keras.optimizers.schedules.InverseTimeDecay(0.1, decay_steps=1, decay_rate=1e-3)
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=falling))
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.rules.rule import Fault, Faults, Level, Rule

_DOES = {
    "decay=": "write a schedule, such as InverseTimeDecay, for the learning rate",
    "epsilon=": "write min_delta=",
}


def _look(program: Program) -> Faults:
    for met in program.spellings:
        if met.runs and met.old in _DOES:
            yield Fault(f"Keras 3 ignores {met.old}; {_DOES[met.old]}.", met.place)


RULE = Rule(
    level=Level.NOTE,
    title="argument that Keras 3 ignores",
    instead="Write what does the same today, or leave the argument out.",
    program=_look,
)
