"""# A freeze that does nothing

**What it sees.** `trainable` is compared where it should be set, written in another way, or called.

**Why it hurts.** `layer.trainable == False` compares two values and throws the answer away, and an object takes any
name that it is given: Python says nothing, and all layers learn on.

**Example.**

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
for layer in base.layers:
    layer.trainable == False  # ← here
```

**Instead.**

```python
import keras

base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
for layer in base.layers:
    layer.trainable = False
```
"""

from __future__ import annotations

import ast
from difflib import SequenceMatcher

from autograder.anatomy.text import Text
from autograder.rules.rule import Found, Level, Rule

_NAME, _LIKE = "trainable", 0.85


def _look(text: Text) -> Found:
    """``layer.trainable == False``, ``base.trainble = False``, ``base.trainable(False)``."""
    for one in text.all(ast.Expr):
        compared = one.value.left if isinstance(one.value, ast.Compare) else None
        if isinstance(compared, ast.Attribute) and compared.attr == _NAME:
            yield "This compares, and sets nothing: one = sets.", one.value
    for given in text.all(ast.Assign):
        target = given.targets[0]
        value = given.value.value if isinstance(given.value, ast.Constant) else None
        if isinstance(target, ast.Attribute) and isinstance(value, bool) and _is_nearly(target.attr):
            yield f"Nothing reads {target.attr}: it is called {_NAME}.", target
    for call in text.all(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == _NAME:
            yield f"{_NAME} is no function: set it, {ast.unparse(call.func)} = ….", call


def _is_nearly(name: str) -> bool:
    """Whether a name was meant to be ``trainable``; one that begins with a line is the author's own affair."""
    return not name.startswith("_") and name != _NAME and SequenceMatcher(None, name.lower(), _NAME).ratio() >= _LIKE


RULE = Rule(
    level=Level.ERROR,
    title="a freeze that does nothing",
    instead="Write layer.trainable = False.",
    text=_look,
)
