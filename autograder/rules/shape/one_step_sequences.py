"""# Sequences of one step

**What it sees.** The input of a recurrent layer has one step, and the program has put all numbers of a row into that
step.

**Why it hurts.** A recurrent layer reads step after step, and remembers. With one step there is nothing to remember:
sixty values of a series, side by side, are sixty features of one moment, and the layer is a dense one with gates. It
is a note, for some do this on purpose with a state that is kept.

**Example.**

```python
import keras

windows = windows.reshape(-1, 1, 60)
model = keras.Sequential([keras.Input((1, 60)), keras.layers.LSTM(50), keras.layers.Dense(1)])  # ← here
model.compile(loss="mse", optimizer="adam")
model.fit(windows, y)
```

**Instead.**

```python
import keras

windows = windows.reshape(-1, 60, 1)
model = keras.Sequential([keras.Input((60, 1)), keras.layers.LSTM(50), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(windows, y)
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    every = shapes(model.anatomy)
    for position in model.anatomy.positions("recurrent"):
        source = asking.before(model, position)
        shape = every[source] if source is not None else None
        entry = source is not None and model.anatomy.operations[source].kind == "input"
        stateful = asking.setting(model, position, "stateful", False)
        if entry and shape and len(shape) == 2 and shape[0] == 1 and shape[1] != 1 and stateful is False:
            said = f"reads one step of {shape[1] or 'all'} numbers: there is no sequence."
            yield asking.of_layer(model, position, said)


RULE = Rule(
    level=Level.NOTE,
    title="sequences of one step",
    instead="Put the steps first, (rows, steps, features): x.reshape(-1, 60, 1); without a sequence take Dense.",
    model=_look,
    learn="stacked-lstm#probe-sight",
)
