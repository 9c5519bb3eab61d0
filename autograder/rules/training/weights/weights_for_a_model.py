"""# A file of weights for a model

**What it sees.** `load_model` reads a file that the program writes with `save_weights`, or with a checkpoint that has
`save_weights_only=True`.

**Why it hurts.** Such a file holds numbers and no architecture. Keras stops: *No model config found in the file*.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.save_weights("net.weights.h5")
again = keras.models.load_model("net.weights.h5")  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.save("net.keras")
again = keras.models.load_model("net.keras")
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, constant, keyword
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``save_weights(path)``, then ``load_model(path)``."""
    weights: set[str] = set()
    whole: set[str] = set()
    for call in text.calls({"save", "save_weights", "save_model", "ModelCheckpoint"}):
        path = argument_at(call, 1 if called(call) == "save_model" else 0, "filepath")
        only = called(call) == "save_weights" or constant(keyword(call, "save_weights_only")) is True
        (weights if only else whole).update([] if path is None else [_spelt(text, path)])
    for call in text.calls({"load_model"}):
        path = argument_at(call, 0, "filepath")
        spelt = "" if path is None else _spelt(text, path)
        if spelt in weights - whole:
            yield "This file holds weights only, and no model: write it with save, or build the model first.", call


def _spelt(text: Text, path: ast.expr) -> str:
    return ast.unparse(text.resolved(path))


RULE = Rule(
    level=Level.ERROR,
    title="a file of weights for a model",
    instead="Write the whole model with save(…), or build it and call load_weights.",
    text=_look,
)
