"""# A model that is thrown away

**What it sees.** A model is made and gets layers; then the same variable gets a new model that begins with the same
layer. Nothing is done with the first one.

**Why it hurts.** `Sequential()` always makes a new, empty model. Whoever repeats it before each block of layers
throws the blocks before away: only the last one is trained. It is a note, for a notebook may show several designs.

**Example.**

```python
import keras

model = keras.Sequential()
model.add(keras.Input((64, 64, 3)))
model.add(keras.layers.Conv2D(32, 3, activation="relu"))  # ← here
model = keras.Sequential()
model.add(keras.Input((64, 64, 3)))
model.add(keras.layers.Conv2D(32, 3, activation="relu"))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
```

**Instead.**

```python
import keras

model = keras.Sequential()
model.add(keras.Input((64, 64, 3)))
model.add(keras.layers.Conv2D(32, 3, activation="relu"))
model.add(keras.layers.Conv2D(32, 3, activation="relu"))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
```
"""

from __future__ import annotations

from itertools import pairwise

from autograder.anatomy.kinds import WEIGHTED
from autograder.anatomy.source import Program
from autograder.rules import asking
from autograder.rules.rule import Faults, Level, Rule


def _look(program: Program) -> Faults:
    models = [model for model in program.models if model.form == "sequential" and not model.part]
    for model, later in pairwise(models):
        unused = not model.training.events and model.training.complete
        first = next(iter(model.anatomy.positions(*WEIGHTED)), None)
        again = next(iter(later.anatomy.positions(*WEIGHTED)), None)
        if not unused or not model.names or model.names != later.names or first is None or again is None:
            continue
        if model.anatomy.operations[first].settings == later.anatomy.operations[again].settings:
            said = f"{model.names[-1]} becomes another model before anything is done with these layers."
            yield asking.at(model, first, said)


RULE = Rule(
    level=Level.NOTE,
    title="a model that is thrown away",
    instead="Make the model once, and add all layers to it.",
    program=_look,
)
