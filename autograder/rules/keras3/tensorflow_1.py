"""# Name that only TensorFlow 1 has

**What it sees.** `tf.Session`, `tf.placeholder`, `tf.ConfigProto`, `tf.contrib`, `tf.train.AdamOptimizer`,
`tf.set_random_seed` and other names of TensorFlow 1.

**Why it hurts.** TensorFlow 2, which Keras 3 runs on, raises an `AttributeError`.

**Example.**

```python
import tensorflow as tf
import keras

tf.set_random_seed(1)  # ← here
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
```

**Instead.**

```python
import keras

keras.utils.set_random_seed(1)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="name that only TensorFlow 1 has",
    instead="Write what TensorFlow 2 has for it; Keras 3 needs neither sessions nor placeholders.",
    program=lambda program: spelt.gone(program, "tensorflow"),
)
