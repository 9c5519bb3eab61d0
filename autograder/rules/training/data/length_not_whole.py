"""# A length that is no whole number

**What it sees.** The method `__len__` of a class gives the result of a division, or of `np.ceil`.

**Why it hurts.** Python wants an `int` and stops. The result of `/` is a float even where the division has no
remainder, and so is that of `np.ceil`.

**Example.**

```python
import keras

class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return len(self.x) / self.size  # ← here

    def __getitem__(self, at):
        rows = slice(at * self.size, (at + 1) * self.size)
        return self.x[rows], self.y[rows]
```

**Instead.**

```python
import math

import keras

class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return math.ceil(len(self.x) / self.size)

    def __getitem__(self, at):
        rows = slice(at * self.size, (at + 1) * self.size)
        return self.x[rows], self.y[rows]
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, walk
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``def __len__(self): return len(self.rows) / self.size``: a length is a whole number."""
    for function in text.all(ast.FunctionDef):
        if function.name != "__len__":
            continue
        for node in walk(function):
            value = node.value if isinstance(node, ast.Return) else None
            up = isinstance(value, ast.Call) and ast.unparse(value.func) in {"np.ceil", "np.floor", "numpy.ceil"}
            if value is not None and (up or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div))):
                yield "This is a float, and Python stops at a length that is no int: int(…).", value


RULE = Rule(
    level=Level.ERROR,
    title="a length that is no whole number",
    instead="Take math.ceil, or //.",
    text=_look,
)
