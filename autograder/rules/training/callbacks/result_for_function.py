"""# The result of a function for the function

**What it sees.** `LearningRateScheduler` or `Lambda` is given what a function of the author's returns, and that is no
function.

**Why it hurts.** Keras calls what it is given, in each epoch or for each batch: it needs the function itself. A
number cannot be called, and the training stops with *object is not callable*.

**Example.**

```python
import keras

def rate(epoch):
    return 1e-3 if epoch < 80 else 1e-4

slower = keras.callbacks.LearningRateScheduler(rate(0))  # ← here
```

**Instead.**

```python
import keras

def rate(epoch):
    return 1e-3 if epoch < 80 else 1e-4

slower = keras.callbacks.LearningRateScheduler(rate)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, walk
from autograder.rules.rule import Found, Level, Rule

_TAKE = {"LearningRateScheduler": (0, "schedule"), "Lambda": (0, "function")}
_NUMBERS = (ast.Constant, ast.BinOp, ast.IfExp, ast.UnaryOp, ast.Compare)


def _look(text: Text) -> Found:
    """``LearningRateScheduler(rate(0))``, where ``rate`` returns a number."""
    for name, (at, word) in _TAKE.items():
        for call in text.calls({name}):
            given = argument_at(call, at, word)
            function = text.functions.get(called(given)) if isinstance(given, ast.Call) else None
            if given is not None and function is not None and _gives_numbers(function):
                yield f"{name} wants {called(given)} itself: this is the number that it gives.", given


def _gives_numbers(function: ast.FunctionDef) -> bool:
    """Whether all that a function returns is reckoned, and no function that it makes."""
    inside = [node for part in function.body for node in walk(part)]
    ends = [node.value for node in inside if isinstance(node, ast.Return)]
    makes = any(isinstance(node, ast.FunctionDef | ast.Lambda) for node in inside)
    reckoned = {
        target.id
        for one in inside
        if isinstance(one, ast.Assign) and isinstance(one.value, _NUMBERS)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    return (
        bool(ends)
        and not makes
        and all(isinstance(end, _NUMBERS) or (isinstance(end, ast.Name) and end.id in reckoned) for end in ends)
    )


RULE = Rule(
    level=Level.ERROR,
    title="the result of a function for the function",
    instead="Give the function itself, without brackets.",
    text=_look,
)
