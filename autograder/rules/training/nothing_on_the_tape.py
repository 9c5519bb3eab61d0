"""# Nothing on the tape

**What it sees.** A gradient tape is asked for the gradients of a model's weights, and no pass through that model
stands under it: the answers were computed before the tape began, or by `predict`.

**Why it hurts.** A tape follows what TensorFlow computes while it is open. What was computed before is a constant to
it, and `predict` gives NumPy arrays, which it cannot follow. Every gradient is `None`, and the optimizer stops with
"No gradients provided for any variable".

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()
guess = model(x, training=True)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((guess - y) ** 2)
gradients = tape.gradient(loss, model.trainable_variables)  # ← here
optimizer.apply_gradients(zip(gradients, model.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()
with tf.GradientTape() as tape:
    guess = model(x, training=True)
    loss = tf.reduce_mean((guess - y) ** 2)
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))
```
"""

from __future__ import annotations

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="nothing on the tape",
    instead="Call the model itself inside the tape: `model(x, training=True)`.",
    program=lambda program: spelt.misused(program, "tape"),
)
