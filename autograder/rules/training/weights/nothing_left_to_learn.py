"""# Nothing left to learn

**What it sees.** When a model is fitted, each of its layers with weights is frozen: by a loop over `model.layers`
that was meant for the layers of the base, whose number is far beyond that of the model around it; by a freeze of the
base and one of the head; by `model.trainable = False`, under which no layer learns, whatever is said of it alone.

**Why it hurts.** `fit` runs, warns that the model has no trainable weights, and changes none of them: all that it
costs is time. The second stage of a transfer ends where it began.

**Example.**

```python
import keras

base = keras.applications.ResNet50V2(include_top=False, pooling="avg")
base.trainable = False
inputs = keras.Input((224, 224, 3))
model = keras.Model(inputs, keras.layers.Dense(5, activation="softmax")(base(inputs, training=False)))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=5)
base.trainable = True
for layer in model.layers[:150]:  # ← here
    layer.trainable = False
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(1e-5))
model.fit(train, epochs=5)
```

**Instead.**

```python
import keras

base = keras.applications.ResNet50V2(include_top=False, pooling="avg")
base.trainable = False
inputs = keras.Input((224, 224, 3))
model = keras.Model(inputs, keras.layers.Dense(5, activation="softmax")(base(inputs, training=False)))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=5)
base.trainable = True
for layer in base.layers[:150]:
    layer.trainable = False
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(1e-5))
model.fit(train, epochs=5)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text
from autograder.anatomy.training import Compile, Fit, Trainable
from autograder.anatomy.unknown import Place
from autograder.rules.rule import Fault, Faults, Level, Rule

_SAID = "After this, every layer of the model with weights is frozen when it is fitted"


def _look(program: Program) -> Faults:
    for model in program.models:
        if model.training.complete:
            yield from _fitted_in_vain(program.text, model)


def _fitted_in_vain(text: Text, model: ModelSource) -> Faults:
    """The last freeze before each fit that finds nothing to train; later fits train what the first one found."""
    freeze: Trainable | None = None
    whole = traced = False
    fits = 0
    for event in model.training.events:
        if isinstance(event, Trainable):
            whole = event.certain and event.layer == "model" and event.value is False
            freeze = event if event.value is False else freeze
        elif isinstance(event, Compile):
            traced = False
        elif isinstance(event, Fit):
            told_elsewhere = whole and not fits  # frozen before its first step
            if event.frozen and event.sure and not traced and not told_elsewhere:
                place = event.place if freeze is None else _loop_at(text, freeze.place)
                yield Fault(f"{_SAID}: nothing is left to learn.", place)
            traced, fits = True, fits + 1


def _loop_at(text: Text, place: Place | None) -> Place | None:
    """The innermost loop around a place; the place itself outside of all."""
    loops = [text.place(loop) for loop in text.all(ast.For)]
    around = [one for one in loops if place is not None and one.cell == place.cell
              and one.line <= place.line <= one.end_line]  # fmt: skip
    return max(around, key=lambda one: one.line, default=place)


RULE = Rule(
    level=Level.ERROR,
    title="nothing left to learn",
    instead="Freeze by the layers of the base, base.layers[:n], and leave the head trainable.",
    program=_look,
    learn="freezing#the-base",
)
