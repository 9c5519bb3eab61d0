"""# An argument in the place of another one

**What it sees.** A class of Keras, or `fit`, is given a value by its position that cannot be meant for the argument
in that place: a function or a fraction for a switch, a number for the name of a metric, a fraction for the number of
lines to print, `patience` for `min_delta`, a tiny number for a momentum, `epochs` for the size of a batch, the width
of an embedding for the size of the vocabulary.

**Why it hurts.** Python counts arguments, and Keras takes what it gets. `ImageDataGenerator(preprocess_input)`
switches `featurewise_center` on, and no image is prepared; `CategoricalCrossentropy(0.1)` takes probabilities for
logits. The training goes on.

**Example.**

```python
from keras.applications.resnet50 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator

reader = ImageDataGenerator(preprocess_input)  # ← here
train = reader.flow_from_directory("train", target_size=(224, 224))
```

**Instead.**

```python
from keras.applications.resnet50 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator

reader = ImageDataGenerator(preprocessing_function=preprocess_input)
train = reader.flow_from_directory("train", target_size=(224, 224))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, called, owner_of
from autograder.rules.looks.places import Wrong, is_function, is_number, is_text, is_truth, misplaced
from autograder.rules.looks.scopes import imported_as, last_name
from autograder.rules.rule import Found, Level, Rule

_DECAY = 0.01  # a momentum is larger, or nothing
_SWITCHES = 5  # the first arguments of an ImageDataGenerator
_PATIENCE = re.compile(r"patience", re.I)
_EPOCHS = re.compile(r"epoch", re.I)
_OF_VECTORS = re.compile(r"^(word_)?emb", re.I)
_OF_WORDS = re.compile(r"vocab|num_words|max_words|max_features|num_tokens", re.I)


def _no_switch(text: Text, value: ast.expr, _: ast.expr) -> bool:
    fraction = is_number(value) and getattr(value, "value", None) not in (0, 1)
    return fraction or is_text(value) or is_function(text, value)


def _no_name(_: Text, value: ast.expr, given: ast.expr) -> bool:
    return is_number(value) or is_truth(value) or bool(_PATIENCE.search(last_name(given)))


def _no_step(_: Text, __: ast.expr, given: ast.expr) -> bool:
    return bool(_PATIENCE.search(last_name(given)))


def _no_lines(_: Text, value: ast.expr, __: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, float) and value.value % 1 != 0


def _no_momentum(_: Text, value: ast.expr, __: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, float) and 0 < value.value < _DECAY


def _no_words(_: Text, __: ast.expr, given: ast.expr) -> bool:
    return bool(_OF_VECTORS.search(last_name(given))) and not _OF_WORDS.search(last_name(given))


_LOSSES = ("CategoricalCrossentropy", "BinaryCrossentropy", "SparseCategoricalCrossentropy")
_KINDS: Mapping[str, Sequence[Wrong | None]] = {
    "ImageDataGenerator": (_no_switch,) * _SWITCHES,
    **dict.fromkeys(_LOSSES, (_no_switch,)),
    "EarlyStopping": (_no_name, _no_step, None, _no_lines, _no_name),
    "ReduceLROnPlateau": (_no_name, None, None, _no_lines, _no_name),
    "ModelCheckpoint": (None, _no_name, _no_lines, None, None, _no_name),
    **dict.fromkeys(("SGD", "RMSprop", "Adam", "Nadam", "Adamax"), (None, _no_momentum)),
    "Embedding": (_no_words,),
}


def _look(text: Text) -> Found:
    """``ImageDataGenerator(preprocess_input)``, ``fit(x, y, EPOCHS, BATCH_SIZE)``."""
    tables = {name: table for group in ("generators", "losses", "callbacks", "optimizers", "layers")
              for name, table in api()[group].items() if name in _KINDS}  # fmt: skip
    named = {name: [parameter[0] for parameter in table] for name, table in tables.items()}
    for call, given, name in misplaced(text, _KINDS, named):
        if called(call) in _LOSSES and not _is_loss(text, call):
            continue
        if called(call) == "Embedding" and not (len(call.args) > 1 and _OF_WORDS.search(last_name(call.args[1]))):
            continue
        said = f"{last_name(given) or ast.unparse(given)} stands in the place of {name} here"
        yield f"{said}: give it by the name of its argument.", given
    if "def fit(" not in text.whole:
        yield from _epochs_for_rows(text)


def _is_loss(text: Text, call: ast.Call) -> bool:
    """Whether this is the loss, and not the metric of the same name, whose first argument is its name."""
    if isinstance(call.func, ast.Attribute):
        return owner_of(call).endswith("losses")
    return imported_as(text, called(call)).rpartition(".")[0].endswith("losses")


def _epochs_for_rows(text: Text) -> Found:
    """``fit(x, y, EPOCHS, BATCH_SIZE)``: the third argument is the size of a batch."""
    compiled = {owner_of(call) for call in text.calls({"compile"})}
    for call in text.calls({"fit"}):
        given = call.args[2] if len(call.args) > 2 else None
        name = last_name(given) if given is not None else ""
        if given is not None and owner_of(call) in compiled and _EPOCHS.search(name) and "batch" not in name.lower():
            yield f"{name} stands in the place of batch_size here: write epochs={name}.", given


RULE = Rule(
    level=Level.WARNING,
    title="an argument in the place of another one",
    instead="Give arguments by their names: ImageDataGenerator(preprocessing_function=preprocess_input).",
    text=_look,
    exact=True,
)
