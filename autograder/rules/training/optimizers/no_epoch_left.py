"""# No epoch left

**What it sees.** `fit` begins at `initial_epoch`, and `epochs` is not larger.

**Why it hurts.** `epochs` is the number of the last epoch, not how many are to come. Where the first one is not below
it, `fit` returns at once, without a word: nothing was trained.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=15)
model.fit(x, y, epochs=10, initial_epoch=15)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=15)
model.fit(x, y, epochs=25, initial_epoch=15)
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text, keyword
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    for call in text.calls({"fit", "fit_generator"}):
        begin, end = keyword(call, "initial_epoch"), keyword(call, "epochs", "nb_epoch")
        first, last = (text.number(one) if one is not None else 0 for one in (begin, end))
        if begin is not None and 0 < last <= first:
            said = f"epochs is the number of the last epoch, and the first one is {first}"
            yield f"{said}: with epochs={last} nothing is trained.", call


RULE = Rule(
    level=Level.ERROR,
    title="no epoch left",
    instead="Add to it: epochs=initial_epoch + 10.",
    text=_look,
    about=("epochs", "initial_epoch"),
)
