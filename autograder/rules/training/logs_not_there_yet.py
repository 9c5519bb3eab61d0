"""# Logs that are not there yet

**What it sees.** A callback asks `logs` for a number at the beginning of a training, an epoch or a batch, or for a
number of the validation when a batch ends.

**Why it hurts.** At a beginning there is nothing to report, and `logs` is empty; the validation comes after the last
batch of an epoch. `logs.get("val_loss")` gives `None` there, so that what depends on it never happens, and
`logs["val_loss"]` stops with a `KeyError`.

**Example.**

```python
import keras

class StopWhenFarAway(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        loss = logs.get("val_loss")  # ← here
        if loss is not None and loss > 50:
            self.model.stop_training = True
```

**Instead.**

```python
import keras

class StopWhenFarAway(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        loss = logs.get("val_loss")
        if loss is not None and loss > 50:
            self.model.stop_training = True
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, bases, called, constant, walk
from autograder.rules.looks.scopes import methods
from autograder.rules.rule import Found, Level, Rule

_BEGINNINGS = frozenset({
    "on_train_begin", "on_epoch_begin", "on_batch_begin", "on_train_batch_begin", "on_test_begin",
    "on_test_batch_begin", "on_predict_begin", "on_predict_batch_begin",
})  # fmt: skip
_BATCH_ENDS = frozenset({"on_batch_end", "on_train_batch_end"})


def _look(text: Text) -> Found:
    """``def on_epoch_begin(self, epoch, logs): logs.get("val_loss")``."""
    for kind in text.all(ast.ClassDef):
        for method in methods(kind) if "Callback" in bases(kind) else ():
            logs = method.args.args[-1].arg if method.args.args else ""
            changed = any(getattr(target, "id", "") == logs for target in _targets(method))
            for node, name in _asked(method, logs) if not changed else ():
                if method.name in _BEGINNINGS:
                    yield f"logs is empty in {method.name}: there is nothing to report yet.", node
                elif method.name in _BATCH_ENDS and name.startswith("val_"):
                    yield f"{name} is not there when a batch ends: the validation comes after the last one.", node


def _targets(method: ast.FunctionDef) -> Iterator[ast.expr]:
    return (target for one in walk(method) if isinstance(one, ast.Assign) for target in one.targets)


def _asked(method: ast.FunctionDef, logs: str) -> Iterator[tuple[ast.expr, str]]:
    """Where a method reads a number of its logs, and which, if that is written down."""
    for node in walk(method):
        if isinstance(node, ast.Call) and called(node) == "get" and node.args:
            owner, given = getattr(node.func, "value", None), node.args[0]
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            owner, given = node.value, node.slice
        else:
            continue
        if getattr(owner, "id", "") == logs:
            yield node, str(constant(given) or "")


RULE = Rule(
    level=Level.WARNING,
    title="logs that are not there yet",
    instead="Ask in on_epoch_end.",
    text=_look,
    exact=True,
)
