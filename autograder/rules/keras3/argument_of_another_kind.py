"""# An argument of another kind

**What it sees.** A layer of Keras, or `fit`, is given a value by its position that the argument in that place cannot
take: a padding for the strides, a number or a shape for an activation, a length for an initializer, validation rows
for the size of a batch.

**Why it hurts.** Keras counts arguments in an order of its own, and stops where it looks at the value. Mostly one
argument was left out before it, or another library has another order: in PyTorch `padding` is a number.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, 3, "relu"),  # ← here
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
```
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, owner_of
from autograder.rules.looks.places import Wrong, is_number, is_text, is_truth, misplaced
from autograder.rules.rule import Found, Level, Rule


def _no_strides(_: Text, value: ast.expr, __: ast.expr) -> bool:
    return is_text(value)


def _no_padding(_: Text, value: ast.expr, __: ast.expr) -> bool:
    return is_number(value)


def _no_function(_: Text, value: ast.expr, __: ast.expr) -> bool:
    number = is_number(value) and not isinstance(getattr(value, "value", None), int)  # before Keras 1 it was a size
    return number or getattr(value, "value", None) is True or isinstance(value, ast.Tuple)


def _no_start(_: Text, value: ast.expr, __: ast.expr) -> bool:
    return is_number(value) or isinstance(value, ast.Tuple)


def _no_format(_: Text, value: ast.expr, __: ast.expr) -> bool:
    other = is_text(value) and not str(getattr(value, "value", "")).startswith("channels")
    return other or is_number(value) or is_truth(value) or isinstance(value, ast.Tuple)


_CONVOLUTION = (None, None, _no_strides, _no_padding)
_POOL = (None, _no_strides)
_RECURRENT = (None, _no_function, _no_function)
_CONVOLUTIONS = ("Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose", "SeparableConv2D")
_POOLS = ("MaxPooling1D", "MaxPooling2D", "AveragePooling1D", "AveragePooling2D", "MaxPool2D", "AvgPool2D")
_KINDS: Mapping[str, Sequence[Wrong | None]] = {
    **dict.fromkeys(_CONVOLUTIONS, _CONVOLUTION),
    **dict.fromkeys(_POOLS, _POOL),
    **dict.fromkeys(("LSTM", "GRU"), _RECURRENT),
    "SimpleRNN": _RECURRENT[:2],
    "Dense": (None, _no_function),
    "Embedding": (None, None, _no_start),
    "Flatten": (_no_format,),
    "UpSampling2D": (None, _no_format),
    **dict.fromkeys(("GlobalAveragePooling2D", "GlobalMaxPooling2D"), (_no_format,)),
}


def _look(text: Text) -> Found:
    """``Conv2D(32, 3, "relu")``, ``fit(x, y, (x_valid, y_valid))``."""
    today = {"MaxPool2D": "MaxPooling2D", "AvgPool2D": "AveragePooling2D"}
    table = api()["layers"]
    named = {name: [parameter[0] for parameter in table[today.get(name, name)]] for name in _KINDS}
    for _, given, name in misplaced(text, _KINDS, named):
        yield f"{ast.unparse(given)} stands in the place of {name}, which cannot be that.", given
    compiled = {owner_of(call) for call in text.calls({"compile"})}
    for call in text.calls({"fit"}) if "def fit(" not in text.whole else ():
        if len(call.args) > 2 and owner_of(call) in compiled and isinstance(text.resolved(call.args[2]), ast.Tuple):
            yield "These rows stand in the place of batch_size: write validation_data=(…).", call.args[2]


RULE = Rule(
    level=Level.ERROR,
    title="an argument of another kind",
    instead="Give it by the name of its argument: activation=, padding=, return_sequences=, validation_data=.",
    text=_look,
)
