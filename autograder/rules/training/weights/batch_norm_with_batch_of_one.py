"""# Batch norm with batches of one

**What it sees.** A batch norm that normalises rows of features — behind a dense layer, not behind a convolution —
in a model that is fitted with `batch_size=1`, or on a data set of `batch(1)`, and no way around it.

**Why it hurts.** In training, batch norm subtracts the batch's mean. The mean of one row is the row: what is left is
zero, whatever came in. The layers behind see a constant, and no gradient reaches the layers before.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.BatchNormalization(),  # ← here
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, batch_size=1)
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.BatchNormalization(),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, batch_size=32)
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, fitting
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    if not any(fitting.batch_size(fit) == 1 and fit.method == "fit" for fit in model.training.fits):
        return
    found = shapes(model.anatomy)
    for position in model.anatomy.positions("batch_norm"):
        shape, operation = found[position], model.anatomy.operations[position]
        plain = asking.setting(model, position, "trainable", True) is True and "axis" not in operation.settings
        if plain and shape is not None and len(shape) == 1 and _only_way(model, position):
            said = "In a batch of one a feature is its own mean: this layer gives zeros in training."
            yield asking.at(model, position, said)


def _only_way(model: ModelSource, position: int) -> bool:
    """Whether every output depends on the inputs through this operation alone."""
    inputs = set(model.anatomy.positions("input"))
    met, todo = set(), list(model.anatomy.outputs)
    while todo:
        at = todo.pop()
        if at != position and at not in met:
            met.add(at)
            todo += model.anatomy.operations[at].inputs
    return not met & inputs


RULE = Rule(
    level=Level.ERROR,
    title="batch norm with batches of one",
    instead="Take larger batches, or use LayerNormalization, which looks at one row at a time.",
    model=_look,
    claims=("rules/batch-norm-with-batch-of-one",),
)
