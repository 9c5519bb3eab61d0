"""# Kernel larger than the map

**What it sees.** A convolution without padding slides a kernel that is larger than what reaches it, usually after
many poolings.

**Why it hurts.** Nothing is left to compute: Keras raises a `ValueError` when it builds the model.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8, 8, 1)),
    layers.Conv2D(8, 3),
    layers.MaxPooling2D(),
    layers.Conv2D(8, 5),  # ← here
    layers.Flatten(),
    layers.Dense(1),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8, 8, 1)),
    layers.Conv2D(8, 3),
    layers.MaxPooling2D(),
    layers.Conv2D(8, 3, padding="same"),
    layers.Flatten(),
    layers.Dense(1),
])
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.rules import asking, sizes
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource


def _look(model: ModelSource) -> Iterator[Fault]:
    for position in model.anatomy.positions("conv"):
        found = sizes.too_small(model, position)
        if found:
            name, arrives = asking.layer_name(model, position), sizes.shown(sizes.incoming(model, position))
            yield asking.at(
                model,
                position,
                f"The kernel of {name} is {found[0]} wide, but one side of {arrives} is only {found[1]}.",
            )


RULE = Rule(
    level=Level.ERROR,
    title="kernel larger than the map",
    instead="Use padding, a smaller kernel, or fewer poolings before it.",
    model=_look,
    about=("kernel_size", 1),
)
