"""# A layer that nothing reads

**What it sees.** A variable gets the output of a layer, and in the next line that of another layer which reads the
same input.

**Why it hurts.** Only the second layer becomes part of the model: the first is made, called, and forgotten. The model
runs, and is smaller than it looks.

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

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a layer that nothing reads",
    instead="Let each layer read the one before: Dense(32)(x).",
    program=lambda program: spelt.misused(program, "overwritten"),
    exact=True,
)
