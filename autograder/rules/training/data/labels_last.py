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

from autograder.anatomy.text import Text, argument_at, called, names, walk
from autograder.rules.looks.losses import own_losses
from autograder.rules.looks.scopes import imported_as
from autograder.rules.rule import Found, Level, Rule

_OF_BACKEND = frozenset({"categorical_crossentropy", "binary_crossentropy", "sparse_categorical_crossentropy"})
_CLASSES = frozenset({"CategoricalCrossentropy", "BinaryCrossentropy", "SparseCategoricalCrossentropy"})
_OWNERS = frozenset({
    "K", "backend", "keras.backend", "tf.keras.backend", "ops", "keras.ops", "losses", "keras.losses",
    "tf.keras.losses", "tf.losses", "keras.metrics", "tf.keras.metrics",
})  # fmt: skip


def _look(text: Text) -> Found:
    """``K.categorical_crossentropy(y_pred, y_true)`` in a loss of the author's."""
    for function in {id(function): function for _, function in own_losses(text)}.values():
        asked = [one.arg for one in function.args.args if one.arg != "self"][:2]
        given = [(call, _sides(call, asked)) for call in _crosses(text, function)] if len(asked) == 2 else []
        if any(sides == [{asked[0]}, {asked[1]}] for _, sides in given):
            continue  # both ways, on purpose
        for call, sides in given:
            if sides == [{asked[1]}, {asked[0]}]:
                said = "takes the labels first, and here the answers of the model stand first"
                yield f"{ast.unparse(call.func)} {said}.", call


def _crosses(text: Text, function: ast.FunctionDef) -> list[ast.Call]:
    """The cross-entropies of Keras in a function: ``K.binary_crossentropy(…)``, ``BinaryCrossentropy()(…)``."""
    calls = [node for node in walk(function) if isinstance(node, ast.Call)]
    return [call for call in calls if _is_cross(text, call) or _is_made(text, call)]


def _is_cross(text: Text, call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in _OF_BACKEND and ast.unparse(call.func.value) in _OWNERS
    return called(call) in _OF_BACKEND and "keras" in imported_as(text, called(call)).split(".")


def _is_made(text: Text, call: ast.Call) -> bool:
    """Whether an object is called that is one of the losses."""
    made = text.resolved(call.func)
    return called(made) in _CLASSES and isinstance(made, ast.Call) and "metrics" not in ast.unparse(made.func)


def _sides(call: ast.Call, asked: list[str]) -> list[set[str]]:
    """Which of the two arguments stand on each side."""
    sides = [argument_at(call, 0, "target", "y_true"), argument_at(call, 1, "output", "y_pred")]
    return [names(side) & set(asked) if side is not None else set() for side in sides]


RULE = Rule(
    level=Level.ERROR,
    title="labels and answers in the wrong order",
    instead="Give the labels first: loss(y, model(x)).",
    text=_look,
    misuses=("swapped",),
)
