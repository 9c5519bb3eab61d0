"""# A variable that Keras does not track

**What it sees.** A layer or model of the author's keeps a `tf.Variable` as its weight: as an attribute, or in a list.

**Why it hurts.** Keras 3 knows the weights that `add_weight` made, and `keras.Variable`. It does not know those of
TensorFlow: they are not among `trainable_variables`, so `fit` never changes them, and no file keeps them. Nothing
says so. Before Keras 3 such an attribute was trained.

**Example.**

```python
import keras
import tensorflow as tf

class Scale(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.factor = tf.Variable(1.0)  # ← here

    def call(self, x):
        return self.factor * x

model = keras.Sequential([keras.Input((4,)), Scale(), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
```

**Instead.**

```python
import keras

class Scale(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.factor = self.add_weight(shape=(), initializer="ones")

    def call(self, x):
        return self.factor * x

model = keras.Sequential([keras.Input((4,)), Scale(), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, bases, called, constant, keyword, owner_of, walk
from autograder.rules.looks.scopes import methods
from autograder.rules.looks.words import MODEL_OR_LAYER
from autograder.rules.rule import Found, Level, Rule

_STEPPED = frozenset({"gradient", "apply_gradients", "minimize"})


def _look(text: Text) -> Found:
    by_hand = " ".join(ast.unparse(call) for call in text.calls(_STEPPED))
    for kind in text.all(ast.ClassDef):
        if not bases(kind) & MODEL_OR_LAYER or "_trainable_weights" in text.whole:
            continue
        for made, attribute in _variables(kind):
            own = f"self.{attribute}"
            if f"{own}.assign" not in text.whole and own not in by_hand:
                said = f"Keras 3 does not know {own}, a variable of TensorFlow, as a weight"
                yield f"{said}: nothing trains it, and no file keeps it.", made


def _variables(kind: ast.ClassDef) -> Iterator[tuple[ast.Call, str]]:
    """The variables of TensorFlow that the methods of a class keep, each with the attribute that holds it."""
    for method in methods(kind):
        for node in walk(method):
            held = node.targets[0] if isinstance(node, ast.Assign) else None
            if called(node) == "append" and isinstance(node, ast.Call):
                held = getattr(node.func, "value", None)
            value = node.value if isinstance(node, ast.Assign) else node
            if isinstance(held, ast.Attribute) and ast.unparse(held.value) == "self":
                calls = (made for made in walk(value) if isinstance(made, ast.Call))
                yield from ((made, held.attr) for made in calls if _is_weight(made))


def _is_weight(made: ast.Call) -> bool:
    of_tensorflow = called(made) == "Variable" and owner_of(made) in {"tf", "tensorflow"}
    return of_tensorflow and constant(keyword(made, "trainable")) is not False


RULE = Rule(
    level=Level.ERROR,
    title="a variable that Keras does not track",
    instead="Make the weight with self.add_weight(…), or with keras.Variable.",
    text=_look,
)
