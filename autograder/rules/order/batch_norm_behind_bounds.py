"""# Batch norm behind bounds

**What it sees.** The last activation of a model keeps its numbers within bounds, such as `sigmoid`, `softmax` or
`tanh`, and a batch norm comes behind it, as the last thing before the output: of a picture of one or three channels,
as a decoder or a generator gives it, or of a convolution whose loss is known, or of any head in a training loop.

**Why it hurts.** A batch norm brings numbers to mean 0 and deviation 1, whatever bounds they had. The picture has
pixels below 0 and above 1, the probability is none, and a crossentropy cuts off what is outside. What a picture looks
like depends on the others of its batch in training, and on stored averages afterwards.

**Example.**

```python
import keras

decoder = keras.Sequential([
    keras.Input((8, 8, 32)),
    keras.layers.Conv2DTranspose(16, 5, strides=2, padding="same", activation="relu"),
    keras.layers.Conv2DTranspose(3, 5, strides=2, padding="same", activation="sigmoid"),
    keras.layers.BatchNormalization(),  # ← here
])
```

**Instead.**

```python
import keras

decoder = keras.Sequential([
    keras.Input((8, 8, 32)),
    keras.layers.Conv2DTranspose(16, 5, strides=2, padding="same", activation="relu"),
    keras.layers.BatchNormalization(),
    keras.layers.Conv2DTranspose(3, 5, strides=2, padding="same", activation="sigmoid"),
])
```
"""

from __future__ import annotations

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, paths
from autograder.rules.rule import Faults, Level, Rule

_BOUNDED = frozenset({"sigmoid", "hard_sigmoid", "softmax", "tanh", "softsign"})
_PICTURE = frozenset({"sigmoid", "hard_sigmoid", "tanh"})
_BETWEEN = paths.SHAPING | {"activation", "dropout", "batch_norm"}
_AXES, _COLOURS = 3, 3  # of a picture
_LOSSES = asking.DISTANCES | asking.PROBABILITIES


def _look(model: ModelSource) -> Faults:
    for number, output in enumerate(model.anatomy.outputs):
        way = [output]
        if paths.kind(model, output) in _BETWEEN:
            way += paths.back(model, output, _BETWEEN)
        kinds = [paths.kind(model, position) for position in way]
        ends = next((at for at, kind in enumerate(kinds) if kind == "activation"), 0)
        function = paths.function(model, way[ends])
        if "batch_norm" not in kinds[:ends] or function not in _BOUNDED:
            continue
        norm, layer = way[kinds.index("batch_norm")], way[-1]
        if _is_picture(model, layer, output, function) or _is_answer(model, layer, number):
            said = f"What {asking.layer_name(model, layer)} keeps within the bounds of {function} leaves them here"
            yield asking.at(model, norm, f"{said}: the batch norm is the last thing before the output.")


def _is_picture(model: ModelSource, layer: int, output: int, function: str) -> bool:
    """Whether a convolution gives pictures: three channels, or one, where the model is no part of another."""
    shape = shapes(model.anatomy)[output]
    channels = asking.units(model, layer)
    pictures = paths.kind(model, layer) == "conv" and function in _PICTURE and (shape is None or len(shape) == _AXES)
    return pictures and (channels == _COLOURS or (channels == 1 and not model.part))


def _is_answer(model: ModelSource, layer: int, number: int) -> bool:
    """Whether a loss of Keras compares the output: of a convolution, or in a training loop of anything."""
    trained = [event for event in asking.compiles(model) if paths.kind(model, layer) == "conv"]
    if paths.kind(model, layer) not in {"conv", "dense"} or (model.part and not model.training.fits):
        return False
    known = [asking.losses(model, event).get(number) for event in (*trained, *model.training.by_hand)]
    return any(loss is not None and loss.name in _LOSSES and not loss.own for loss in known)


RULE = Rule(
    level=Level.WARNING,
    title="batch norm behind bounds",
    instead="Put the batch norm before the last layer with weights, and let the bounded activation end the model.",
    model=_look,
    exact=True,
)
