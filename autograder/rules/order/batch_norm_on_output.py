"""# Batch norm on the output

**What it sees.** A batch norm stands between the last dense layer and the output of a model that is trained with a
loss of Keras.

**Why it hurts.** The prediction for one example then depends, in training, on the other examples of its batch, and at
prediction on stored averages that lag behind. A target has a scale of its own, which the batch norm first removes and
must then learn again.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
    keras.layers.BatchNormalization(),  # ← here
])
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64),
    keras.layers.BatchNormalization(),
    keras.layers.Activation("relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = paths.SHAPING | {"activation", "dropout", "batch_norm"}


def _look(model: ModelSource) -> Faults:
    if model.part and not model.training.fits:  # compiled, maybe, but trained as a part of another model
        return
    for event in asking.compiles(model):
        for number, loss in asking.losses(model, event).items():
            output = model.anatomy.outputs[number]
            way = [output]
            if paths.kind(model, output) in _BETWEEN:
                way += paths.back(model, output, _BETWEEN)
            known = loss.name in asking.DISTANCES | asking.PROBABILITIES and not loss.own
            if not known or paths.kind(model, way[-1]) != "dense":
                continue
            for norm in (p for p in way if paths.kind(model, p) == "batch_norm"):
                layer = asking.layer_name(model, way[-1])
                said = f"This batch norm stands between {layer}, the last layer with weights, and {loss.name}."
                yield asking.at(model, norm, said)


RULE = Rule(
    level=Level.WARNING,
    title="batch norm on the output",
    instead="Leave it out after the last dense layer, and put it behind a hidden layer.",
    model=_look,
    claims=("rules/batch-norm-on-output",),
)
