"""# A callback that stops itself only

**What it sees.** A callback of the author's sets `self.stop_training`, or a name on the model that begins with `stop`
and is not `stop_training`. Nothing reads it.

**Why it hurts.** `fit` asks the model, and only for `stop_training`. Any other attribute is a note that nobody reads:
the training goes on to its last epoch.

**Example.**

```python
import keras

class Enough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs["loss"] < 0.01:
            self.stop_training = True  # ← here
```

**Instead.**

```python
import keras

class Enough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs["loss"] < 0.01:
            self.model.stop_training = True
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, walk
from autograder.rules.looks.callbacks import of_keras
from autograder.rules.rule import Found, Level, Rule

_NAME = "stop_training"


def _look(text: Text) -> Found:
    """``self.stop_training = True``, ``self.model.stop = True``."""
    read = {node.attr for node in text.all(ast.Attribute) if isinstance(node.ctx, ast.Load)}
    for kind in text.all(ast.ClassDef):
        if of_keras(text, kind) != "Callback" or "getattr(" in text.whole or _NAME in read:
            continue
        for one in (node for node in walk(kind) if isinstance(node, ast.Assign)):
            for target in (part for part in one.targets if isinstance(part, ast.Attribute)):
                owner = ast.unparse(target.value)
                itself = owner == "self" and target.attr == _NAME
                other = owner == "self.model" and target.attr.startswith("stop") and target.attr != _NAME
                if (itself or other) and target.attr not in read:
                    yield f"Keras does not read {owner}.{target.attr}: write self.model.{_NAME} = True.", target


RULE = Rule(
    level=Level.WARNING,
    title="a callback that stops itself only",
    instead="Tell the model: self.model.stop_training = True.",
    text=_look,
    exact=True,
)
