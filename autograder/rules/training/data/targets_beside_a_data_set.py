"""# Arguments that a data set does not leave room for

**What it sees.** `fit` is given a `tf.data.Dataset`, a generator, or what reads a folder, and targets or a
`validation_split` beside it.

**Why it hurts.** A data set gives the targets with the rows, and Keras cannot cut it: it stops with a `ValueError`.

**Example.**

```python
import keras

train = keras.utils.image_dataset_from_directory("photos", label_mode="binary")
model = keras.Sequential([keras.layers.Rescaling(1 / 255), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")
model.fit(train, validation_split=0.2, epochs=5)  # ← here
```

**Instead.**

```python
import keras

read = keras.utils.image_dataset_from_directory
train = read("photos", label_mode="binary", validation_split=0.2, subset="training", seed=1)
valid = read("photos", label_mode="binary", validation_split=0.2, subset="validation", seed=1)
model = keras.Sequential([keras.layers.Rescaling(1 / 255), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, walk
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.rule import Found, Level, Rule

_SETS = frozenset({
    "from_tensor_slices", "from_generator", "image_dataset_from_directory", "text_dataset_from_directory",
    "audio_dataset_from_directory", "timeseries_dataset_from_array", "flow", "flow_from_directory",
    "flow_from_dataframe",
})  # fmt: skip
_ENDS = frozenset({"batch", "shuffle", "prefetch", "repeat", "cache", "map", "take", "skip"}) | _SETS


def _look(text: Text) -> Found:
    """``fit(train_ds, y)``, ``fit(train_ds, validation_split=0.2)``."""
    for call in text.calls({"fit"}):
        given = argument_at(call, 0, "x")
        made = unfolded(text, given, call)
        if not isinstance(made, ast.Call) or called(made) not in _ENDS or not _is_set(text, made):
            continue
        split, targets = keyword(call, "validation_split"), argument_at(call, 1, "y")
        if split is not None and constant(split) != 0:
            yield "Keras cannot split a data set: validation_split is for arrays.", call
        elif targets is not None and not isinstance(targets, ast.Constant):
            yield "A data set gives its targets itself: Keras stops where fit is given others.", call


def _is_set(text: Text, made: ast.expr, depth: int = 0) -> bool:
    """Whether a chain of calls begins with what makes a data set."""
    if any(called(node) in _SETS for node in walk(made)):
        return True
    root = made
    while isinstance(root, ast.Call | ast.Attribute):
        root = root.func if isinstance(root, ast.Call) else root.value
    before = text.latest(root.id, made)[0] if isinstance(root, ast.Name) and depth < 5 else None
    return before is not None and before is not made and _is_set(text, before, depth + 1)


RULE = Rule(
    level=Level.ERROR,
    title="arguments that a data set does not leave room for",
    instead="Put the targets into the data set, and give a data set of its own as validation_data.",
    text=_look,
)
