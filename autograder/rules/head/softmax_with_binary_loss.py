"""# Softmax with a binary loss

**What it sees.** The output layer ends in a softmax over several units, and the loss is a binary cross-entropy.

**Why it hurts.** Binary cross-entropy asks each unit a yes or no of its own; softmax lets exactly one of them say
yes. With two units it works, in a roundabout way. With more, the loss is dominated by the classes that are not meant,
and where several labels are right at once softmax can never say so. On TensorFlow, Keras trains the numbers before
the softmax as if a sigmoid followed, so that `predict` shows something else than what was trained.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(5, activation="softmax"),  # ← here
])
model.compile(loss="binary_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(5, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    for head, loss, _ in asking.trained_heads(model):
        if head.function != "softmax" or loss.name not in asking.YES_OR_NO or head.units == 1:
            continue
        if asking.takes_logits(loss) is False:
            classes = "its" if head.units is None else head.units
            said = f"The softmax of {asking.layer_name(model, head.layer)} chooses one of {classes} classes"
            yield asking.at(model, head.at, f"{said}, but {loss.name} asks each unit by itself.")


RULE = Rule(
    level=Level.NOTE,
    title="softmax with a binary loss",
    instead="Take categorical cross-entropy for exclusive classes, sigmoid if several labels can be right at once.",
    model=_look,
    about=("activation",),
)
