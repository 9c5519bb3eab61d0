"""# A layer within a Lambda

**What it sees.** The function of a `Lambda` calls a layer with weights: one that it makes itself, or one from outside
that is called nowhere else.

**Why it hurts.** A model finds its weights in its layers, and a `Lambda` has none to show. The weights of the layer
inside are not trained and not saved. If the function makes the layer, each call makes another one, and Keras 3 stops
at the second.

**Example.**

```python
import keras

inputs = keras.Input((8,))
inner = keras.layers.Dense(4, activation="relu")
hidden = keras.layers.Lambda(lambda x: inner(x))(inputs)  # ← here
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
inner = keras.layers.Dense(4, activation="relu")
hidden = inner(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.symbols import function_of
from autograder.rules.looks.words import WEIGHTED, is_layer
from autograder.rules.rule import Found, Level, Rule

_KEPT = ("trainable = False", "set_weights", "load_weights", "trainable=False")


def _look(text: Text) -> Found:
    """``Lambda(lambda x: Dense(8)(x))``, ``Lambda(lambda x: inner(x))``."""
    if any(word in text.whole for word in _KEPT):
        return
    for call in text.calls({"Lambda"}):
        body = function_of(text, call)
        calls = walk(body) if body is not None else []
        for part in (node for node in calls if isinstance(node, ast.Call)):
            maker = part.func
            made = text.resolved(maker) if isinstance(maker, ast.Name) else maker
            if isinstance(maker, ast.Name) and not _only_here(text, maker.id, body):
                continue
            if isinstance(made, ast.Call) and called(made).startswith(WEIGHTED) and is_layer(made):
                yield f"The weights of this {called(made)} are in no model: nothing trains or saves them.", part
                break


def _only_here(text: Text, name: str, body: ast.AST | None) -> bool:
    """Whether a layer is read nowhere but within a function."""
    inside = {id(part) for part in walk(body)} if body is not None else set()
    users = [node for node in text.all(ast.Name) if node.id == name and isinstance(node.ctx, ast.Load)]
    return all(id(node) in inside for node in users) and body is not None and name not in _arguments(body)


def _arguments(body: ast.AST) -> set[str]:
    """What a function takes, and the variables that it makes itself."""
    parts = walk(body)
    stored = {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    return stored | {part.arg for part in parts if isinstance(part, ast.arg)}


RULE = Rule(
    level=Level.ERROR,
    title="a layer within a Lambda",
    instead="Call the layer on the tensor itself, or write a layer of your own that makes it in __init__.",
    text=_look,
    exact=True,
)
