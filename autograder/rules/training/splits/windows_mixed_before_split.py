"""# Windows that are mixed before the split

**What it sees.** A series is cut into windows that have steps in common, as each begins less than its width after the
one before, in a loop, a function that yields them, or by a view; and `train_test_split` mixes them, which shuffles
unless it is told not to, or folds that shuffle, or an order drawn by chance of which both ends are taken.

**Why it hurts.** A window and the next one have all steps but one in common. Nearly everything in a test window
stands in some training window, too, so the test asks for what was seen. How much better it then looks than the future
will be depends on the series: it is a note.

**Example.**

```python
import numpy as np
from sklearn.model_selection import train_test_split

x = np.array([series[i : i + 30] for i in range(len(series) - 30)])
y = series[30:]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)  # ← here
```

**Instead.**

```python
import numpy as np
from sklearn.model_selection import train_test_split

x = np.array([series[i : i + 30] for i in range(len(series) - 30)])
y = series[30:]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, shuffle=False)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, first_of, is_open, names, walk
from autograder.rules.looks.before_split import is_by_chance
from autograder.rules.looks.windows import overlapping
from autograder.rules.rule import Found, Level, Rule

_ARRAYS = frozenset({"array", "asarray", "stack", "astype", "reshape", "expand_dims"})
_NUMBERS = frozenset({"arange", "range", "list"})


def _look(text: Text) -> Found:
    """``[rows[i - 60 : i] for i in range(60, n)]``, then ``train_test_split`` with its shuffling."""
    windows = dict(_windows(text))
    for call, given in _mixing(text):
        plain = isinstance(given, ast.Name) and given.id in windows
        if plain or overlapping(text, given, call):
            said = (
                f"{ast.unparse(given)} holds windows of a series that overlap, and this mixes them before it splits"
            )
            yield f"{said}: nearly all steps of the test windows are in the training, too.", call


def _mixing(text: Text) -> Iterator[tuple[ast.Call, ast.expr]]:
    """The calls that part rows by chance, each with the rows."""
    for call in text.calls({"train_test_split", "split"}):
        rows = argument_at(call, 0)
        other = any(given.arg in {None, "groups"} for given in call.keywords) or isinstance(rows, ast.Starred)
        other = other or (called(call) == "split" and len(call.args) > 2)
        if rows is not None and not other and is_by_chance(text, call):
            yield call, _counted(rows)
    for call in text.calls({"permutation"}):
        rows = argument_at(call, 0)
        if rows is not None and _counted(rows) is not rows and _is_cut_in_two(text, call):
            yield call, _counted(rows)


def _counted(rows: ast.expr) -> ast.expr:
    """The rows of which these are the numbers: ``np.arange(len(x))``, ``len(x)``, ``x.shape[0]``."""
    inner = rows.args[0] if isinstance(rows, ast.Call) and called(rows) in _NUMBERS and len(rows.args) == 1 else rows
    if isinstance(inner, ast.Call) and called(inner) == "len" and len(inner.args) == 1:
        return inner.args[0]
    shape = inner.value if isinstance(inner, ast.Subscript) else None
    return shape.value if isinstance(shape, ast.Attribute) and shape.attr == "shape" else rows


def _is_cut_in_two(text: Text, drawn: ast.Call) -> bool:
    """Whether the beginning and the end of an order are taken: ``order[:n]`` and ``order[n:]``."""
    one = text.parents.get(id(drawn))
    name = getattr(one.targets[0], "id", "") if isinstance(one, ast.Assign) else ""
    cuts = [
        part.slice for part in text.all(ast.Subscript)
        if name and getattr(part.value, "id", "") == name and text.function_of(part) == text.function_of(drawn)
    ]  # fmt: skip
    open_ends = {(is_open(cut.lower), is_open(cut.upper)) for cut in cuts if isinstance(cut, ast.Slice)}
    return {(True, False), (False, True)} <= open_ends


def _windows(text: Text) -> Iterator[tuple[str, ast.expr]]:
    """Variables that hold windows of a series, each one step further than the one before."""
    for name, values in text.values.items():
        made = [_inner(value) for value in values]
        listed = [value for value in made if isinstance(value, ast.ListComp)]
        for value in listed if len(made) == 1 else ():
            generator = value.generators[0]
            if len(value.generators) == 1 and _steps(generator.iter) and _slides(value.elt, generator.target):
                yield name, value
    for loop in text.all(ast.For):
        for node in (part for one in loop.body for part in walk(one) if _steps(loop.iter)):
            owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
            given = node.args[0] if isinstance(node, ast.Call) and called(node) == "append" and node.args else None
            if isinstance(owner, ast.Name) and given is not None and _slides(given, loop.target):
                yield owner.id, given
                yield from ((name, given) for name in _arrays_of(text, owner.id))


def _arrays_of(text: Text, listed: str) -> Iterator[str]:
    """The variables that get an array of a list: ``x, y = np.array(x_list), np.array(y_list)``."""
    for name, values in text.values.items():
        if any(isinstance(inner := _inner(value), ast.Name) and inner.id == listed for value in values):
            yield name


def _inner(value: ast.expr) -> ast.expr:
    """What an array is made of: ``np.array(rows).astype("float32")``."""
    while isinstance(value, ast.Call) and called(value) in _ARRAYS:
        owner = getattr(value.func, "value", None)
        library = owner is None or (isinstance(owner, ast.Name) and owner.id in {"np", "numpy", "tf"})
        if library and not value.args:
            break
        value = value.args[0] if library or owner is None else owner
    return value


def _steps(iterated: ast.expr) -> bool:
    """Whether a loop goes on by one."""
    return isinstance(iterated, ast.Call) and called(iterated) == "range" and len(iterated.args) < 3


def _slides(window: ast.expr, target: ast.expr) -> bool:
    """Whether this is a piece of several rows that begins and ends further on in each round."""
    rows = first_of(window.slice) if isinstance(window, ast.Subscript) else None
    ends = (rows.lower, rows.upper) if isinstance(rows, ast.Slice) and rows.step is None else (None, None)
    moved = [end for end in ends if end is not None and names(end) & names(target)]
    return len(moved) == len(ends) and not any(isinstance(part, ast.Mult) for end in moved for part in walk(end))


RULE = Rule(
    level=Level.NOTE,
    title="windows that are mixed before the split",
    instead="Split in time, train_test_split(…, shuffle=False), or cut the series in two before the windows.",
    text=_look,
)
