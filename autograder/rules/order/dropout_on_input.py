"""# Dropout on the features

**What it sees.** A dropout acts on the input, before any layer with weights, and the input is a row of at most thirty
features. Denoising autoencoders, tokens, pictures and long feature vectors are left alone.

**Why it hurts.** A hidden unit can be replaced by its neighbours, a measurement often cannot. To the network a
dropped feature is a zero, a value like any other: it trains on examples that are wrong.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dropout(0.2),  # ← here
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.2),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS, INPUT
from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = DROPOUTS | {"batch_norm", "normalization", "rescaling", "gaussian_noise", "layer_norm"}


def _look(model: ModelSource) -> Faults:
    if model.part:  # what it gets is made by other layers
        return
    known = shapes(model.anatomy)
    for position in model.anatomy.positions("dropout", "gaussian_dropout"):
        way, rate = paths.back(model, position, _BETWEEN), paths.rate(model, position)
        if not way or paths.kind(model, way[-1]) != INPUT or (rate is not None and rate < 0.1):
            continue
        features = _features(known[way[-1]])
        if features is None or any(_reconstructs(known[output], features) for output in model.anatomy.outputs):
            continue
        share = f"{rate:.0%}" if rate is not None else "a share"
        yield asking.at(model, position, f"In each step {share} of the {features} input features become zero.")


def _features(shape: Shape) -> int | None:
    """How many features a row has; None if it is none, or a long one."""
    return shape[0] if shape and len(shape) == 1 and shape[0] and shape[0] <= 30 else None


def _reconstructs(shape: Shape, features: int) -> bool:
    """Whether an output may be the input again, as in a denoising autoencoder."""
    return shape is None or shape[-1] in {features, None}


RULE = Rule(
    level=Level.WARNING,
    title="dropout on the features",
    instead="Put the dropout behind a hidden layer.",
    model=_look,
    claims=("rules/dropout-on-input",),
)
