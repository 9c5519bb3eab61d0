"""# The training mode is written into a layer

**What it sees.** The `call` of a model or a layer of the author's calls a dropout, a noise, a batch norm or an
augmentation with `training=True`, or a function such as `tf.nn.dropout` that knows no mode, under no condition; or
a `test_step` calls the model with `training=True`. The program asks its model for each answer once: where it asks
many times, or says that it is about uncertainty, the noise is meant, and nothing is said.

**Why it hurts.** `evaluate` and `predict` hand `training=False` to the model's `call`, and what is written at the
call of a layer wins. Half of the units are dropped in every prediction, and the next prediction of the same row is
another one. A batch norm takes the mean of the batch, so that the answer about a row depends on its neighbours.

**Example.**

```python
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation="relu")
        self.drop = keras.layers.Dropout(0.5)
        self.head = keras.layers.Dense(1)

    def call(self, x, training=None):
        x = self.drop(self.hidden(x), training=True)  # ← here
        return self.head(x)

net = Net()
net.compile(optimizer="adam", loss="mse")
net.fit(rows, targets, validation_split=0.2, epochs=20)
```

**Instead.**

```python
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation="relu")
        self.drop = keras.layers.Dropout(0.5)
        self.head = keras.layers.Dense(1)

    def call(self, x, training=None):
        x = self.drop(self.hidden(x), training=training)
        return self.head(x)

net = Net()
net.compile(optimizer="adam", loss="mse")
net.fit(rows, targets, validation_split=0.2, epochs=20)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="the training mode is written into a layer",
    instead="Hand the mode on, training=training; a test step asks with training=False.",
    misuses=("always",),
    about=("training",),
    exact=True,
)
