"""# As many arrays as outputs

**What it sees.** A model with one output is given a list of several arrays as its targets, or a model with one input
a list of several arrays as its rows; or a model with several inputs or outputs is given another number of arrays.

**Why it hurts.** A list of arrays means one array for each output, or for each input. Keras stops: it has nowhere to
put the others. Several numbers for each row belong into one array, side by side.

**Example.**

```python
import keras
import numpy as np

x, left, right = np.random.rand(100, 4), np.random.rand(100), np.random.rand(100)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, [left, right])  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, left, right = np.random.rand(100, 4), np.random.rand(100), np.random.rand(100)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, np.column_stack([left, right]))
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.kinds import INPUT
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, Data
from autograder.anatomy.unknown import Unknown
from autograder.rules.looks.words import READ_FOLDERS
from autograder.rules.rule import Fault, Faults, Level, Rule

_NOT_HERE = "is not defined here"  # a variable of a notebook's other cells: nobody lists numbers by name

_ONE_LABEL = frozenset({"categorical", "binary", "sparse"})


def _look(model: ModelSource) -> Faults:
    yield from _one_label(model)
    if not model.complete or model.form not in ("sequential", "functional"):
        return
    places = {"output": len(model.anatomy.outputs), "input": len(model.anatomy.positions(INPUT))}
    for fit in model.training.fits:
        for kind, given in (("output", fit.y), ("input", fit.x)):
            many = _arrays(given)
            sure = fit.sure and fit.method == "fit"
            if sure and places[kind] == 1 < many:
                yield Fault(f"The model has one {kind}, but fit is given a list of {many} arrays for it.", fit.place)
            elif sure and many not in (0, places[kind]) and places[kind] > 1 and not model.keyed:
                yield Fault(f"The model has {places[kind]} {kind}s, but fit is given {many} arrays.", fit.place)
        alone = (
            isinstance(fit.x, Data)
            and (fit.x.shape or fit.x.origin.startswith("numpy."))
            and not any(step.what == "map" for step in fit.x.done("unknown"))
            and fit.y is not ABSENT
            and fit.method == "fit"
        )
        if alone and places["input"] > 1 and fit.sure:
            yield Fault(f"The model has {places['input']} inputs, but fit is given one array.", fit.place)


def _one_label(model: ModelSource) -> Faults:
    """A reader of folders, which knows one label of each picture, for a model of several outputs."""
    outputs = len(model.anatomy.outputs)
    for fit in model.training.fits if outputs > 1 and model.form == "functional" else ():
        read = fit.x if isinstance(fit.x, Data) and fit.x.origin in READ_FOLDERS else None
        if read is not None and fit.sure and read.given.get("class_mode", "categorical") in _ONE_LABEL:
            yield Fault(
                f"The model has {outputs} outputs, but {read.origin} gives one label for a picture.", fit.place
            )


def _arrays(given: Any) -> int:
    """How many arrays a list holds; 0 if it is none, or not all of it is known to be arrays."""
    known = isinstance(given, tuple) and all(isinstance(one, Data) and one.shape for one in given)
    unread = isinstance(given, tuple) and all(isinstance(one, Unknown) and _NOT_HERE in one.reason for one in given)
    return len(given) if known or unread else 0


RULE = Rule(
    level=Level.ERROR,
    title="as many arrays as outputs",
    instead="Put the numbers of a row into one array, `np.column_stack([a, b])`, or give the model as many outputs.",
    model=_look,
)
