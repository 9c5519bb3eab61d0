"""# Targets of other outputs

**What it sees.** A model with several outputs whose names say what they are, and `fit` or `evaluate` that is given
targets in another order, or under the keys of other outputs; or answers of `predict` that are unpacked in another
order. It compares the names of the outputs with those of the variables and columns that the targets come from, and
speaks only if each target belongs to just one output.

**Why it hurts.** Targets in a list go to the outputs by their place. If the shapes fit, nothing stops: each output
learns what another one should, with a loss that does not suit it.

**Example.**

```python
import keras

inputs = keras.Input((16,))
hidden = keras.layers.Dense(32, activation="relu")(inputs)
age = keras.layers.Dense(1, name="age")(hidden)
smoker = keras.layers.Dense(1, activation="sigmoid", name="smoker")(hidden)
model = keras.Model(inputs, [age, smoker])
model.compile(loss=["mae", "binary_crossentropy"], optimizer="adam")
model.fit(x, [table["smoker"], table["age"]], epochs=10)  # ← here
```

**Instead.**

```python
import keras

inputs = keras.Input((16,))
hidden = keras.layers.Dense(32, activation="relu")(inputs)
age = keras.layers.Dense(1, name="age")(hidden)
smoker = keras.layers.Dense(1, activation="sigmoid", name="smoker")(hidden)
model = keras.Model(inputs, [age, smoker])
model.compile(loss=["mae", "binary_crossentropy"], optimizer="adam")
model.fit(x, [table["age"], table["smoker"]], epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="targets of other outputs",
    instead="Give the targets in the order of the outputs, or in a dictionary under the names of their layers.",
    misuses=("outputs",),
)
