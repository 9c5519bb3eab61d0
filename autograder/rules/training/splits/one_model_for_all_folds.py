"""# One model for all folds

**What it sees.** A loop over the folds of a cross-validation trains a model that was made before the loop, and
nothing in the loop makes it anew or sets its weights back. Or the loop makes a `Sequential` or a `Model` each time,
but of layers that were made before: a layer keeps its weights, in whichever model it is.

**Why it hurts.** From the second fold on the model has been trained on the rows that it is now tested on. Each score
is better than the last, and their mean says nothing about other rows. In scikit-learn `fit` begins anew; in Keras it
goes on.

**Example.**

```python
import keras
import numpy as np
from sklearn.model_selection import KFold

x, y = np.load("x.npy"), np.load("y.npy")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
for train, test in KFold(5, shuffle=True).split(x):
    model.fit(x[train], y[train], epochs=20)  # ← here
    print(model.evaluate(x[test], y[test]))
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.model_selection import KFold

x, y = np.load("x.npy"), np.load("y.npy")
for train, test in KFold(5, shuffle=True).split(x):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    model.fit(x[train], y[train], epochs=20)
    print(model.evaluate(x[test], y[test]))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, first_of, names, walk
from autograder.rules.looks.networks import fits_in_loops, kept_from_before
from autograder.rules.rule import Found, Level, Rule

_FOLDS = ("Fold", "LeaveOne", "LeaveP")


def _look(text: Text) -> Found:
    """``for train, test in KFold(5).split(x): model.fit(…)`` on a model that was made before the loop."""
    for loop, owner, fit in text.once(fits_in_loops):
        made = [ast.unparse(text.resolved(node)) for node in _receivers(loop.iter, "split")]
        folds = any(word in one for one in made for word in _FOLDS)
        kept = kept_from_before(text, loop, owner) if folds or _cuts_folds(loop) else None
        if kept:
            said = f"{kept.what} is made before the loop"
            yield f"{said}: each fold goes on with weights that saw its test rows.", kept.made or fit


def _cuts_folds(loop: ast.For) -> bool:
    """Folds by hand: what comes before a part is put together with what comes after it."""
    tests = [node for node in walk(loop) if called(node) in {"evaluate", "predict"}]
    if called(loop.iter) != "range" or not tests:
        return False
    for call in (node for node in walk(loop) if called(node) in {"concatenate", "concat", "vstack", "append"}):
        cuts = [first_of(part.slice) for part in walk(call) if isinstance(part, ast.Subscript)]
        ends = [(cut.lower, cut.upper) for cut in cuts if isinstance(cut, ast.Slice) and names(cut)]
        before = any(low is None and high is not None for low, high in ends)
        after = any(low is not None and high is None and names(low) for low, high in ends)
        if before and after:
            return True
    return False


def _receivers(node: ast.AST, method: str) -> Iterator[ast.expr]:
    for part in walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == method:
            yield part.func.value


RULE = Rule(
    level=Level.WARNING,
    title="one model for all folds",
    instead="Make the model in the loop, or set it back to the weights it began with.",
    text=_look,
    exact=True,
)
