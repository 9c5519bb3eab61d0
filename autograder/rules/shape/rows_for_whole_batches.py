"""# Rows that do not fill whole batches

**What it sees.** A stateful layer has a fixed batch size, and `fit` takes batches of another size, or the number of
rows that it is given is known and no multiple of it.

**Why it hurts.** A stateful layer keeps one state for each row of a batch. The last batch of an epoch has fewer rows
than there are states: Keras stops there, at the end of the first epoch.

**Example.**

```python
import keras
import numpy as np

x, y = np.random.rand(500, 10, 4), np.random.rand(500)
model = keras.Sequential([
    keras.Input((10, 4), batch_size=16),
    keras.layers.LSTM(8, stateful=True),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=16, shuffle=False)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.random.rand(500, 10, 4), np.random.rand(500)
model = keras.Sequential([
    keras.Input((10, 4), batch_size=20),
    keras.layers.LSTM(8, stateful=True),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=20, shuffle=False)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, Data
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    stateful = [p for p in model.anatomy.positions("recurrent") if asking.setting(model, p, "stateful") is True]
    fixed = next((size for position in range(len(model.layers)) if (size := _batch(model, position))), None)
    for fit in model.training.fits if stateful and fixed else ():
        rows = fit.x.rows if isinstance(fit.x, Data) else None
        split = fit.validation_split
        taken: Any = 32 if fit.batch_size is ABSENT else fit.batch_size
        arrays = isinstance(fit.x, Data) and fit.method == "fit" and not fit.x.done("batch", "generator")
        if arrays and type(taken) is int and taken != fixed and fit.certain:
            yield Fault(f"The batches have {taken} rows, and the layer keeps {fixed} states.", fit.place)
            continue
        if type(rows) is int and type(split) is float and 0 < split < 1:
            rows = int(rows * (1 - split))
        if fixed and type(rows) is int and split in (ABSENT, 0, split) and rows % fixed and fit.certain:
            said = f"{rows} rows give no whole number of batches of {fixed}, and the layer keeps {fixed} states."
            yield Fault(said, fit.place)


def _batch(model: ModelSource, position: int) -> int | None:
    """The batch size that an input is given."""
    call = model.layers[position]
    given = call.arguments if call and model.anatomy.operations[position].kind == "input" else {}
    shape = given.get("batch_shape", given.get("batch_input_shape"))
    size = given.get("batch_size", shape[0] if isinstance(shape, tuple) and shape else None)
    return size if type(size) is int else None


RULE = Rule(
    level=Level.ERROR,
    title="rows that do not fill whole batches",
    instead="Leave rows out until their number is a multiple of the batch size, or take another batch size.",
    model=_look,
    learn="stacked-lstm#claim-partial-batches",
)
