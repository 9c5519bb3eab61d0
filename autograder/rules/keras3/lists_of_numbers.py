"""# Lists of numbers instead of arrays

**What it sees.** `fit`, `evaluate` or `predict` is given a Python list or tuple of numbers, or what `tolist()` makes.

**Why it hurts.** Keras 3 takes a list for several inputs, each an array. It raises a `ValueError` about an
"unrecognized data type" where earlier versions made an array of the numbers.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], epochs=10)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0]), epochs=10)
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.anatomy.source import Program
from autograder.anatomy.training import Data, Event, Fit, Use
from autograder.rules.rule import Fault, Faults, Level, Rule

_FED = frozenset({"evaluate", "predict", "predict_on_batch", "test_on_batch", "call"})
_NAMES = {"x": "inputs", "y": "targets", "sample_weight": "weights of the rows"}


def _look(program: Program) -> Faults:
    for model in program.models if not program.text.older else ():
        for event in model.training.events:
            given = {} if event.guarded else _given(event)
            found = [_NAMES[key] for key in _NAMES if _is_list(given.get(key))]
            pair = given.get("validation_data")
            checked = isinstance(pair, tuple) and any(map(_is_list, pair))
            found += ["validation data"] if checked else []
            if found:
                kind = "are a list" if found != ["validation data"] else "hold a list"
                yield Fault(f"The {' and the '.join(found)} {kind} of numbers: Keras 3 takes arrays.", event.place)


def _given(event: Event) -> Mapping[str, Any]:
    if isinstance(event, Fit) or (isinstance(event, Use) and event.method in _FED):
        return event.arguments
    return {}


def _is_list(value: Any) -> bool:
    """Whether a value is surely a list of numbers, of lists of numbers, and so on."""
    if isinstance(value, Data):
        return bool(value.steps) and value.steps[-1].name == "tolist"
    depth = 0
    while isinstance(value, tuple) and value and depth < 10:
        value, depth = value[0], depth + 1
    return depth > 0 and isinstance(value, int | float | str)


RULE = Rule(
    level=Level.ERROR,
    title="lists of numbers instead of arrays",
    instead="Make an array of them: `np.array(…)`.",
    program=_look,
)
