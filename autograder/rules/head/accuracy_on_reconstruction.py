"""# Accuracy of a reconstruction

**What it sees.** A model is fitted to its own inputs, as an autoencoder is, and reports an accuracy.

**Why it hurts.** Accuracy counts answers that equal a class. A reconstruction has none: for several units Keras
compares which of them is the largest, for one channel it asks whether a value above 0.5 equals the pixel. The number
says how many pixels are exactly black, not how good the reconstruction is.

**Example.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train.reshape(-1, 784) / 255

model = keras.Sequential([
    keras.Input((784,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(784, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])  # ← here
model.fit(x_train, x_train)
```

**Instead.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train.reshape(-1, 784) / 255

model = keras.Sequential([
    keras.Input((784,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(784, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["mae"])
model.fit(x_train, x_train)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Fit
from autograder.rules import asking, targets
from autograder.rules.rule import Fault, Faults, Level, Rule

_COUNTS = frozenset({"accuracy", "binary_accuracy", "categorical_accuracy"})


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in asking.DISTANCES | asking.YES_OR_NO or head.function == "softmax":
            continue
        metric = targets.judges_classes(model, event, head.number, _COUNTS)
        if metric and any(_is_own_target(fit) for fit in targets.fits_of(model, event)):
            said = f"The model is fitted to its own inputs, but the metric is {metric.name}: it counts equal classes."
            yield Fault(said, metric.place)


def _is_own_target(fit: Fit) -> bool:
    """Whether the same array is input and target; the accuracy of rows of 0 and 1 means something."""
    if isinstance(fit.x, Data) and (fit.x.done("one_hot", "unknown") or targets.reach(fit.x) is not None):
        return False
    return isinstance(fit.x, Data) and fit.x is fit.y


RULE = Rule(
    level=Level.WARNING,
    title="accuracy of a reconstruction",
    instead="Watch the loss, or report the mean absolute error.",
    model=_look,
    learn="autoencoder#probe-the-word",
    claims=("rules/accuracy-on-reconstruction",),
)
