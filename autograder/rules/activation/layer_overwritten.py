"""# A layer that nothing reads

**What it sees.** A variable gets the output of a layer, and in the next line that of another layer which reads the
same input; or nothing reads what a layer makes, while the layers that follow read what came before it; or a class
makes a layer that nothing calls.

**Why it hurts.** Such a layer becomes no part of the model: it is made, maybe called, and forgotten. The model runs,
and is smaller than it looks; a forgotten dropout drops nothing.

**Example.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)  # ← here
x = keras.layers.Dense(32, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dense(32, activation="relu")(x)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a layer that nothing reads",
    instead="Let each layer read the one before: Dense(32)(x).",
    misuses=("overwritten",),
    exact=True,
)
