"""# Rows without batches

**What it sees.** A data set that is made from arrays, or comes from `tfds.load`, goes to `fit`, and none of its steps
is `batch`.

**Why it hurts.** Such a data set gives one row after the other, without the axis that counts rows. The model takes
the first axis of a row for it, and Keras stops at the shape that is left.

**Example.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, epochs=10)  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000).batch(32)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, keyword, owner_of, walk
from autograder.rules.looks.words import FED
from autograder.rules.rule import Found, Level, Rule

_STEPS = frozenset({
    "shuffle", "map", "repeat", "prefetch", "cache", "take", "skip", "filter", "batch", "padded_batch",
    "with_options", "ragged_batch", "unbatch", "enumerate", "interleave",
})  # fmt: skip
_BATCHES = frozenset({"batch", "padded_batch", "ragged_batch", "interleave"})
_ADDS_AXES = ("expand_dims", "newaxis", "[None", "reshape", "stack(")


def _look(text: Text) -> Found:
    """A data set of TensorFlow that is never cut into batches, given to ``fit``."""
    if any(word in text.whole for word in _ADDS_AXES):
        return
    for call in text.calls(FED):
        steps = _steps(text, argument_at(call, 0, "x"), call)
        if steps is not None and not steps & _BATCHES:
            yield "This data set gives one row at a time, without the axis that counts the rows.", call


def _steps(text: Text, node: ast.expr | None, user: ast.AST, depth: int = 0) -> set[str] | None:
    """The steps of a pipeline of single rows; None if it may be anything else."""
    if node is None or depth > 20:
        return None
    if isinstance(node, ast.Name):
        value, where = text.latest(node.id, user)
        return _steps(text, value, where, depth + 1)
    if isinstance(node, ast.Subscript):
        whole = _steps(text, node.value, user, depth + 1)
        return whole if whole == {"load"} else None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr in _STEPS:
        before = _steps(text, node.func.value, user, depth + 1)
        return None if before is None else before | {node.func.attr}
    return {node.func.attr} if _is_source(node) else None


def _is_source(call: ast.Call) -> bool:
    """Whether a data set of single rows begins here."""
    if called(call) == "load":
        return owner_of(call) in {"tfds", "tensorflow_datasets"} and keyword(call, "batch_size") is None
    listed = any(isinstance(part, ast.List) for argument in call.args for part in walk(argument))
    return called(call) == "from_tensor_slices" and not listed


RULE = Rule(
    level=Level.ERROR,
    title="rows without batches",
    instead="End the data set with .batch(32): the batch size of fit does not reach it.",
    text=_look,
)
