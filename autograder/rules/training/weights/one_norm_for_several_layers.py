"""# One batch norm for several layers

**What it sees.** One `BatchNormalization` is made once and called behind several layers of a model that do not share
their weights: made before a loop, given to a function that makes blocks, or kept as the one `self.bn` of a class. One
that stands behind layers which are shared as well, as in twins or in the steps of a recurrence, is left alone; so is
one that is frozen.

**Why it hurts.** A batch norm remembers one mean and one deviation for each channel. In training each place takes
them from its own batch, and all goes well. Where the model is asked, all places use the remembered ones, a mixture
that fits none of them. The validation is far worse than the training, and jumps.

**Example.**

```python
import keras
from keras import layers

norm = layers.BatchNormalization()  # ← here
image = keras.Input((32, 32, 3))
x = image
for _ in range(3):
    x = layers.Conv2D(32, 3, padding="same", use_bias=False)(x)
    x = layers.ReLU()(norm(x))
x = layers.GlobalAveragePooling2D()(x)
model = keras.Model(image, layers.Dense(10, activation="softmax")(x))
```

**Instead.**

```python
import keras
from keras import layers

image = keras.Input((32, 32, 3))
x = image
for _ in range(3):
    x = layers.Conv2D(32, 3, padding="same", use_bias=False)(x)
    x = layers.ReLU()(layers.BatchNormalization()(x))
x = layers.GlobalAveragePooling2D()(x)
model = keras.Model(image, layers.Dense(10, activation="softmax")(x))
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import INPUT, UNKNOWN, WEIGHTED
from autograder.anatomy.source import ModelSource, Program
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_NORM = "batch_norm"
_FROZEN = frozenset({"trainable", "training"})


def _look(program: Program) -> Faults:
    """Each batch norm that stands behind layers of its own in several places, once in a program."""
    met = set()
    for model in sorted(program.models, key=lambda one: -len(one.anatomy.operations)):
        for places in _uses(model).values():
            here = paths.origin(model, places[0])
            if here not in met and _mixes(model, places):
                met.add(here)
                said = f"One batch norm stands at {len(places)} places, behind layers of their own"
                yield asking.at(model, places[0], f"{said}: it remembers one mean for all of them.")


def _uses(model: ModelSource) -> dict[int, list[int]]:
    """The places of each batch norm that learns, by the number of its weights."""
    found: dict[int, list[int]] = {}
    for position in model.anatomy.positions(_NORM):
        found.setdefault(model.anatomy.operations[position].weights, []).append(position)
    operations = model.anatomy.operations
    return {
        shared: places
        for shared, places in found.items()
        if len(places) > 1 and not any(operations[position].settings.keys() & _FROZEN for position in places)
    }


def _mixes(model: ModelSource, places: list[int]) -> bool:
    """Whether two of the places follow one another, or begin at the same values, behind layers of their own."""
    behind = [_layers_before(model, position) for position in places]
    pairs = [(one, other) for other in range(len(places)) for one in range(other)]
    return any(
        behind[one] and behind[other] and behind[one].isdisjoint(behind[other])
        for one, other in pairs
        if places[one] in model.anatomy.upstream(places[other]) or _begin_together(model, places[one], places[other])
    )


def _layers_before(model: ModelSource, position: int) -> set[int]:
    """The weights of the nearest layers that mix values before a place; none where one of them is not known."""
    near = _nearest(model, position)
    if any(paths.kind(model, one) == UNKNOWN for one in near):
        return set()
    return {model.anatomy.operations[one].weights for one in near if paths.kind(model, one) in WEIGHTED}


def _nearest(model: ModelSource, position: int) -> set[int]:
    return model.anatomy.upstream(position, WEIGHTED | {UNKNOWN, INPUT})


def _begin_together(model: ModelSource, one: int, other: int) -> bool:
    """Whether the layers before two places read the same values, as those of two branches do."""
    read = [
        {source for layer in _nearest(model, place) for source in model.anatomy.operations[layer].inputs}
        for place in (one, other)
    ]
    return len(read[0]) == 1 and read[0] == read[1]


RULE = Rule(
    level=Level.WARNING,
    title="one batch norm for several layers",
    instead="Make a new BatchNormalization at each place.",
    program=_look,
    exact=True,
)
