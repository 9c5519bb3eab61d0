"""# Generators in a zip

**What it sees.** `fit` is given `zip(images, masks)`, of two generators.

**Why it hurts.** Keras 3 takes generators, data sets and `PyDataset`s. A `zip` is none of these, and Keras stops with
*Unrecognized data type*. Earlier versions took it.

**Example.**

```python
import keras
import numpy as np

images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(zip(images, masks), steps_per_epoch=9)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit((pair for pair in zip(images, masks)), steps_per_epoch=9)
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="generators in a zip",
    instead="Make a generator of it: (pair for pair in zip(images, masks)).",
    program=lambda program: iter(()) if program.older else spelt.misused(program, "zip"),
)
