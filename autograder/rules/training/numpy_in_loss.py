"""# NumPy in a loss

**What it sees.** A loss or a metric of the author's hands what it is given to NumPy or to scikit-learn.

**Why it hurts.** `fit` compiles the loss before there are numbers: the arguments are tensors that only say what will
be calculated. NumPy wants numbers and stops; and where it does get some, no gradient comes back.

**Example.**

```python
import keras
import numpy as np

def distance(wanted, given):
    return np.mean(np.abs(wanted - given))  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=distance)
```

**Instead.**

```python
import keras

def distance(wanted, given):
    return keras.ops.mean(keras.ops.abs(wanted - given))

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=distance)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a loss that calculates with NumPy",
    instead="Calculate with keras.ops, whose functions have the names of NumPy.",
    misuses=("numpy",),
)
