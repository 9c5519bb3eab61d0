"""# return_sequences missing

**What it sees.** After an LSTM, GRU or SimpleRNN comes a layer that wants a sequence: another recurrent layer,
`TimeDistributed`, `Conv1D`, a pooling over time. The first one only gives its last step.

**Why it hurts.** Keras raises a `ValueError` when it builds the model: it expected three axes, with the batch, and
found two.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(32),
    layers.LSTM(32),  # ← here
    layers.Dense(1),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((30, 4)),
    layers.LSTM(32, return_sequences=True),
    layers.LSTM(32),
    layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule


def look(model: ModelSource) -> Faults:
    """Faults of one model; whoever looks for other shapes that do not fit leaves these out."""
    for position, operation in enumerate(model.anatomy.operations):
        shape, call = sizes.incoming(model, position), model.layers[position]
        over_time = call is not None and call.name == "TimeDistributed" and operation.kind != "activation"
        if shape and len(shape) == 1 and (sizes.axes_wanted(operation) == 2 or over_time):
            first = sizes.recurrent_before(model, position, every_step=False)
            if first is not None:
                said = f"wants a sequence, but {asking.layer_name(model, first)} gives its last step only."
                yield asking.of_layer(model, position, said)


RULE = Rule(
    level=Level.ERROR,
    title="return_sequences missing",
    instead="Write return_sequences=True in the recurrent layer before it.",
    model=look,
    learn="stacked-lstm#probe-sequences",
)
