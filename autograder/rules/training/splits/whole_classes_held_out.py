"""# Whole classes held out

**What it sees.** Labels that are sorted by class, of a known data set or put together class by class — by loops, and
by functions that these call — of which `validation_split` or a split with `shuffle=False` takes the last ones, and
nothing in the program mixes the rows.

**Why it hurts.** `validation_split` takes the end of the arrays before anything is shuffled. If that end is the last
class, the network never sees that class in training, and the validation consists of nothing else: its accuracy stays
near zero while that of the training looks perfect.

**Example.**

```python
import keras
import numpy as np

x = np.concatenate([cats, dogs])
y = np.concatenate([np.zeros(len(cats)), np.ones(len(dogs))])
model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=20, validation_split=0.2)  # ← here
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.model_selection import train_test_split

x = np.concatenate([cats, dogs])
y = np.concatenate([np.zeros(len(cats)), np.ones(len(dogs))])
x, x_valid, y, y_valid = train_test_split(x, y, test_size=0.2, stratify=y)
model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=20, validation_data=(x_valid, y_valid))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, keyword
from autograder.anatomy.training import Data
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.stacked import stacked
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_SORTED = frozenset({"sklearn.datasets.load_iris", "sklearn.datasets.load_wine"})
_MIXES = (
    "shuffle(",
    "permutation",
    "permuted",
    "train_test_split",
    ".sample(",
    "random.sample",
    "argsort",
    "choice(",
)


def _sorted(model: ModelSource) -> Faults:
    """Labels that are sorted by their class, the last of which nothing but validation sees, or a test."""
    for fit in model.training.fits:
        labels = fit.y
        if not isinstance(labels, Data) or labels.done("shuffle", "unknown", "sample"):
            continue
        cut = [step for step in labels.steps if step.name == "split" and str(step.what).endswith("in order")]
        kept = isinstance(fit.validation_split, float) and not labels.done("split", "part", "rows")
        by_class = labels.origin in _SORTED or labels.given.get("sorted") is True
        if by_class and (cut or (kept and fit.validation_split)):
            what = "the split" if cut else "validation_split"
            said = f"The rows are sorted by class, and {what} takes the last ones: whole classes are missing."
            yield Fault(said, fit.place)


def _class_by_class(text: Text) -> Found:
    """Labels that loops over the classes put together, and ``validation_split``, which takes the last of them."""
    if "validation_split" not in text.whole or any(word in text.whole for word in _MIXES):
        return
    ordered = stacked(text)
    for fit in text.calls({"fit"}):
        wanted, share = argument_at(fit, 1, "y"), keyword(fit, "validation_split")
        given = text.resolved(share) if share is not None else None
        if wanted is None or share is None or not isinstance(given, ast.Constant) or not given.value:
            continue
        used = {part.id for part in traced(text, wanted, fit) if isinstance(part, ast.Name)}
        if used & ordered:
            said = "The rows were put together class by class, and validation_split takes the last ones"
            yield f"{said}: whole classes are missing.", share


RULE = Rule(
    level=Level.WARNING,
    title="whole classes held out",
    instead="Split at random, each class in its share: train_test_split(x, y, stratify=y).",
    model=_sorted,
    text=_class_by_class,
    claims=("first-epochs/split-tail",),
    learn="first-epochs#probe-which-rows",
)
