"""# Images not divided

**What it sees.** Images whose numbers go from 0 to 255 — a data set of `keras.datasets`, files from a directory —
reach the first layer with weights as they are: nothing divides them, neither in the data nor in the model, and no
norm follows the first layer.

**Why it hurts.** Weights start so that inputs around one give sums around one. Inputs a hundred times larger give
sums a hundred times larger, and gradients too: a softmax starts certain and wrong, sigmoids start flat, and the
first steps throw the network far away.

**Example.**

```python
import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = keras.Sequential([
    keras.layers.Flatten(),
    keras.layers.Dense(128, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train, epochs=5, validation_data=(x_test, y_test))  # ← here
```

**Instead.**

```python
import keras

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(128, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train, epochs=5, validation_data=(x_test, y_test))
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import fitting
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    if not fitting.takes_raw(model):
        return
    for fit in model.training.fits:
        if isinstance(fit.x, Data) and fitting.is_image(fit.x) and fitting.largest(fitting.reach(fit.x)) > 100:
            top = fitting.largest(fitting.reach(fit.x))
            yield Fault(f"These images hold numbers up to {top:g}, and nothing scales them.", fit.place)


RULE = Rule(
    level=Level.WARNING,
    title="images not divided",
    instead="Divide images by 255, or begin the model with Rescaling(1 / 255).",
    model=_look,
    claims=("rules/images-not-divided",),
    about=("x", 0),
)
