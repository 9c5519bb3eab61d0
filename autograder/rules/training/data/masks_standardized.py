"""# Masks that are standardized like pictures

**What it sees.** The targets of a crossentropy, or of an overlap such as Dice, lose their mean or are divided by a
deviation, as the pictures beside them are: the second generator of a `zip` comes from an `ImageDataGenerator` with
`featurewise_center` and its like, or a variable that is called a mask goes through `per_image_standardization` or
`preprocess_input`.

**Why it hurts.** A crossentropy compares a probability with 0 and 1. Of a mask that was centred, nothing is 0 or 1
any more; below 0 the loss falls without end, the more wrong the network is, the better it looks.

**Example.**

```python
from keras.preprocessing.image import ImageDataGenerator

changes = dict(featurewise_center=True, featurewise_std_normalization=True, rotation_range=30)
pictures, masks = ImageDataGenerator(**changes), ImageDataGenerator(**changes)  # ← here
pictures.fit(x)
masks.fit(y)
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(zip(pictures.flow(x, seed=1), masks.flow(y, seed=1)), steps_per_epoch=100)
```

**Instead.**

```python
import tensorflow as tf

def load(image, mask):
    return tf.image.per_image_standardization(image), mask

model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).map(load).batch(32), epochs=10)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, names, targets_of, walk
from autograder.rules.looks.dataflow import passed, unfolded
from autograder.rules.looks.scopes import owner
from autograder.rules.looks.words import FLOWS, SURE_MASK
from autograder.rules.rule import Found, Level, Rule

_FITTED = frozenset({"featurewise_center", "featurewise_std_normalization", "zca_whitening"})
_STANDARDIZES = _FITTED | {"samplewise_center", "samplewise_std_normalization"}
_LOSSES = re.compile(r"crossentropy|dice|jaccard|tversky|iou|bce", re.IGNORECASE)
_NO_MASK = re.compile(r"masked|image|img|pred|encoder|input", re.IGNORECASE)
_CENTRES = frozenset({"per_image_standardization", "preprocess_input"})


def _look(text: Text) -> Found:
    """``zip(pictures.flow(x), masks.flow(y))`` of makers that standardize, ``per_image_standardization(mask)``."""
    losses = [argument_at(call, 1, "loss") for call in text.calls({"compile"})]
    if not any(_LOSSES.search(ast.unparse(text.resolved(loss))) for loss in losses if loss is not None):
        return
    makers = (_maker(text, given, user) for given, user in _targets(text))
    for maker in dict.fromkeys(maker for maker in makers if maker is not None):
        asked = [name for name in _true(text, maker) if name in _STANDARDIZES]
        does = [name for name in asked if name not in _FITTED or _is_fitted(text, maker)]
        if does:
            yield f"The targets of the loss go through {does[0]}, too: they are no longer classes.", maker
    for call in text.calls(_CENTRES):
        given = call.args[0] if call.args else None
        if isinstance(given, ast.Name) and SURE_MASK.search(given.id) and not _NO_MASK.search(given.id):
            yield f"{called(call)} treats the mask as a picture: its numbers are no longer classes.", call


def _targets(text: Text) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What gives the targets: the second of a ``zip`` of two generators, or the second ``next`` that is yielded."""
    for call in text.calls({"zip"}):
        if len(call.args) == 2 and not _is_changed(text, call):
            yield call.args[1], call
    for node in text.all(ast.Yield):
        pair = targets_of(node.value) if node.value is not None else []
        second = pair[1] if len(pair) == 2 else None
        if isinstance(second, ast.Call) and called(second) == "next":
            yield from ((given, node) for given in second.args[:1])
            if isinstance(second.func, ast.Attribute):
                yield second.func.value, node


def _is_changed(text: Text, pairs: ast.Call) -> bool:
    """Whether a loop over pairs gives the second of each another value before it hands it on."""
    for loop in text.all(ast.For):
        masks = names(targets_of(loop.target)[-1])
        stored = {
            name
            for part in walk(loop)
            if isinstance(part, ast.Assign | ast.AugAssign)
            for target in getattr(part, "targets", [getattr(part, "target", loop.target)])
            for name in names(target)
        }
        if unfolded(text, loop.iter, loop) is pairs and masks & stored:
            return True
    return False


def _maker(text: Text, given: ast.expr, user: ast.AST) -> ast.Call | None:
    """The ``ImageDataGenerator`` of a flow of arrays or pictures without labels."""
    flow = unfolded(text, given, user)
    if not isinstance(flow, ast.Call) or called(flow) not in FLOWS or not isinstance(flow.func, ast.Attribute):
        return None
    labels, kind = argument_at(flow, 1, "y"), keyword(flow, "class_mode")
    alone = labels is None if called(flow) == "flow" else kind is not None and constant(kind) is None
    made = unfolded(text, flow.func.value, flow)
    return made if alone and isinstance(made, ast.Call) and called(made) == "ImageDataGenerator" else None


def _true(text: Text, maker: ast.Call) -> Iterator[str]:
    """The arguments that are true, those of a dictionary with stars as well, which callers may give."""
    for one in maker.keywords:
        if one.arg is not None:
            yield from [one.arg] if constant(text.resolved(one.value)) is True else []
            continue
        for made in _dictionaries(text, one.value, maker):
            if isinstance(made, ast.Dict):
                yield from (str(constant(key)) for key, value in zip(made.keys, made.values, strict=True)
                            if constant(value) is True)  # fmt: skip
            elif isinstance(made, ast.Call) and called(made) == "dict":
                yield from (part.arg for part in made.keywords if part.arg and constant(part.value) is True)


def _dictionaries(text: Text, given: ast.expr, user: ast.AST) -> Iterator[ast.expr]:
    """What a dictionary is: as a variable, or as every caller gives it for an argument."""
    every = passed(text, owner(text, user), getattr(given, "id", "")) or [(given, user)]
    yield from (unfolded(text, *one) for one in every)


def _is_fitted(text: Text, maker: ast.Call) -> bool:
    """Whether ``fit`` of the generator is called, without which it has no mean."""
    return any(
        isinstance(call.func, ast.Attribute) and unfolded(text, call.func.value, call) is maker
        for call in text.calls({"fit"})
    )


RULE = Rule(
    level=Level.ERROR,
    title="masks that are standardized like pictures",
    instead="Turn and shift the masks as the pictures are, by a generator without statistics: their numbers stay.",
    text=_look,
)
