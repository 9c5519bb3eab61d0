"""# A mask that does not arrive

**What it sees.** `Masking` or `Embedding(mask_zero=True)` marks the steps that only fill a sequence up. A layer that
carries no mask comes next, such as a convolution, and what it gives is read by a recurrent layer, or by a mean over
the steps.

**Why it hurts.** The mask ends at the first layer that does not carry it; Keras says so in a warning. All that
follows takes the filled-up steps for data: the same sequence gets another answer if it is filled up further.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((None, 3)),
    keras.layers.Masking(mask_value=-1.0),
    keras.layers.Conv1D(16, 5, padding="same"),  # ← here
    keras.layers.GRU(20),
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((None, 3)),
    keras.layers.Masking(mask_value=-1.0),
    keras.layers.GRU(20, return_sequences=True),
    keras.layers.GRU(20),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_LOSE = frozenset({"conv", "max_pool", "average_pool", "flatten"})
_CARRY = sizes.KEEPS | {"dense", "recurrent"}
_HEED = frozenset({"recurrent", "global_average_pool"})


def _look(model: ModelSource) -> Faults:
    for position, call in enumerate(model.layers):
        words = call is not None and call.name == "Embedding" and call.arguments.get("mask_zero") is True
        if words or (call is not None and call.name == "Masking"):
            lost = _first(model, position, _LOSE, _CARRY)
            reader = None if lost is None else _first(model, lost, _HEED, (_CARRY | _LOSE) - _HEED)
            if lost is not None and reader is not None and sizes.axes_wanted(model.anatomy.operations[reader]) == 2:
                taker = asking.layer_name(model, reader)
                yield asking.of_layer(model, lost, f"carries no mask: {taker} takes the filled-up steps for data.")


def _first(model: ModelSource, position: int, wanted: frozenset[str], through: frozenset[str]) -> int | None:
    """The first operation of a kind on the way from another, if the way leads through certain kinds only."""
    step = asking.after(model, position)
    while step is not None and not _is(model, step, wanted):
        step = asking.after(model, step) if _is(model, step, through) else None
    return step


def _is(model: ModelSource, position: int, kinds: frozenset[str]) -> bool:
    """Whether an operation is of one of these kinds, and works on the steps together."""
    operation = model.anatomy.operations[position]
    return operation.kind in kinds and not (operation.kind == "conv" and operation.settings.get("over_time"))


RULE = Rule(
    level=Level.WARNING,
    title="a mask that does not arrive",
    instead="Put the layers that carry a mask first: recurrent layers, attention, Dense, Dropout.",
    model=_look,
    exact=True,
)
