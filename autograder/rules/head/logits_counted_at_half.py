"""# Logits that are counted at 0.5

**What it sees.** A model ends in one unit without an activation and is trained with `from_logits=True`; its accuracy
is left to cut at 0.5, as `"accuracy"` and `BinaryAccuracy()` do, or `Precision`, `Recall` or `AUC` to thresholds
from 0 to 1.

**Why it hurts.** The loss is told that it gets logits, the metric is not. A yes as likely as a no has the logit 0:
all rows with a logit from 0 to 0.5 are counted as a no, and the accuracy is another one than that of the model.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
accuracy = keras.metrics.BinaryAccuracy(threshold=0.0)
model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=[accuracy])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_COUNTS = frozenset({"accuracy", "acc", "binary_accuracy"})
_BY_THRESHOLDS = frozenset({"precision", "recall", "auc"})
_EVEN = 0.5  # the probability at which a yes is as likely as a no


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        logits = loss.name in asking.YES_OR_NO and asking.takes_logits(loss) and not head.function
        for made in asking.metrics(model, event).get(head.number, ()) if logits and head.units == 1 else ():
            if made.name in _COUNTS and not made.own and made.arguments.get("threshold", _EVEN) == _EVEN:
                yield Fault(f"{made.name} cuts at 0.5, and the model gives logits, whose cut is 0.", made.place)
            told = made.arguments.get("thresholds") is not None or made.arguments.get("from_logits") is True
            if made.name in _BY_THRESHOLDS and not made.own and not told:
                said = f"{made.name} looks at thresholds from 0 to 1, and the model gives logits"
                yield Fault(f"{said}: they lie on both sides of 0, far beyond 1.", made.place)


RULE = Rule(
    level=Level.NOTE,
    title="logits counted at 0.5",
    instead="Count with BinaryAccuracy(threshold=0.0), Precision(thresholds=0.0), AUC(from_logits=True).",
    model=_look,
)
