"""# Optimizer made, but not passed

**What it sees.** The program makes an optimizer with settings that are not the defaults, never uses it, and gives
`compile` an optimizer of the same kind by its name.

**Why it hurts.** The string means a new optimizer with default settings: the learning rate that somebody chose never
acts.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
sgd = keras.optimizers.SGD(learning_rate=1e-4)  # ← here
model.compile(loss="mse", optimizer="sgd")
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
sgd = keras.optimizers.SGD(learning_rate=1e-4)
model.compile(loss="mse", optimizer=sgd)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.anatomy.source.names import api
from autograder.anatomy.training import Made
from autograder.rules import asking
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import Program


def _look(program: Program) -> Iterator[Fault]:
    events = [event for model in program.models for event in asking.compiles(model)]
    for optimizer in program.optimizers:
        made = optimizer.made
        if optimizer.used or not _chosen(made):
            continue
        for event in events:
            passed = event.optimizer
            if isinstance(passed, Made) and passed.by_name and passed.name == made.name:
                yield Fault(
                    f"This {made.name} is never used: compile is given the string for a new {made.name} with "
                    "default settings.",
                    made.place,
                )
                break


def _chosen(made: Made) -> bool:
    """Whether a setting is another than the default."""
    defaults = {item[0]: item[1] for item in api()["optimizers"].get(made.name, []) if len(item) > 1}
    return any(key not in defaults or defaults[key] != value for key, value in made.arguments.items())


RULE = Rule(
    level=Level.WARNING,
    title="optimizer made, but not passed",
    instead="Pass the object: compile(optimizer=…).",
    program=_look,
    learn="distance-predictor#claim-object",
    claims=("distance-predictor/object",),
)
