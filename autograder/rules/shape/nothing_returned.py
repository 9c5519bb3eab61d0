"""# A function of a layer that returns nothing

**What it sees.** The function of a `Lambda` layer, the `call` of a layer or a model, or a loss of the author's ends
without a `return`.

**Why it hurts.** What such a function gives is `None`. Keras stops there, or at the next layer, with a sentence about
`NoneType`; a value that was changed with `-=` or under another name inside the function stays inside.

**Example.**

```python
import keras

def center(pictures):
    pictures -= keras.ops.mean(pictures, axis=1, keepdims=True)

model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Lambda(center), keras.layers.Flatten()])  # ← here
```

**Instead.**

```python
import keras

def center(pictures):
    return pictures - keras.ops.mean(pictures, axis=1, keepdims=True)

model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Lambda(center), keras.layers.Flatten()])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, bases, walk
from autograder.rules.looks.scopes import methods
from autograder.rules.looks.words import MODEL_OR_LAYER
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``Lambda(center)``, where ``center`` has no ``return``."""
    for name, node in _asked(text):
        function = text.functions.get(name)
        if function is not None and _gives_nothing(function):
            yield f"{name} ends without a return: it gives None.", node
    for kind in text.all(ast.ClassDef):
        for method in methods(kind) if bases(kind) & MODEL_OR_LAYER else ():
            if method.name == "call" and _gives_nothing(method):
                last = method.body[-1]
                at = getattr(last, "value", None) or next(part for part in walk(last) if isinstance(part, ast.expr))
                yield f"The call of {kind.name} ends without a return: it gives None.", at


def _asked(text: Text) -> Iterator[tuple[str, ast.expr]]:
    """The functions that a model asks for something, with where they are given."""
    for call in text.calls({"Lambda"}):
        function = argument_at(call, 0, "function")
        if isinstance(function, ast.Name):
            yield function.id, call
    for call in text.calls({"compile"}):
        loss = argument_at(call, 1, "loss")
        if isinstance(loss, ast.Name):
            yield loss.id, loss


def _gives_nothing(function: ast.FunctionDef) -> bool:
    """Whether a function does something, and returns nothing on any way; what only raises or passes is a draft."""
    own = [node for node in walk(function) if not isinstance(node, ast.Lambda)]
    returns = any(isinstance(node, ast.Return | ast.Yield | ast.Raise) for node in own)
    return not returns and any(isinstance(node, ast.Assign | ast.AugAssign | ast.Call) for node in function.body)


RULE = Rule(
    level=Level.ERROR,
    title="a function of a layer that returns nothing",
    instead="Return what the next layer is to read.",
    text=_look,
)
