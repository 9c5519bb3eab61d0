"""# One checkpoint for all folds

**What it sees.** A `ModelCheckpoint` that keeps the best epoch is made before a loop, and each round of the loop
trains a new model with it.

**Why it hurts.** It remembers the best number that it ever saw. A model of a later fold that does not beat the best
one of the folds before is never saved, and what is loaded afterwards is the model of another fold, which was trained
on these very test rows.

**Example.**

```python
import keras
from sklearn.model_selection import KFold

keep = keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
for train, test in KFold(5).split(x):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    model.fit(x[train], y[train], epochs=50, validation_split=0.1, callbacks=[keep])  # ← here
```

**Instead.**

```python
import keras
from sklearn.model_selection import KFold

for train, test in KFold(5).split(x):
    keep = keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    model.fit(x[train], y[train], epochs=50, validation_split=0.1, callbacks=[keep])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, constant, keyword, walk
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.networks import assigned_in, fits_in_loops, is_renewed
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``keep = ModelCheckpoint(…, save_best_only=True)`` before ``for train, test in folds: model = …``."""
    for loop, name, fit in text.once(fits_in_loops):
        inside = {id(node) for node in walk(loop)}
        new = bool(assigned_in(loop, name)) or is_renewed(loop)
        for call in _checkpoints(text, keyword(fit, "callbacks"), fit) if new else ():
            best = constant(keyword(call, "save_best_only")) is True
            reset = ".best" in ast.unparse(loop) or "deepcopy" in ast.unparse(loop)
            if best and id(call) not in inside and not reset:
                said = f"The checkpoint of line {call.lineno} compares with the best epoch of all rounds before"
                yield f"{said}: a model that is worse is not saved.", fit
                break


def _checkpoints(text: Text, given: ast.expr | None, user: ast.AST) -> Iterator[ast.Call]:
    """The checkpoints among the callbacks of a training."""
    value = unfolded(text, given, user)
    for part in value.elts if isinstance(value, ast.List | ast.Tuple) else [value]:
        made = unfolded(text, part, user)
        if isinstance(made, ast.Call) and called(made) == "ModelCheckpoint":
            yield made


RULE = Rule(
    level=Level.WARNING,
    title="one checkpoint for all folds",
    instead="Make the checkpoint within the loop, beside the model.",
    text=_look,
    exact=True,
)
