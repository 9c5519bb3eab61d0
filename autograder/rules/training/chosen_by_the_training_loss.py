"""# Chosen by the loss of the training

**What it sees.** An `EarlyStopping`, or a `ModelCheckpoint` with `save_best_only=True`, that watches `loss`,
`accuracy` or another number of the training rows, in a `fit` that has validation rows, where no other callback
chooses by them. A `fit` that validates on the test rows is left alone, for nothing should be chosen by those, and
so is `ReduceLROnPlateau`.

**Why it hurts.** The loss of the training falls on while the network learns its rows by heart. It stops long after
the validation loss was at its lowest, and the weights that are kept as the best are those that know most by heart.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=10, restore_best_weights=True)  # ← here
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=10, restore_best_weights=True)
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="chosen by the loss of the training",
    instead="Watch the same number of the validation rows: val_loss, or val_ and the name of the metric.",
    misuses=("training watched",),
    about=("monitor",),
    exact=True,
)
