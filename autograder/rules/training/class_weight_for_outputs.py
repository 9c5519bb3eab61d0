"""# Class weights for several outputs

**What it sees.** `fit` is given `class_weight`, and the model has several outputs.

**Why it hurts.** Keras raises a `ValueError` before the first batch: it would not know which output the classes
belong to. A weight for each row and output, `sample_weight`, says it.

**Example.**

```python
import keras
import numpy as np

x, sick, ward = np.random.rand(32, 4), np.zeros(32), np.zeros(32)
inputs = keras.Input((4,))
outputs = [keras.layers.Dense(1, activation="sigmoid")(inputs), keras.layers.Dense(3, activation="softmax")(inputs)]
model = keras.Model(inputs, outputs)
model.compile(loss=["binary_crossentropy", "sparse_categorical_crossentropy"], optimizer="adam")
model.fit(x, [sick, ward], class_weight={0: 1, 1: 9})  # ← here
```

**Instead.**

```python
import keras
import numpy as np

x, sick, ward = np.random.rand(32, 4), np.zeros(32), np.zeros(32)
inputs = keras.Input((4,))
outputs = [keras.layers.Dense(1, activation="sigmoid")(inputs), keras.layers.Dense(3, activation="softmax")(inputs)]
model = keras.Model(inputs, outputs)
model.compile(loss=["binary_crossentropy", "sparse_categorical_crossentropy"], optimizer="adam")
model.fit(x, [sick, ward], sample_weight=[np.where(sick == 1, 9, 1), np.ones(32)])
```
"""

from __future__ import annotations

from collections.abc import Mapping

from autograder.anatomy.source import ModelSource
from autograder.anatomy.unknown import is_known
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    count = len(model.anatomy.outputs)
    for fit in model.training.fits:
        weights = fit.arguments.get("class_weight")
        if count > 1 and fit.certain and isinstance(weights, Mapping) and is_known(list(weights)) and not fit.guarded:
            yield Fault(f"Keras takes class_weight for one output only, and this model has {count}.", fit.place)


RULE = Rule(
    level=Level.ERROR,
    title="class weights for several outputs",
    instead="Give a sample_weight for each output instead.",
    model=_look,
    about=("class_weight",),
)
