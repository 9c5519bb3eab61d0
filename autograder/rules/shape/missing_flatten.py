"""# Flatten missing

**What it sees.** A classifier or a regression ends in a dense layer that works on maps: nothing between the
convolutions (or the image) and the output makes one row of numbers per image. The labels are known to be one per
image, or the loss is one of classes and the maps have another size than the image, so that they cannot be labels for
each pixel.

**Why it hurts.** A dense layer works on the last axis only and gives an answer for every pixel. Losses of classes
raise a `ValueError` because labels and answers differ in their axes; a squared error compares every answer with every
label.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Dense(10, activation="softmax"),  # ← here
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_ON_THE_WAY = sizes.KEEPS | sizes.WINDOWS | {"conv", "dense", "input", "embedding", "recurrent"}


def _look(model: ModelSource) -> Faults:
    for head, loss, _, shape, fewer in sizes.misplaced_targets(model):
        path = list(sizes.path_back(model, head.layer))
        operations = [model.anatomy.operations[step] for step in path]
        plain = {operation.kind for operation in operations} <= _ON_THE_WAY and path
        back_up = any(operation.settings.get("transpose") for operation in operations)
        classes = loss.name in asking.PROBABILITIES
        whatever_comes_before = fewer is True and classes and len(shape or ()) > 2
        if not whatever_comes_before and (not plain or not sizes.is_input(model, path[-1]) or back_up):
            continue
        if "recurrent" in {operation.kind for operation in operations} and fewer is not None:
            continue  # return-sequences-left-on
        certain = fewer is True
        if certain or (fewer is None and classes and _shrunk(model, path)):
            said = f"gives {sizes.shown(shape)} for each row: its input was never flattened."
            yield asking.of_layer(model, head.layer, said)


def _shrunk(model: ModelSource, path: list[int]) -> bool:
    """Whether maps of another size than the images arrive, and no layer was told to answer for every place.

    Or a sequence that was pooled, so that no label of a step has one of its own.
    """
    every = shapes(model.anatomy)
    first, last = every[path[-1]], every[path[0]]
    pooled = any(model.anatomy.operations[step].kind in sizes.WINDOWS for step in path)
    if pooled and first and last and len(first) == len(last) == 2:
        return None not in (first[0], last[0]) and first[0] != last[0]
    convolves = any(model.anatomy.operations[step].settings.get("rank") == 2 for step in path)
    known = first and last and len(first) == len(last) == 3 and None not in (*first, *last)
    return bool(known and first and last and convolves and first[:2] != last[:2])


RULE = Rule(
    level=Level.ERROR,
    title="flatten missing",
    instead="Write Flatten() or GlobalAveragePooling2D() before the dense layers.",
    model=_look,
)
