"""# Shifted the wrong way

**What it sees.** A column whose name says that it is of a later row (`next_close`, `rain_tomorrow`, `target`) and
that was moved with `shift(1)` or `np.roll(…, 1)`; one whose name says that it is of an earlier row (`lag_1`,
`previous`) and that was moved with `shift(-1)`; and an input from `rolling(…, center=True)` in a table whose target
is of a later row, or is the very column that is rolled. Shifts are named only where the program shows that the oldest
rows come first.

**Why it hurts.** `shift(1)` moves the values down: each row gets that of the row before. A target of this kind is
already known, and the inputs tell it, so the model looks good and foretells nothing. An input of a later row
holds the answer, which nobody has when the question is asked.

**Example.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv").sort_values("date")
table["change"] = table["close"].diff()
table["next_close"] = table["close"].shift(1)  # ← here
table = table.dropna()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(table[["close", "change"]], table["next_close"], epochs=10)
```

**Instead.**

```python
import keras
import pandas as pd

table = pd.read_csv("prices.csv").sort_values("date")
table["change"] = table["close"].diff()
table["next_close"] = table["close"].shift(-1)
table = table.dropna()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(table[["close", "change"]], table["next_close"], epochs=10)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.rules.looks.series import KEEPS, TARGET, moved_columns, windows_over_targets
from autograder.rules.rule import Found, Level, Rule

_LATER = re.compile(r"(^|_)(next|future|tomorrow|ahead|fwd|forward|upcoming|following)(_|\d|$)")
_EARLIER = re.compile(r"(^|_)(lag|lagged|prev|previous|past|yesterday|last|ago)(_|\d|$)")
_DOWNWARD = ("ascending=False", "[::-1]", "iloc[::-1")
_UPWARD = ("sort_values(", "sort_index(", "date_range(", "yf.download(", "DataReader(", ".history(")
_LOOKS_BACK = (".rolling(", ".pct_change(", ".diff(", ".ewm(", ".expanding(")


def _look(text: Text) -> Found:
    """``table["next"] = table["price"].shift(1)``, where the oldest rows come first."""
    columns = text.once(moved_columns)
    for window, _, target, centred in text.once(windows_over_targets):
        if centred and "shift(-" not in text.whole:
            said = "A window that is centred on a row holds the row itself, and rows that come after it"
            yield f"{said}: {target} tells what is to be foretold.", window
    if not _oldest_first(text):
        return
    for name, value, target in columns:
        by, call = _moved_by(text, value)
        later, earlier = (pattern.search(name.lower()) for pattern in (_LATER, _EARLIER))
        wanted = later or (called(call) == "shift" and TARGET.search(name.lower()))
        if by > 0 and wanted and not earlier:
            said = "The oldest rows come first, so this takes the value of an earlier row"
            yield f"{said}, and {target} is to be one of a later row: shift by a negative number.", call
        elif by < 0 and earlier and not later:
            said = "The oldest rows come first, so this takes the value of a later row"
            yield f"{said}, and {target} is to be one of an earlier row: shift by a positive number.", call
    if any(_moved_by(text, part)[0] < 0 for part in text.calls({"shift"})):
        yield from _centred(text, columns)


def _oldest_first(text: Text) -> bool:
    """Whether the program says that its rows go from the oldest to the newest: it sorts them, or looks back."""
    if any(word in text.whole for word in _DOWNWARD):
        return False
    return any(word in text.whole for word in (*_UPWARD, *_LOOKS_BACK))


def _moved_by(text: Text, node: ast.expr) -> tuple[int, ast.expr]:
    """By how many rows a whole column is moved downward: its sign, with the call; 0 if that is not known."""
    while called(node) in KEEPS and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    if not isinstance(node, ast.Call):
        return 0, node
    if called(node) == "shift" and isinstance(node.func, ast.Attribute):
        by = argument_at(node, 0, "periods")
        timed = keyword(node, "freq") is not None
        return (0 if timed else 1 if by is None else _sign(text, by)), node
    if called(node) == "roll" and len(node.args) == 2 and not node.keywords:
        return _sign(text, node.args[1]), node
    return 0, node


def _sign(text: Text, node: ast.expr) -> int:
    """Whether a whole number is positive or negative; 0 if it is neither, or not known."""
    node = text.resolved(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_sign(text, node.operand)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return (node.value > 0) - (node.value < 0)
    if isinstance(node, ast.Name) and node.id not in text.values:
        loops = [(loop.target, loop.iter) for loop in text.all(ast.For)]
        loops += [(loop.target, loop.iter) for loop in text.all(ast.comprehension)]
        signs = {_sign_of_all(text, rounds) for target, rounds in loops if node.id in names(target)}
        return signs.pop() if len(signs) == 1 else 0
    return 0


def _sign_of_all(text: Text, rounds: ast.expr) -> int:
    """The sign of all numbers that a loop goes through."""
    if called(rounds) == "range" and isinstance(rounds, ast.Call) and len(rounds.args) > 1:
        return max(_sign(text, rounds.args[0]), 0)
    rounds = text.resolved(rounds)
    signs = {_sign(text, one) for one in rounds.elts} if isinstance(rounds, ast.List | ast.Tuple) else set()
    return signs.pop() if len(signs) == 1 else 0


def _centred(text: Text, columns: Iterable[tuple[str, ast.expr, str]]) -> Found:
    """``rolling(7, center=True)`` of what is to be foretold, as an input."""
    listed = {part.value for one in text.all(ast.List) for part in one.elts if isinstance(part, ast.Constant)}
    shifted = " ".join(ast.unparse(call) for call in text.calls({"shift"}))
    for name, value, target in columns if listed else ():
        for call in walk(value) if name in listed and repr(name) not in shifted else ():
            middle = keyword(call, "center") if isinstance(call, ast.Call) and called(call) == "rolling" else None
            if isinstance(call, ast.Call) and getattr(middle, "value", None) is True:
                said = "A window that is centred on a row reaches into the rows that come after it"
                yield f"{said}: {target} tells what is to be foretold.", call


RULE = Rule(
    level=Level.ERROR,
    title="shifted the wrong way",
    instead="Take targets from later rows, with a negative shift, and inputs from this row and earlier ones.",
    text=_look,
)
