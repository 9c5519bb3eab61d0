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

from autograder.anatomy.text import Text
from autograder.rules.looks.callbacks import asked_logs, hooks
from autograder.rules.rule import Found, Level, Rule

_BEGINNINGS = frozenset({
    "on_train_begin", "on_epoch_begin", "on_batch_begin", "on_train_batch_begin", "on_test_begin",
    "on_test_batch_begin", "on_predict_begin", "on_predict_batch_begin",
})  # fmt: skip
_BATCH_ENDS = frozenset({"on_batch_end", "on_train_batch_end"})


def _look(text: Text) -> Found:
    """``def on_epoch_begin(self, epoch, logs): logs.get("val_loss")``."""
    for method in hooks(text):
        for node, name in asked_logs(method):
            if method.name in _BEGINNINGS:
                yield f"logs is empty in {method.name}: there is nothing to report yet.", node
            elif method.name in _BATCH_ENDS and name.startswith("val_"):
                yield f"{name} is not there when a batch ends: the validation comes after the last one.", node


RULE = Rule(
    level=Level.WARNING,
    title="logs that are not there yet",
    instead="Ask in on_epoch_end.",
    text=_look,
    exact=True,
)
