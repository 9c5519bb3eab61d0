"""# Bias before batch norm

**What it sees.** A dense layer or a convolution with a bias feeds a batch norm directly. The rule speaks once for a
program, at the first of them.

**Why it hurts.** It hardly does: batch norm subtracts the mean of each feature, and the bias with it, then adds an
offset of its own. The bias gets no gradient; it costs memory and a little time.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64),  # ← here
    keras.layers.BatchNormalization(),
    keras.layers.Activation("relu"),
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, use_bias=False),
    keras.layers.BatchNormalization(),
    keras.layers.Activation("relu"),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.unknown import Place
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule


def _look(program: Program) -> Faults:
    found: dict[Place | str, tuple[ModelSource, int]] = {}
    needed = set()
    for model in program.models:
        for layer in model.anatomy.positions("dense", "conv"):
            norm = next(iter(paths.onward(model, layer)), layer)
            if paths.kind(model, norm) == "batch_norm" and _cancels(model, layer, norm):
                found.setdefault(paths.origin(model, layer), (model, layer))
            else:
                needed.add(paths.origin(model, layer))
    useless = [found[origin] for origin in found if origin not in needed]
    if useless:
        more = f" So it is with {len(useless) - 1} more in this program." if len(useless) > 1 else ""
        name = asking.layer_name(*useless[0])
        yield asking.at(*useless[0], f"The batch norm after this {name} subtracts its bias again.{more}")


def _cancels(model: ModelSource, layer: int, norm: int) -> bool:
    """Whether the layer has a bias for each feature, and the batch norm a mean for each that it still learns."""
    given, settings = model.anatomy.operations[layer].settings, model.anatomy.operations[norm].settings
    last = (given.get("rank", 1) + 1,) if paths.kind(model, layer) == "conv" else (-1,)
    first = given.get("data_format") == "channels_first"
    features = ((1,),) if first else ((-1,), last)
    regular = not settings.keys() & {"trainable", "training", "beta_constraint", "over_time"}
    return regular and "use_bias" not in given and settings.get("axis", (-1,)) in features


RULE = Rule(
    level=Level.NOTE,
    title="bias before batch norm",
    instead="Give the layer use_bias=False.",
    program=_look,
    learn="layer-order#claim-bias-redundant",
)
