"""# A data set that counts rows for batches

**What it sees.** A class of the author's that gives batches, a `PyDataset` or `Sequence`, says the number of its rows
where it should say that of its batches; or batch number `i` begins at row `i`, and not at `i` times the batch size.

**Why it hurts.** Keras asks for as many batches as the class says. Beyond the last row there are none: the batches
are empty, and the training stops or learns from nothing. Batches that begin one row apart hold nearly the same rows,
and most rows are in none.

**Example.**

```python
import keras

class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return len(self.x)  # ← here

    def __getitem__(self, number):
        part = slice(number * self.size, (number + 1) * self.size)
        return self.x[part], self.y[part]
```

**Instead.**

```python
import math

import keras

class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, size):
        super().__init__()
        self.x, self.y, self.size = x, y, size

    def __len__(self):
        return math.ceil(len(self.x) / self.size)

    def __getitem__(self, number):
        part = slice(number * self.size, (number + 1) * self.size)
        return self.x[part], self.y[part]
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, bases, called, names, walk
from autograder.rules.looks.scopes import methods
from autograder.rules.rule import Found, Level, Rule

_BASES = frozenset({"PyDataset", "Sequence"})
_INDEX = 2  # the arguments of __getitem__


def _look(text: Text) -> Found:
    """``def __len__(self): return len(self.x)`` beside ``self.x[i * size:(i + 1) * size]``."""
    for kind in text.all(ast.ClassDef):
        own = {method.name: method for method in methods(kind)} if bases(kind) & _BASES else {}
        if not {"__len__", "__getitem__"} <= own.keys() or len(own["__getitem__"].args.args) != _INDEX:
            continue
        index, item = own["__getitem__"].args.args[1].arg, list(walk(own["__getitem__"]))
        counted = [node.value for node in walk(own["__len__"]) if isinstance(node, ast.Return)]
        multiplied = [node for node in item if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)]
        of_batches = any(index in names(node) for node in multiplied)
        if of_batches and len(counted) == 1 and counted[0] is not None and _is_rows(counted[0]):
            yield "This counts rows, and Keras asks for as many batches: most of them are empty.", counted[0]
        elif not of_batches and any(isinstance(node, ast.BinOp) and _divides(node) for node in walk(own["__len__"])):
            for part in (node for node in item if isinstance(node, ast.Slice)):
                if isinstance(part.lower, ast.Name) and part.lower.id == index and isinstance(part.upper, ast.BinOp):
                    said = f"Batch {index} begins at row {index}: batches hold nearly the same rows"
                    yield f"{said}, and most rows are in none. Multiply with the batch size.", part.lower
                    break


def _is_rows(node: ast.expr) -> bool:
    """``len(self.x)``, ``self.x.shape[0]``."""
    counted = argument_at(node, 0) if isinstance(node, ast.Call) and called(node) == "len" else None
    shape = node.value if isinstance(node, ast.Subscript) else None
    return isinstance(counted, ast.Attribute) or (isinstance(shape, ast.Attribute) and shape.attr == "shape")


def _divides(node: ast.BinOp) -> bool:
    return isinstance(node.op, ast.Div | ast.FloorDiv)


RULE = Rule(
    level=Level.ERROR,
    title="a data set that counts rows for batches",
    instead="Divide the number of rows by the batch size, rounded up, and begin batch i at row i * size.",
    text=_look,
)
