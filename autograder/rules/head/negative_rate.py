"""# A rate that can be negative

**What it sees.** A model is trained with the Poisson loss, and its output layer has no activation, or one that goes
below 0, such as tanh or elu.

**Why it hurts.** The loss takes the logarithm of the answer, and below 0 there is none: with one such row the loss of
the whole epoch is NaN, and callbacks that watch it see nothing. The gradient leads the answers that are below 0
further down, away from every count.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),  # ← here
])
model.compile(loss="poisson", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="softplus"),
])
model.compile(loss="poisson", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule

_BELOW_ZERO = frozenset({
    "", "tanh", "elu", "selu", "celu", "leaky_relu", "gelu", "silu", "mish", "softsign", "log_softmax", "log_sigmoid",
    "hard_tanh", "hard_silu", "tanh_shrink", "soft_shrink", "hard_shrink",
})  # fmt: skip


def _look(model: ModelSource) -> Faults:
    for head, loss, _ in asking.trained_heads(model):
        if loss.name != "poisson" or head.function not in _BELOW_ZERO or _is_held(model, head.layer):
            continue
        ends = f"ends in {head.function}" if head.function else "has no activation"
        said = f"poisson takes the logarithm of the output, but {asking.layer_name(model, head.layer)} {ends}"
        yield asking.at(model, head.at, f"{said}: below 0 the loss is NaN.")


def _is_held(model: ModelSource, layer: int) -> bool:
    """Whether the author bounds the weights of a layer, or has it begin far above 0: then no answer may be below."""
    call = model.layers[layer]
    return call is None or bool(set(call.arguments) & {"kernel_constraint", "bias_constraint", "bias_initializer"})


RULE = Rule(
    level=Level.ERROR,
    title="a rate that can be negative",
    instead="End in softplus or exponential, which give numbers above 0.",
    model=_look,
    about=("activation",),
    exact=True,
)
