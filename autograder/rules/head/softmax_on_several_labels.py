"""# A softmax, where several labels may be right

**What it sees.** The targets are known to hold several ones in a row, or none, and the output passes a softmax.

**Why it hurts.** The numbers of a softmax sum to 1: they are the chances of *one* answer out of several. Two labels
that are both right can get at most one half each, and a row without any label cannot be said at all.

**Example.**

```python
import keras
from sklearn.datasets import make_multilabel_classification

x, y = make_multilabel_classification(1000, 20, n_classes=3)
model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(3, activation="softmax")])  # ← here
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)
```

**Instead.**

```python
import keras
from sklearn.datasets import make_multilabel_classification

x, y = make_multilabel_classification(1000, 20, n_classes=3)
model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(3, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data
from autograder.rules import asking, targets
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for head, _, event in asking.trained_heads(model):
        several = any(_several(data) for data in targets.of(model, event, head.number))
        if head.function == "softmax" and head.units != 1 and several:
            name = asking.layer_name(model, head.layer)
            said = f"A row may have several labels, but the softmax of {name} shares one among them."
            yield asking.at(model, head.at, said)


def _several(data: Data) -> bool:
    """Whether a row may hold several ones: by the call that makes it, or by what is written there."""
    drawn = data.origin in {"numpy.random.randint", "numpy.random.integers"} and not data.steps
    wide = data.shape is not None and len(data.shape) == 2 and data.shape[1] not in (1, None)
    return bool(data.done("multi_hot")) or (drawn and wide and data.given.get("range") == (0, 1))


RULE = Rule(
    level=Level.WARNING,
    title="a softmax, where several labels may be right",
    instead="End in sigmoid, and train with binary_crossentropy: each label by itself.",
    model=_look,
    exact=True,
    about=("activation",),
)
