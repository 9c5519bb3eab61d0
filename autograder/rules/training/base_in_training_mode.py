"""# A trained network in training mode

**What it sees.** A network of `keras.applications` is called with `training=True` in a functional model.

**Why it hurts.** Its batch norms then take mean and deviation from each batch, and change what they have learned with
it, even while the network is frozen. With the small batches of fine-tuning the features of the network are soon gone.
It is a note: how much is lost was not measured here.

**Example.**

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, weights="imagenet", input_shape=(96, 96, 3))
inputs = keras.Input((96, 96, 3))
x = base(inputs, training=True)  # ← here
x = keras.layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, keras.layers.Dense(2, activation="softmax")(x))
```

**Instead.**

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, weights="imagenet", input_shape=(96, 96, 3))
inputs = keras.Input((96, 96, 3))
x = base(inputs, training=False)
x = keras.layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, keras.layers.Dense(2, activation="softmax")(x))
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.NOTE,
    title="a trained network in training mode",
    instead="Call the trained network with training=False, also while it is fine-tuned.",
    program=lambda program: spelt.misused(program, "base"),
    about=("training",),
)
