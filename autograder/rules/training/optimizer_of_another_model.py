"""# The optimizer of another model

**What it sees.** One optimizer object is given to the `compile` of two models, and both are trained. Also where a
function compiles them, or a loop makes a new model in each round.

**Why it hurts.** An optimizer keeps numbers for each weight, and makes room for them at the first step, for the
weights of that model. At the first step of the other model Keras stops with *Unknown variable*.

**Example.**

```python
import keras

adam = keras.optimizers.Adam()
small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
large = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
small.compile(optimizer=adam, loss="mse")
large.compile(optimizer=adam, loss="mse")  # ← here
small.fit(x, y, epochs=10)
large.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
large = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
small.compile(optimizer=keras.optimizers.Adam(), loss="mse")
large.compile(optimizer=keras.optimizers.Adam(), loss="mse")
small.fit(x, y, epochs=10)
large.fit(x, y, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the optimizer of another model",
    instead="Make an optimizer for each model.",
    misuses=("shared",),
)
