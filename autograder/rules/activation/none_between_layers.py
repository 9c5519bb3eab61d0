"""# No activation between layers

**What it sees.** Two dense layers, or two convolutions, follow each other and nothing between them bends: no
activation, no max-pooling, no layer norm. Code layers that are narrower than what stands around them, convolutions
that split one kernel into two, and layers that are added to something are left alone.

**Why it hurts.** A linear map of a linear map is a linear map: the two layers can learn nothing that one could not.
The model has more weights than it can use, and fewer bends than it seems to have.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64),  # ← here
    keras.layers.Dense(64),  # ← here
    keras.layers.Dense(1),
])
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.anatomy.kinds import DROPOUTS, Trait, with_trait
from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource, Program
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_LINEAR = DROPOUTS | paths.AVERAGES | paths.SHAPING | {"batch_norm", "gaussian_noise", "rescaling"}
_JOINS = with_trait(Trait.JOINS) | {"concatenate"}
_FACTORS = ("depthwise", "separable", "transpose", "groups", "over_time")


def _look(program: Program) -> Faults:
    for model in program.models:
        known = shapes(model.anatomy)
        for first in model.anatomy.positions("dense", "conv"):
            second = next(reversed(paths.onward(model, first, _LINEAR)), first)
            if _pair(model, first, second) and _wide(model, known, first, second):
                if paths.seam(program, model, first) or _joined_with_something(model, first):
                    continue
                names = [asking.layer_name(model, at) for at in (first, second)]
                said = f"Nothing bends between {names[0]} and the next layer, {names[1]}"
                yield asking.at(model, first, f"{said}: together they act as one linear layer.")


def _joined_with_something(model: ModelSource, first: int) -> bool:
    """Whether a sum further on has a part that could not be read: the layer itself may be that part."""
    after = [model.anatomy.operations[position] for position in model.anatomy.downstream(first)]
    return any(operation.kind in _JOINS and len(operation.inputs) < 2 for operation in after)


def _pair(model: ModelSource, first: int, second: int) -> bool:
    """Whether the second layer adds nothing to a linear first one, by their kinds."""
    kinds = paths.kind(model, first), paths.kind(model, second)
    if first == second or kinds not in {("dense", "dense"), ("conv", "conv"), ("conv", "dense")}:
        return False
    convolutions = [model.anatomy.operations[p].settings for p in (first, second) if paths.kind(model, p) == "conv"]
    if any(factor in settings for settings in convolutions for factor in _FACTORS):
        return False
    return not convolutions or (_spreads(convolutions[0]) and not any(map(_one_sided, convolutions)))


def _spreads(convolution: Mapping[str, Any]) -> bool:
    """Whether a convolution looks at overlapping neighbourhoods: neither 1 by 1 nor a cut into patches."""
    kernel, strides = convolution.get("kernel_size"), convolution.get("strides")
    if not isinstance(kernel, tuple) or not isinstance(strides, tuple):
        return False
    known = all(isinstance(number, int) for number in (*kernel, *strides))
    return known and any(size != 1 for size in kernel) and kernel != strides


def _one_sided(convolution: Mapping[str, Any]) -> bool:
    """Whether it is one half of a kernel split in two, such as 1 by 7, then 7 by 1."""
    kernel = convolution.get("kernel_size")
    return not isinstance(kernel, tuple) or any(size != kernel[0] for size in kernel)


def _wide(model: ModelSource, known: tuple[Shape, ...], first: int, second: int) -> bool:
    """Whether the first layer is certainly no bottleneck, narrower than what comes before and after it."""
    inputs = model.anatomy.operations[first].inputs
    width = _width(model, known, first, first)
    if width is None or not inputs:
        return False
    limits = _width(model, known, inputs[0], first), _width(model, known, second, second)
    return any(limit is not None and limit <= width for limit in limits)


def _width(model: ModelSource, known: tuple[Shape, ...], position: int, layer: int) -> int | None:
    """How many features an operation gives, in the order of axes that ``layer`` has."""
    settings = model.anatomy.operations[layer].settings
    shape = known[position]
    if shape:
        return shape[0 if settings.get("data_format") == "channels_first" else -1]
    given = settings.get("units", settings.get("filters")) if position == layer else None
    return given if isinstance(given, int) else None


RULE = Rule(
    level=Level.WARNING,
    title="no activation between layers",
    instead="Give every hidden layer an activation, for example relu, or leave the layer out.",
    program=_look,
    learn="units-and-layers#claim-without-activation",
    claims=("rules/none-between-layers",),
)
