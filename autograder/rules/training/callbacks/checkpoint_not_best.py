"""# Checkpoint that does not keep the best

**What it sees.** A `ModelCheckpoint` whose file is called best, or that is told what to monitor, without
`save_best_only=True`, and with one file name for all epochs.

**Why it hurts.** The file is written after every epoch, better or worse, and what it monitors is never asked. What
stands in it at the end is the last epoch, which may have learned the training data by heart. It is a note, for on the
data that were measured what this costs stays undecided.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = keras.callbacks.ModelCheckpoint("model.keras", monitor="val_loss")  # ← here
model.fit(x, y, epochs=100, validation_split=0.2, callbacks=[keep])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = keras.callbacks.ModelCheckpoint("model.keras", monitor="val_loss", save_best_only=True)
model.fit(x, y, epochs=100, validation_split=0.2, callbacks=[keep])
```
"""

from __future__ import annotations

import re

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

_BEST = re.compile(r"(?<![a-z])best(?![a-z])", re.IGNORECASE)


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        for made in fitting.some_callbacks(fit):
            if made.name == "ModelCheckpoint" and made.arguments.get("save_best_only", False) is False:
                yield from _checkpoint(made)


def _checkpoint(made: Made) -> Faults:
    path, monitor = made.arguments.get("filepath"), made.arguments.get("monitor")
    if not isinstance(path, str) or "{" in path:
        return
    if isinstance(monitor, str):
        yield Fault(f"{monitor} decides nothing: without save_best_only every epoch overwrites {path!r}.", made.place)
    elif _BEST.search(path.rpartition("/")[2]):
        yield Fault(f"{path!r} will hold the last epoch, not the best: every epoch overwrites it.", made.place)


RULE = Rule(
    level=Level.NOTE,
    title="checkpoint that does not keep the best",
    instead="Add save_best_only=True, with validation data to choose by.",
    model=_look,
    learn="val-loss-rises#claim-checkpoint-last",
    claims=("rules/checkpoint-not-best",),
)
