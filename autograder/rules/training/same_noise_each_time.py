"""# The same noise each time

**What it sees.** A layer's `call`, a `train_step`, a function that is mapped over a data set, a `__getitem__` or a
loop that yields batches draws random numbers with a seed that is written there: a number for a function of
`keras.random`, a pair for one of TensorFlow whose name begins with `stateless_`, a generator that is made there, or
`np.random.seed`. In a layer it speaks only of what has the form of the batch: a table of random numbers may well be
fixed. Functions whose names say that they are about tests are left alone.

**Why it hurts.** These functions keep no state: the same seed gives the same numbers, in every batch of every epoch.
A network learns such a noise by heart, and an augmentation changes each image in one way for ever. A seed for
`tf.random.normal`, or for a layer such as `Dropout`, is another thing: those count their calls.

**Example.**

```python
import keras
from keras import ops

class Noise(keras.layers.Layer):
    def call(self, x, training=None):
        if training:
            x = x + keras.random.normal(ops.shape(x), stddev=0.1, seed=42)  # ← here
        return x
```

**Instead.**

```python
import keras
from keras import ops

class Noise(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seeds = keras.random.SeedGenerator(42)

    def call(self, x, training=None):
        if training:
            x = x + keras.random.normal(ops.shape(x), stddev=0.1, seed=self.seeds)
        return x
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the same noise each time",
    instead="Make a keras.random.SeedGenerator, or another generator, once, outside, and draw from it.",
    misuses=("seed",),
    about=("seed",),
    exact=True,
)
