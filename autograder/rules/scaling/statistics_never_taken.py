"""# Statistics that were never taken

**What it sees.** A layer that takes its numbers or words from the data, such as `Normalization`, is never adapted and
given none; or an `ImageDataGenerator` is told `featurewise_center`, `featurewise_std_normalization` or
`zca_whitening`, and its own `fit` is never called.

**Why it hurts.** The mean and the deviation come from `layer.adapt(x_train)`, or `generator.fit(x_train)`. Without
them the numbers stay as they are: 0 to 255 where their author believes in numbers around 0. A layer of words without
a vocabulary stops Keras.

**Example.**

```python
from keras.preprocessing.image import ImageDataGenerator

maker = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True)
model.fit(maker.flow(x_train, y_train), epochs=10)  # ← here
```

**Instead.**

```python
import keras

scale = keras.layers.Normalization()
scale.adapt(x_train)
model = keras.Sequential([scale, net])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.looks.words import FLOWS
from autograder.rules.rule import Found, Level, Rule

_STATISTICS = frozenset({"featurewise_center", "featurewise_std_normalization", "zca_whitening"})
_ADAPTED = {
    "Normalization": "it takes 0 for the mean and 1 for the variance, and gives the numbers as they come",
    "TextVectorization": "it has no vocabulary, and Keras stops",
    "StringLookup": "it has no vocabulary, and Keras stops",
    "IntegerLookup": "it has no vocabulary, and Keras stops",
    "Discretization": "it has no boundaries, and Keras stops",
}
_ADAPTS = (
    "load_weights", "load_model", "set_weights", "set_vocabulary", "from_config", "FeatureSpace", ".assign(",
    "finalize_state", ".restore(",
)  # fmt: skip


def _look(text: Text) -> Found:
    """Layers and generators that standardize, and were never shown the rows whose statistics they need."""
    yield from _statistics(text)
    yield from _never_adapted(text)


def _statistics(text: Text) -> Found:
    """``ImageDataGenerator(featurewise_center=True)`` whose ``fit`` is never called."""
    for flow in text.calls(FLOWS):
        owner = getattr(flow.func, "value", None)
        made = text.resolved(owner) if isinstance(owner, ast.Name) else owner
        if not isinstance(made, ast.Call) or called(made) != "ImageDataGenerator":
            continue
        true = [given.arg for given in made.keywords if getattr(given.value, "value", 0) is True]
        asked = [name for name in true if name in _STATISTICS]
        fitted = isinstance(owner, ast.Name) and any(
            f"{owner.id}{does}" in text.whole for does in (".fit(", ".mean =", ".std =")
        )
        if asked and not fitted and not _goes_elsewhere(text, owner, flow):
            said = f"{asked[0]} needs the numbers of the training images, and fit of the generator is never called"
            yield f"{said}: it changes nothing.", flow


def _never_adapted(text: Text) -> Found:
    """``Normalization()`` in a model, and nothing that tells it a mean or a vocabulary."""
    if any(word in text.whole for word in _ADAPTS) or not any(text.calls({"fit", "predict", "evaluate"})):
        return
    own = {node.name for node in text.all(ast.ClassDef)}
    adapted = [ast.unparse(call.func.value) for call in text.calls({"adapt"}) if isinstance(call.func, ast.Attribute)]
    held = {ast.unparse(target): one.value for one in text.all(ast.Assign) for target in one.targets}
    known = all(called(held.get(name)) in _ADAPTED for name in adapted)
    for call in text.calls(_ADAPTED.keys() - own):
        given = {one.arg for one in call.keywords}
        names_of = [name for name, value in held.items() if value is call]
        alone = not adapted or (known and bool(names_of) and not set(names_of) & set(adapted))
        if alone and not call.args and not given & {None, "mean", "variance", "vocabulary", "bin_boundaries"}:
            yield f"{called(call)} is never adapted: {_ADAPTED[called(call)]}.", call


def _goes_elsewhere(text: Text, owner: ast.expr | None, flow: ast.Call) -> bool:
    """Whether a generator is given to other code, which may fit it."""
    name = getattr(owner, "id", "")
    return any(
        isinstance(part, ast.Name) and part.id == name
        for call in text.all(ast.Call)
        if call is not flow
        for part in (*call.args, *(given.value for given in call.keywords))
    )


RULE = Rule(
    level=Level.WARNING,
    title="statistics that were never taken",
    instead="Call adapt of the layer, or fit of the generator, on the training rows before the model is trained.",
    text=_look,
    exact=True,
)
