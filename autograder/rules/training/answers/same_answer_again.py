"""# The same answer again and again

**What it sees.** A model with dropout is asked for its `predict` on the same rows in each round of a loop, and the
answers are kept, as Monte Carlo dropout does to see how sure the model is. Nothing in the program turns dropout on.

**Why it hurts.** `predict` turns dropout off. All the answers are the same to the last digit, and their spread is 0:
the model looks sure of everything.

**Example.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.Input((8,)), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
answers = np.stack([model.predict(x) for _ in range(100)])  # ← here
```

**Instead.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.Input((8,)), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
answers = np.stack([model(x, training=True) for _ in range(100)])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, names, walk
from autograder.rules.looks.words import DRAWS
from autograder.rules.rule import Found, Level, Rule

_RANDOM = (
    "training=True", "set_learning_phase", "learning_phase()", "(Dropout)", ".Dropout)", "def call(", "tf.random",
    "K.random", "backend.random", "keras.random", "random_normal",
)  # fmt: skip


def _look(text: Text) -> Found:
    """``[model.predict(x) for _ in range(100)]``, where dropout is hoped to answer in a hundred ways."""
    if "Dropout" not in text.whole or any(word in text.whole for word in _RANDOM):
        return
    said = "predict turns dropout off, so this gives the same answer in each round"
    listed: list[ast.ListComp | ast.GeneratorExp] = [*text.all(ast.ListComp), *text.all(ast.GeneratorExp)]
    for made in listed:
        targets = {name for part in made.generators for name in names(part.target)}
        counts = len(made.generators) == 1 and called(made.generators[0].iter) == "range"
        for call in _predictions(made.elt) if counts else ():
            if not names(call) & targets and not _draws(call):
                yield f"{said}.", call
    for loop in text.all(ast.For):
        kept = [node for node in walk(loop) if called(node) == "append" or isinstance(node, ast.AugAssign)]
        for call in _predictions(loop) if called(loop.iter) == "range" and kept else ():
            if not names(call) & _touched(loop, call) and not _draws(call):
                yield f"{said}.", call


def _touched(loop: ast.For, asked: ast.Call) -> set[str]:
    """The variables that a round may change: what is assigned, in part as well, and what other code is given."""
    found = names(loop.target)
    for node in walk(loop):
        if isinstance(node, ast.Name | ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            found |= names(node)
        elif isinstance(node, ast.Call) and node is not asked and not _only_looks(node):
            given = [*node.args, *(given.value for given in node.keywords)]
            parts = [part for part in (*given, getattr(node.func, "value", node.func)) if isinstance(part, ast.Name)]
            found |= {part.id for part in parts}
    return found


def _only_looks(call: ast.Call) -> bool:
    return called(call) in {"len", "print", "predict", "evaluate"} or ast.unparse(call.func).startswith(
        ("np.", "numpy.")
    )


def _predictions(node: ast.AST) -> Iterator[ast.Call]:
    """The calls of ``predict`` of one model on data that have a name, or a part of them."""
    for part in walk(node):
        if isinstance(part, ast.Call) and called(part) == "predict" and part.args:
            owner = getattr(part.func, "value", None)
            if isinstance(owner, ast.Name | ast.Attribute):
                yield part


def _draws(call: ast.Call) -> bool:
    """Whether the rows are drawn anew in the call."""
    return any(word in ast.unparse(call) for word in DRAWS)


RULE = Rule(
    level=Level.WARNING,
    title="the same answer again and again",
    instead="Call the model itself in training mode: model(x, training=True).",
    text=_look,
    exact=True,
)
