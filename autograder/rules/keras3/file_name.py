"""# File name that Keras 3 refuses

**What it sees.** `save`, `save_weights` or a `ModelCheckpoint` is given a file name with another ending than Keras 3
takes: models end in `.keras` (or `.h5`), weights in `.weights.h5`.

**Why it hurts.** Keras 3 raises a `ValueError`; for `save` after the training, when what was learnt is lost. A folder
in the format of TensorFlow is written by `model.export`.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.save_weights("weights.h5")  # ← here
model.save("model")  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.save_weights("model.weights.h5")
model.save("model.keras")
```
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Fit, Made, Use
from autograder.rules.rule import Fault, Faults, Level, Rule

_MODELS, _WEIGHTS = (".keras", ".h5"), (".weights.h5",)


def _look(model: ModelSource) -> Faults:
    for event in model.training.events:
        if event.guarded:
            continue
        if isinstance(event, Use) and event.method in {"save", "save_weights"} and event.arguments:
            endings = (*_MODELS, ".hdf5") if event.method == "save" else _WEIGHTS
            if _refused(event.arguments.get("filepath"), endings):
                yield Fault(_message(event.arguments["filepath"], endings), event.place)
        for made in event.callbacks if isinstance(event, Fit) and isinstance(event.callbacks, tuple) else ():
            yield from _in_callback(made)


def _in_callback(made: Any) -> Faults:
    if not isinstance(made, Made) or made.name != "ModelCheckpoint" or made.own:
        return
    only_weights = made.arguments.get("save_weights_only", False)
    endings = _WEIGHTS if only_weights is True else _MODELS
    if isinstance(only_weights, bool) and _refused(made.arguments.get("filepath"), endings):
        yield Fault(_message(made.arguments["filepath"], endings), made.place)


def _refused(name: Any, endings: tuple[str, ...]) -> bool:
    return isinstance(name, str) and not name.endswith(endings)


def _message(name: str, endings: tuple[str, ...]) -> str:
    return f"Keras 3 refuses to write {name!r}: the name must end in {endings[0]}."


RULE = Rule(
    level=Level.ERROR,
    title="file name that Keras 3 refuses",
    instead="End the names of models in .keras and those of weights in .weights.h5.",
    model=_look,
    speaks_for=("keras3/file-ending",),
    about=("filepath", 0),
)
