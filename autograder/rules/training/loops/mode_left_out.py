"""# A training loop without the training mode

**What it sees.** A training loop of the author's calls the model under a gradient tape, and does not say
`training=True`. In the model are dropouts or batch norms.

**Why it hurts.** `fit` turns the training mode on; a call does not. Without it a dropout drops nothing, and a batch
norm takes its moving averages, which stay as they began, 0 and 1, for only the training mode changes them. The model
is trained without what its author put in.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.Dense(1),
])
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)  # ← here
    slopes = tape.gradient(loss, model.trainable_variables)
    adam.apply_gradients(zip(slopes, model.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.Dense(1),
])
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
    slopes = tape.gradient(loss, model.trainable_variables)
    adam.apply_gradients(zip(slopes, model.trainable_variables))
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS, UNKNOWN
from autograder.anatomy.pretrained import has_batch_norm
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Use
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    named = next(filter(None, (_with_a_mode(model, position) for position in range(len(model.layers)))), "")
    both = any(isinstance(event, Use) and event.arguments.get("training") is True for event in model.training.events)
    for event in model.training.events:
        taped = event.taped if isinstance(event, Use) and model.training.asked else ""
        moded = named or (taped if taped != "model" and not model.complete else "")
        off = isinstance(event, Use) and event.arguments.get("training") is False
        if taped and moded and not (off and both):
            how = "With training=False" if off else "Without training=True"
            yield Fault(f"{how}, {moded} works here as in a prediction.", event.place)


def _with_a_mode(model: ModelSource, position: int) -> str:
    """The name of a layer that works otherwise in training; empty if it does not, or is frozen."""
    operation, call = model.anatomy.operations[position], model.layers[position]
    if operation.settings.get("trainable") is False:
        return ""
    if operation.kind in DROPOUTS | {"batch_norm"}:
        return asking.layer_name(model, position)
    base = call.name if operation.kind == UNKNOWN and call is not None else ""
    return f"each batch norm of {base}" if has_batch_norm(base) else ""


RULE = Rule(
    level=Level.WARNING,
    title="a training loop without the training mode",
    instead="Call model(x, training=True) under the tape, and training=False where you validate.",
    model=_look,
    exact=True,
    learn="train-vs-inference#probe-told",
    about=("training",),
)
