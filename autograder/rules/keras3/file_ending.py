"""# A file ending that Keras refuses

**What it sees.** A checkpoint, or `save_weights`, is given a path with another ending than Keras 3 takes.

**Why it hurts.** Keras 3 tells from the ending what to write: `.weights.h5` for weights alone, `.keras` for a whole
model (`.h5`, too, for the old format). With another ending it stops, a checkpoint already when it is made.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = keras.callbacks.ModelCheckpoint("best.h5", save_weights_only=True)  # ← here
model.fit(x, y, epochs=5, callbacks=[keep])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = keras.callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)
model.fit(x, y, epochs=5, callbacks=[keep])
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text
from autograder.rules.looks.checkpoints import paths
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``save_weights("model.h5")``."""
    for path, ends, only_weights, _ in paths(text):
        wanted = (".weights.h5",) if only_weights else (".keras", ".h5")
        if not ends.endswith(wanted):
            yield f"Keras 3 wants a path here that ends in {' or '.join(wanted)}, not {ends!r}.", path


RULE = Rule(
    level=Level.ERROR,
    title="file ending that Keras refuses",
    instead="Write weights to `….weights.h5`, and whole models to `….keras`.",
    text=_look,
    about=("filepath", 0),
)
