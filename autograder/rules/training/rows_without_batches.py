"""# Rows without batches

**What it sees.** A data set that is made from arrays goes to `fit`, and none of its steps is `batch`.

**Why it hurts.** Such a data set gives one row after the other, without the axis that counts rows. The model takes
the first axis of a row for it, and Keras stops at the shape that is left.

**Example.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, epochs=10)  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000).batch(32)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, epochs=10)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="rows without batches",
    instead="End the data set with .batch(32): the batch size of fit does not reach it.",
    misuses=("unbatched",),
)
