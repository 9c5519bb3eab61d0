"""# Pooling window larger than the map

**What it sees.** A pooling without padding has a window that is larger than what reaches it: one pooling too many.

**Why it hurts.** Nothing is left: Keras raises a `ValueError` when it builds the model.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((20, 20, 1))])
for filters in (8, 16):
    model.add(layers.Conv2D(filters, 3, activation="relu"))
    model.add(layers.MaxPooling2D(6))  # ← here
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((20, 20, 1))])
for filters in (8, 16):
    model.add(layers.Conv2D(filters, 3, activation="relu"))
    model.add(layers.MaxPooling2D(2))
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
    for position in model.anatomy.positions(*sizes.WINDOWS):
        found = sizes.too_small(model, position) if sizes.axes_wanted(model.anatomy.operations[position]) else None
        if found:
            name, arrives = asking.layer_name(model, position), sizes.shown(sizes.incoming(model, position))
            yield asking.at(
                model,
                position,
                f"The window of {name} is {found[0]} wide, but one side of {arrives} is only {found[1]}.",
            )


RULE = Rule(
    level=Level.ERROR,
    title="pooling window larger than the map",
    instead="Leave this pooling out, or start from larger images.",
    model=_look,
    about=("pool_size", 0),
)
