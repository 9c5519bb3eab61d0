"""# Dropout that is always on

**What it sees.** A dropout is called with `training=True`, and the program does not ask for several answers to the
same rows in a loop.

**Why it hurts.** Written in the model, `training=True` holds for `evaluate` and `predict` as well: units are dropped
at random there, too, and two calls give two answers. Some do that on purpose, to see how sure a model is; they ask
many times. It is a note, for that purpose may lie elsewhere.

**Example.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dropout(0.5)(x, training=True)  # ← here
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dropout(0.5)(x)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="dropout that is always on",
    instead="Leave training out: fit turns dropout on, evaluate and predict turn it off.",
    program=lambda program: spelt.misused(program, "dropout"),
    about=("training",),
)
