"""# A checkpoint in the old format

**What it sees.** A `ModelCheckpoint` keeps whole models in a file that ends in `.h5`.

**Why it hurts.** The first versions of Keras 3 stop here: a whole model goes to a `.keras` file. Later ones write the
file, and warn that the format is old. It does not hold all that a `.keras` file holds: a model with layers of the
author's own may not come back.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = keras.callbacks.ModelCheckpoint("best.h5", save_best_only=True)  # ← here
model.fit(x, y, epochs=5, validation_split=0.2, callbacks=[keep])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
model.fit(x, y, epochs=5, validation_split=0.2, callbacks=[keep])
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text
from autograder.rules.looks.checkpoints import paths
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``ModelCheckpoint("best.h5")``."""
    for path, ends, only_weights, name in paths(text):
        if name == "ModelCheckpoint" and not only_weights and ends.endswith(".h5"):
            yield f"The first versions of Keras 3 refuse {ends!r} here, and later ones warn.", path


RULE = Rule(
    level=Level.NOTE,
    title="a checkpoint in the old format",
    instead="Write whole models to `….keras`.",
    text=_look,
    about=("filepath", 0),
)
