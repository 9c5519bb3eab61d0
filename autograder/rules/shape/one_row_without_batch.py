"""# One row without the axis of the batch

**What it sees.** `predict`, `evaluate` or the model itself is given one row, such as `x[0]`, or `fit` a pipeline of
single rows: their shape is that of the model's input, and the axis that counts the rows is missing.

**Why it hurts.** A model takes a batch: many rows, one below the other. It takes the first axis of a single row for
the rows, finds that each of them has too few axes, and raises a `ValueError`.

**Example.**

```python
import numpy as np
import keras

x = np.random.rand(100, 4)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
print(model.predict(x[0]))  # ← here
```

**Instead.**

```python
import numpy as np
import keras

x = np.random.rand(100, 4)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
print(model.predict(x[:1]))
```
"""

from __future__ import annotations

from autograder.anatomy.source import Program
from autograder.anatomy.training import Use
from autograder.rules import feeding, sizes
from autograder.rules.looks.row_counts import rows_in_shapes
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    if program.text.once(rows_in_shapes):
        return  # the model takes all rows for one: rows-in-the-shape
    for model in program.models:
        for meal in feeding.meals(model, sure=False):
            if meal.is_one_row and (meal.event.certain or isinstance(meal.event, Use)):
                shown = sizes.shown(meal.shape if None not in meal.shape else meal.wanted)
                yield Fault(f"This is one row, {shown}, without the axis that counts the rows.", meal.event.place)


RULE = Rule(
    level=Level.ERROR,
    title="one row without the axis of the batch",
    instead="Take a batch of one row, `x[:1]`, or add the axis, `x[None]`; a pipeline needs `.batch(32)`.",
    program=_look,
    about=("x", 0),
)
