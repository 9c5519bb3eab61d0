"""# Stateful layer without a batch size

**What it sees.** A recurrent layer with `stateful=True` in a model whose input has a shape, but no batch size.

**Why it hurts.** A state is kept for each row of the batch, so that Keras must know how many there are. It raises a
`ValueError` when it builds the model.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(16, stateful=True),  # ← here
    layers.Dense(1),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((30, 4), batch_size=8),
    layers.LSTM(16, stateful=True),
    layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_WITH_BATCH = {"batch_size", "batch_shape", "batch_input_shape"}


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("recurrent"):
        settings = model.anatomy.operations[position].settings
        stateful = settings.get("stateful") is True or "stateful=True" in str(settings.get("layer", ""))
        if stateful and _open_batch(model, position):
            yield asking.of_layer(model, position, "keeps a state for each row of a batch of unknown size.")


def _open_batch(model: ModelSource, position: int) -> bool:
    """Whether every input before has a shape, and none a batch size."""
    found = [model.layers[step] for step in model.anatomy.upstream(position) if sizes.is_input(model, step)]
    given = [set(call.arguments) if call else set() for call in found]
    return bool(given) and all(keys & {"shape", "input_shape"} and not keys & _WITH_BATCH for keys in given)


RULE = Rule(
    level=Level.ERROR,
    title="stateful layer without a batch size",
    instead="Give the input a batch size: Input(…, batch_size=8).",
    model=_look,
    learn="stacked-lstm#claim-partial-batches",
)
