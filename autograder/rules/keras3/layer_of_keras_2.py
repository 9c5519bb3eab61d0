"""# A layer of Keras 2 in a model of Keras 3

**What it sees.** `hub.KerasLayer` of TensorFlow Hub stands in a `Sequential` model, or is called on a tensor of a
functional one, in a program that uses Keras 3. Or a layer of `tf_keras` does, or one of `tensorflow.python.keras`.

**Why it hurts.** The class descends from the `Layer` of Keras 2, which TensorFlow Hub brings along. Keras 3 does not
know it for a layer: it raises a `ValueError`.

**Example.**

```python
import keras
import tensorflow_hub as hub

model = keras.Sequential([
    hub.KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2"),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.** Take a model that is a Keras model itself, from `keras.applications` or KerasHub; or stay with Keras 2
and import `tf_keras`.

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
model = keras.Sequential([base, keras.layers.Dense(1)])
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.rules import spelt
from autograder.rules.rule import Faults, Level, Rule


def _look(program: Program) -> Faults:
    if not program.older:
        yield from spelt.misused(program, "foreign")
    yield from spelt.misused(program, "mixed")


RULE = Rule(
    level=Level.ERROR,
    title="layer of Keras 2 in a model of Keras 3",
    instead="Take a base from keras.applications or KerasHub, or import tf_keras for the whole program.",
    program=_look,
)
