"""# What is no list of layers

**What it sees.** `Sequential(layer, layer)` without the brackets of a list, a list inside the list, or something in
the place of a layer that is none: a class that was not called, a text, a tensor.

**Why it hurts.** `Sequential` takes one list. Its second argument is something else, so Keras complains of
`trainable`, or that a `Dense` object is not iterable.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential(layers.Dense(32, activation="relu"), layers.Dense(1))  # ← here
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(1)])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="no list of layers",
    instead="Put all layers into one list, each of them made by a call: `Sequential([Dense(8), Dense(1)])`.",
    misuses=("layers",),
)
