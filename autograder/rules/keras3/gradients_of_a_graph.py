"""# Gradients of a graph

**What it sees.** `tf.gradients`, or `K.gradients` of `tf.keras`, is asked for the gradients of symbolic tensors.

**Why it hurts.** TensorFlow 2 computes at once and has no graph to follow back: it raises a `RuntimeError`. Many
programs that draw heat maps or adversarial pictures were written for TensorFlow 1. A tape records what is computed
under it.

**Example.**

```python
import keras
import tensorflow as tf
from tensorflow.keras import backend as K

model = keras.applications.VGG16()
maps = model.get_layer("block5_conv3")
slopes = K.gradients(model.output[:, 7], maps.output)[0]  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.applications.VGG16()
maps = model.get_layer("block5_conv3")
both = keras.Model(model.inputs, [maps.output, model.output])
with tf.GradientTape() as tape:
    found, answers = both(pictures)
    score = answers[:, 7]
slopes = tape.gradient(score, found)
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text, owner_of
from autograder.rules.rule import Found, Level, Rule

_OLD = ("disable_eager_execution", "disable_v2_behavior", "as_default", "ConfigProto", "placeholder(")
_IMPORTS = ("from tensorflow.keras import backend", "import tensorflow.keras.backend", "from tensorflow.python.keras")


def _look(text: Text) -> Found:
    of_tensorflow = any(line in text.whole for line in _IMPORTS)
    for call in text.calls({"gradients"}) if not any(word in text.whole for word in _OLD) else ():
        owner = owner_of(call)
        if owner in {"tf", "tensorflow", "tf.keras.backend"} or (owner in {"K", "backend"} and of_tensorflow):
            yield "TensorFlow 2 has no graph to follow back, and stops here: record with tf.GradientTape.", call


RULE = Rule(
    level=Level.ERROR,
    title="gradients of a graph",
    instead="Compute under a tf.GradientTape, and ask the tape.",
    text=_look,
)
