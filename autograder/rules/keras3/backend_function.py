"""# Function that keras.backend no longer has

**What it sees.** A function of `keras.backend` (mostly written `K`) that Keras 3 does not have: `K.mean`, `K.sum`,
`K.clip`, `K.get_value`, `K.set_session`, `K.set_image_dim_ordering`, …

**Why it hurts.** Keras 3 keeps only settings such as `epsilon` and `floatx` there, and raises an `AttributeError` for
the rest: for a loss or a metric at the first batch. (`tf.keras.backend` still has many of the functions; this rule is
silent about those.)

**Example.**

```python
import keras
from keras import backend as K

def squared(y_true, y_pred):
    return K.mean(K.square(y_pred - y_true), axis=-1)  # ← here

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss=squared, optimizer="adam")
```

**Instead.**

```python
import keras
from keras import ops

def squared(y_true, y_pred):
    return ops.mean(ops.square(y_pred - y_true), axis=-1)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss=squared, optimizer="adam")
```
"""

from autograder.rules import spelt
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="function that keras.backend no longer has",
    instead="Take the function from keras.ops, which has it under the name that NumPy has.",
    program=lambda program: spelt.gone(program, "backend"),
)
