"""# Weights under other names

**What it sees.** `load_weights(…, by_name=True)` reads a file that another model of the program wrote, and no layer
with weights has the same name in both.

**Why it hurts.** By name, Keras gives weights to the layers that are called like those in the file, and passes over
all others without a word. Here that is every layer: the model begins with random weights.

**Example.**

```python
import keras
from keras import layers

old = keras.Sequential([keras.Input((8,)), layers.Dense(16, name="first"), layers.Dense(3, name="kinds")])
old.save_weights("old.h5")
new = keras.Sequential([keras.Input((8,)), layers.Dense(16, name="hidden"), layers.Dense(5, name="answer")])
new.load_weights("old.h5", by_name=True)  # ← here
```

**Instead.**

```python
import keras
from keras import layers

old = keras.Sequential([keras.Input((8,)), layers.Dense(16, name="first"), layers.Dense(3, name="kinds")])
new = keras.Sequential([keras.Input((8,)), layers.Dense(16, name="hidden"), layers.Dense(5, name="answer")])
new.layers[0].set_weights(old.layers[0].get_weights())
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import WEIGHTED
from autograder.anatomy.source import ModelSource, Program
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    for model in program.models:
        for use in model.training.uses("load_weights"):
            if use.arguments.get("by_name") is not True:
                continue
            path = use.arguments.get("filepath")
            writers = [other for other in program.models if isinstance(path, str) and _writes(other, path)]
            mine, theirs = _names(model), _names(writers[0]) if len(writers) == 1 else set()
            if use.sure and mine and theirs and not mine & theirs:
                said = f"The file has {_shown(theirs)}, and this model {_shown(mine)}"
                yield Fault(f"{said}: nothing is loaded.", use.place)


def _writes(model: ModelSource, path: str) -> bool:
    return any(use.arguments.get("filepath") == path for use in model.training.uses("save", "save_weights"))


def _names(model: ModelSource) -> set[str]:
    """The names of the layers with weights; empty if one of them has none of its own, or is not known."""
    pairs = zip(model.anatomy.operations, model.layers, strict=True)
    calls = [call for operation, call in pairs if operation.kind in WEIGHTED]
    given = [call.arguments.get("name") if call else None for call in calls]
    found = {name for name in given if isinstance(name, str)}
    return found if model.complete and len(found) == len(given) else set()


def _shown(names: set[str]) -> str:
    return ", ".join(sorted(names))


RULE = Rule(
    level=Level.ERROR,
    title="weights under other names",
    instead="Give the layers that shall share weights the same names, or copy them layer by layer.",
    program=_look,
)
