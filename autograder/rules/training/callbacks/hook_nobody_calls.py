"""# A hook that nobody calls

**What it sees.** A callback, or a `Sequence`, of the author's has a method that is called like a hook of Keras, with
another ending: `on_epoch_ends`, `on_train_start`. Nothing in the program calls it.

**Why it hurts.** Keras calls the hooks that it knows by their names, and no others. What stands in the method never
happens: no line is printed, no rate is changed, no order is mixed, and nothing says so.

**Example.**

```python
import keras

class Rate(keras.callbacks.Callback):
    def on_epoch_start(self, epoch, logs=None):  # ← here
        self.model.optimizer.learning_rate = 0.1 / (epoch + 1)
```

**Instead.**

```python
import keras

class Rate(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = 0.1 / (epoch + 1)
```
"""

from __future__ import annotations

import ast
from difflib import get_close_matches

from autograder.anatomy.text import Text
from autograder.rules.looks.callbacks import of_keras
from autograder.rules.looks.scopes import methods
from autograder.rules.rule import Found, Level, Rule

_OF_CALLBACKS = frozenset(
    {f"on_{what}_{when}" for what in ("batch", "epoch", "train", "test", "predict") for when in ("begin", "end")}
    | {f"on_{what}_batch_{when}" for what in ("train", "test", "predict") for when in ("begin", "end")}
)
_HOOKS = {
    "Callback": _OF_CALLBACKS,
    "Sequence": frozenset({"on_epoch_begin", "on_epoch_end"}),
    "PyDataset": frozenset({"on_epoch_begin", "on_epoch_end"}),
}


def _look(text: Text) -> Found:
    """``def on_epoch_ends(self, epoch, logs=None)`` of a ``Callback``."""
    asked = {node.attr for node in text.all(ast.Attribute)}
    if "getattr(" in text.whole:
        return
    for kind in text.all(ast.ClassDef):
        parent = of_keras(text, kind)
        for method in methods(kind) if parent in _HOOKS else ():
            near = get_close_matches(method.name, sorted(_HOOKS[parent]), 1, 0.6)
            named = method.name.startswith("on_") and method.name not in _HOOKS[parent] | asked
            if named and near and method.args.args and not method.decorator_list:
                yield f"Keras calls no {method.name}: is {near[0]} meant?", method.args.args[0]


RULE = Rule(
    level=Level.WARNING,
    title="a hook that nobody calls",
    instead="Write its name as Keras does: on_epoch_begin, on_epoch_end, on_train_begin, on_train_batch_end.",
    text=_look,
    exact=True,
)
