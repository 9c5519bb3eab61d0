"""# A function of TensorFlow between layers

**What it sees.** A function of TensorFlow, such as `tf.reshape`, `tf.concat`, `tf.reduce_mean` or `tf.nn.relu`, is
given a symbolic tensor of a functional model.

**Why it hurts.** Keras 3 raises a `ValueError`: its symbolic tensors are not those of TensorFlow. The functions of
`keras.ops` take them, and so do layers; inside the `call` of a layer, or in a `Lambda`, TensorFlow is fine.

**Example.**

```python
import keras
import tensorflow as tf

inputs = keras.Input((8, 4))
x = tf.reduce_mean(inputs, axis=1)  # ← here
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```

**Instead.**

```python
import keras

inputs = keras.Input((8, 4))
x = keras.ops.mean(inputs, axis=1)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="function of TensorFlow between layers",
    instead="Use the function of keras.ops, or do it in a layer of your own.",
    program=lambda program: spelt.gone(program, "tensor"),
)
