"""# Labels and answers in the wrong order

**What it sees.** In a training loop, or in a loss of the author's, a cross-entropy of Keras is given the answers of
the model first and the labels second.

**Why it hurts.** The losses of Keras take `(y_true, y_pred)`. The other way round a cross-entropy takes the logarithm
of the labels, 0 and 1, which is cut off at a fixed number, and weighs it by the answers: it falls as the answers grow
alike, not as they come near the labels.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
cross = keras.losses.BinaryCrossentropy()
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = cross(model(x, training=True), y)  # ← here
    slopes = tape.gradient(loss, model.trainable_variables)
    adam.apply_gradients(zip(slopes, model.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
cross = keras.losses.BinaryCrossentropy()
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = cross(y, model(x, training=True))
    slopes = tape.gradient(loss, model.trainable_variables)
    adam.apply_gradients(zip(slopes, model.trainable_variables))
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="labels and answers in the wrong order",
    instead="Give the labels first: loss(y, model(x)).",
    misuses=("swapped",),
)
