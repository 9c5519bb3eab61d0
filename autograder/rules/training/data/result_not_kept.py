"""# A result that nobody keeps

**What it sees.** A call stands alone on its line, and is one that changes nothing but gives something new:
`to_categorical(y)`, `np.random.permutation(x)`, `scaler.transform(x)`, `table.drop(columns="y")`, `sorted(paths)`.
The last line of a cell, which a notebook shows, is left alone.

**Why it hurts.** Everything stays as it was. The labels are numbers, the rows are in their order, the column of the
answers stays among the inputs, and no line says so.

**Example.**

```python
import keras

keras.utils.to_categorical(y, 10)  # ← here
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y)
```

**Instead.**

```python
import keras

y = keras.utils.to_categorical(y, 10)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.looks.words import CHANGED_COPIES
from autograder.rules.rule import Found, Level, Rule

_FUNCTIONS = frozenset({"to_categorical", "permutation", "expand_dims", "pad_sequences", "sorted"})
_OF_ARRAYS = frozenset({"astype", "reshape"})
_OF_TABLES = CHANGED_COPIES | {"sample"}
_SCALERS = ("Scaler(", "PCA(", "OneHotEncoder(", "Normalizer(")
_TABLES = ("pd.", "pandas.", "read_csv", "DataFrame")
_TRIES = ("raises(", "assertRaises", "timeit", "time(")


def _look(text: Text) -> Found:
    """``to_categorical(y)`` as a statement."""
    for one in text.all(ast.Expr):
        around = text.parents.get(id(one))
        shown = isinstance(around, ast.Module) and text.following(one) is None
        tried = isinstance(around, ast.Try) or (isinstance(around, ast.With) and _measures(around))
        if isinstance(one.value, ast.Call) and not shown and not tried and _gives_new(text, one.value):
            yield f"What {called(one.value)} gives is lost here, and what it was given stays as it was.", one.value


def _measures(block: ast.With) -> bool:
    return any(word in ast.unparse(block.items[0]) for word in _TRIES)


def _gives_new(text: Text, call: ast.Call) -> bool:
    """Whether a call changes nothing, and gives a changed copy."""
    name, function = called(call), call.func
    given = bool(call.args or call.keywords) and name not in text.functions
    if not isinstance(function, ast.Attribute):
        return given and name in _FUNCTIONS
    if any(one.arg in {"inplace", "out", None} for one in call.keywords):
        return False
    owner = function.value
    held = text.values.get(owner.id, []) if isinstance(owner, ast.Name) else []
    spelt = " ".join(ast.unparse(value) for value in held)
    if name in _OF_TABLES:
        return any(word in spelt for word in _TABLES)
    if name in _OF_ARRAYS:
        return given and ("np." in spelt or "numpy" in spelt)
    if name == "transform":
        return given and any(word in spelt for word in _SCALERS)
    return given and name in _FUNCTIONS and name != "sorted"


RULE = Rule(
    level=Level.WARNING,
    title="a result that nobody keeps",
    instead="Give it to a variable: y = to_categorical(y).",
    text=_look,
    exact=True,
)
