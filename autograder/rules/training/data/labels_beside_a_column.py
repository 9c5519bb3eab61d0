"""# A row of labels beside a column of answers

**What it sees.** Labels with the shape `(n,)` are subtracted from the answers of a model that gives one number for
each row, compared with them, or multiplied by them: the answers have the shape `(n, 1)`, also after `np.expm1` or the
`inverse_transform` of a scaler. In a `train_step` of the author's as well, and in a loss class of the author's, to
which Keras 3 hands the labels of `fit` as they are.

**Why it hurts.** NumPy and TensorFlow take the labels for a row and the answers for a column, and make a table of n
times n numbers: each answer meets the labels of all rows. As a loss, this is smallest where every answer is the mean
of the labels; as a score, it says nothing about the model. A column of pandas stops instead. The losses and metrics
of Keras 3 bring both into one shape before; in Keras 2, functions such as `keras.losses.mean_squared_error` do not.

**Example.**

```python
import keras
import numpy as np

x, y = np.random.rand(200, 4), np.random.rand(200)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
error = np.mean((y - model.predict(x)) ** 2)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.random.rand(200, 4), np.random.rand(200)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
error = np.mean((y - model.predict(x)[:, 0]) ** 2)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ROW_BY_ROW
from autograder.rules import sizes
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for met in model.training.answers:
        shape = met.data.shape if met.data is not None else None
        flat = shape is not None and len(shape) == 1 and shape != (1,)
        if met.what == ROW_BY_ROW and flat and sizes.is_one_number(model):
            yield Fault("The labels are a row, and the answers a column: each answer meets all labels.", met.place)


RULE = Rule(
    level=Level.ERROR,
    title="a row of labels beside a column of answers",
    instead="Take the column out of the answers, model.predict(x)[:, 0], or make one of the labels, y[:, None].",
    model=_look,
    misuses=("column",),
)
