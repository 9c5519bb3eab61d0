"""# return_sequences left on

**What it sees.** The last recurrent layer gives every step of its sequence, a dense layer answers for each of them,
and the labels are known to be one for each sequence.

**Why it hurts.** Labels and answers differ in their axes, and losses of classes raise a `ValueError` at the first
batch. (For one label for each step, as for the words of a sentence, it is right to leave it on; this rule is silent
then, and where nothing is known of the labels.)

**Example.**

```python
import numpy as np
import keras
from keras import layers

x, y = np.random.rand(64, 30, 4), np.zeros((64, 1))
model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(16, return_sequences=True),  # ← here
    layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
```

**Instead.**

```python
import numpy as np
import keras
from keras import layers

x, y = np.random.rand(64, 30, 4), np.zeros((64, 1))
model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(16),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
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
        refused = loss.name in asking.PROBABILITIES or (loss.name in asking.DISTANCES and (head.units or 0) > 1)
        if fewer and last is not None and refused:
            one = "label" if loss.name in asking.PROBABILITIES else "target"
            yield asking.of_layer(model, last, f"gives every step: {sizes.shown(shape)} meets one {one}.")


RULE = Rule(
    level=Level.ERROR,
    title="return_sequences left on",
    instead="Leave return_sequences out of the last recurrent layer.",
    model=_look,
    learn="stacked-lstm#probe-sequences",
    about=("return_sequences",),
)
