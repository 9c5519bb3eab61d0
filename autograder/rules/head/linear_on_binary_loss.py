"""# No probabilities for a binary loss

**What it sees.** The loss is a binary cross-entropy that was not told `from_logits=True`, but the output layer has no
activation, or a ReLU or one of its relatives.

**Why it hurts.** The loss takes the output for a probability and clips it to lie between 0 and 1. Whatever lies
beyond gets no gradient: rows that are wrong by far stay wrong, and each costs as much as the clip allows. What
`predict` gives is no probability. In the runs below it cost less than counts.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),  # ← here
])
model.compile(loss="binary_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule

_BEYOND = frozenset({"", "tanh", "exponential", "relu", "relu6", "elu", "selu", "leaky_relu", "gelu", "silu"})


def _look(model: ModelSource) -> Faults:
    for head, loss, _ in asking.trained_heads(model):
        if loss.name in asking.YES_OR_NO:
            yield from asking.no_probabilities(model, head, loss, _BEYOND)


RULE = Rule(
    level=Level.NOTE,
    title="no probabilities for a binary loss",
    instead="End in sigmoid, or keep the head linear and pass from_logits=True to the loss.",
    model=_look,
    claims=("rules/linear-on-binary-loss",),
)
