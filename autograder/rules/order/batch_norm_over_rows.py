"""# Batch norm over the wrong axis

**What it sees.** A batch norm after a layer whose channels come last is told `axis=1`.

**Why it hurts.** The axis of a batch norm is that of the channels. With channels last, axis 1 is the height of the
image, or the steps of a sequence: each row of pixels gets a mean of its own, and the channels none. It is a note: in
the runs below, on small images of digits, it did no harm.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(16, 3),
    keras.layers.BatchNormalization(axis=1),  # ← here
    keras.layers.Activation("relu"),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(16, 3),
    keras.layers.BatchNormalization(),
    keras.layers.Activation("relu"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_READS_CHANNELS = sizes.WINDOWS | {"conv"}


def _look(model: ModelSource) -> Faults:
    every = shapes(model.anatomy)
    for position in model.anatomy.positions("batch_norm"):
        call, before = model.layers[position], asking.before(model, position)
        axis = call.arguments.get("axis") if call else None
        path = [position, *sizes.path_back(model, position)]
        layer = next((p for p in path if model.anatomy.operations[p].kind in _READS_CHANNELS), None)
        if axis != 1 or before is None or layer is None or len(every[before] or ()) < 2:
            continue
        settings = model.anatomy.operations[layer].settings
        between = {model.anatomy.operations[p].kind for p in path[1 : path.index(layer)]}
        if settings.get("data_format", "channels_last") == "channels_last" and between <= sizes.KEEPS:
            shape = sizes.shown(every[before])
            yield asking.at(model, position, f"axis=1 of {shape} is no channel: channels come last here, axis=-1.")


RULE = Rule(
    level=Level.NOTE,
    title="batch norm over the wrong axis",
    instead="Leave axis out, or write axis=-1.",
    model=_look,
    claims=("rules/batch-norm-over-rows",),
    about=("axis", 0),
)
