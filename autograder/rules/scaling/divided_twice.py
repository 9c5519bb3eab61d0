"""# Divided twice

**What it sees.** Images are divided by 255 (or so) twice: in the data and again in the data, or in the data and
then by a `Rescaling` layer, or before a network of `keras.applications` that divides by itself. Or
`convert_image_dtype` has brought bytes to numbers from 0 to 1 before.

**Why it hurts.** What is left goes from 0 to 0.004: the images are all but black, and the first layers see almost
nothing but their own bias. A pretrained network sees nothing it knows.

**Example.**

```python
import keras

(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = x_train / 255
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),  # ← here
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=5)
```

**Instead.**

```python
import keras

(x_train, y_train), _ = keras.datasets.cifar10.load_data()
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=5)
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.kinds import UNKNOWN, WEIGHTED
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Step
from autograder.rules import asking, fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

_DIVIDE_THEMSELVES = ("EfficientNetB", "EfficientNetV2", "ConvNeXt", "MobileNetV3", "RegNet")


def _look(model: ModelSource) -> Faults:
    inside = _divides(model)
    for fit in model.training.fits:
        times = _divisions(fit.x) if isinstance(fit.x, Data) else 0
        if times > 1:
            yield Fault("These images were divided by 255 twice before they come here.", fit.place)
        elif times == 1 and inside is not None:
            yield asking.of_layer(model, inside, "divides again what the program has divided already.")


def _divisions(x: Data) -> int:
    """How often data were divided by 255 or so, and nothing else was done to their numbers."""
    times = 0
    for step in x.steps:
        if _tiny(step):
            times += 1
        elif not fitting.keeps_numbers(step):
            return 0
    return times


def _tiny(step: Step) -> bool:
    if type(step.what) not in (int, float):
        return False
    return (step.name == "divide" and 127 <= step.what <= 256) or (step.name == "multiply" and _small(step.what))


def _small(factor: Any) -> bool:
    return isinstance(factor, int | float) and 1 / 256 <= factor <= 1 / 127


def _divides(model: ModelSource) -> int | None:
    """The first operation that divides its input by 255 or so, if it gets the numbers as they come."""
    stop = WEIGHTED | {"rescaling", UNKNOWN}
    starts = model.anatomy.positions("input")
    met = model.anatomy.downstream(starts[0], stop) if len(starts) == 1 else set()
    for position in sorted(met):
        operation, call = model.anatomy.operations[position], model.layers[position]
        if operation.kind == "rescaling":
            return position if _small(operation.settings.get("scale")) else None
        if operation.kind == UNKNOWN:
            whole = call is not None and call.name.startswith(_DIVIDE_THEMSELVES)
            told = call.arguments.get("include_preprocessing", True) if call is not None else None
            pretrained = call is not None and call.arguments.get("weights", "imagenet") == "imagenet"
            return position if whole and pretrained and told is True else None
        if operation.kind not in fitting.PASSES:
            return None
    return None


RULE = Rule(
    level=Level.WARNING,
    title="divided twice",
    instead="Divide once: in the data or in the model.",
    model=_look,
    misuses=("divided",),
    claims=("rules/divided-twice",),
)
