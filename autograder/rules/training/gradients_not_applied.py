"""# Gradients that nobody applies

**What it sees.** A program asks a tape for the gradients of a model's weights, in a loop, and has no line that
changes the weights; or it gives `apply_gradients` the weights first and the gradients second.

**Why it hurts.** A gradient only says where the loss falls. The step is made by the optimizer: without
`apply_gradients` the weights stay where they began, and the loss only jumps with the batches. `apply_gradients` takes
pairs of a gradient and a weight, in this order.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
    slopes = tape.gradient(loss, model.trainable_variables)  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
    slopes = tape.gradient(loss, model.trainable_variables)
    adam.apply_gradients(zip(slopes, model.trainable_variables))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="gradients that nobody applies",
    instead="Write optimizer.apply_gradients(zip(gradients, model.trainable_variables)).",
    misuses=("applied",),
)
