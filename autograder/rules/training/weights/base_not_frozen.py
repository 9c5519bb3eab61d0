"""# A trained network that is trained away

**What it sees.** A network of `keras.applications` with its weights of ImageNet gets new layers behind it, nothing is
frozen, and the first training has a rate of 0.001 or more.

**Why it hurts.** The new layers begin at random, and in the first epochs they send large, useless gradients back. At
the usual rate of a new network these change what the trained one has learned from a million images. It is a note, for
with many images of one's own it may go well, and it was not measured here.

**Example.**

```python
import keras

base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
model = keras.Sequential([base, keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")  # ← here
model.fit(images, labels, epochs=5)
```

**Instead.**

```python
import keras

base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
base.trainable = False
model = keras.Sequential([base, keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(images, labels, epochs=5)
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.training import Compile, Made, Trainable
from autograder.rules.looks.rates import tearing_rates
from autograder.rules.rule import Fault, Faults, Level, Rule

_FAST = {"Adam": 0.001, "RMSprop": 0.001, "Nadam": 0.001, "AdamW": 0.001}
_LEAST = 0.001
_OWN = frozenset({"sequential", "functional"})


def _look(program: Program) -> Faults:
    changed = {
        event.place: event
        for model in program.models
        for event in model.training.events
        if isinstance(event, Trainable)
    }
    bases = {model.place for model in program.models if model.form == "application" and _trained(model)}
    far_too_fast = program.text.once(tearing_rates)  # learning-rate-too-high
    if changed or not bases or far_too_fast:
        return
    for model in program.models:
        inner = [call for call in model.layers if call is not None and call.place in bases]
        fits = model.training.fits
        compiled = model.training.compiled_for(fits[0]) if fits and model.form in _OWN else None
        made = compiled.optimizer if isinstance(compiled, Compile) else None
        if not inner or not isinstance(made, Made) or made.own or made.name not in _FAST:
            continue
        rate = made.arguments.get("learning_rate", _FAST[made.name])
        if isinstance(rate, int | float) and rate >= _LEAST and model.anatomy.positions("dense"):
            said = f"The whole trained network learns at a rate of {rate:g}"
            yield Fault(f"{said}, with layers behind it that begin at random.", made.place)


def _trained(model: ModelSource) -> bool:
    call = model.layers[0]
    given = call.arguments if call else {}
    return call is not None and given.get("weights", "imagenet") == "imagenet" and "trainable" not in given


RULE = Rule(
    level=Level.NOTE,
    title="a trained network that is trained away",
    instead="Freeze the trained network first, base.trainable = False; thaw it later, at a hundredth of the rate.",
    program=_look,
    learn="freezing#claim-head-first",
)
