"""# Rows in the order of the file

**What it sees.** Labels that are sorted by class, of a known data set or put together class by class, of which
`validation_split` or a split with `shuffle=False` takes the last ones. Or: a classifier is fitted on an array with
`shuffle=False`, and nothing in the program has mixed its rows. Recurrent networks, networks over time and data that
somebody has split at random are left alone.

**Why it hurts.** Files are often sorted by class, by patient, by day. Batches in that order hold rows of one kind,
and every epoch ends on the same ones. If the rows are mixed already, nothing is wrong, and nothing is gained.

**Example.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
model = keras.Sequential([
    keras.Input((12,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
model = keras.Sequential([
    keras.Input((12,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, called, first_of, keyword, names, walk
from autograder.anatomy.training import Compile, Data
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_LOADED = ("pandas.read_", "numpy.load", "numpy.genfromtxt")
_IN_PLACE = frozenset({
    "reshape", "astype", "expand_dims", "transpose", "values", "to_numpy", "drop", "iloc", "loc", "part", "rows",
    "divide", "multiply", "subtract", "add", "scaler", "fillna", "dropna", "copy", "squeeze", "ravel", "flatten",
})  # fmt: skip
_SORTED = frozenset({"sklearn.datasets.load_iris", "sklearn.datasets.load_wine"})
_OVER_TIME = ("recurrent", "attention", "embedding", "einsum_dense")
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


def _look(model: ModelSource) -> Faults:
    yield from _sorted(model)
    operations = model.anatomy.operations
    over_time = model.anatomy.positions(*_OVER_TIME) or any(item.settings.get("rank") == 1 for item in operations)
    if not model.complete or over_time:
        return
    for fit in model.training.fits:
        event = model.training.compiled_for(fit)
        losses = asking.losses(model, event).values() if isinstance(event, Compile) else ()
        classifies = bool(losses) and all(loss.name in asking.PROBABILITIES for loss in losses)
        if fit.shuffle is False and classifies and isinstance(fit.x, Data) and _in_order(fit.x):
            yield Fault("Every epoch takes the rows in the order of the file: are they mixed there?", fit.place)


def _sorted(model: ModelSource) -> Faults:
    """Labels that are sorted by their class, the last of which nothing but validation sees, or a test."""
    for fit in model.training.fits:
        labels = fit.y
        if not isinstance(labels, Data) or labels.done("shuffle", "unknown", "sample"):
            continue
        cut = [step for step in labels.steps if step.name == "split" and str(step.what).endswith("in order")]
        kept = isinstance(fit.validation_split, float) and not labels.done("split")
        by_class = labels.origin in _SORTED or labels.given.get("sorted") is True
        if by_class and (cut or (kept and fit.validation_split)):
            what = "the split" if cut else "validation_split"
            said = f"The rows are sorted by class, and {what} takes the last ones: whole classes are missing."
            yield Fault(said, fit.place)


def _in_order(x: Data) -> bool:
    return x.origin.startswith(_LOADED) and all(step.name in _IN_PLACE for step in x.steps)


def _class_by_class(text: Text) -> Found:
    """Labels that a loop over the classes appends, and ``validation_split``, which takes the last of them."""
    if "validation_split" not in text.whole or any(word in text.whole for word in _MIXES):
        return
    stacked = {name for loop in text.all(ast.For) for name in _stacked(loop)}
    for fit in text.calls({"fit"}):
        wanted, share = argument_at(fit, 1, "y"), keyword(fit, "validation_split")
        given = text.resolved(share) if share is not None else None
        if wanted is None or not isinstance(given, ast.Constant) or not given.value:
            continue
        used = names(wanted) | {
            name for part in names(wanted) for value in text.values.get(part, []) for name in names(value)
        }
        if used & stacked:
            said = "The rows were put together class by class, and validation_split takes the last ones"
            yield f"{said}: whole classes are missing.", fit


def _stacked(loop: ast.For) -> Iterator[str]:
    """The lists to which a loop appends its own number, once for each round of a loop within it."""
    within = [node for part in loop.body for node in walk(part) if isinstance(node, ast.For)]
    counted = called(loop.iter) in {"enumerate", "range"} and isinstance(loop.iter, ast.Call)
    target = first_of(loop.target)
    for call in (node for inner in within for part in inner.body for node in walk(part)):
        if not isinstance(call, ast.Call) or called(call) != "append" or not isinstance(call.func, ast.Attribute):
            continue
        own = isinstance(target, ast.Name) and [ast.unparse(part) for part in call.args] == [target.id]
        if counted and own and isinstance(call.func.value, ast.Name):
            yield call.func.value.id


RULE = Rule(
    level=Level.NOTE,
    title="rows in the order of the file",
    instead="Leave shuffle on, unless the order is part of what is learned.",
    model=_look,
    text=_class_by_class,
    learn="first-epochs#probe-which-rows",
)
