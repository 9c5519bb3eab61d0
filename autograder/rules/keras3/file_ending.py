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

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="file ending that Keras refuses",
    instead="Write weights to `….weights.h5`, and whole models to `….keras`.",
    misuses=("ending",),
    about=("filepath", 0),
)
