"""# Scaled labels

**What it sees.** The labels of a known data set, which are numbers of classes, are divided, multiplied or scaled, and
then meet a loss for classes. Or any labels went through a `StandardScaler`, with the other columns of their table.

**Why it hurts.** The loss takes a label for the number of a unit. Label 7 divided by 255 is 0.03, which is cut to 0:
nearly every row seems to belong to the first class. The loss becomes small at once, and the model has learned to say
0.

**Example.**

```python
import keras

(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train, y_train = x_train / 255, y_train / 255
model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)  # ← here
```

**Instead.**

```python
import keras

(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train / 255
model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Step
from autograder.rules import asking, targets
from autograder.rules.rule import Fault, Faults, Level, Rule

_KEEPS = frozenset(
    {"astype", "reshape", "expand_dims", "rows", "split", "shuffle", "squeeze", "ravel", "flatten", "part"}
)

_SPREADS = frozenset({"StandardScaler", "RobustScaler"})


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        for fit in targets.fits_of(model, event) if loss.name in asking.PROBABILITIES else ():
            given = targets.given_to(model, fit, head.number)
            first = given and next((step for step in given.steps if step.name not in _KEEPS), None)
            whole = loss.name == "sparse_categorical_crossentropy" or (given is not None and _are_labels(given))
            if given and first and (_spreads(first) or (whole and _scales(first))):
                yield Fault("The labels are numbers of classes, and something scales them.", fit.place)


def _are_labels(data: Data) -> bool:
    return targets.are_known(data) or (data.origin.endswith((".randint", ".integers")) and "range" in data.given)


def _spreads(step: Step) -> bool:
    """Whether no label of a class stays a whole number."""
    return step.name == "scaler" and step.what in _SPREADS


def _scales(step: Step) -> bool:
    number = type(step.what) in (int, float) and abs(step.what) != 1
    return step.name == "scaler" or (step.name in {"divide", "multiply"} and number)


RULE = Rule(
    level=Level.ERROR,
    title="scaled labels",
    instead="Scale the inputs only: labels stay the numbers of their classes.",
    model=_look,
)
