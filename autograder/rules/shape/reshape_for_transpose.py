"""# Reshape where the axes should change places

**What it sees.** `Reshape` gives a map or a sequence the same axes in another order, or makes the channels the first
axis and puts all places behind them, with a `Permute` that turns them back. Also `reshape` of rows to pictures of
three channels, where the files hold all red numbers first, such as the batches of CIFAR-10.

**Why it hurts.** `Reshape` reads the numbers in the order in which they lie, with the last axis fastest, and fills
the new shape in that order. It moves no axis. What stands in a row afterwards comes from several channels and
places, and the model cannot tell them apart.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((32, 48, 3)),
    layers.Conv2D(5, 3, padding="same"),
    layers.Reshape((5, 32 * 48)),  # ← here
    layers.Permute((2, 1)),
    layers.Activation("softmax"),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((32, 48, 3)),
    layers.Conv2D(5, 3, padding="same"),
    layers.Reshape((32 * 48, 5)),
    layers.Activation("softmax"),
])
```
"""

from __future__ import annotations

import math

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    known = shapes(model.anatomy)
    for position in model.anatomy.positions("reshape"):
        before = asking.before(model, position)
        old, new = (_sizes(known[at]) if at is not None else () for at in (before, position))
        if old and new and (_reordered(old, new) or (_channels_first(old, new) and _turned(model, position))):
            was, now = (str(known[at]) for at in (before, position) if at is not None)
            said = f"Reshape makes {now} of {was} without moving an axis"
            yield asking.at(model, position, f"{said}: numbers of several channels and places are mixed.")


def _sizes(shape: tuple[int | None, ...] | None) -> tuple[int, ...]:
    """The sizes of the axes that hold more than one number; nothing if one is not known."""
    known = [size for size in shape or () if size is not None]
    return tuple(size for size in known if size != 1) if len(known) == len(shape or ()) else ()


def _reordered(old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    return old != new and sorted(old) == sorted(new)


def _channels_first(old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    """Whether the channels, which come last, become the first of two axes."""
    last = old[-1]
    return len(old) > 2 and len(new) == 2 and new == (last, math.prod(old[:-1])) and last != old[0]


def _turned(model: ModelSource, position: int) -> bool:
    after = asking.after(model, position)
    return after is not None and model.anatomy.operations[after].kind == "permute"


RULE = Rule(
    level=Level.ERROR,
    title="a reshape where the axes should change places",
    instead="Move axes with Permute, and reshape only what lies side by side.",
    model=_look,
    misuses=("axes",),
    exact=True,
)
