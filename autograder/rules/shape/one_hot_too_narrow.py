"""# One-hot rows that are too narrow

**What it sees.** `to_categorical` is told a number of classes that is no larger than the largest label. Or it is told
none, in a generator or a `PyDataset` that makes one batch at a time.

**Why it hurts.** Labels begin with 0: the largest label 9 needs ten columns. With fewer, `to_categorical` stops with
an `IndexError`. Labels that begin with 1 are the usual reason. Without a number it counts from the labels that it is
given: a batch without a 9 gets nine columns, and the training stops there.

**Example.**

```python
import keras

labels = [1, 2, 3, 1, 2]
columns = keras.utils.to_categorical(labels, num_classes=3)  # ← here
```

**Instead.**

```python
import keras

labels = [1, 2, 3, 1, 2]
columns = keras.utils.to_categorical([label - 1 for label in labels], num_classes=3)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, walk
from autograder.rules.rule import Found, Level, Rule

_OF_A_BATCH = frozenset({"getitem", "data_generation"})


def _look(text: Text) -> Found:
    """``return x, to_categorical(y)`` in the ``__getitem__`` of a ``PyDataset``."""
    for function in text.all(ast.FunctionDef):
        for block in [function] if function.name.strip("_") in _OF_A_BATCH else _loops_that_yield(function):
            for call in walk(block):
                alone = isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords
                if isinstance(call, ast.Call) and alone and called(call) == "to_categorical":
                    yield "A batch without the last class gets fewer columns: say how many, num_classes=….", call


def _loops_that_yield(function: ast.FunctionDef) -> list[ast.AST]:
    loops = [node for node in function.body if isinstance(node, ast.While | ast.For)]
    return [loop for loop in loops if any(isinstance(node, ast.Yield) for node in walk(loop))]


RULE = Rule(
    level=Level.ERROR,
    title="one-hot rows that are too narrow",
    instead="Subtract the smallest label first, or ask for one column more than the largest label.",
    text=_look,
    misuses=("columns",),
)
