"""# A trained network with its top left on

**What it sees.** A network of `keras.applications` is loaded with its own head, because `include_top` is True or was
left out, though the program wants its maps: it asks for images of another size than the head with the weights of
ImageNet takes, or a layer that takes maps stands behind it.

**Why it hurts.** The head of these networks is made for images of one size, and gives probabilities of 1000 classes
in place of maps. Keras stops: *`input_shape` should be (224, 224, 3)*, or *expected ndim=4, found ndim=2*.

**Example.**

```python
import keras
from keras import layers

base = keras.applications.VGG16(weights="imagenet", input_shape=(150, 150, 3))  # ← here
model = keras.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(1, activation="sigmoid")])
```

**Instead.**

```python
import keras
from keras import layers

base = keras.applications.VGG16(weights="imagenet", include_top=False, input_shape=(150, 150, 3))
model = keras.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(1, activation="sigmoid")])
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import UNKNOWN
from autograder.anatomy.pretrained import sides_with_top
from autograder.anatomy.source import LayerCall, ModelSource
from autograder.anatomy.source.names import api
from autograder.rules import asking, sizes
from autograder.rules.rule import Fault, Faults, Level, Rule

_COLOURS, _AXES = 3, 3  # of an image


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions(UNKNOWN):
        base = model.layers[position]
        if base is None or base.name not in api()["applications"]:
            continue
        wrong = _of_another_size(base) or _before_maps(model, position, base)
        if wrong and base.arguments.get("include_top", True) is True:
            yield Fault(f"{wrong}: load it with include_top=False.", base.place)


def _of_another_size(base: LayerCall) -> str:
    """``VGG16(weights="imagenet", input_shape=(150, 150, 3))``."""
    shape, sides = base.arguments.get("input_shape"), sides_with_top(base.name)
    loaded = base.arguments.get("weights", "imagenet") == "imagenet"
    if not isinstance(shape, tuple) or len(shape) != _AXES or not loaded or not sides:
        return ""
    if shape[-1] != _COLOURS or not all(type(side) is int for side in shape):
        return ""
    if shape[0] == shape[1] and shape[0] in sides:
        return ""
    wanted = " or ".join(f"{side} x {side}" for side in sides)
    return f"With its head, {base.name} takes images of {wanted}, and not of {shape[0]} x {shape[1]}"


def _before_maps(model: ModelSource, position: int, base: LayerCall) -> str:
    """``GlobalAveragePooling2D()(VGG16()(images))``."""
    after = asking.after(model, position)
    while after is not None and model.anatomy.operations[after].kind in sizes.KEEPS:
        after = asking.after(model, after)
    if after is None or sizes.axes_wanted(model.anatomy.operations[after]) != _AXES:
        return ""
    return f"With its head, {base.name} gives its classes, and {asking.layer_name(model, after)} takes maps"


RULE = Rule(
    level=Level.ERROR,
    title="a trained network with its top left on",
    instead="Load the network with include_top=False, and end it in layers of your own.",
    model=_look,
    about=("include_top", "input_shape"),
)
