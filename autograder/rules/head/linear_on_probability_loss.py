"""# No probabilities for a categorical loss

**What it sees.** The loss is a categorical cross-entropy that was not told `from_logits=True`, but the output layer
has no activation, or one that gives no probabilities, such as relu or tanh. A KL divergence compares distributions:
there sigmoids, which do not sum to 1, are none either.

**Why it hurts.** The loss takes the output for probabilities: it divides by the sum, which can be near 0 or negative,
and clips the rest to lie between 0 and 1. Whatever is clipped gets no gradient. With luck in the first weights
something is learned; mostly the loss jumps, stands still, or is not a number. A KL divergence does not divide by the
sum: it is smallest where every sigmoid gives 1.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3),  # ← here
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3),
])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule

_BEYOND = frozenset(
    {"", "relu", "exponential", "relu6", "tanh", "elu", "selu", "leaky_relu", "gelu", "silu", "softsign"}
)

_EACH_BY_ITSELF = frozenset({"sigmoid", "hard_sigmoid"})


def _look(model: ModelSource) -> Faults:
    for head, loss, _ in asking.trained_heads(model):
        if loss.name == "kl_divergence":
            yield from asking.no_probabilities(model, head, loss, _BEYOND | _EACH_BY_ITSELF)
        elif loss.name in asking.ONE_OF_MANY and head.units != 1:
            yield from asking.no_probabilities(model, head, loss, _BEYOND)


RULE = Rule(
    level=Level.ERROR,
    title="no probabilities for a categorical loss",
    instead="End in softmax, or keep the head linear and pass from_logits=True to the loss.",
    model=_look,
)
