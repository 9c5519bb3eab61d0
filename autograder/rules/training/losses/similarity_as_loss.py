"""# How alike they are, taken for a loss

**What it sees.** A loss of the author's that measures a share or a likeness — dice, intersection over union, a
cosine, a correlation — and gives more for answers without a mistake than for wrong ones.

**Why it hurts.** Training makes a loss small. The model learns to overlap with the truth as little as it can.

**Example.**

```python
import keras
from keras import ops


def dice(y_true, y_pred):
    shared = ops.sum(y_true * y_pred)
    return 2 * shared / (ops.sum(y_true) + ops.sum(y_pred))  # ← here


model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
model.compile(loss=dice, optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras
from keras import ops


def dice(y_true, y_pred):
    shared = ops.sum(y_true * y_pred)
    return 1 - 2 * shared / (ops.sum(y_true) + ops.sum(y_pred))


model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
model.compile(loss=dice, optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, names, walk
from autograder.rules.looks.dataflow import only_end
from autograder.rules.looks.losses import TINY, own_losses, value_at
from autograder.rules.rule import Found, Level, Rule

_SHARES = frozenset({"cosine_similarity", "l2_normalize", "equal", "divide_no_nan", "divide"})
_RIGHT, _WRONG = [1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0]
_HALF = [0.6, 0.6, 0.4, 0.4]  # as near to the one as to the other


def _look(text: Text) -> Found:
    """The losses of the author's that a program compiles a model with."""
    for _, function in own_losses(text):
        end = only_end(function)
        if end is not None and end.value is not None and _rewards_errors(function, text):
            said = f"{function.name} is largest for answers without a mistake, and training makes a loss small"
            yield f"{said}: return 1 - … or -….", end.value


def _rewards_errors(function: ast.FunctionDef, text: Text) -> bool:
    """Whether a loss that measures a share is larger for the right answers than for wrong ones."""
    arguments = [one.arg for one in function.args.args if one.arg != "self"]
    if len(arguments) < 2 or not _is_share(function, text):
        return False
    right, half, wrong = (value_at(function, text, _RIGHT, answers) for answers in (_RIGHT, _HALF, _WRONG))
    return None not in (right, half, wrong) and right > half + TINY and half > wrong + TINY  # type: ignore[operator]


def _is_share(function: ast.FunctionDef, text: Text, deep: int = 3) -> bool:
    """Whether a function divides by what it computes of truth and answers, itself or in one that it calls."""
    computed = {one.arg for one in function.args.args if one.arg != "self"} - _settings(function)
    for one in function.body:
        if isinstance(one, ast.Assign) and names(one.value) & computed:
            computed |= {name for target in one.targets for name in names(target)}
    for node in walk(function):
        divides = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and names(node.right) & computed
        asked = text.functions.get(called(node)) if deep else None
        if divides or called(node) in _SHARES or (asked is not None and _is_share(asked, text, deep - 1)):
            return True
    return False


def _settings(function: ast.FunctionDef) -> set[str]:
    return {one.arg for one in function.args.args[len(function.args.args) - len(function.args.defaults) :]}


RULE = Rule(
    level=Level.ERROR,
    title="how alike they are, taken for a loss",
    instead="Return 1 minus the share, or the likeness with a minus.",
    text=_look,
    exact=True,
)
