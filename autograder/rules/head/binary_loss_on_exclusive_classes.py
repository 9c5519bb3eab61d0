"""# A binary loss on exclusive classes

**What it sees.** The labels are one-hot rows, one class for each row, of three classes or more; the output layer ends
in `sigmoid`, and the loss is binary cross-entropy.

**Why it hurts.** Each unit is asked for a yes or no by itself. Nearly all cells of one-hot rows are 0, so a model
that says no everywhere has an accuracy of `1 - 1/classes`: Keras counts cells here, not rows.

**Example.**

```python
import keras

(x_train, y_train), _ = keras.datasets.mnist.load_data()
model = keras.Sequential([
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="sigmoid"),  # ← here
])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train / 255, keras.utils.to_categorical(y_train, 10))
```

**Instead.**

```python
import keras

(x_train, y_train), _ = keras.datasets.mnist.load_data()
model = keras.Sequential([
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train / 255, keras.utils.to_categorical(y_train, 10))
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, targets
from autograder.rules.rule import Faults, Level, Rule

_SEVERAL = 3


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if head.function != "sigmoid" or loss.name not in asking.YES_OR_NO or (head.units or 0) < _SEVERAL:
            continue
        known = [targets.labels(data) for data in targets.of(model, event, head.number)]
        known += [targets.directory_labels(model, fit) for fit in targets.fits_of(model, event)]
        if "categorical" in known:
            name = asking.layer_name(model, head.layer)
            said = f"A row has one of {head.units} classes, and {name} is asked about each of them by itself"
            yield asking.at(model, head.at, f"{said}: the accuracy counts cells, nearly all of which are 0.")


RULE = Rule(
    level=Level.NOTE,
    title="a binary loss on exclusive classes",
    instead="Take softmax with categorical cross-entropy.",
    model=_look,
    about=("activation",),
)
