"""# A list of layers that is no model

**What it sees.** The list `model.layers` is changed: with `pop`, `append`, `insert`, `remove`, `del` or an
assignment.

**Why it hurts.** Keras makes that list anew each time it is asked for. The model goes on as it was: `predict` still
answers with the layer that was taken away. In earlier versions the layer left `summary`, and stayed in the graph.

**Example.**

```python
import keras

model = keras.applications.VGG16()
model.layers.pop()  # ← here
features = model.predict(images)
```

**Instead.**

```python
import keras

whole = keras.applications.VGG16()
model = keras.Model(whole.input, whole.layers[-2].output)
features = model.predict(images)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called
from autograder.rules.rule import Found, Level, Rule

_CHANGES = frozenset({"pop", "append", "insert", "remove", "extend", "clear", "reverse"})
_MODULES = frozenset({"keras", "tf.keras", "tensorflow.keras", "tf", "tensorflow"})


def _look(text: Text) -> Found:
    """``model.layers.pop()``, ``del model.layers[-1]``."""
    if "self.layers" in text.whole:  # a class of the author's may keep a list of this name
        return
    for call in text.calls(_CHANGES):
        owner = getattr(call.func, "value", None)
        if owner is not None and _is_layers(owner):
            yield f"{ast.unparse(owner)} is a list of its own: {called(call)} does not change the model.", call
    for statement in text.statements:
        changed = statement.targets if isinstance(statement, ast.Delete | ast.Assign) else []
        for target in changed:
            listed = target.value if isinstance(target, ast.Subscript) else target
            if _is_layers(listed):
                yield f"{ast.unparse(listed)} is a list of its own: this does not change the model.", target


def _is_layers(node: ast.expr) -> bool:
    """Whether a node is the list of the layers of a model."""
    return isinstance(node, ast.Attribute) and node.attr == "layers" and ast.unparse(node.value) not in _MODULES


RULE = Rule(
    level=Level.ERROR,
    title="a list of layers that is no model",
    instead="Make a model that ends earlier: keras.Model(model.input, model.layers[-2].output). "
    "A Sequential has pop() itself.",
    text=_look,
)
