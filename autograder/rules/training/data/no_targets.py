"""# Rows without targets

**What it sees.** `fit` is given an array, a data set or a generator of rows alone, and the model was compiled with a
loss of Keras.

**Why it hurts.** A loss compares the answers with targets. Keras stops: there are none.

**Example.**

```python
import keras
import numpy as np

x = np.random.rand(64, 4)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, epochs=5)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x = np.random.rand(64, 4)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, x, epochs=5)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, called, walk
from autograder.anatomy.training import ABSENT, READS_FOLDERS, Compile, Data, Made
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_ARRAYS = ("numpy.", "pandas.", "keras.datasets.", "sklearn.datasets.")
_FOLDERS = ("directory", "dataframe", "generator", "tensorflow_datasets")


def _look(model: ModelSource) -> Faults:
    if model.form not in {"sequential", "functional"} or not model.complete:
        return
    for fit in model.training.fits:
        compiled = model.training.compiled_for(fit)
        loss = compiled.loss if isinstance(compiled, Compile) else None
        rows = fit.x if isinstance(fit.x, Data) else None
        asked = fit.y is ABSENT and fit.method in {"fit", "fit_generator"} and fit.certain and not fit.guarded
        if rows is not None and _are_alone(rows) and asked and isinstance(loss, Made) and not loss.own:
            yield Fault(f"{loss.name} compares the answers with targets, and fit is given none.", fit.place)


def _are_alone(rows: Data) -> bool:
    """Whether data are rows without answers: arrays, or pictures of folders that are read without their classes."""
    if rows.done("unknown", "relabelled"):
        return False
    if rows.origin in READS_FOLDERS:
        return rows.given.get("class_mode", "") is None
    others = any(map(rows.origin.count, _FOLDERS)) or rows.done("generator")
    return rows.origin.startswith(_ARRAYS) and not others


def _yielded(text: Text) -> Found:
    """``yield x[chosen]`` in a generator that ``fit`` is given."""
    if "train_step" in text.whole or "add_loss" in text.whole:
        return
    for call in text.calls({"fit", "fit_generator"}):
        given = argument_at(call, 0, "x", "generator")
        maker = text.functions.get(called(text.resolved(given))) if given is not None else None
        yields = [node.value for node in walk(maker) if isinstance(node, ast.Yield)] if maker is not None else []
        alone = bool(yields) and all(isinstance(one, ast.Subscript | ast.BinOp) for one in yields)
        if alone and argument_at(call, 1, "y") is None:
            yield "The generator gives rows alone, and a loss compares answers with targets.", call


RULE = Rule(
    level=Level.ERROR,
    title="rows without targets",
    instead="Give fit the targets, too: fit(x, y), or a data set of pairs.",
    model=_look,
    text=_yielded,
)
