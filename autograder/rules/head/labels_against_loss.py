"""# Labels in the wrong form for the loss

**What it sees.** The data's way through the program tells the form of its labels, and the loss wants another:
`sparse_categorical_crossentropy` gets one-hot rows, `categorical_crossentropy` gets numbers of classes, a binary loss
gets labels such as -1 or 2, masks that the program itself has cut into 0 and 255, or one-hot rows for one unit,
`kl_divergence` gets numbers of classes; or images with `class_mode="binary"` meet a network with several classes. It
looks at the labels of validation and test as well.

**Why it hurts.** The sparse loss reads one number per row, the other reads one column per class. The shapes do not
fit, and the program stops in the first batch. A binary loss takes any number for a probability: labels beyond 0 and 1
push it below zero without end.

**Example.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)  # ← here
```

**Instead.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
```
"""

from __future__ import annotations

import ast
from typing import Any

from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, keyword
from autograder.anatomy.training import Compile, Data, Fit, Made, Use
from autograder.anatomy.unknown import Place
from autograder.rules import asking, targets
from autograder.rules.rule import Fault, Faults, Found, Level, Rule


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        for fit in targets.fits_of(model, event):
            yield from (Fault(fault, fit.place) for fault in _of_fit(model, head, loss, fit))
        yield from _tested(model, head, loss, event)


def _tested(model: ModelSource, head: asking.Head, loss: Made, compiled: Compile) -> Faults:
    """Labels of a test, or of a validation, in another form than those of the training."""
    given: list[tuple[Any, Place | None]] = []
    for event in model.training.events if len(model.anatomy.outputs) == len(model.training.compiles) == 1 else ():
        if isinstance(event, Use) and event.method == "evaluate" and event.certain:
            given.append((event.arguments.get("y"), event.place))
        elif isinstance(event, Fit) and isinstance(event.validation_data, tuple) and event.validation_data[1:]:
            given.append((event.validation_data[1], event.place))
    trained = [fault for fit in targets.fits_of(model, compiled) for fault in _of_fit(model, head, loss, fit)]
    for data, place in given if not trained else ():
        fault = _wrong_form(loss.name, targets.form(data), head) if isinstance(data, Data) else ""
        if fault:
            yield Fault(fault, place)


def _of_fit(model: ModelSource, head: asking.Head, loss: Made, fit: Fit) -> list[str]:
    given = targets.given_to(model, fit, head.number)
    form = targets.form(given) if given else targets.directory_labels(model, fit)
    output = shapes(model.anatomy)[model.anatomy.outputs[head.number]]
    form = form or (_each_step(given, output) if given and head.units != 1 else "")
    found = _wrong_form(loss.name, form, head) or _columns(loss.name, given, form, head.units)
    found = found or _beyond(loss.name, given)
    return [found] if found else []


def _each_step(data: Data, output: Shape) -> str:
    """The form of labels that have as many axes as the output, or one less: for each step, or each pixel."""
    shape = data.shape or ()
    if not output or not shape or data.done("reshape", "expand_dims"):
        return ""
    if len(shape) == len(output) + 1 and targets.is_one_hot_by_hand(data) and shape[-1] != 1:
        return "categorical"
    numbers = len(shape) == len(output) > 1 or (len(shape) == len(output) + 1 > 2 and shape[-1] == 1)
    return "sparse" if numbers and shape[1] == output[0] is not None else ""


def _wrong_form(loss: str, form: str, head: asking.Head) -> str:
    if loss == "sparse_categorical_crossentropy" and form == "categorical":
        return f"The labels are one-hot, but {loss} wants the number of the class."
    if form not in {"sparse", "binary"} or head.units == 1 or (head.units is None and head.function != "softmax"):
        return ""
    each = "class" if head.units is None else f"of the {head.units} units"
    if loss == "kl_divergence":
        return f"Each label is one number, but {loss} compares two distributions over the {head.units} units."
    if loss == "sparse_categorical_crossentropy" or loss not in asking.PROBABILITIES:
        return ""
    return f"Each label is one number, but {loss} wants one column for each {each}."


def _columns(loss: str, given: Data | None, form: str, units: int | None) -> str:
    """One-hot rows for one unit; where their number of columns is known, classes-against-units speaks."""
    if form != "categorical" or units != 1 or loss not in asking.PROBABILITIES or (given and targets.classes(given)):
        return ""
    return f"The labels have one column for each class, but {loss} compares them with one unit."


def _beyond(loss: str, given: Data | None) -> str:
    if given is None or given.origin in targets.CLASSES or loss not in asking.YES_OR_NO:
        return ""  # the classes of a known data set: classes-against-units
    reach = targets.reach(given)
    if reach is None or (reach[0] >= 0 and reach[1] <= 1):
        return ""
    return f"The labels reach from {reach[0]} to {reach[1]}, but {loss} wants 0 and 1."


def _two_units(text: Text) -> Found:
    """``ResNet50(weights=None, classes=2)`` on images with ``class_mode="binary"``: one number for two units."""
    for fit in text.calls({"fit", "fit_generator"}):
        owner, rows = getattr(fit.func, "value", None), argument_at(fit, 0, "x", "generator")
        made, reader = (text.resolved(node) if node is not None else None for node in (owner, rows))
        count = keyword(made, "classes") if isinstance(made, ast.Call) else None
        mode = keyword(reader, "class_mode") if isinstance(reader, ast.Call) else None
        classes = getattr(count, "value", None)
        headless = getattr(keyword(made, "include_top"), "value", None) if isinstance(made, ast.Call) else None
        if (
            type(classes) is int
            and classes > 1
            and getattr(mode, "value", None) == "binary"
            and headless is not False
        ):
            yield f"class_mode='binary' gives one number for each image, and the network has {classes} units.", fit


RULE = Rule(
    level=Level.ERROR,
    title="labels in the wrong form for the loss",
    instead="Take the sparse loss for numbers of classes, the other for one-hot rows, 0 and 1 for a binary loss.",
    model=_look,
    text=_two_units,
    about=("y", 1),
)
