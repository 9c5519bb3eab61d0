"""# Attention that is called in the other way

**What it sees.** `Attention` or `AdditiveAttention` is called on several tensors that stand in no list, or
`MultiHeadAttention` on a list, or on a query alone.

**Why it hurts.** The two kinds are called in different ways: `Attention()([query, value])` takes one list, and
`MultiHeadAttention(heads, size)(query, value)` two arguments. Keras stops where they are mixed up.

**Example.**

```python
import keras

words = keras.Input((10, 8))
seen = keras.layers.MultiHeadAttention(2, 4)(words)  # ← here
```

**Instead.**

```python
import keras

words = keras.Input((10, 8))
seen = keras.layers.MultiHeadAttention(2, 4)(words, words)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, keyword
from autograder.rules.rule import Found, Level, Rule

_OF_A_LIST = frozenset({"Attention", "AdditiveAttention"})


def _look(text: Text) -> Found:
    """``Attention()(query, value)``, ``MultiHeadAttention(2, 4)(words)``."""
    own = {kind.name for kind in text.all(ast.ClassDef)}
    for call in text.all(ast.Call):
        layer = text.resolved(call.func) if isinstance(call.func, ast.Call | ast.Name) else None
        name = called(layer) if isinstance(layer, ast.Call) else ""
        if name in own or any(isinstance(given, ast.Starred) for given in call.args):
            continue
        hidden = any(given.arg is None for given in call.keywords)
        if name in _OF_A_LIST and len(call.args) > 1:
            yield f"{name} takes one list: {name}()([query, value]).", call
        elif name == "MultiHeadAttention" and len(call.args) == 1 and not hidden and keyword(call, "value") is None:
            yield f"{name} takes a query and a value: (x, x) for attention of x to itself.", call


RULE = Rule(
    level=Level.ERROR,
    title="attention that is called in the other way",
    instead="Give Attention one list, and MultiHeadAttention its query and its value.",
    text=_look,
)
