"""# Long training that nobody watches

**What it sees.** A hundred epochs or more with validation data, and no callback that stops early, keeps the best
weights, or changes the learning rate.

**Why it hurts.** The validation loss is computed after every epoch, and nothing follows from it. If its best epoch is
the thirtieth, seventy more are spent on making the model worse.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=500, validation_split=0.2)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=20, restore_best_weights=True)
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.anatomy.unknown import is_known
from autograder.rules import asking, fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

EPOCHS = 100
_IDLE = frozenset({"CSVLogger", "ProgbarLogger", "TerminateOnNaN", "History", "TensorBoard"})


def _look(model: ModelSource) -> Faults:
    if not all(_constant_rate(event.optimizer) for event in asking.compiles(model)):
        return
    for fit in model.training.fits:
        known = fitting.callbacks(fit)
        watched = known is None or any(made.name not in _IDLE for made in known)
        long = is_known(fit.epochs) and isinstance(fit.epochs, int) and fit.epochs >= EPOCHS
        if long and fit.certain and not watched and fitting.validated(fit):
            yield Fault(f"{fit.epochs} epochs are validated, and nothing keeps the best of them.", fit.place)


def _constant_rate(optimizer: object) -> bool:
    """Whether no schedule ends the training well by itself."""
    given = optimizer.arguments.get("learning_rate", 0) if isinstance(optimizer, Made) else 0
    return isinstance(given, int | float)


RULE = Rule(
    level=Level.NOTE,
    title="long training that nobody watches",
    instead="Add EarlyStopping(patience=…, restore_best_weights=True).",
    model=_look,
)
