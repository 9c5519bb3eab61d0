"""# Ids as they came

**What it sees.** An `Embedding` has one row for each different number of a column, or as many rows as the largest
number says, and the model is fed that column as it stands in the table.

**Why it hurts.** An `Embedding` is a table with rows from 0 to `input_dim` - 1. A count of different ids is enough
only where the ids are exactly these numbers. Ids of users, books or films begin at 1, or have gaps: then the largest
one is not below the count. On a processor Keras stops when it meets it; on a graphics card it goes on with zeros.

**Example.**

```python
import keras
import pandas as pd

ratings = pd.read_csv("ratings.csv")
books = len(ratings.book_id.unique())
model = keras.Sequential([
    keras.Input((1,)),
    keras.layers.Embedding(books, 5),  # ← here
    keras.layers.Flatten(),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(ratings.book_id, ratings.rating, epochs=10, validation_split=0.1)
```

**Instead.**

```python
import keras
import pandas as pd

ratings = pd.read_csv("ratings.csv")
numbers, ids = pd.factorize(ratings.book_id)
model = keras.Sequential([
    keras.Input((1,)),
    keras.layers.Embedding(len(ids), 5),
    keras.layers.Flatten(),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(numbers, ratings.rating, epochs=10, validation_split=0.1)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, constant, targets_of, walk
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.words import FED
from autograder.rules.rule import Found, Level, Rule

_COUNTS = frozenset({"len", "nunique", "unique", "set", "int", "size", "shape"})
_ENDS = frozenset({"max", "amax"})
_STEPS = 8  # from a count to its column
_RENUMBERS = (
    "factorize", "Encoder", "codes", ".map(", "replace", "Lookup", "Hashing", "enumerate", "searchsorted",
    "return_inverse", "apply", "transform", "astype('category')", "get_dummies", "Discretization",
)  # fmt: skip


def _look(text: Text) -> Found:
    """``Embedding(len(df.book.unique()), 5)``, and ``fit(df.book, …)``."""
    if any(word in text.whole for word in _RENUMBERS):
        return
    for call in text.calls({"Embedding"}):
        size = argument_at(call, 0, "input_dim")
        column, is_end = _counted(text, text.resolved(size)) if size is not None else ("", False)
        if not column or not _fed(text, column) or _given_anew(text, column):
            continue
        if is_end:
            yield f"The largest number of {column} has no row here: rows are counted from 0. Write max() + 1.", call
        else:
            said = f"There is a row for each different number of {column}, which is fed as it came"
            yield f"{said}: unless the numbers are 0, 1, 2 and so on, the largest has no row.", call


def _counted(text: Text, size: ast.expr) -> tuple[str, bool]:
    """The column whose different numbers are counted, or whose largest is asked for, and whether it is this."""
    met = set()
    for _ in range(_STEPS):
        name, inner = _undone(text.resolved(size))
        if inner is None:
            break
        met.add(name)
        size = inner
    return _column(text.resolved(size)) if met else "", bool(met & _ENDS)


def _undone(size: ast.expr) -> tuple[str, ast.expr | None]:
    """What is counted by a call or an attribute, such as ``len``, ``unique`` or ``shape[0]``, and its name."""
    if isinstance(size, ast.Call) and called(size) in _COUNTS | _ENDS:
        inner = getattr(size.func, "value", None)
        of_numpy = getattr(inner, "id", "") in {"np", "numpy"}
        return called(size), inner if inner is not None and not of_numpy else argument_at(size, 0)
    if isinstance(size, ast.Attribute) and size.attr in _COUNTS:
        return size.attr, size.value
    if isinstance(size, ast.Subscript) and constant(size.slice) == 0:
        return "shape", size.value
    return "", None


def _column(node: ast.expr) -> str:
    """The name in ``df.name`` and ``df["name"]``; empty for anything else."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr != "values":
        return node.attr
    name = constant(node.slice) if isinstance(node, ast.Subscript) else None
    return name if isinstance(name, str) else ""


def _fed(text: Text, column: str) -> bool:
    """Whether a model reads the column, without another number added or taken away on its way."""
    for call in text.calls(FED):
        given = argument_at(call, 0, "x")
        parts = list(traced(text, given, call)) if given is not None else []
        if any(isinstance(part, ast.BinOp) for part in parts):
            return False
        if any(_column(part) == column for part in parts if isinstance(part, ast.expr)):
            return True
    return False


def _given_anew(text: Text, column: str) -> bool:
    """Whether the column gets other numbers somewhere."""
    targets = [part for one in text.all(ast.Assign) for target in one.targets for part in targets_of(target)]
    targets += [one.target for one in text.all(ast.AugAssign)]
    return any(_column(part) == column for target in targets for part in walk(target) if isinstance(part, ast.expr))


RULE = Rule(
    level=Level.WARNING,
    title="ids as they came",
    instead="Number the ids anew, `pd.factorize(column)`, and feed these numbers.",
    text=_look,
    exact=True,
    about=("Embedding",),
)
