"""# Augmented validation images

**What it sees.** The validation images come from a generator that turns, shifts, zooms or flips them at random.

**Why it hurts.** Validation asks how good the model is on images as they come. Images that are changed anew in each
epoch are harder, and other ones every time: the curve lies too low, and jumps, so that callbacks which watch it act
by chance.

**Example.**

```python
import keras
from keras.src.legacy.preprocessing.image import ImageDataGenerator

reader = ImageDataGenerator(rescale=1 / 255, rotation_range=40, horizontal_flip=True)
train = reader.flow_from_directory("train", target_size=(150, 150), class_mode="binary")
valid = reader.flow_from_directory("valid", target_size=(150, 150), class_mode="binary")
model = keras.Sequential([
    keras.Input((150, 150, 3)),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, epochs=10, validation_data=valid)  # ← here
```

**Instead.**

```python
import keras
from keras.src.legacy.preprocessing.image import ImageDataGenerator

reader = ImageDataGenerator(rescale=1 / 255, rotation_range=40, horizontal_flip=True)
train = reader.flow_from_directory("train", target_size=(150, 150), class_mode="binary")
valid = ImageDataGenerator(rescale=1 / 255).flow_from_directory("valid", target_size=(150, 150), class_mode="binary")
model = keras.Sequential([
    keras.Input((150, 150, 3)),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, epochs=10, validation_data=valid)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, called, keyword, walk
from autograder.anatomy.training import Data
from autograder.rules.looks.scopes import steps_of
from autograder.rules.looks.words import AUGMENTS, RANDOM
from autograder.rules.rule import Fault, Faults, Found, Level, Rule


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        checked = fit.validation_data
        if isinstance(checked, Data) and checked.done("generator"):
            met = [step.name for step in checked.done(*AUGMENTS) if step.what not in (0, 0.0, False)]
            if met:
                yield Fault(f"The validation images are changed at random, too: {', '.join(met)}.", fit.place)


def _augmented(text: Text) -> Found:
    """Random changes that are mapped over the validation data."""
    functions = {name: ast.unparse(node) for name, node in text.functions.items()}
    makers = {name: ast.unparse(value) for name, values in text.values.items() for value in values}
    random = {name for name, made in makers.items() if any(word in made for word in RANDOM)}
    for fit in text.calls({"fit"}):
        checked = keyword(fit, "validation_data")
        for value in text.values.get(checked.id, ()) if isinstance(checked, ast.Name) else ():
            for step in (*walk(value), *steps_of(text.functions.get(called(value)), value)):
                given = step.args[0] if isinstance(step, ast.Call) and called(step) == "map" and step.args else None
                body = (
                    functions.get(given.id, "")
                    if isinstance(given, ast.Name)
                    else ast.unparse(given)
                    if given
                    else ""
                )
                changes = any(word in body for word in RANDOM) or any(f"{name}(" in body for name in random)
                if changes and "training=False" not in body and isinstance(step, ast.Call):
                    yield "The validation images are changed at random, too, by the function of this map.", step


RULE = Rule(
    level=Level.WARNING,
    title="augmented validation images",
    instead="Read the validation images with a generator of their own, which only scales them.",
    model=_look,
    text=_augmented,
    exact=True,
)
