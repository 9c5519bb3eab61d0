"""# One target for every step

**What it sees.** The last recurrent layer gives every step, a dense layer answers for each of them, and a regression
loss compares all of these answers with the one target of the sequence.

**Why it hurts.** Keras broadcasts: it repeats the target for every step and says nothing. Steps that have seen little
of the sequence are trained towards it as well, and `predict` gives a sequence instead of one number. Some do so on
purpose.

**Example.**

```python
import numpy as np
import keras
from keras import layers

x, y = np.random.rand(64, 30, 4), np.random.rand(64, 1)
model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(16, return_sequences=True),  # ← here
    layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
```

**Instead.**

```python
import numpy as np
import keras
from keras import layers

x, y = np.random.rand(64, 30, 4), np.random.rand(64, 1)
model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(16),
    layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for head, loss, _, shape, fewer in sizes.misplaced_targets(model):
        last = sizes.recurrent_before(model, head.layer, every_step=True)
        if fewer and last is not None and loss.name in asking.DISTANCES and head.units == 1:
            yield asking.of_layer(model, last, f"goes on with every step: {sizes.shown(shape)} meets one target.")


RULE = Rule(
    level=Level.NOTE,
    title="one target for every step",
    instead="Leave return_sequences out of the last recurrent layer, or give a target for each step.",
    model=_look,
    learn="stacked-lstm#claim-sequences-left-on",
    claims=("rules/one-target-for-every-step",),
    about=("return_sequences",),
)
