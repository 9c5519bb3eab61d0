"""# Shape that is a number

**What it sees.** `Input(shape=4)` or `input_shape=(4)`: parentheses alone make no tuple.

**Why it hurts.** Keras 3 raises a `ValueError`: it cannot convert the number to a shape. Some earlier versions took
it.

**Example.**

```python
import keras

inputs = keras.Input(shape=(784))  # ← here
model = keras.Model(inputs, keras.layers.Dense(10)(inputs))
```

**Instead.**

```python
import keras

inputs = keras.Input(shape=(784,))
model = keras.Model(inputs, keras.layers.Dense(10)(inputs))
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for call in model.layers:
        for key in ("shape", "input_shape") if call else ():
            size = call.arguments.get(key) if call else None
            if type(size) is int:
                yield Fault(f"{size} is a number, not a shape: write {key}=({size},).", call.place if call else None)


RULE = Rule(
    level=Level.ERROR,
    title="shape that is a number",
    instead="Write a comma into the parentheses: shape=(4,).",
    model=_look,
)
