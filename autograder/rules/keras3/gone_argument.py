"""# Argument that Keras 3 no longer takes

**What it sees.** An argument of a layer, an optimizer, a callback, `compile` or `fit` under a name from Keras 1 or 2,
such as `lr=`, `nb_epoch=`, `border_mode=`, `batch_input_shape=` or `workers=`.

**Why it hurts.** Keras 3 raises an exception at this call. Until Keras 2 many of these were still translated, so that
old answers and books are full of them.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(lr=0.01))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.01))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called
from autograder.rules import spelt
from autograder.rules.rule import Found, Level, Rule

_AVERAGES = frozenset({"AveragePooling1D", "AveragePooling2D", "AveragePooling3D"})


def _look(text: Text) -> Found:
    """What Keras 3 wants by name, or wants: ``add_weight("w", …)``, ``AveragePooling2D()``, ``optimizer.lr``."""
    if "assertRaises" in text.whole or "pytest.raises" in text.whole:
        return
    for call in text.calls({"add_weight", *_AVERAGES}):
        first = argument_at(call, 0)
        if called(call) == "add_weight" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield "Keras 3 stops here: add_weight takes the name by name, add_weight(name=…, shape=…).", call
        if called(call) in _AVERAGES and first is None and not call.keywords and "keras" in text.whole:
            yield f"Keras 3 stops here: {called(call)} wants its pool_size.", call
    for node in text.all(ast.Attribute):
        owner = node.value
        if node.attr == "lr" and isinstance(node.ctx, ast.Load) and getattr(owner, "attr", "") == "optimizer":
            yield "Keras 3 stops here: optimizer.lr is now optimizer.learning_rate.", node


RULE = Rule(
    level=Level.ERROR,
    title="argument that Keras 3 no longer takes",
    instead="Use the name that Keras 3 has for it, or leave it out.",
    program=lambda program: spelt.gone(program, "argument"),
    text=_look,
)
