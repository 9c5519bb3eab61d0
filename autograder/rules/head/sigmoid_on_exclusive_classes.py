"""# Sigmoid on exclusive classes

**What it sees.** Several output units end in a sigmoid, and the loss is a categorical cross-entropy: it takes the
units for classes of which exactly one is right.

**Why it hurts.** Each sigmoid answers by itself, so the units do not sum to 1 and are no probabilities of exclusive
classes. Keras on TensorFlow notices the sigmoid and trains as if it were a softmax; `predict` then shows sigmoids of
numbers that were never meant for one. Elsewhere, and behind a Flatten or Reshape, the loss takes the sigmoids as they
are, and they saturate.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="sigmoid"),  # ← here
])
model.compile(loss="categorical_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
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
        if head.function not in {"sigmoid", "hard_sigmoid"} or loss.name not in asking.ONE_OF_MANY:
            continue
        if head.units != 1 and asking.takes_logits(loss) is False:
            units = "The units" if head.units is None else f"The {head.units} units"
            said = f"{units} of {asking.layer_name(model, head.layer)} pass a {head.function} each"
            wanted = "probabilities of exclusive classes, which sum to 1"
            yield asking.at(model, head.at, f"{said}, but {loss.name} wants {wanted}.")


RULE = Rule(
    level=Level.WARNING,
    title="sigmoid on exclusive classes",
    instead="Take softmax; or, if a row can have several labels at once, keep sigmoid and take binary cross-entropy.",
    model=_look,
    claims=("rules/sigmoid-on-exclusive-classes",),
    about=("activation",),
)
