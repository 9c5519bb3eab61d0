"""# The largest of all rows

**What it sees.** `argmax` of the answers to several rows is taken without an axis, or along the first one.

**Why it hurts.** Without an axis NumPy lays all rows one after another, and gives one position for all of them. Along
the first axis it gives for each class the row that is most like it. The class of each row is the position along the
last.

**Example.**

```python
import keras
import numpy as np

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
classes = np.argmax(model.predict(x_test / 255))  # ← here
```

**Instead.**

```python
import keras
import numpy as np

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
classes = np.argmax(model.predict(x_test / 255), axis=-1)
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import INPUT
from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import CHOSEN_A_ROW, CHOSEN_OF_ALL, Data
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    several = len(model.anatomy.outputs) == 1 and any((head.units or 0) > 1 for head in asking.heads(model))
    inputs = [shapes(model.anatomy)[position] for position in model.anatomy.positions(INPUT)]
    for met in model.training.answers if several else ():
        if met.what == CHOSEN_A_ROW or (met.what == CHOSEN_OF_ALL and _are_several(met.data, inputs)):
            said = "This is the largest of all rows together: the class of each row is along axis=-1."
            yield Fault(said, met.place)


def _are_several(data: Data | None, inputs: list[Shape]) -> bool:
    """Whether a model is known to be asked about more than one row."""
    shape, wanted = data.shape if data else None, inputs[0] if len(inputs) == 1 else None
    rows = shape[0] if shape and wanted and len(shape) == len(wanted) + 1 else None
    return type(rows) is int and rows > 1


RULE = Rule(
    level=Level.ERROR,
    title="the largest of all rows",
    instead="Ask for the class of each row: argmax(…, axis=-1).",
    model=_look,
)
