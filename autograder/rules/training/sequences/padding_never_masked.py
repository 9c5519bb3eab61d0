"""# Padding that is never masked

**What it sees.** Rows that `pad_sequences`, or `np.full`, brings to one length with one number, and a `Masking` layer
or an `Embedding(…, mask_zero=True)` that looks for another.

**Why it hurts.** A mask leaves out the steps that hold its own number, and no step of the padding does. A recurrent
layer reads the padding to its end as if it were measured, and what it tells of a row is mostly how long that was.
Steps that do hold that number are left out instead.

**Example.**

```python
import keras

x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", padding="post", value=-1)
model = keras.Sequential([
    keras.Input((72, 5)),
    keras.layers.Masking(mask_value=0.0),  # ← here
    keras.layers.LSTM(32),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", padding="post", value=-1)
model = keras.Sequential([
    keras.Input((72, 5)),
    keras.layers.Masking(mask_value=-1),
    keras.layers.LSTM(32),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from autograder.anatomy.text import Text, argument_at, called, keyword, subject, walk
from autograder.rules.looks.dataflow import parts_of, result_of_call
from autograder.rules.looks.masks import DEEP, KEEPS, LIBRARIES
from autograder.rules.rule import Found, Level, Rule

_FILLS: Mapping[str, tuple[int, str]] = {"pad_sequences": (5, "value"), "full": (1, "fill_value")}


def _look(text: Text) -> Found:
    """``pad_sequences(rows, value=-1)`` for a ``Masking()``, which looks for steps of zeros."""
    if "Masking(" not in text.whole and "mask_zero=True" not in text.whole:
        return
    masks = list(text.calls({"Masking"}))
    masks += [call for call in text.calls({"Embedding"}) if getattr(keyword(call, "mask_zero"), "value", 0) is True]
    stored = [(one.targets[0], one.value) for one in text.all(ast.Assign)]
    if len(masks) != 1 or any(_fills_later(text, target, value) for target, value in stored):
        return
    wanted = _number(text, argument_at(masks[0], 0, "mask_value")) if called(masks[0]) == "Masking" else 0.0
    for fit in text.calls({"fit"}):
        given = argument_at(fit, 0, "x")
        filled = _filled(text, given, fit) if given is not None else None
        value = _number(text, argument_at(filled, *_FILLS[called(filled)])) if filled is not None else None
        if value is not None and wanted is not None and value != wanted:
            said = f"The rows are filled with {value:g}, and {called(masks[0])} looks for {wanted:g}"
            yield f"{said}: it finds no step to leave out.", masks[0]
            return


def _fills_later(text: Text, target: ast.expr, value: ast.expr) -> bool:
    """``x[x == -1] = 0``, ``x[i, n:] = -1``."""
    if not isinstance(target, ast.Subscript):
        return False
    chosen = any(isinstance(part, ast.Compare) or called(part) == "isnan" for part in walk(target.slice))
    return chosen or _number(text, value) is not None


def _number(text: Text, node: ast.expr | None) -> float | None:
    """A number, with its sign; 0 if none is given, None if it is not known."""
    node = text.resolved(node) if node is not None else ast.Constant(0.0)
    sign = -1 if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else 1
    value = getattr(node.operand if isinstance(node, ast.UnaryOp) else node, "value", None)
    return sign * value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _filled(text: Text, node: ast.expr | None, user: ast.AST) -> ast.Call | None:
    """The call that brought rows to one length, if nothing has changed their numbers since."""
    for _ in range(DEEP):
        if isinstance(node, ast.Call) and called(node) in _FILLS:
            return node
        if isinstance(node, ast.Name):
            value, where = text.latest(node.id, user)
            node, user = parts_of(text, node.id, where, value)[0] if value is not None else (None, user)
        elif isinstance(node, ast.Call) and called(node) in text.functions:
            node, user = result_of_call(text, node, user)
        else:
            node = _same_numbers(node) if node is not None else None
        if node is None:
            break
    return None


def _same_numbers(node: ast.expr) -> ast.expr | None:
    """What an array has its numbers from, in the same form or another."""
    if isinstance(node, ast.Subscript):
        return node.value
    return subject(node, LIBRARIES) if isinstance(node, ast.Call) and called(node) in KEEPS else None


RULE = Rule(
    level=Level.ERROR,
    title="padding that is never masked",
    instead="Let the mask look for the number that the rows are filled with.",
    text=_look,
    exact=True,
)
