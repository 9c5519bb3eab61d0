"""# Early stopping that restores nothing

**What it sees.** An `EarlyStopping` on a validation value with a patience of three or more, without
`restore_best_weights=True`, and no checkpoint beside it that keeps the best.

**Why it hurts.** Training stops `patience` epochs *after* the best one. What remains is the network of the last
epoch: the callback found the best weights and let them go. In the runs below the two differed by less than counts.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=10)  # ← here
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.anatomy.unknown import is_known
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

PATIENCE = 3


def _look(model: ModelSource) -> Faults:
    restored = model.training.uses(*_RESTORES)
    for fit in model.training.fits:
        known = fitting.callbacks(fit)
        if restored or known is None or any(made.name in {"ModelCheckpoint", "BackupAndRestore"} for made in known):
            continue
        if fitting.validated(fit) is not True:
            continue
        for made in known:
            if made.name == "EarlyStopping" and _forgets(made):
                patience = made.arguments["patience"]
                yield Fault(f"What remains is the model {patience} epochs after its best one.", made.place)


_RESTORES = frozenset({"load_weights", "set_weights"})


def _forgets(made: Made) -> bool:
    patience, monitor = made.arguments.get("patience", 0), made.arguments.get("monitor", "val_loss")
    return (
        made.arguments.get("restore_best_weights", False) is False
        and is_known(patience)
        and isinstance(patience, int)
        and patience >= PATIENCE
        and isinstance(monitor, str)
        and monitor.startswith("val_")
    )


RULE = Rule(
    level=Level.NOTE,
    title="early stopping that restores nothing",
    instead="Add restore_best_weights=True.",
    model=_look,
    learn="val-loss-rises#claim-early-stopping",
    claims=("rules/early-stopping-restores-nothing",),
)
