"""# A callback that looks the wrong way

**What it sees.** A callback waits for an accuracy, an AUC or the like with `mode="min"`, for a loss or an error with
`mode="max"`, or for steps of at least one (`min_delta=1`) in a number that never leaves 0 to 1.

**Why it hurts.** With the wrong mode the checkpoint keeps the worst epoch, and early stopping takes every improvement
for none. With steps that no epoch can make, training always ends after `patience` epochs.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("best.keras", "val_accuracy", save_best_only=True, mode="min")  # ← here
model.fit(x, y, validation_split=0.2, epochs=20, callbacks=[keep])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
keep = keras.callbacks.ModelCheckpoint("best.keras", "val_accuracy", save_best_only=True, mode="max")
model.fit(x, y, validation_split=0.2, epochs=20, callbacks=[keep])
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.anatomy.training import Made
from autograder.rules import fitting
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource

_WAITING = frozenset({"EarlyStopping", "ReduceLROnPlateau", "ModelCheckpoint"})
_SHARE = re.compile(r"(val_)?(\w+_)?(acc|accuracy|auc|precision|recall|f1|f1_score)(_\d+)?")
_DISTANCE = re.compile(r"(val_)?(\w+_)?(loss|mse|mae|rmse|mape|msle|error|mean_\w*_error)(_\d+)?")


def _look(model: ModelSource) -> Iterator[Fault]:
    for fit in model.training.fits:
        for made in fitting.some_callbacks(fit):
            monitor = made.arguments.get("monitor", "val_loss")
            if made.name in _WAITING and isinstance(monitor, str):
                yield from _faults(made, monitor)


def _faults(made: Made, monitor: str) -> Iterator[Fault]:
    mode, step = made.arguments.get("mode"), made.arguments.get("min_delta")
    is_share, is_distance = _SHARE.fullmatch(monitor), _DISTANCE.fullmatch(monitor)
    if is_share and mode == "min":
        yield Fault(f'{monitor} is good when it is high, but {made.name} is told mode="min".', made.place)
    elif is_distance and mode == "max":
        yield Fault(f'{monitor} is good when it is low, but {made.name} is told mode="max".', made.place)
    elif is_share and isinstance(step, int | float) and abs(step) >= 1:
        said = f"{monitor} never leaves 0 to 1, so no epoch improves it by min_delta={step:g}"
        yield Fault(f"{said}: {made.name} always sees a standstill.", made.place)


RULE = Rule(
    level=Level.WARNING,
    title="callback that looks the wrong way",
    instead='Say mode="max" for what should grow, and take a `min_delta` that an epoch can make, such as 0.001.',
    model=_look,
)
