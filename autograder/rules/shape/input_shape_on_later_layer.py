"""# Input shape on a later layer

**What it sees.** `input_shape=` or `input_dim=` in a layer that is not the first.

**Why it hurts.** Keras takes the shape from the layer before and ignores this one: it does nothing, and where it
differs from what really arrives it misleads the reader.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(8, activation="relu"),
    layers.Dense(1, input_shape=(16,)),  # ← here
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(8, activation="relu"),
    layers.Dense(1),
])
```
"""

from __future__ import annotations

from collections.abc import Iterator

from autograder.anatomy.kinds import UNKNOWN
from autograder.anatomy.source import LayerCall, ModelSource, Program
from autograder.anatomy.unknown import Place
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_KEYS = ("input_shape", "input_dim", "batch_input_shape")


def _look(program: Program) -> Faults:
    first = {place for model in program.models for place in _first(model)}
    first |= {met.place for met in program.spellings if met.old.startswith("Dense(")}  # Keras 0: Dense(in, out)
    for model in program.models:
        for position, call in enumerate(model.layers):
            keys = [key for key in _KEYS if call and key in call.arguments]
            if call is None or not keys or call.place in first or _means_another(model, position, call):
                continue
            if asking.before(model, position) is not None:
                name = asking.layer_name(model, position)
                yield asking.at(model, position, f"{keys[0]} of {name} is ignored: it is not the first layer.")


def _means_another(model: ModelSource, position: int, call: LayerCall) -> bool:
    """Whether the argument is no input shape of a layer: the size of a vocabulary, or a whole model's own."""
    return model.anatomy.operations[position].kind == UNKNOWN or call.name.endswith("Embedding")


def _first(model: ModelSource) -> Iterator[Place | None]:
    """Where layers are made that a model begins with, also if it begins in the middle of another."""
    if model.form == "sequential" and model.anatomy.operations:
        yield from model.locations[:2]
    for position in range(len(model.anatomy.operations)):
        if sizes.is_input(model, position):
            yield model.locations[position]


RULE = Rule(
    level=Level.NOTE,
    title="input shape on a later layer",
    instead="Leave it out.",
    program=_look,
)
