"""# Sorted by class, and not shuffled

**What it sees.** Data that come sorted by their class — from a directory with a folder for each class, or one of the
sorted data sets of scikit-learn — are trained on with `shuffle=False`.

**Why it hurts.** A batch then holds one class only. The network learns to answer that class, and at the end of the
epoch it has forgotten the first ones; what batch norm measures is the class, too.

**Example.**

```python
import keras

train = keras.utils.image_dataset_from_directory("flowers/train", shuffle=False)
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(5, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=20)  # ← here
```

**Instead.**

```python
import keras

train = keras.utils.image_dataset_from_directory("flowers/train")
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(5, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=20)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Fit
from autograder.rules.rule import Fault, Faults, Level, Rule

_FOLDERS = frozenset({"flow_from_directory", "image_dataset_from_directory", "text_dataset_from_directory"})
_SORTED = frozenset({"sklearn.datasets.load_iris", "sklearn.datasets.load_wine"})
_HARMLESS = frozenset({"prefetch", "cache", "generator", "batch", "repeat"})


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        if isinstance(fit.x, Data) and (_folder(fit.x) or _table(fit.x, fit)):
            yield Fault(f"{fit.x.origin} gives its rows class by class, and nothing shuffles them.", fit.place)


def _folder(x: Data) -> bool:
    one_label = x.given.get("class_mode", "") is not None and x.given.get("label_mode", "") is not None
    labelled = one_label and x.given.get("labels", "inferred") == "inferred" and x.given.get("class_mode") != "input"
    untouched = not x.done("shuffle", "unknown")
    return x.origin in _FOLDERS and x.given.get("shuffle", True) is False and labelled and untouched


def _table(x: Data, fit: Fit) -> bool:
    mixed = any(step.name in {"shuffle", "split", "sample", "part", "unknown"} for step in x.steps)
    return x.origin in _SORTED and fit.shuffle is False and not mixed


RULE = Rule(
    level=Level.NOTE,
    title="sorted by class, and not shuffled",
    instead="Leave shuffle on for training; only data to predict from must keep their order.",
    model=_look,
    claims=("rules/shuffle-off",),
    about=("shuffle",),
)
