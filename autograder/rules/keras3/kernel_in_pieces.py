"""# Sides of a kernel one by one

**What it sees.** `Convolution2D(32, 3, 3)`, the spelling of Keras 1 for 32 filters of 3 by 3.

**Why it hurts.** Today the third number is the stride: the layer leaves out most positions, and its maps are a third
as wide and high as they were meant to be. Keras says nothing.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Convolution2D(32, 3, 3),  # ← here
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, (3, 3)),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    for met in program.spellings:
        if met.kind == "kernel":
            yield Fault(f"Keras 3 takes the last number of {met.old} for a stride: write {met.new}.", met.place)


RULE = Rule(
    level=Level.NOTE,
    title="sides of a kernel one by one",
    instead="Write the sides as a tuple: Conv2D(32, (3, 3)).",
    program=_look,
)
