"""# The model's answer is outside of the tape

**What it sees.** A `GradientTape` is asked for gradients of a model's weights, but the model was called before the
tape was opened, or only by `predict`, which gives NumPy arrays, or its answer was made one by `.numpy()`.

**Why it hurts.** A tape knows only what TensorFlow computes while it is open. It finds no way from the loss to the
weights, so every gradient is None, and `apply_gradients` stops with "No gradients provided for any variable".

**Example.**

```python
import keras
import tensorflow as tf

net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
for x, y in batches:
    guess = net(x, training=True)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((guess - y) ** 2)
    slopes = tape.gradient(loss, net.trainable_variables)  # ← here
    adam.apply_gradients(zip(slopes, net.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        guess = net(x, training=True)
        loss = tf.reduce_mean((guess - y) ** 2)
    slopes = tape.gradient(loss, net.trainable_variables)
    adam.apply_gradients(zip(slopes, net.trainable_variables))
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.rules import spelt
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    for lost in program.lost_gradients:
        if lost.answer:
            message = (
                f"{lost.answer} was computed outside of the tape (line {lost.made.line}): every gradient is None."
            )
        else:
            message = "These are NumPy arrays, which no tape follows: every gradient is None."
        yield Fault(message, lost.place)
    met = list(spelt.misused(program, "tape"))
    yield from met
    if not met and not program.lost_gradients:
        yield from spelt.misused(program, "adrift")


RULE = Rule(
    level=Level.ERROR,
    title="the model's answer is outside of the tape",
    instead="Call the model itself, model(x, training=True), under the tape.",
    program=_look,
)
