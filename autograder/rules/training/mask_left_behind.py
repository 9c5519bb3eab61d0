"""# The mask is left behind

**What it sees.** A function gives a picture and its mask. The picture is flipped, cropped or turned at random, by
`tf.image.random_flip_left_right`, by chance with NumPy or OpenCV, or by a layer such as `RandomRotation`, and the
mask is not, or by a draw of its own. The same with boxes, and with a layer such as `RandomFlip` in a model that gives
a class for each pixel.

**Why it hurts.** The mask says which pixel belongs to what. In half of the pairs it is now about the pixels of the
other side, and the network learns the mean of both.

**Example.**

```python
import tensorflow as tf

def augment(image, mask):
    image = tf.image.random_flip_left_right(image)  # ← here
    mask = tf.image.random_flip_left_right(mask)
    return image, mask

train = train.map(augment)
```

**Instead.**

```python
import tensorflow as tf

def augment(image, mask):
    if tf.random.uniform(()) < 0.5:
        image, mask = tf.image.flip_left_right(image), tf.image.flip_left_right(mask)
    return image, mask

train = train.map(augment)
```
"""

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.rules import asking, targets
from autograder.rules.rule import Faults, Level, Rule

_MOVES = ("random_flip", "random_rotation", "random_zoom", "random_crop", "random_translation")
_MAP = 3  # axes of a picture
_PIXELS = asking.YES_OR_NO | asking.ONE_OF_MANY


def _look(model: ModelSource) -> Faults:
    """A model that moves its pictures at random, and names a class for each of their pixels."""
    moves = [at for kind in _MOVES for at in model.anatomy.positions(kind)]
    inputs = model.anatomy.positions("input")
    if not moves or len(inputs) != 1 or model.part:
        return
    every = shapes(model.anatomy)
    size = every[inputs[0]]
    for head, loss, event in asking.trained_heads(model):
        shape = every[head.at]
        as_large = shape is not None and size is not None and len(shape) == _MAP and shape[:-1] == size[:-1]
        own = any(targets.same_rows(fit.x, fit.y) for fit in targets.fits_of(model, event))
        if as_large and loss.name in _PIXELS and not own:
            said = "moves the picture at random within the model, where no mask can follow."
            yield from (asking.of_layer(model, at, said) for at in moves)


RULE = Rule(
    level=Level.ERROR,
    title="the mask is left behind",
    instead="Draw once, and move both by what was drawn.",
    model=_look,
    misuses=("behind",),
)
