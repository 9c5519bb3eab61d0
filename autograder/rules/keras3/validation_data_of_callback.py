"""# Validation data of a callback

**What it sees.** A callback of the author's reads `self.validation_data`, which its class never sets.

**Why it hurts.** The first versions of Keras put the validation rows there. Today there is no such attribute: Keras
stops with an `AttributeError` at the end of the first epoch.

**Example.**

```python
import keras

class Report(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        rows = self.validation_data[0]  # ← here
        print(self.model.predict(rows).mean())

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10, validation_data=(u, v), callbacks=[Report()])
```

**Instead.**

```python
import keras

class Report(keras.callbacks.Callback):
    def __init__(self, rows):
        super().__init__()
        self.rows = rows

    def on_epoch_end(self, epoch, logs=None):
        print(self.model.predict(self.rows).mean())

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10, validation_data=(u, v), callbacks=[Report(u)])
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, bases, walk
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    for kind in text.all(ast.ClassDef):
        read = [
            node
            for node in walk(kind)
            if isinstance(node, ast.Attribute) and ast.unparse(node) == "self.validation_data"
        ]
        given = any(not isinstance(node.ctx, ast.Load) for node in read) or ".validation_data =" in text.whole
        if "Callback" in bases(kind) and read and not given:
            yield "No callback has validation_data any more: hand it over when the callback is made.", read[0]


RULE = Rule(
    level=Level.ERROR,
    title="validation data of a callback",
    instead="Give the rows to the callback yourself, and keep them under another name.",
    text=_look,
)
