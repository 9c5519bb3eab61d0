"""# An embedding with too few rows

**What it sees.** The numbers that an `Embedding` reads are known to reach its number of rows, or to go below 0.

**Why it hurts.** An `Embedding` is a table with rows from 0 to `input_dim` - 1. A larger number has no row. On a
processor Keras stops when it meets one; on a graphics card it goes on with zeros.

**Example.**

```python
import keras
import numpy as np

words = np.random.randint(0, 500, size=(100, 10))
model = keras.Sequential([
    keras.Input((10,)),
    keras.layers.Embedding(100, 8),
    keras.layers.Flatten(),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(words, y)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

words = np.random.randint(0, 500, size=(100, 10))
model = keras.Sequential([
    keras.Input((10,)),
    keras.layers.Embedding(500, 8),
    keras.layers.Flatten(),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(words, y)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Fit, Use
from autograder.rules import asking, feeding, fitting
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    inputs = model.anatomy.positions("input")
    found = [position for position in model.anatomy.positions("embedding") if _reads_input(model, position)]
    sizes = [asking.setting(model, position, "input_dim") for position in found]
    if len(inputs) != 1 or not sizes or not all(isinstance(size, int) for size in sizes):
        return
    fed: list[Fit | Use] = [*model.training.fits, *model.training.uses("evaluate", *feeding.ANSWERS)]
    for event in fed:
        ends = _ends(event.arguments.get("x")) if event.sure else None
        if ends and (ends[1] >= min(sizes) or ends[0] < 0):
            said = f"The numbers reach from {ends[0]:g} to {ends[1]:g}, but the Embedding has {min(sizes)} rows."
            yield Fault(said, event.place)


def _reads_input(model: ModelSource, position: int) -> bool:
    before = asking.before(model, position)
    return before is not None and model.anatomy.operations[before].kind == "input"


def _ends(data: Any) -> tuple[float, float] | None:
    """The lowest and the highest number, of data or of a list."""
    while isinstance(data, tuple) and len(data) == 1 and isinstance(data[0], tuple):
        data = data[0]
    if isinstance(data, tuple) and data and all(type(number) is int for number in data):
        return min(data), max(data)
    return fitting.reach(data)


RULE = Rule(
    level=Level.ERROR,
    title="an embedding with too few rows",
    instead="Give the Embedding one row more than the largest number.",
    model=_look,
)
