"""# A mode that fit and predict override

**What it sees.** In a functional model, a dropout, a noise or a trained network is called with `training=True`, and
the program calls `predict` or `evaluate`; or with `training=False`, and the program calls `fit`. A trained network
counts with `training=False` only if it has batch norm and nothing is frozen.

**Why it hurts.** `fit` hands `training=True` to every layer of a functional model, `predict` and `evaluate` hand
`training=False`, and what was written at a layer's call no longer counts: only a plain call of the model obeys it.
So a dropout that is told to stay on is silent in `predict`, which gives the same answer a hundred times; one that is
told to stay off drops units in `fit`; and the averages of batch norm in a trained network that is called with
`training=False` move while it is trained.

**Example.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dropout(0.5)(x, training=True)  # ← here
model = keras.Model(inputs, keras.layers.Dense(1)(x))
model.compile(loss="mse", optimizer="adam")
model.fit(rows, targets, epochs=20, validation_split=0.2)
answers = [model.predict(new_rows) for _ in range(100)]
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dropout(0.5)(x)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
model.compile(loss="mse", optimizer="adam")
model.fit(rows, targets, epochs=20, validation_split=0.2)
answers = [model(new_rows, training=True) for _ in range(100)]
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a mode that fit and predict override",
    instead="For noise, call the model itself: model(x, training=True). To keep batch norm still, freeze its layers.",
    misuses=("mode",),
    learn="train-vs-inference#probe-told",
    about=("training",),
    exact=True,
)
