"""# A class for an object

**What it sees.** A list of callbacks holds a class of Keras, or `compile` is given the class of an optimizer:
`EarlyStopping`, not `EarlyStopping()`. Or `class_weight` is given the array of `compute_class_weight`.

**Why it hurts.** Keras calls methods of an object that is not there, and stops.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam, loss="mse")  # ← here
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(), loss="mse")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a class for an object",
    instead="Call the class: EarlyStopping(), Adam().",
    misuses=("class",),
)
