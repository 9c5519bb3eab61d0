"""# A penalty that is never added

**What it sees.** Layers have a regularizer, or call `add_loss`; a training loop of the author's takes the gradient of
a loss to which it never adds `model.losses`.

**Why it hurts.** A regularizer changes no weight by itself. It gives Keras a number to add to the loss, and `fit`
adds it. A loop with a gradient tape has to do that: without it the model is trained as if the regularizer were not
there.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, kernel_regularizer="l2")])
optimizer = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x, training=True)) ** 2)  # ← here
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, kernel_regularizer="l2")])
optimizer = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x, training=True)) ** 2) + sum(model.losses)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a penalty that is never added",
    instead="Add sum(model.losses) to the loss, under the tape and after the model was called.",
    misuses=("never added",),
    exact=True,
)
