"""# A term of the loss has no slope

**What it sees.** A loss of the author's, or one computed under a `GradientTape`, that is a sum: one term has a slope,
and all that another one makes of the answers goes through a function that is flat almost everywhere, such as a
comparison with 0.5, `round`, `argmax`, or a metric that counts. It follows helper functions. Also such a term that
`add_loss` puts beside the loss.

**Why it hurts.** The slope of a sum is the sum of the slopes, and the flat term's is 0. It changes the number that is
printed, and no weight: the model is trained by the other terms alone.

**Example.**

```python
import keras

def dice(truth, answer):
    chosen = keras.ops.cast(answer > 0.5, "float32")
    return 2 * keras.ops.sum(truth * chosen) / (keras.ops.sum(truth + chosen) + 1)

def both(truth, answer):
    entropy = keras.ops.mean(keras.losses.binary_crossentropy(truth, answer))
    return entropy + 1 - dice(truth, answer)  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss=both, optimizer="adam")
```

**Instead.**

```python
import keras

def dice(truth, answer):
    return 2 * keras.ops.sum(truth * answer) / (keras.ops.sum(truth + answer) + 1)

def both(truth, answer):
    entropy = keras.ops.mean(keras.losses.binary_crossentropy(truth, answer))
    return entropy + 1 - dice(truth, answer)

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss=both, optimizer="adam")
```
"""

from __future__ import annotations

from autograder.anatomy.text import Text
from autograder.rules.looks.slopes import Way, added, flat_name, summed
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``binary_crossentropy(y_true, y_pred) + 1 - hits(y_true, y_pred > 0.5)``."""
    said = "is flat wherever it has a slope to give: this term of the loss changes no weight"
    flat = list(added(text))
    for terms in summed(text):
        smooth = [term for term in terms if term.way is Way.SLOPED]
        in_pieces = any(term.cut is not None for term in smooth)  # the terms may be pieces of one function
        flat += [term for term in terms if term.way is Way.FLAT] if smooth and not in_pieces else []
    yield from ((f"{flat_name(term.cut)} {said}.", term.cut) for term in flat if term.cut is not None)


RULE = Rule(
    level=Level.WARNING,
    title="a term of the loss has no slope",
    instead="Compute the term from the probabilities as they are, and keep the counted one as a metric.",
    text=_look,
    learn="loss-and-metrics#claim-no-slope",
    exact=True,
)
