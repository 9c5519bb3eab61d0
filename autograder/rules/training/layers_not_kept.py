"""# Layers that nothing keeps

**What it sees.** A class of the author's that descends from `Model` or `Layer` assigns to `self` without
`super().__init__()`, or makes layers with weights in `call`.

**Why it hurts.** Keras finds the weights of a model in the attributes that it watches since `super().__init__()`. A
layer that `call` makes has new random weights each time, and none of them is trained: Keras stops.

**Example.**

```python
import keras

class Net(keras.Model):
    def call(self, x):
        return keras.layers.Dense(1)(x)  # ← here

model = Net()
model.compile(optimizer="adam", loss="mse")
```

**Instead.**

```python
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.last = keras.layers.Dense(1)

    def call(self, x):
        return self.last(x)

model = Net()
model.compile(optimizer="adam", loss="mse")
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="layers that nothing keeps",
    instead="Begin __init__ with super().__init__(), make all layers there, and call them in call.",
    misuses=("kept",),
)
