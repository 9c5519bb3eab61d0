"""# Steps, given in epochs

**What it sees.** A schedule of the learning rate, such as `CosineDecay`, `ExponentialDecay` or
`PiecewiseConstantDecay`, or one of optax, counts steps of the optimizer, and is given a number of epochs: by its
name, such as `EPOCHS`, or computed of it and no larger. Or it is given a number that is no larger than that of the
epochs, though the number of rows is known, and an epoch has ten batches or more. Where one batch holds all rows,
epochs are steps, and nothing is said.

**Why it hurts.** A schedule that is made for 60 epochs is through after 60 batches. A cosine then stands at 0, and
the rest of the training changes nothing; an exponential one is smaller by a factor with many zeros.

**Example.**

```python
import keras

EPOCHS = 60
schedule = keras.optimizers.schedules.CosineDecay(0.1, decay_steps=EPOCHS)  # ← here
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
model.fit(rows, targets, epochs=EPOCHS, batch_size=64)
```

**Instead.**

```python
import keras

EPOCHS = 60
steps = EPOCHS * (len(rows) // 64)
schedule = keras.optimizers.schedules.CosineDecay(0.1, decay_steps=steps)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
model.fit(rows, targets, epochs=EPOCHS, batch_size=64)
```
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from autograder.anatomy.training import ABSENT, Compile, Data, Fit, Made
from autograder.anatomy.unknown import AsksUnknown
from autograder.rules import spelt
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource, Program

_ENDS = {
    "CosineDecay": "decay_steps", "PolynomialDecay": "decay_steps", "CosineDecayRestarts": "first_decay_steps",
    "PiecewiseConstantDecay": "boundaries", "ExponentialDecay": "decay_steps",
}  # fmt: skip
_BATCHES, _NOTHING = 10, 1e-6  # in an epoch, and what is left of a rate


def _look(program: Program) -> Iterator[Fault]:
    by_name = list(spelt.misused(program, "epochs"))
    yield from by_name
    for model in program.models if not by_name else ():
        with suppress(AsksUnknown):
            yield from _too_soon(model)


def _too_soon(model: ModelSource) -> Iterator[Fault]:
    """Schedules that are through before as many steps as there are epochs."""
    for fit in model.training.fits:
        compiled = model.training.compiled_for(fit)
        made = compiled.optimizer if isinstance(compiled, Compile) else None
        schedule = made.arguments.get("learning_rate") if isinstance(made, Made) else None
        batches, epochs = _batches(fit), fit.epochs
        if not isinstance(schedule, Made) or schedule.name not in _ENDS or batches < _BATCHES:
            continue
        name = _ENDS[schedule.name]
        given: Any = schedule.arguments.get(name)
        last = given[-1] if isinstance(given, tuple) and given else given
        if type(last) is not int or type(epochs) is not int or not 2 < last <= epochs:
            continue
        if schedule.name != "ExponentialDecay" or _left(schedule, batches * epochs / last) < _NOTHING:
            said = f"{name} counts steps of the optimizer, of which each of the {epochs} epochs has {batches}"
            yield Fault(f"{said}: {last} are soon over.", schedule.place)


def _batches(fit: Fit) -> int:
    """How many steps an epoch has; 0 if that is not known."""
    x = fit.x
    rows: Any = x.shape[0] if isinstance(x, Data) and x.shape and not x.done("generator") else None
    size: Any = 32 if fit.batch_size is ABSENT else fit.batch_size
    whole = fit.method == "fit" and "steps_per_epoch" not in fit.arguments
    return math.ceil(rows / size) if whole and type(rows) is int and type(size) is int and size > 0 else 0


def _left(schedule: Made, times: float) -> float:
    """What an exponential schedule leaves of the rate; all of it if that is not known."""
    rate: Any = schedule.arguments.get("decay_rate")
    return rate**times if isinstance(rate, int | float) and 0 < rate <= 1 else 1.0


RULE = Rule(
    level=Level.ERROR,
    title="steps, given in epochs",
    instead="Multiply by the number of batches in an epoch: len(x) // batch_size, or len(dataset).",
    program=_look,
    about=("decay_steps", "first_decay_steps", "boundaries"),
)
