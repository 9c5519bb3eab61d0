"""# A metric that is never reset

**What it sees.** A training loop of the author's asks a metric for its `result()` in each epoch, and nothing resets
the metric between two epochs.

**Why it hurts.** A metric adds up all that it is given until somebody resets it, as `fit` does before each epoch.
Here the figure of epoch 10 is the mean of ten epochs: it rises more slowly than the model learns, hides that the
model gets worse, and misleads whatever stops the training or chooses the best weights by it.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
accuracy = keras.metrics.SparseCategoricalAccuracy()
for epoch in range(20):
    for x, y in batches:
        with tf.GradientTape() as tape:
            logits = model(x, training=True)
            loss = loss_fn(y, logits)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        accuracy.update_state(y, logits)
    print(epoch, float(accuracy.result()))  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
accuracy = keras.metrics.SparseCategoricalAccuracy()
for epoch in range(20):
    accuracy.reset_state()
    for x, y in batches:
        with tf.GradientTape() as tape:
            logits = model(x, training=True)
            loss = loss_fn(y, logits)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        accuracy.update_state(y, logits)
    print(epoch, float(accuracy.result()))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a metric that is never reset",
    instead="Call its reset_state() at the begin of each epoch.",
    misuses=("never reset",),
    exact=True,
)
