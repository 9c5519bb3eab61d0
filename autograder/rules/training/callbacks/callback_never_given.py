"""# A callback that nobody is given

**What it sees.** A callback is made, and nothing in the program reads the variable; a model is trained.

**Why it hurts.** A callback acts in the training that it is given to, and in no other. Early stopping that was only
made stops nothing, and a checkpoint writes nothing: the training goes on to its last epoch, without a word.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)  # ← here
model.fit(x, y, validation_split=0.2, epochs=200)
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x, y, validation_split=0.2, epochs=200, callbacks=[stop])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.rule import Found, Level, Rule

_CALLBACKS = frozenset({
    "EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "LearningRateScheduler", "TensorBoard", "CSVLogger",
    "LambdaCallback", "TerminateOnNaN", "BackupAndRestore",
})  # fmt: skip


def _look(text: Text) -> Found:
    """``stop = EarlyStopping(…)``, and nothing reads ``stop``."""
    if not any(text.calls({"fit", "fit_generator"})) or "locals(" in text.whole or "globals(" in text.whole:
        return
    read = {node.id for node in text.all(ast.Name) if isinstance(node.ctx, ast.Load)}
    for one in text.all(ast.Assign):
        target = one.targets[0]
        if called(one.value) in _CALLBACKS and isinstance(target, ast.Name) and target.id not in read:
            yield f"No training is given {target.id}: it does nothing.", one.value


RULE = Rule(
    level=Level.WARNING,
    title="a callback that nobody is given",
    instead="Hand it to fit: callbacks=[stop].",
    text=_look,
    exact=True,
)
