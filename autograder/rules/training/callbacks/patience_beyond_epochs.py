"""# Patience that is longer than the training

**What it sees.** A callback waits for as many epochs as `fit` has, or for more; or a plateau is waited for longer
than the training goes on without getting better.

**Why it hurts.** `EarlyStopping` acts after `patience` epochs without anything better, and `ReduceLROnPlateau` after
its own. If there are no more epochs than that, the callback never acts. It is a note, for nothing is harmed: it only
looks as if something watched.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=20, restore_best_weights=True)  # ← here
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=20, restore_best_weights=True)
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

from collections.abc import Mapping

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

_WAITS = {"EarlyStopping": 0, "ReduceLROnPlateau": 10}


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        waiting = {made.name: made for made in fitting.some_callbacks(fit) if made.name in _WAITS}
        times = {name: made.arguments.get("patience", _WAITS[name]) for name, made in waiting.items()}
        if not all(type(time) is int for time in times.values()):
            continue
        for name, time in times.items():
            if type(fit.epochs) is int and time >= fit.epochs and time > 1:
                said = f"{name} waits for {time} epochs, and there are {fit.epochs}: it never acts."
                yield Fault(said, waiting[name].place)
        stop, plateau = (times.get(name) for name in _WAITS)
        if stop is not None and plateau is not None and plateau >= stop > 0 and _same(waiting):
            said = f"EarlyStopping ends the training after {stop} epochs; this would act after {plateau}"
            yield Fault(f"{said}: it never does.", waiting["ReduceLROnPlateau"].place)


def _same(waiting: Mapping[str, Made]) -> bool:
    """Whether both callbacks watch the same number."""
    return len({fitting.monitor(made) for made in waiting.values()}) == 1


RULE = Rule(
    level=Level.NOTE,
    title="patience that is longer than the training",
    instead="Give more epochs, or less patience; a plateau less than early stopping.",
    model=_look,
    about=("patience",),
)
