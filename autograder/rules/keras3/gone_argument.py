"""# Argument that Keras 3 no longer takes

**What it sees.** An argument of a layer, an optimizer, a callback, `compile` or `fit` under a name from Keras 1 or 2,
such as `lr=`, `nb_epoch=`, `border_mode=`, `batch_input_shape=` or `workers=`.

**Why it hurts.** Keras 3 raises an exception at this call. Until Keras 2 many of these were still translated, so that
old answers and books are full of them.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(lr=0.01))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.01))
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="argument that Keras 3 no longer takes",
    instead="Use the name that Keras 3 has for it, or leave it out.",
    program=lambda program: spelt.gone(program, "argument"),
    misuses=("weight",),
)
