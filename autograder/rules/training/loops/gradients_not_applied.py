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

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called
from autograder.rules.rule import Found, Level, Rule

_CHANGES_WEIGHTS = (
    "apply_gradients",
    ".apply(",
    ".assign",
    "minimize(",
    "set_weights",
    "optimizer.step",
    "update_step",
)
_TRAINABLE = ("trainable_variables", "trainable_weights")


def _look(text: Text) -> Found:
    """Gradients of a model's weights in a loop, and nothing that changes the weights."""
    for call in text.calls({"apply_gradients"}):
        pairs = argument_at(call, 0)
        if isinstance(pairs, ast.Call) and called(pairs) == "zip" and len(pairs.args) == 2:
            weights_first = [ast.unparse(part).endswith(_TRAINABLE) for part in pairs.args] == [True, False]
            if weights_first:
                yield "zip takes the gradients first, and then the weights.", call
    if (
        any(word in text.whole for word in _CHANGES_WEIGHTS)
        or "optimizers" not in text.whole
        or not text.all(ast.For)
    ):
        return
    for call in text.calls({"gradient"}):
        asked = argument_at(call, 1)
        if isinstance(asked, ast.Attribute) and asked.attr in _TRAINABLE:
            yield "Nothing in this program applies these gradients: the weights stay as they are.", call


RULE = Rule(
    level=Level.ERROR,
    title="gradients that nobody applies",
    instead="Write optimizer.apply_gradients(zip(gradients, model.trainable_variables)).",
    text=_look,
)
