"""# Rows that the input does not take

**What it sees.** The shape of the data is known, from the calls that make them, from a known data set, or from the
size of the images that are read from a folder, and the model's input takes rows of another shape.

**Why it hurts.** The first layer with weights has them for another number of columns, and a functional model compares
each batch with its input: Keras raises a `ValueError` at the first one. Only a last axis of one is added or taken
away by itself.

**Example.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((784,)),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)  # ← here
```

**Instead.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((784,)),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train.reshape(-1, 784) / 255, y_train)
```
"""

from __future__ import annotations

from collections import Counter

from autograder.anatomy.shapes import product
from autograder.anatomy.source import ModelSource
from autograder.rules import feeding, sizes
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for meal in feeding.meals(model):
        if not meal.is_one_row and feeding.refused(model, meal):
            yield Fault(_said(meal), meal.event.place)


def _said(meal: feeding.Meal) -> str:
    row, wanted = meal.shape[1:], meal.wanted
    if meal.lacks_an_axis:
        axes = f"The data have {len(meal.shape)} axes, but the input takes {len(wanted) + 1}"
        return f"{axes}: rows, and {_shown(wanted)} for each of them."
    said = f"A row has the shape {_shown(row)}, but the input takes {_shown(wanted)}"
    if meal.shape[0] is not None and meal.shape[0] in wanted and meal.shape[0] not in row:
        return f"{said}: {meal.shape[0]} is the number of rows; the shape of a row is `shape[1:]`."
    if Counter(row) == Counter(wanted):
        return f"{said}: its axes are in another order."
    if None not in row and product(row) == product(wanted):
        return f"{said}: reshape the rows, or begin the model with a Flatten or a Reshape."
    return f"{said}."


def _shown(shape: tuple[int | None, ...]) -> str:
    return f"({shape[0] or '?'},)" if len(shape) == 1 else sizes.shown(shape)


RULE = Rule(
    level=Level.ERROR,
    title="rows that the input does not take",
    instead="Give the input the shape of one row, `x.shape[1:]`, or give the rows the shape of the input.",
    model=_look,
    about=("x", 0),
)
