"""# Two masters of the learning rate

**What it sees.** The optimizer is made with a schedule for its learning rate, and a callback of the training sets the
rate, too: `ReduceLROnPlateau` or `LearningRateScheduler`.

**Why it hurts.** An optimizer with a schedule takes its rate from that at each step. Keras refuses to set it: the
training stops with a `TypeError` when the callback wants to act, for `ReduceLROnPlateau` after hours, perhaps.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
rate = keras.optimizers.schedules.ExponentialDecay(1e-3, decay_steps=1000, decay_rate=0.9)
model.compile(loss="mse", optimizer=keras.optimizers.Adam(rate))
slower = keras.callbacks.ReduceLROnPlateau(patience=3)
model.fit(x, y, epochs=60, validation_split=0.2, callbacks=[slower])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.Adam(1e-3))
slower = keras.callbacks.ReduceLROnPlateau(patience=3)
model.fit(x, y, epochs=60, validation_split=0.2, callbacks=[slower])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile, Made
from autograder.rules.rule import Fault, Faults, Level, Rule

_SETS = frozenset({"ReduceLROnPlateau", "LearningRateScheduler"})


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        compiled = model.training.compiled_for(fit)
        optimizer = compiled.optimizer if isinstance(compiled, Compile) else None
        rate = optimizer.arguments.get("learning_rate") if isinstance(optimizer, Made) else None
        given = fit.callbacks if isinstance(fit.callbacks, tuple) else (fit.callbacks,)
        sets = [one.name for one in given if isinstance(one, Made) and not one.own and one.name in _SETS]
        if isinstance(rate, Made) and not rate.by_name and sets and fit.certain:
            said = f"{rate.name} is the learning rate of the optimizer already"
            yield Fault(f"{said}: Keras stops when {sets[0]} wants to set it.", fit.place)


RULE = Rule(
    level=Level.ERROR,
    title="two masters of the learning rate",
    instead="Take the schedule or the callback, not both.",
    model=_look,
    about=("callbacks",),
)
