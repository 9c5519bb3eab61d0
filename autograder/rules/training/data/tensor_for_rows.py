"""# A tensor of the network for the rows

**What it sees.** `fit`, `evaluate` or `predict` is given what a layer gives while the model is built, because the
variable of the rows was used again for the network.

**Why it hurts.** Such a tensor is a place in the network and holds no numbers. The rows are gone, and Keras stops
with a sentence about a `KerasTensor`.

**Example.**

```python
import keras
import numpy as np

x, y = np.random.rand(64, 4), np.zeros(64)
inputs = keras.Input((4,))
x = keras.layers.Dense(8, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.random.rand(64, 4), np.zeros(64)
inputs = keras.Input((4,))
hidden = keras.layers.Dense(8, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="a tensor of the network for the rows",
    instead="Give the tensors of the network a name of their own.",
    misuses=("fed",),
)
