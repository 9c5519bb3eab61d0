"""# Generators in a zip

**What it sees.** `fit` is given `zip(images, masks)`, of two generators.

**Why it hurts.** Keras 3 takes generators, data sets and `PyDataset`s. A `zip` is none of these, and Keras stops with
*Unrecognized data type*. Earlier versions took it.

**Example.**

```python
import keras
import numpy as np

images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(zip(images, masks), steps_per_epoch=9)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

images, masks = iter(np.zeros((9, 8, 4))), iter(np.zeros((9, 8, 1)))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit((pair for pair in zip(images, masks)), steps_per_epoch=9)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, keyword
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``model.fit(zip(images, masks))``."""
    for call in text.calls({"fit"}) if not text.older else ():
        for given in (argument_at(call, 0, "x"), keyword(call, "validation_data")):
            made = text.resolved(given) if given is not None else None
            if given is not None and isinstance(made, ast.Call) and getattr(made.func, "id", "") == "zip":
                yield "Keras 3 stops here: it takes generators and data sets, and a zip is neither.", given


RULE = Rule(
    level=Level.ERROR,
    title="generators in a zip",
    instead="Make a generator of it: (pair for pair in zip(images, masks)).",
    text=_look,
)
