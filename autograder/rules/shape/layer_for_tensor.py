"""# A layer for a tensor

**What it sees.** A layer is called on another layer, not on a tensor that one has given: `x = Dense(8)` lacks its
second pair of brackets.

**Why it hurts.** `Dense(8)` makes a layer; only `Dense(8)(x)` calls it. Keras stops at the layer that reads it.

**Example.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(16, activation="relu")
outputs = keras.layers.Dense(1)(x)  # ← here
model = keras.Model(inputs, outputs)
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(16, activation="relu")(inputs)
outputs = keras.layers.Dense(1)(x)
model = keras.Model(inputs, outputs)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a layer for a tensor",
    instead="Call the layer: Dense(8)(x).",
    misuses=("layer",),
)
