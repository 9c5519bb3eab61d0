"""# A step of a pipeline that is lost

**What it sees.** A method of a `tf.data` data set, such as `batch` or `shuffle`, is called for nothing: what it gives
is not kept.

**Why it hurts.** These methods change nothing. They give another data set, and the old one stays as it was: unbatched
rows then meet a model that wants batches, or rows stay in the order of their classes without a word.

**Example.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y))
rows.batch(32)  # ← here
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows)
```

**Instead.**

```python
import keras
import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x, y))
rows = rows.batch(32)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text
from autograder.rules.rule import Found, Level, Rule

_MAKES_ANOTHER = frozenset({
    "batch", "shuffle", "map", "repeat", "prefetch", "filter", "padded_batch", "cache", "unbatch",
})  # fmt: skip
_PIPELINES = ("Dataset", "dataset_from_directory")


def _look(text: Text) -> Found:
    """``data.batch(32)`` as a statement: the data set that it makes is lost."""
    for one in text.all(ast.Expr):
        function = one.value.func if isinstance(one.value, ast.Call) else None
        if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
            continue
        name, step = function.value.id, function.attr
        made = text.last_in_cell(name, one) if step in _MAKES_ANOTHER else None
        if made is not None and any(word in ast.dump(made) for word in _PIPELINES):
            said = f"{step}() makes another data set, which is lost here: {name} is as it was"
            yield f"{said}. Write {name} = {name}.{step}(…).", one.value


RULE = Rule(
    level=Level.ERROR,
    title="step of a pipeline that is lost",
    instead="Keep what the method gives: `rows = rows.batch(32)`.",
    text=_look,
)
