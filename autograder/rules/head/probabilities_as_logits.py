"""# Probabilities given as logits

**What it sees.** The loss was told `from_logits=True`, or takes nothing but logits, as those of `tf.nn` that end in
`_with_logits`; but the output layer already ends in softmax or sigmoid.

**Why it hurts.** The loss applies softmax or sigmoid once more: probabilities between 0 and 1 become almost even
ones, the loss cannot go near 0, and the gradients are small. Keras on TensorFlow notices, warns, and takes the
numbers before the activation. It does not notice on other backends, nor behind a Flatten or Reshape; the losses of
`tf.nn` that end in `_with_logits` notice nothing.

**Example.**

```python
import keras

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),  # ← here
])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")
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


def _look(model: ModelSource) -> Faults:
    for head, loss, _ in asking.trained_heads(model):
        squashed = head.function in {"softmax", "sigmoid"}
        if squashed and loss.name in asking.PROBABILITIES and asking.takes_logits(loss):
            said = f"{asking.layer_name(model, head.layer)} ends in {head.function}"
            wanted = "has from_logits=True: it expects the numbers before the activation"
            yield asking.at(model, head.at, f"{said}, but {loss.name} {wanted}.")


RULE = Rule(
    level=Level.NOTE,
    title="probabilities given as logits",
    instead="Leave out either the activation or from_logits=True.",
    model=_look,
    claims=("rules/probabilities-as-logits",),
)
