"""# States of other rows

**What it sees.** A recurrent layer is `stateful=True`, and `fit` is given arrays of several batches and nothing about
`shuffle`.

**Why it hurts.** A stateful layer begins each row with the state that the row at the same place of the batch before
has left. That is meant for rows which follow each other. `fit` mixes the rows anew in each epoch unless it is told
not to: each row begins with the state of some other one, and the layer learns to ignore it.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((24, 1), batch_size=8),
    keras.layers.LSTM(32, stateful=True),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, batch_size=8, epochs=15)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((24, 1), batch_size=8),
    keras.layers.LSTM(32, stateful=True),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, batch_size=8, epochs=15, shuffle=False)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import ABSENT, Data, Fit, Made
from autograder.rules.rule import Fault, Faults, Level, Rule

_EACH_BATCH = frozenset({"on_batch_begin", "on_batch_end", "on_train_batch_begin", "on_train_batch_end"})


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("recurrent"):
        settings = model.anatomy.operations[position].settings
        if settings.get("stateful") is True or "stateful=True" in str(settings.get("layer", "")):
            for fit in model.training.fits:
                mixes = fit.shuffle in (ABSENT, True) and fit.method == "fit"
                if mixes and _has_batches(fit) and not _begins_anew(fit):
                    said = "The layer hands its states from batch to batch, and fit mixes the rows in each epoch."
                    yield Fault(said, fit.place)
            return


def _has_batches(fit: Fit) -> bool:
    """Whether a fit takes arrays that fill several batches, as far as is known."""
    if fit.y is ABSENT or fit.y is None:
        return False
    rows = fit.x.rows if isinstance(fit.x, Data) else None
    size = 32 if fit.batch_size is ABSENT else fit.batch_size
    if type(rows) is int and type(size) is int:
        return rows > size
    return type(size) is int and not (isinstance(fit.x, Data) and fit.x.done("part", "rows") and fit.epochs == 1)


def _begins_anew(fit: Fit) -> bool:
    """Whether a callback does something after each batch, such as to reset the states."""
    callbacks = fit.callbacks if isinstance(fit.callbacks, tuple) else ()
    return any(isinstance(made, Made) and _EACH_BATCH & set(made.arguments) for made in callbacks)


RULE = Rule(
    level=Level.WARNING,
    title="states of other rows",
    instead="Give fit shuffle=False, with rows in the order of time: batch k+1 continues batch k, place by place.",
    model=_look,
    exact=True,
    learn="stacked-lstm#probe-state",
)
