"""# Optimizer made, but not passed

**What it sees.** The program makes an optimizer with settings that are not the defaults, never uses it, and gives
`compile` an optimizer by its name, or none; or a second `compile` with another optimizer replaces the first before
anything was trained.

**Why it hurts.** The string means a new optimizer with default settings, perhaps of another kind: the learning rate
that somebody chose never acts.

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

from itertools import pairwise
from typing import Any

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.source.names import api
from autograder.anatomy.training import ABSENT, Compile, Made, Trainable
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    for model in program.models:
        yield from _replaced(model)
    passed: list[Any] = [event.optimizer for model in program.models for event in asking.compiles(model)]
    left = [optimizer.made for optimizer in program.optimizers if not optimizer.used and _chosen(optimizer.made)]
    for made in left:
        same = (given for given in passed if _by_name(given) and given.name == made.name)
        other = (given for given in passed if given is ABSENT or _by_name(given))
        alone = len(left) == 1 and all(
            given is ABSENT or _by_name(given) for given in passed
        )  # or one was only tried
        given = next(same, next(other, None) if alone else None)
        if given is not None:
            said = _given(given) if given is ABSENT or given.by_name or given.name == made.name else f"{given.name}()"
            yield Fault(f"This {made.name} is never used: compile is given {said}.", made.place)


def _replaced(model: ModelSource) -> Faults:
    """A ``compile`` that takes the place of another one, and of the optimizer that was chosen there."""
    events = [event for event in model.training.events if not isinstance(event, Trainable)]
    for first, second in pairwise(events):
        if not isinstance(first, Compile) or not isinstance(second, Compile):
            continue
        made, given = first.optimizer, second.optimizer
        lost = isinstance(made, Made) and not made.by_name and first.certain and second.certain and _chosen(made)
        if lost and isinstance(made, Made) and (given is ABSENT or _by_name(given)):
            said = f"This replaces the compile before, and its {made.name}: now it is {_given(given)}."
            yield Fault(said, second.place)


def _by_name(given: Any) -> bool:
    """Whether an optimizer was asked for by its name alone: as a text, or by a call without settings."""
    return isinstance(given, Made) and (given.by_name or not given.arguments) and not given.own


def _given(passed: Any) -> str:
    if passed is ABSENT:
        return "no optimizer and takes RMSprop with default settings"
    if not passed.by_name:
        return f"another {passed.name}, with default settings"
    return f"the string {passed.spelt!r}, which makes a new {passed.name} with default settings"


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
