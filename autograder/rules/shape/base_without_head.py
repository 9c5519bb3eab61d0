"""# A trained network without a head

**What it sees.** A network that was loaded with `include_top=False` and without pooling is compiled for classes, and
trained as it is.

**Why it hurts.** Without its top the network gives maps of features, `(7, 7, 512)` for example, while the labels have
one number or one column for each class. Keras stops: the two have different numbers of axes.

**Example.**

```python
import keras

model = keras.applications.VGG16(include_top=False, input_shape=(224, 224, 3))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(images, labels)  # ← here
```

**Instead.**

```python
import keras

base = keras.applications.VGG16(include_top=False, input_shape=(224, 224, 3))
base.trainable = False
model = keras.Sequential([base, keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(images, labels)
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS, UNKNOWN
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Made
from autograder.rules import asking, sizes, targets
from autograder.rules.rule import Fault, Faults, Level, Rule

_FLAT = frozenset({"dense", "activation", "batch_norm", *DROPOUTS})


def _look(model: ModelSource) -> Faults:
    yield from _never_pooled(model)
    given = model.layers[0].arguments if model.form == "application" and model.layers[0] else {}
    if given.get("include_top") is not False or given.get("pooling") is not None:
        return
    for event in asking.compiles(model):
        if isinstance(event.loss, Made) and event.loss.name in asking.PROBABILITIES:
            for fit in targets.fits_of(model, event):
                said = f"{model.anatomy.operations[0].name} gives maps: nothing makes classes of them."
                yield Fault(said, fit.place)


def _never_pooled(model: ModelSource) -> Faults:
    """A head of dense layers that stands on the maps themselves."""
    for head, loss, _ in asking.trained_heads(model):
        path = list(sizes.path_back(model, head.layer))
        kinds = [model.anatomy.operations[position].kind for position in path]
        at = next((number for number, kind in enumerate(kinds) if kind not in _FLAT), None)
        base = model.layers[path[at]] if at is not None and kinds[at] == UNKNOWN else None
        given = base.arguments if base is not None and loss.name in asking.PROBABILITIES else {}
        if base and given.get("include_top") is False and given.get("pooling") is None:
            name = asking.layer_name(model, head.layer)
            said = f"{base.name} gives maps, and {name} answers for each place of them"
            yield asking.at(model, head.layer, f"{said}: flatten them, or take their mean.")


RULE = Rule(
    level=Level.ERROR,
    title="a trained network without a head",
    instead="Pool the maps, and end in a Dense layer with a unit for each class.",
    model=_look,
)
