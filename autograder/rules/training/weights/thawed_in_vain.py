"""# Thawed in vain

**What it sees.** After a first training, the base of a model is set to `trainable = True`, and before the next one a
loop over the layers of the model around it freezes it again: `model.layers[:-2]`, of which the base is one.

**Why it hurts.** To the model around it, a base is one layer, and it is frozen as a whole. The second stage, at a
lower rate, trains the head once more, and nothing of the base.

**Example.**

```python
import keras

base = keras.applications.ResNet50V2(include_top=False, pooling="avg")
base.trainable = False
model = keras.Sequential([base, keras.layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=5)
base.trainable = True
for layer in model.layers[:-1]:  # ← here
    layer.trainable = False
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(1e-5))
model.fit(train, epochs=5)
```

**Instead.**

```python
import keras

base = keras.applications.ResNet50V2(include_top=False, pooling="avg")
base.trainable = False
model = keras.Sequential([base, keras.layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=5)
base.trainable = True
for layer in base.layers[:-20]:
    layer.trainable = False
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(1e-5))
model.fit(train, epochs=5)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, walk
from autograder.anatomy.training import Fit, Trainable, Use
from autograder.anatomy.unknown import Place
from autograder.rules.rule import Fault, Faults, Level, Rule


def _look(program: Program) -> Faults:
    thaws = {event.place for part in program.models if part.part for event in part.training.events
             if isinstance(event, Trainable) and event.layer == "model" and event.value is True}  # fmt: skip
    for model in program.models:
        if model.training.complete and not model.part:
            yield from _frozen_again(program.text, model, thaws)


def _frozen_again(text: Text, model: ModelSource, thaws: set[Place | None]) -> Faults:
    """The loops that freeze what was thawed by itself since the last training, where another training follows."""
    thawed: set[str] = set()
    again: dict[str, Place] = {}
    fits = 0
    for event in model.training.events:
        if isinstance(event, Trainable) and not event.certain:
            thawed, again = set(), {}
        elif isinstance(event, Trainable):
            loop = _loop_over_layers(text, event.place)
            if event.value is True and event.place in thaws and loop is None and fits:
                thawed.add(event.layer)
            if event.value is False and event.layer in thawed and loop is not None:
                again[event.layer] = loop
            elif event.layer in again:
                again.pop(event.layer)
        elif isinstance(event, Fit | Use):
            if isinstance(event, Fit) and event.sure and not event.frozen:
                for layer, place in again.items():
                    yield Fault(f"This freezes {layer} again as a whole, which was just thawed.", place)
            fits += isinstance(event, Fit)
            thawed, again = set(), {}


def _loop_over_layers(text: Text, place: Place | None) -> Place | None:
    """The loop over the layers of a model that a place is in."""
    loops = [
        loop for loop in text.all(ast.For) if any(getattr(node, "attr", "") == "layers" for node in walk(loop.iter))
    ]
    around = [one for one in map(text.place, loops) if place is not None and one.cell == place.cell
              and one.line <= place.line <= one.end_line]  # fmt: skip
    return max(around, key=lambda one: one.line, default=None)


RULE = Rule(
    level=Level.WARNING,
    title="thawed in vain",
    instead="Freeze by the layers of the base: base.layers[:-20].",
    program=_look,
    learn="freezing#the-base",
    exact=True,
)
