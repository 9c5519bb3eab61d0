"""# Rows that are multiplied together

**What it sees.** `tensordot` of two tensors that layers made, with a number of axes.

**Why it hurts.** The first axis counts the rows. With `axes=2`, or `axes=1`, the sum runs over that axis of the
second tensor as well: what comes out mixes all rows of a batch, and is no answer for each. Nothing stops, as the
result is added to each row.

**Example.**

```python
import keras
import tensorflow as tf

class Taste(keras.Model):
    def __init__(self):
        super().__init__()
        self.person, self.film = keras.layers.Embedding(600, 50), keras.layers.Embedding(9000, 50)

    def call(self, pair):
        person, film = self.person(pair[:, 0]), self.film(pair[:, 1])
        return tf.tensordot(person, film, 2)  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

class Taste(keras.Model):
    def __init__(self):
        super().__init__()
        self.person, self.film = keras.layers.Embedding(600, 50), keras.layers.Embedding(9000, 50)

    def call(self, pair):
        person, film = self.person(pair[:, 0]), self.film(pair[:, 1])
        return tf.reduce_sum(person * film, axis=1, keepdims=True)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, constant
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.words import is_layer
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    for call in text.calls({"tensordot"}):
        axes = constant(argument_at(call, 2, "axes"))
        if type(axes) is int and axes > 0 and len(call.args) > 1:
            made = [_of_layer(text, one, call) for one in call.args[:2]]
            if all(made):
                said = f"With axes={axes} the sum runs over the rows of the second tensor as well"
                yield f"{said}: what comes out mixes the rows of a batch.", call


def _of_layer(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether a tensor is what a layer gives: ``self.embed(x)``, ``Dense(3)(x)``, ``layer(x)``."""
    value = unfolded(text, node, user)
    maker = value.func if isinstance(value, ast.Call) else None
    if isinstance(maker, ast.Attribute):
        return ast.unparse(maker.value) == "self" and maker.attr not in {"add_weight", "get_weights"}
    made = text.resolved(maker) if isinstance(maker, ast.Name) else maker
    return isinstance(made, ast.Call) and is_layer(made)


RULE = Rule(
    level=Level.ERROR,
    title="rows that are multiplied together",
    instead="Multiply row by row and sum over the last axis; or let keras.layers.Dot(axes=1) do it.",
    text=_look,
)
