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

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, names, walk
from autograder.rules.rule import Found, Level, Rule

_OF_BACKEND = frozenset({"categorical_crossentropy", "binary_crossentropy", "sparse_categorical_crossentropy"})
_OWNERS = frozenset({"K", "backend", "keras.backend", "tf.keras.backend", "ops", "keras.ops"})


def _look(text: Text) -> Found:
    """``K.categorical_crossentropy(y_pred, y_true)`` in a loss of the author's."""
    given = [argument_at(call, 1, "loss") for call in text.calls({"compile"})]
    for name in {node.id for node in given if isinstance(node, ast.Name)}:
        function = text.functions.get(name)
        asked = [one.arg for one in function.args.args[:2]] if function is not None else []
        for call in walk(function) if function is not None and len(asked) == 2 else ():
            is_one = (
                isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _OF_BACKEND
            )
            if is_one and isinstance(call, ast.Call) and ast.unparse(getattr(call.func, "value", call)) in _OWNERS:
                sides = [argument_at(call, 0, "target"), argument_at(call, 1, "output")]
                met = [names(side) & set(asked) if side is not None else set() for side in sides]
                if met == [{asked[1]}, {asked[0]}]:
                    said = "takes the labels first, and here the answers of the model stand first"
                    yield f"{ast.unparse(call.func)} {said}.", call


RULE = Rule(
    level=Level.ERROR,
    title="labels and answers in the wrong order",
    instead="Give the labels first: loss(y, model(x)).",
    text=_look,
    misuses=("swapped",),
)
