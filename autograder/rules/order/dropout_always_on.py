"""# Dropout that is always on

**What it sees.** A dropout is called with `training=True`, and the program does not ask for several answers to the
same rows in a loop.

**Why it hurts.** In a call `model(x)`, and in a subclassed model also in `predict`, units are then dropped at
random, and two calls give two answers. In a functional model, `fit`, `evaluate` and `predict` override what was
written, without a word. Some want the noise on purpose, to see how sure a model is; they ask many times. It is a
note, for that purpose may lie elsewhere.

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
