"""# A shuffle that mixes little

**What it sees.** A `tf.data` pipeline shuffles with a buffer of one row; or it shuffles batches, and mixed no rows
before; or a cache keeps what was shuffled, and nothing shuffles after it.

**Why it hurts.** `shuffle` draws each element from a buffer. With one row in it there is nothing to draw; after
`batch` its elements are whole batches, which keep their rows; and a cache gives the order of the first epoch for
ever. In all three cases the same rows stand side by side in each epoch, and rows that lie sorted stay sorted within
a batch.

**Example.**

```python
import tensorflow as tf

train = tf.data.Dataset.from_tensor_slices((x, y))
train = train.batch(32).shuffle(1000)  # ← here
```

**Instead.**

```python
import tensorflow as tf

train = tf.data.Dataset.from_tensor_slices((x, y))
train = train.cache().shuffle(1000).batch(32)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, constant
from autograder.rules.looks.pipelines import FROM_FOLDERS, is_pipeline, steps_before
from autograder.rules.rule import Found, Level, Rule

_BATCHES = frozenset({"batch", "padded_batch", "ragged_batch"})
_APART = frozenset({"unbatch", "flat_map", "interleave", "window", "rebatch", "apply", "zip"})
_ROWS = frozenset({"from_tensor_slices"})


def _look(text: Text) -> Found:
    """``shuffle(1)``, ``batch(32).shuffle(1000)``, ``shuffle(1000).cache()``."""
    shuffles = [call for call in text.calls({"shuffle"}) if is_pipeline(text, call)]
    for call in shuffles:
        before = [called(step) for step in _steps(text, call)]
        if constant(text.argument(call, 0, "buffer_size")) == 1 and not FROM_FOLDERS & set(before):
            yield "A buffer of one row has nothing to draw from: the rows stay in their order.", call
        elif _mixes_batches(text, call, before):
            yield "The rows are in batches already: the batches change places, and each keeps its rows.", call
    again = {id(step) for call in shuffles for step in _steps(text, call)}
    for call in text.calls({"cache"}):
        steps = list(_steps(text, call)) if id(call) not in again else []
        mixing = next((step for step in steps if called(step) == "shuffle" and len(step.args) < 3), None)
        kept = mixing is None or any(one.arg == "reshuffle_each_iteration" for one in mixing.keywords)
        if mixing is not None and not kept and is_pipeline(text, call):
            yield "The cache keeps the order of the first epoch: shuffle after it.", call


def _steps(text: Text, call: ast.Call) -> list[ast.Call]:
    return list(steps_before(text, call.func.value, call)) if isinstance(call.func, ast.Attribute) else []


def _mixes_batches(text: Text, call: ast.Call, before: list[str]) -> bool:
    """Whether rows went into batches unmixed before this shuffle, and into no others after it."""
    if not _BATCHES & set(before) or not _ROWS & set(before) or {"shuffle", *_APART} & set(before):
        return False
    later = [one for one in text.calls(_BATCHES | _APART) if any(step is call for step in _steps(text, one))]
    return not later


RULE = Rule(
    level=Level.NOTE,
    title="a shuffle that mixes little",
    instead="Cache first, shuffle the rows in a buffer of many, and make batches after that.",
    text=_look,
)
