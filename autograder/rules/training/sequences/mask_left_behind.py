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

from __future__ import annotations

import ast
import re

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, called, keyword, names, walk
from autograder.rules import asking, targets
from autograder.rules.looks.dataflow import result_of
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.words import BENDS, SURE_MASK
from autograder.rules.rule import Faults, Found, Level, Rule

_MOVES = ("random_flip", "random_rotation", "random_zoom", "random_crop", "random_translation")
_MAP = 3  # axes of a picture
_PIXELS = asking.YES_OR_NO | asking.ONE_OF_MANY
_SURE_PLACES = re.compile(f"{SURE_MASK.pattern}|box|keypoint|landmark|steer", re.I)
_CHANCE = re.compile(r"rand|uniform|choice|flip|binomial", re.I)
_FLIPS = frozenset({"fliplr", "flipud", "flip", "rot90", "flip_left_right", "flip_up_down"})
_MOVING = frozenset({*BENDS, "RandomFlip", "RandomCrop"}) - {"Resizing"}
_TF_MOVES = frozenset({"random_flip_left_right", "random_flip_up_down", "random_crop"})


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


def _left_behind(text: Text) -> Found:
    """``image = random_flip_left_right(image)``, and the mask is returned as it was, or flipped by itself."""
    for function in text.all(ast.FunctionDef):
        pair, _ = result_of(function, function)
        if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
            yield from _moved(text, pair, [one for one in walk(function) if isinstance(one, ast.Assign)])
            yield from _flipped_by_chance(function, pair)
    for loop in text.all(ast.For):
        if isinstance(loop.target, ast.Tuple) and len(loop.target.elts) == 2:
            yield from _flipped_by_chance(loop, loop.target)
    for call in text.calls({"map"}):
        given = call.args[0] if call.args else None
        body = given.body if isinstance(given, ast.Lambda) else None
        if isinstance(body, ast.Tuple) and len(body.elts) == 2:
            yield from _moved(text, body, [])


def _moved(text: Text, pair: ast.Tuple, made: list[ast.Assign]) -> Found:
    """The random move of the first of a pair whose second is a mask."""
    image, mask = pair.elts
    of_mask = {last_name(mask)} if isinstance(mask, ast.Name) else names(mask) if _move(text, mask) else set()
    if not any(SURE_MASK.search(name) for name in of_mask):
        return
    steps = [(one.value, one) for one in made if any(names(target) & names(image) for target in one.targets)]
    whole = [one.value for one in made if any(names(target) & of_mask for target in one.targets)]
    for value, one in [*steps, (image, pair)]:
        both = isinstance(one, ast.Assign) and any(names(target) & of_mask for target in one.targets)
        move = _move(text, value)
        if move is None or both or names(value) & of_mask:
            continue
        again = [other for other in (_move(text, part) for part in [*whole, mask]) if other is not None]
        if any(keyword(step, "seed") is not None for step in [move, *again]) or _same_layer(move, again):
            continue
        other_way = any(names(part) - of_mask - {"tf", "np"} for part in whole if _move(text, part) is None)
        if again or not (other_way and whole):
            how = "is moved by another draw" if again else "stays"
            yield f"The picture is moved at random here, and its mask {how}.", move


def _flipped_by_chance(function: ast.AST, pair: ast.Tuple) -> Found:
    """``if rng.random() < 0.5: image = np.fliplr(image)``, and what tells places in the picture stays as it was."""
    image, places = pair.elts
    if not isinstance(places, ast.Name) or not _SURE_PLACES.search(places.id):
        return
    given = [one for one in walk(function) if isinstance(one, ast.Assign)]
    moved = any(_flip(one.value) for one in given if any(places.id in names(target) for target in one.targets))
    for test in (node for node in walk(function) if isinstance(node, ast.If)):
        inside = [node for part in test.body for node in walk(part)]
        touched = any(isinstance(node, ast.Name | ast.Subscript) and places.id in names(node) for node in inside)
        if moved or touched or not _CHANCE.search(ast.unparse(test.test)):
            continue
        for one in inside:
            move = _flip(one.value) if isinstance(one, ast.Assign) and names(one.targets[0]) & names(image) else None
            if move is not None:
                yield f"The picture is flipped at random here, and {places.id} stays.", move


def _flip(value: ast.expr) -> ast.expr | None:
    """``np.fliplr(image)``, ``cv2.flip(image, 1)``, ``image[:, ::-1]``."""
    for node in walk(value):
        if isinstance(node, ast.Call) and called(node) in _FLIPS:
            return node
        index = node.slice if isinstance(node, ast.Subscript) else None
        cuts = index.elts[:2] if isinstance(index, ast.Tuple) and isinstance(index.elts[0], ast.Slice) else []
        if isinstance(node, ast.expr) and any(isinstance(cut, ast.Slice) and cut.step is not None for cut in cuts):
            return node
    return None


def _move(text: Text, node: ast.expr) -> ast.Call | None:
    """The call in a value that flips, crops or turns a picture at random."""
    for part in walk(node):
        if isinstance(part, ast.Call) and called(part) in _TF_MOVES and "tf.image." in ast.unparse(part.func):
            return part
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            layer = text.resolved(part.func)
            if any(called(inner) in _MOVING for inner in walk(layer)) and isinstance(layer, ast.Call):
                return part
    return None


def _same_layer(move: ast.Call, others: list[ast.Call]) -> bool:
    """Whether both are moved by layers: these may hold a seed in common."""
    return bool(others) and not ast.unparse(move.func).startswith("tf.")


RULE = Rule(
    level=Level.ERROR,
    title="the mask is left behind",
    instead="Draw once, and move both by what was drawn.",
    model=_look,
    text=_left_behind,
)
