"""# Squashed regression head

**What it sees.** The output layer of a model that is trained with a regression loss (squared, absolute, Huber, …) ends
in an activation that cannot reach every number: sigmoid and softmax stay between 0 and 1, tanh between -1 and 1.

**Why it hurts.** A target beyond the range is never reached, and the gradient fades as the head tries. Within the
range the head is not wrong, only slower: then this rule is about the next data set.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(100, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),  # ← here
])
model.compile(loss="mse", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(100, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.rules import asking
from autograder.rules.rule import Fault, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource

_REACHES = {"sigmoid": "0 to 1", "hard_sigmoid": "0 to 1", "softmax": "0 to 1", "tanh": "-1 to 1"}


def _look(model: ModelSource) -> Iterator[Fault]:
    for head, loss, _ in asking.trained_heads(model):
        if loss.name in asking.DISTANCES and head.function in _REACHES:
            yield asking.at(
                model,
                head.at,
                f"The loss is {loss.name}, but {head.function} only reaches numbers from {_REACHES[head.function]}.",
            )


RULE = Rule(
    level=Level.WARNING,
    title="squashed regression head",
    instead="Give the output layer no activation, or scale the targets into its range on purpose.",
    model=_look,
    learn="distance-predictor#claim-sigmoid-beyond",
    claims=("distance-predictor/sigmoid-beyond",),
)
