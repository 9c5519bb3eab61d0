"""# Recompile forgotten

**What it sees.** A model was fitted, then something in it is frozen or unfrozen, and it is fitted again without a new
`compile`. It compares what was trainable at the two fits: a layer that is frozen for somebody else and melted again
in between is left alone. Or a callback freezes or unfreezes something when an epoch or a batch has passed.

**Why it hurts.** The first `fit` turns the training step into a graph, with the weights that were trainable then.
Later calls use the same graph: what was unfrozen does not move, and what was frozen still does. Nobody says so.

**Example.**

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
base.trainable = False
model = keras.Sequential([base, keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=5)
base.trainable = True
model.fit(x, y, epochs=5)  # ← here
```

**Instead.**

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
base.trainable = False
model = keras.Sequential([base, keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=5)
base.trainable = True
model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(1e-5))
model.fit(x, y, epochs=5)
```
"""

from __future__ import annotations

import ast
from typing import Any

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, called, walk
from autograder.anatomy.training import Compile, Event, Fit, Trainable
from autograder.rules.looks.callbacks import hooks
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_AFTER_THE_FIRST = frozenset({"on_epoch_end", "on_batch_end", "on_train_batch_end", "on_train_batch_begin"})
_TRACED_ANEW = frozenset({"compile", "make_train_function"})


def _look(program: Program) -> Faults:
    later = {event.place for model in program.models if not model.part for event in model.training.events}
    frozen_part = any(
        _freezes(event) and event.place not in later  # who freezes a part before it is in a model tells only the part
        for part in program.models
        if part.part
        for event in part.training.events
    )
    for model in program.models:
        if model.training.complete:
            yield from _follow(model, not frozen_part)


def _freezes(event: Event) -> bool:
    return isinstance(event, Trainable) and event.value is False


def _follow(model: ModelSource, at_first: bool) -> Faults:
    """``at_first`` says whether a part is trainable of which nothing was said since it is in the model."""
    now: dict[str, Any] = {}
    fitted: dict[str, Any] | None = None  # what was set when the training step became a graph
    for event in model.training.events:
        if isinstance(event, Trainable):
            now[event.layer] = event.value
        elif isinstance(event, Compile):
            fitted = None
        elif isinstance(event, Fit) and fitted is None:
            fitted = dict(now) if event.certain else None
        elif isinstance(event, Fit) and fitted is not None and event.method != "train_on_batch":
            for layer, value in now.items():
                before = fitted.get(layer, fitted.get(layer.removeprefix("layers of "), at_first))
                if isinstance(value, bool) and isinstance(before, bool) and value is not before:
                    yield _fault(layer, event)


def _fault(layer: str, fit: Fit) -> Fault:
    what = "The model" if layer == "model" else f"{layer[:1].upper()}{layer[1:]}"
    return Fault(
        f"{what}: trainable changed after the first fit, but the training step is still that of before.", fit.place
    )


def _in_callback(text: Text) -> Found:
    """``def on_epoch_end(self, epoch, logs): self.model.layers[0].trainable = False``."""
    if "run_eagerly" in text.whole:
        return
    for method in hooks(text):
        inside = list(walk(method))
        if any(called(node) in _TRACED_ANEW for node in inside):
            continue
        asked = method.name == "on_epoch_begin" and any(isinstance(node, ast.If) for node in inside)
        for node in inside if asked or method.name in _AFTER_THE_FIRST else ():
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if isinstance(target, ast.Attribute) and target.attr == "trainable":
                yield "trainable changes here, but the training step is still that of before.", target


RULE = Rule(
    level=Level.ERROR,
    title="recompile forgotten",
    instead="Call compile again after every change of trainable.",
    program=_look,
    text=_in_callback,
    learn="freezing#probe-moved",
)
