"""# Channels first in the shape

**What it sees.** An input such as `(3, 224, 224)` or `(1, 28, 28)`, square images with the channels in front, is read
by a convolution that takes the last axis for the channels.

**Why it hurts.** Keras takes the picture's width for its channels: the kernel slides over three rows, and every
column has weights of its own. Some such models stop in a pooling; the others train, and see no pictures.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((1, 28, 28)),
    layers.Conv2D(16, 3, padding="same", activation="relu"),  # ← here
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_CHANNELS, _SMALLEST = (1, 3), 12


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("conv"):
        operation, shape = model.anatomy.operations[position], sizes.incoming(model, position)
        if "data_format" in operation.settings or operation.settings.get("over_time") or not shape or len(shape) != 3:
            continue
        window, (first, height, width) = sizes.image_window(model, position), shape
        square = first in _CHANNELS and height == width and height is not None and height >= _SMALLEST
        if square and isinstance(window, tuple) and window[0] != 1 and sizes.is_first(model, position):
            yield asking.of_layer(model, position, f"reads {sizes.shown(shape)} as {width} channels.")


RULE = Rule(
    level=Level.WARNING,
    title="channels first in the shape",
    instead="Put the channels last, (28, 28, 1), in the data, too; or write data_format='channels_first'.",
    model=_look,
    claims=("rules/channels-first-shape",),
)
