"""# The parts of a split in another order

**What it sees.** `train_test_split` of two arrays is unpacked as x, y, x, y.

**Why it hurts.** It gives both parts of the first array, then both parts of the second: x_train, x_test, y_train,
y_test. In the other order the model gets test rows for its labels; Keras stops when the numbers of rows differ, or
when the widths do.

**Example.**

```python
import keras
from sklearn.model_selection import train_test_split

x_train, y_train, x_test, y_test = train_test_split(x, y, test_size=0.2)  # ← here
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
```

**Instead.**

```python
import keras
from sklearn.model_selection import train_test_split

x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``x_train, y_train, x_test, y_test = train_test_split(x, y)``: both parts of x come first."""
    for statement in text.all(ast.Assign):
        target, value = statement.targets[0], statement.value
        two = called(value) == "train_test_split" and isinstance(value, ast.Call) and len(value.args) == 2
        if not two or not isinstance(target, ast.Tuple) or len(target.elts) != 4:
            continue
        spelt = [getattr(part, "id", "").lower() for part in target.elts]
        kinds = [[name.startswith(kind) for name in spelt] for kind in ("x", "y")]
        if kinds == [[True, False, True, False], [False, True, False, True]]:
            said = "train_test_split gives both parts of the first array, then both of the second"
            yield f"{said}: {spelt[1]} gets test rows of x here.", value


RULE = Rule(
    level=Level.ERROR,
    title="the parts of a split in another order",
    instead="Write x_train, x_test, y_train, y_test = train_test_split(x, y).",
    text=_look,
)
