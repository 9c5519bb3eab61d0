"""# Pixels made larger

**What it sees.** Images from files, or of a data set of Keras, are multiplied by a number above one, or divided by
one below it, so that they go far beyond 255; `1/.255` for `1/255.` is the usual slip. The network has no norm that
would undo it, or it is trained on other numbers.

**Why it hurts.** Weights start for inputs around one: a network that is trained on numbers up to 1000 starts certain
and wrong. If only the images of the validation are treated so, the network sees numbers that it never saw in
training, and the validation tells nothing: not which epoch is best, and not whether it learns.

**Example.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

train_reader = ImageDataGenerator(rescale=1/255.)
valid_reader = ImageDataGenerator(rescale=1/.255)  # ← here
train = train_reader.flow_from_directory("train", target_size=(64, 64), class_mode="binary")
valid = valid_reader.flow_from_directory("valid", target_size=(64, 64), class_mode="binary")
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```

**Instead.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

train_reader = ImageDataGenerator(rescale=1/255.)
valid_reader = ImageDataGenerator(rescale=1/255.)
train = train_reader.flow_from_directory("train", target_size=(64, 64), class_mode="binary")
valid = valid_reader.flow_from_directory("valid", target_size=(64, 64), class_mode="binary")
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid, epochs=5)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, argument_at, called, constant, keyword
from autograder.anatomy.training import Data, Step
from autograder.rules import asking, feeding, fitting
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_MOST, _FAR = 256, 512  # the largest pixel, and far more
_SLIPS = (0.255, 2.55)  # 255 with a point in it


def _look(program: Program) -> Faults:
    told = [(program.text.place(node), said) for said, node in program.text.once(_in_text)]
    yield from (Fault(said, place) for place, said in told)
    lines = {(place.cell, place.line) for place, _ in told}
    for model in program.models:
        for fault in (*_of_data(model), *_of_layer(model)):
            if fault.place is None or (fault.place.cell, fault.place.line) not in lines:
                yield fault


def _of_data(model: ModelSource) -> Faults:
    """Images that are made larger before a model sees them."""
    trained = [fitting.reach(fit.x) for fit in model.training.fits]
    apart = bool(trained) and all(ends is not None and fitting.largest(ends) <= _MOST for ends in trained)
    for data in _shown(model) if apart or fitting.takes_raw(model) else ():
        step, top = _enlarged(data), fitting.largest(fitting.reach(data))
        if step is not None and top > _FAR:
            yield Fault(f"After this the pixels of these images go up to {top:g}.", step.place or data.place)


def _shown(model: ModelSource) -> Iterator[Data]:
    """All images that a model is trained on, checked on, or asked about."""
    given: list[Any] = []
    for fit in model.training.fits:
        checked = fit.validation_data
        given += [fit.x, checked[0] if isinstance(checked, tuple) and checked else checked]
    given += [use.arguments.get("x") for use in model.training.uses("evaluate", *feeding.ANSWERS)]
    yield from (data for data in given if isinstance(data, Data) and fitting.is_image(data))


def _enlarged(data: Data) -> Step | None:
    """The step that makes pixels larger than pixels are."""
    for at, step in enumerate(data.steps):
        before, after = (fitting.reach(replace(data, steps=data.steps[:end])) for end in (at, at + 1))
        if fitting.largest(before) <= _MOST and fitting.largest(after) > _FAR:
            return step if step.name in {"multiply", "divide"} and step.other is None else None
    return None


def _of_layer(model: ModelSource) -> Faults:
    """Images as they are, and a layer at the beginning that makes them larger."""
    tops = [fitting.largest(fitting.reach(fit.x)) for fit in model.training.fits
            if isinstance(fit.x, Data) and fitting.is_image(fit.x)]  # fmt: skip
    for position in model.anatomy.positions("rescaling"):
        source = asking.before(model, position)
        first = source is not None and model.anatomy.operations[source].kind == "input"
        scale, offset = (asking.setting(model, position, name, 0) for name in ("scale", "offset"))
        if first and tops and isinstance(scale, int | float) and offset == 0 and min(tops) * scale > _FAR:
            yield asking.of_layer(model, position, f"makes pixels of these images go up to {max(tops) * scale:g}.")


def _in_text(text: Text) -> Found:
    """``rescale=1/.255``: of 255 there is no other reading."""
    for call in text.calls({"ImageDataGenerator", "Rescaling"}):
        layer = called(call) == "Rescaling"
        scale = argument_at(call, 0, "scale") if layer else keyword(call, "rescale")
        factor = text.resolved(scale) if scale is not None else None
        divided = isinstance(factor, ast.BinOp) and isinstance(factor.op, ast.Div) and constant(factor.left) == 1
        by = constant(factor.right) if divided and isinstance(factor, ast.BinOp) else None
        shifted = layer and argument_at(call, 1, "offset") is not None
        if by in _SLIPS and not shifted:
            yield f"1/{by:g} is no 1/255: pixels go up to {255 / by:g}.", scale or call


RULE = Rule(
    level=Level.WARNING,
    title="pixels made larger",
    instead="Divide pixels by 255, in the training and wherever else the model sees them.",
    program=_look,
    exact=True,
)
