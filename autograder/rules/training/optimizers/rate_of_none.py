"""# A schedule that gives no rate

**What it sees.** The function of a `LearningRateScheduler` ends on some way without a `return`.

**Why it hurts.** Keras asks the function in each epoch and wants a number. On the way without a `return` it gets
`None`, and the training stops there: in the twentieth epoch, perhaps.

**Example.**

```python
import keras

def rate(epoch):
    if epoch < 10:
        return 1e-3
    elif epoch < 20:
        return 1e-4

slower = keras.callbacks.LearningRateScheduler(rate)  # ← here
```

**Instead.**

```python
import keras

def rate(epoch):
    if epoch < 10:
        return 1e-3
    return 1e-4

slower = keras.callbacks.LearningRateScheduler(rate)
```
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.anatomy.text import Text, argument_at
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``LearningRateScheduler(rate)``, where ``rate`` has an ``if`` without an ``else``."""
    for call in text.calls({"LearningRateScheduler"}):
        given = argument_at(call, 0, "schedule")
        function = text.functions.get(given.id) if isinstance(given, ast.Name) else None
        if given is not None and function is not None and _may_end(function.body):
            yield f"{function.name} gives no rate on some way: Keras stops in that epoch.", given


def _may_end(body: Sequence[ast.stmt]) -> bool:
    """Whether a block can come to its end without a ``return``; what loops, tries or matches is not followed."""
    last = body[-1] if body else None
    if isinstance(last, ast.If):
        return _may_end(last.body) or _may_end(last.orelse)
    return not isinstance(last, ast.Return | ast.Raise | ast.For | ast.While | ast.Try | ast.With | ast.Match)


RULE = Rule(
    level=Level.ERROR,
    title="a schedule that gives no rate",
    instead="Return a rate on every way.",
    text=_look,
)
