"""# Classes cut at 0.5

**What it sees.** What a softmax over three classes or more predicts is compared with 0.5.

**Why it hurts.** The probabilities of a row sum to 1. The largest of many may be 0.4, and then the row gets no class
at all; a comparison gives a row of truth values and no number of a class, which meets no label of another form. It is
a note, for somebody may want to leave doubtful rows out.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)
kinds = (model.predict(x) > 0.5).astype(int)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)
kinds = model.predict(x).argmax(axis=1)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import CUT
from autograder.rules import asking
from autograder.rules.rule import Fault, Faults, Level, Rule

_EVEN, _SEVERAL = 0.5, 3


def _look(model: ModelSource) -> Faults:
    heads = [head for head, _, _ in asking.trained_heads(model)]
    if len(model.anatomy.outputs) != 1 or not heads or any(head.function != "softmax" for head in heads):
        return
    for met in model.training.answers:
        if met.what == CUT and met.bound == _EVEN and (heads[0].units or 0) >= _SEVERAL:
            said = f"The largest of {heads[0].units} probabilities may be below 0.5: argmax names the class"
            yield Fault(f"{said}.", met.place)


RULE = Rule(
    level=Level.NOTE,
    title="classes cut at 0.5",
    instead="Take the class of the largest probability, argmax(axis=1).",
    model=_look,
)
