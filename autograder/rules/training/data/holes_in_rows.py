"""# Rows without a number

**What it sees.** A column is made by `shift`, `diff`, `pct_change` or `rolling`, and nothing in the program takes out
the rows for which there is no number.

**Why it hurts.** The first rows of such a column are nan: there is nothing before them. One nan makes the loss nan,
and after that step all weights are nan.

**Example.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv")
table["change"] = table["price"].pct_change()  # ← here
x, y = table[["change"]].values, table["volume"].values
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv")
table["change"] = table["price"].pct_change()
table = table.dropna()
x, y = table[["change"]].values, table["volume"].values
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, first_of, walk
from autograder.rules.rule import Found, Level, Rule

_HOLES = frozenset({"shift", "pct_change", "diff", "rolling"})
_FILLS = (
    "dropna", "fillna", "interpolate", "bfill", "ffill", "nan_to_num", "isnan", "isna", "notna", "isnull", "notnull",
    "min_periods", "Imputer", "fill_value",
)  # fmt: skip


def _look(text: Text) -> Found:
    """``table["change"] = table["price"].pct_change()``: the first rows hold no number, and nobody takes them out."""
    trains = any(True for _ in text.calls({"fit"}))
    if not trains or any(word in text.whole for word in _FILLS) or "keras" not in text.whole:
        return
    for statement in text.all(ast.Assign):
        target = statement.targets[0]
        column = target.slice if isinstance(target, ast.Subscript) else None
        made = next((node for node in walk(statement.value) if called(node) in _HOLES), None)
        compared = any(isinstance(node, ast.Compare) for node in walk(statement.value))
        name = column.value if isinstance(column, ast.Constant) else None
        asked = isinstance(name, str) and text.whole.count(repr(name)) > 1
        if asked and isinstance(made, ast.Call) and not compared and not _cut(text, target):
            said = f"{called(made)} leaves rows without a number"
            yield f"{said}, and nothing takes them out: the loss is nan from the first batch on.", made


def _cut(text: Text, target: ast.expr) -> bool:
    """Whether rows of the table are cut away somewhere."""
    table = ast.unparse(getattr(target, "value", target))
    for node in text.all(ast.Subscript):
        index = first_of(node.slice)
        if isinstance(index, ast.Slice) and index.lower is not None:
            return True
    return f"{table}.dropna" in text.whole


RULE = Rule(
    level=Level.NOTE,
    title="rows without a number",
    instead="Take these rows out: table = table.dropna().",
    text=_look,
)
