"""# The largest of one number

**What it sees.** A model answers with one number for each row, and the program asks `argmax` along that axis which of
them is the largest.

**Why it hurts.** Among one number the largest is always the first: `argmax` gives 0 for each row, whatever the model
has learned. The accuracy is then the share of class 0.

**Example.**

```python
import keras
import numpy as np

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
classes = np.argmax(model.predict(x_test), axis=1)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
classes = model.predict(x_test)[:, 0] > 0.5
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import CHOSEN
from autograder.rules import sizes
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for met in model.training.answers:
        if met.what == CHOSEN and sizes.is_one_number(model):
            yield Fault("The model gives one number for each row: the largest of one is always number 0.", met.place)


RULE = Rule(
    level=Level.ERROR,
    title="the largest of one number",
    instead="Compare the one number with 0.5: model.predict(x)[:, 0] > 0.5.",
    model=_look,
)
