"""# Pooled to a point

**What it sees.** A convolution with padding slides a kernel over a map that has only one pixel left.

**Why it hurts.** Of the kernel only the middle meets a number, all else meets padding: its other weights are never
used. The poolings before it have thrown the picture's layout away.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((8, 8, 3))])
for filters in (8, 16, 32, 64):
    model.add(layers.Conv2D(filters, 3, padding="same", activation="relu"))  # ← here
    model.add(layers.MaxPooling2D(padding="same"))
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((32, 32, 3))])
for filters in (8, 16, 32, 64):
    model.add(layers.Conv2D(filters, 3, padding="same", activation="relu"))
    model.add(layers.MaxPooling2D(padding="same"))
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("conv"):
        settings, shape = model.anatomy.operations[position].settings, sizes.incoming(model, position)
        if not shape or settings.get("padding") != "same" or settings.get("transpose") or settings.get("over_time"):
            continue
        sides = shape[1:] if settings.get("data_format") == "channels_first" else shape[:-1]
        window = settings.get("kernel_size")
        if len(sides) > 1 and set(sides) == {1} and isinstance(window, tuple) and _is_wide(window):
            name = asking.layer_name(model, position)
            wide = sizes.shown(window)
            yield asking.at(model, position, f"The kernel {wide} of {name} meets one pixel and padding.")


def _is_wide(window: tuple[int, ...]) -> bool:
    return any(side > 1 for side in window)


RULE = Rule(
    level=Level.NOTE,
    title="pooled to a point",
    instead="Use fewer poolings, or larger images.",
    model=_look,
)
