"""# Too much dropout

**What it sees.** Between two layers with weights dropout keeps a quarter of the values or less, in one step or in
several; between two convolutions, less than half. Layers of 1024 features and more are left alone.

**Why it hurts.** What is left is too little to learn from: the network underfits, and training takes many more steps.
A rate of 0.8 is often meant the other way round, as the share to keep: the rate of Keras is the share to drop.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.8),  # ← here
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

from autograder.anatomy.dropping import kept_after
from autograder.anatomy.kinds import DROPOUTS, WEIGHTED
from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_READ = DROPOUTS | paths.POOLS | paths.SHAPING | {
    "activation", "batch_norm", "layer_norm", "gaussian_noise", "rescaling", "add", "concatenate",
}  # fmt: skip


def _look(model: ModelSource) -> Faults:
    known = shapes(model.anatomy)
    for first in model.anatomy.positions(*WEIGHTED):
        for second, (_, kept) in kept_after(model.anatomy, first).items():
            convolutions = {paths.kind(model, first), paths.kind(model, second)} == {"conv"}
            if kept > 0.25 + 1e-9 and not (convolutions and kept < 0.5 - 1e-9):
                continue
            between = model.anatomy.downstream(first, WEIGHTED) & model.anatomy.upstream(second, WEIGHTED)
            inner = [p for p in between if paths.kind(model, p) not in WEIGHTED]
            drops = [p for p in inner if paths.kind(model, p) in DROPOUTS]
            if not drops or any(_many(known[p]) for p in drops) or not _readable(model, inner):
                continue
            worst = max(drops, key=lambda p: (paths.rate(model, p) or 0, p))
            yield asking.at(model, worst, f"Dropout keeps {kept:.0%} of what the next layer with weights is to read.")


def _many(shape: Shape) -> bool:
    """Whether there are so many features that enough of them remain."""
    return shape is not None and len(shape) == 1 and (shape[0] or 0) >= 1024


def _readable(model: ModelSource, inner: list[int]) -> bool:
    """Whether everything between two layers is known, and no other rule speaks of the same dropouts."""
    for position in inner:
        odd = "noise_shape" in model.anatomy.operations[position].settings
        if odd or paths.kind(model, position) not in _READ:
            return False
    return not any(paths.kind(model, p) in paths.POOLS and paths.dropouts_around(model, p) for p in inner)


RULE = Rule(
    level=Level.WARNING,
    title="too much dropout",
    instead="Lower the rate to one half or less; keep one dropout between two layers.",
    model=_look,
    learn="val-loss-rises#probe-inference",
    claims=("rules/too-much-dropout",),
    about=("rate", 0),
)
