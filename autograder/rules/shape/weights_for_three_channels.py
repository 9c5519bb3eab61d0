"""# Weights for three channels

**What it sees.** A network of `keras.applications` is to have the weights of ImageNet, and an input of one channel,
or of four.

**Why it hurts.** Those weights belong to pictures in three colours. Keras raises a `ValueError` while the network
is built.

**Example.**

```python
import keras

base = keras.applications.VGG16(include_top=False, input_shape=(48, 48, 1))  # ← here
model = keras.Sequential([base, keras.layers.Flatten(), keras.layers.Dense(7, activation="softmax")])
```

**Instead.**

```python
import keras

base = keras.applications.VGG16(include_top=False, input_shape=(48, 48, 3))
inputs = keras.Input((48, 48, 1))
pictures = keras.layers.Concatenate()([inputs, inputs, inputs])
answers = keras.layers.Dense(7, activation="softmax")(keras.layers.Flatten()(base(pictures)))
model = keras.Model(inputs, answers)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, constant, keyword
from autograder.rules.looks.scopes import own_names
from autograder.rules.rule import Found, Level, Rule

_COLOURS = 3


def _look(text: Text) -> Found:
    for call in text.calls(set(api()["applications"]) - own_names(text)):
        weights, shape = keyword(call, "weights"), keyword(call, "input_shape")
        loaded = (weights is None or constant(weights) == "imagenet") and len(call.args) < 2
        axes: list[ast.expr] = getattr(text.resolved(shape), "elts", []) if shape is not None else []
        channels = text.number(axes[-1]) if len(axes) == 3 and text.number(axes[0]) not in {1, _COLOURS} else 0
        if loaded and channels not in {0, _COLOURS}:
            yield f"The weights of ImageNet are for three channels, and these pictures have {channels}.", call


RULE = Rule(
    level=Level.ERROR,
    title="weights for three channels",
    instead="Repeat the one channel three times in front of the network, or take weights=None.",
    text=_look,
    about=("input_shape",),
)
