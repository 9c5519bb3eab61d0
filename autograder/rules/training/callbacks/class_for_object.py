"""# A class for an object

**What it sees.** A list of callbacks holds a class of Keras, or `compile` is given the class of an optimizer:
`EarlyStopping`, not `EarlyStopping()`. Or `class_weight` is given the array of `compute_class_weight`.

**Why it hurts.** Keras calls methods of an object that is not there, and stops.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam, loss="mse")  # ← here
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(), loss="mse")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, keyword
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``callbacks=[EarlyStopping]``, ``optimizer=Adam``: a class, where an object of it is wanted."""
    groups = {"callbacks": "fit", "optimizer": "compile"}
    for argument, method in groups.items():
        known = set(api()["callbacks" if argument == "callbacks" else "optimizers"])
        for call in text.calls({method}):
            given = keyword(call, argument)
            for node in (given, *getattr(given, "elts", ())):
                name = getattr(node, "attr", getattr(node, "id", ""))
                if name in known and isinstance(node, ast.Name | ast.Attribute) and name not in text.values:
                    yield f"{name} is a class here: write {name}().", node


RULE = Rule(
    level=Level.ERROR,
    title="a class for an object",
    instead="Call the class: EarlyStopping(), Adam().",
    text=_look,
)
