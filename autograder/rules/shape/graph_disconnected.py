"""# An output that the inputs do not lead to

**What it sees.** The outputs of a functional model were computed from an `Input` that is not among the inputs of the
model: it was forgotten, made again under the same name, or made inside a function that builds a part of the model.

**Why it hurts.** A model begins at its inputs. Keras follows the outputs back, meets a tensor that nothing feeds, and
raises a `ValueError`.

**Example.**

```python
import keras
from keras import layers

def branch():
    own = keras.Input((8,))
    return layers.Dense(4, activation="relu")(own)

left, right = keras.Input((8,)), keras.Input((8,))
both = layers.concatenate([branch(), branch()])
model = keras.Model([left, right], layers.Dense(1)(both))  # ← here
```

**Instead.**

```python
import keras
from keras import layers

def branch(tensor):
    return layers.Dense(4, activation="relu")(tensor)

left, right = keras.Input((8,)), keras.Input((8,))
both = layers.concatenate([branch(left), branch(right)])
model = keras.Model([left, right], layers.Dense(1)(both))
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(model: ModelSource) -> Faults:
    if model.strays:
        lines = sorted({place.line for place in model.strays})
        shown = f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"
        one = len(model.strays) == 1
        made = "an Input that is" if one else "Inputs that are"
        yield Fault(f"The output was computed from {made} not among the inputs of this model ({shown}).", model.place)


RULE = Rule(
    level=Level.ERROR,
    title="output that the inputs do not lead to",
    instead="Name every Input that the outputs need, and compute from these very tensors.",
    model=_look,
)
