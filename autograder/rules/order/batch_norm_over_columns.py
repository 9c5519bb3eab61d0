"""# Batch norm over columns of the picture

**What it sees.** A batch norm over the last axis stands behind convolutions with `data_format="channels_first"`.

**Why it hurts.** The last axis is a column of the picture there, and no channel. The batch norm learns a scale and
keeps a mean for each column, over all channels: maps of quite another size are mixed, and the network fits one width
only.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((3, 32, 32)),
    keras.layers.Conv2D(16, 3, data_format="channels_first"),
    keras.layers.BatchNormalization(),  # ← here
    keras.layers.Activation("relu"),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((3, 32, 32)),
    keras.layers.Conv2D(16, 3, data_format="channels_first"),
    keras.layers.BatchNormalization(axis=1),
    keras.layers.Activation("relu"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_THROUGH = sizes.KEEPS | {"max_pool", "average_pool", "add", "batch_norm"}


def _look(model: ModelSource) -> Faults:
    operations = model.anatomy.operations
    for position in model.anatomy.positions("batch_norm"):
        before = asking.before(model, position)
        while before is not None and operations[before].kind in _THROUGH - {"batch_norm"}:
            before = asking.before(model, before)
        first = before is not None and operations[before].settings.get("data_format") == "channels_first"
        call = model.layers[position]
        axis = call.arguments.get("axis", -1) if call is not None else None
        if first and before is not None and operations[before].kind == "conv" and axis == -1:
            said = "normalizes the last axis, and the channels before it come first: axis=1"
            yield asking.of_layer(model, position, f"{said}.")


RULE = Rule(
    level=Level.WARNING,
    title="batch norm over columns of the picture",
    instead="Write BatchNormalization(axis=1) behind layers with channels_first.",
    model=_look,
    exact=True,
)
