"""# Logits that are cut at 0.5

**What it sees.** A model ends without an activation and is trained with `from_logits=True`; what it predicts is
compared with 0.5.

**Why it hurts.** Logits are no probabilities: they reach from far below 0 to far above 1, and a yes as likely as a no
has the logit 0. A logit of 0.5 is a probability of 0.62, so that each row between 0.5 and 0.62 gets the wrong class.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")
model.fit(x_train, y_train)
classes = model.predict(x_test)[:, 0] > 0.5  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")
model.fit(x_train, y_train)
classes = model.predict(x_test)[:, 0] > 0
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import CUT
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_EVEN = 0.5  # the probability at which a yes is as likely as a no


def _look(model: ModelSource) -> Faults:
    trained = [(head, loss) for head, loss, _ in asking.trained_heads(model)]
    logits = [
        loss.name in asking.YES_OR_NO and asking.takes_logits(loss) and not head.function for head, loss in trained
    ]
    if not logits or not all(logits) or len(model.anatomy.outputs) != 1:
        return
    for met in model.training.answers:
        if met.what == CUT and met.bound == _EVEN:
            yield Fault(
                "The model gives logits, and this is a cut for probabilities: that of logits is 0.", met.place
            )


RULE = Rule(
    level=Level.WARNING,
    title="logits cut at 0.5",
    instead="Compare the logits with 0, or give them to keras.ops.sigmoid first.",
    model=_look,
    exact=True,
)
