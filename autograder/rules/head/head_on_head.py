"""# A head on the classes of a trained network

**What it sees.** A network of `keras.applications` is loaded with its own last layer, which gives probabilities for
the 1000 classes of ImageNet, and new dense layers read these.

**Why it hurts.** What the network sees in an image was just reduced to a choice among dogs, ships and 998 others: a
softmax that sums to one, and nearly all of it in one place. Two kinds of objects that ImageNet does not know look
alike from there. The features that the new layers need stand before that layer.

**Example.**

```python
import keras

base = keras.applications.VGG16(weights="imagenet")
base.trainable = False
hidden = keras.layers.Dense(256, activation="relu")(base.output)  # ← here
model = keras.Model(base.input, keras.layers.Dense(9, activation="softmax")(hidden))
```

**Instead.**

```python
import keras

base = keras.applications.VGG16(weights="imagenet", include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
hidden = keras.layers.Dense(256, activation="relu")(base.output)
model = keras.Model(base.input, keras.layers.Dense(9, activation="softmax")(hidden))
```
"""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS, UNKNOWN
from autograder.anatomy.source import ModelSource
from autograder.anatomy.source.names import api
from autograder.rules import asking, sizes
from autograder.rules.rule import Faults, Level, Rule

_BETWEEN = DROPOUTS | {"flatten", "batch_norm", "layer_norm", "gaussian_noise"}


def _look(model: ModelSource) -> Faults:
    for position in model.anatomy.positions("dense"):
        path = sizes.path_back(model, position)
        base = next((at for at in path if model.anatomy.operations[at].kind not in _BETWEEN), None)
        call = model.layers[base] if base is not None and model.anatomy.operations[base].kind == UNKNOWN else None
        if call is None or call.name not in api()["applications"]:
            continue
        given = call.arguments
        top = given.get("include_top", True) is True and given.get("weights", "imagenet") == "imagenet"
        if top and not {"classes", "classifier_activation"} & set(given):
            said = f"reads the 1000 probabilities of {call.name}, not the features before them."
            yield asking.of_layer(model, position, said)


RULE = Rule(
    level=Level.WARNING,
    title="a head on the classes of a trained network",
    instead='Load the network with include_top=False and pooling="avg", and put the new layers on that.',
    model=_look,
    exact=True,
)
