"""# A loss by its short name, in a file of the old format

**What it sees.** A model is compiled with `loss="mse"`, `"mae"` or another short name, it is saved to an `.h5` file,
and `load_model` reads that file again.

**Why it hurts.** The old format keeps the loss by the very name that it was given. Keras 3 looks for that name among
its classes and functions when it loads the model, finds `mean_squared_error` but not `mse`, and stops: the training
is over, and the file cannot be used.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
model.save("model.h5")
again = keras.models.load_model("model.h5")  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
model.save("model.keras")
again = keras.models.load_model("model.keras")
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, keyword
from autograder.rules.looks.files import compiles, read_again
from autograder.rules.rule import Found, Level, Rule

_SHORT = frozenset({"mse", "mae", "mape", "msle", "kld"})  # an .h5 file holds a loss by the name that it was given


def _look(text: Text) -> Found:
    """``compile(loss="mse")``, ``save("model.h5")`` and ``load_model("model.h5")``."""
    for call, maker, old in read_again(text):
        if not old or keyword(call, "compile", "custom_objects") is not None:
            continue
        for compiled in compiles(text, maker):
            loss = text.argument(compiled, 1, "loss")
            name = loss.value if isinstance(loss, ast.Constant) else None
            if isinstance(name, str) and name.lower() in _SHORT:
                said = f"The old format keeps the loss by the name {name!r}, which load_model does not find"
                yield f"{said}: save to .keras, or load with compile=False.", call


RULE = Rule(
    level=Level.ERROR,
    title="a loss by its short name, in a file of the old format",
    instead="Save the model to `….keras`; a file that is there already is loaded with compile=False.",
    text=_look,
)
