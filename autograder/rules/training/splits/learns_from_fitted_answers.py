"""# Learns from answers on fitted rows

**What it sees.** A second model (of stacking, blending, calibration) that is fitted on what a first one predicts of
the very rows, with the very labels, that the first one was fitted on.

**Why it hurts.** A model is better on the rows that it was fitted on than on new ones, and the one that learned most
by heart looks best. The second model learns to trust it, and to trust it too much: on new rows the answers that it
reads are worse than those that it knows.

**Example.**

```python
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression

model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=40)
first = model.predict(x_train)  # ← here
second = LogisticRegression().fit(first, y_train)
```

**Instead.** Ask about rows that were kept for this, or fold by fold.

```python
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression

model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=40)
first = model.predict(x_kept)
second = LogisticRegression().fit(first, y_kept)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, called, names, walk
from autograder.rules.rule import Found, Level, Rule

_ANSWERS = frozenset({"predict", "predict_proba", "decision_function"})
_DEEP = 6


def _look(text: Text) -> Found:
    """``meta.fit(model.predict(x), y)``, where ``model`` was fitted with x and y."""
    fits = [fit for call in text.calls({"fit"}) if (fit := _fit(call)) is not None]
    if len(fits) < 2:
        return
    own = dict(_told(text, fits))
    for fit in fits:
        rows = argument_at(fit.call, 0, "x", "X")
        for first, answer in _answers(text, rows, fit.call, own) if rows is not None else ():
            if first.labels == fit.labels and first.owner != fit.owner and first.rows != fit.rows:
                said = f"{fit.owner} learns from what {first.owner} says of {first.rows}, which it was fitted on"
                yield f"{said}: of new rows it says nothing as good.", answer
                break


class _Fit(NamedTuple):
    """A training: of what, on which rows, with which labels; as they are spelt."""

    owner: str
    rows: str
    labels: str
    call: ast.Call


def _fit(call: ast.Call) -> _Fit | None:
    rows, labels = argument_at(call, 0, "x", "X"), argument_at(call, 1, "y")
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if rows is None or labels is None or owner is None or isinstance(labels, ast.Constant):
        return None
    return _Fit(ast.unparse(owner), ast.unparse(rows), ast.unparse(labels), call)


def _told(text: Text, fits: list[_Fit]) -> Iterator[tuple[str, tuple[_Fit, ast.Call]]]:
    """The variables, and lists that grow, that hold what a model says of its own rows."""
    for one in text.all(ast.Assign):
        for call in _asked(one.value):
            fit = _fitted_on(text, call, fits)
            if fit is not None and isinstance(one.targets[0], ast.Name | ast.Subscript):
                target = one.targets[0]
                held = target.value if isinstance(target, ast.Subscript) else target
                yield from ((name, (fit, call)) for name in names(held))
    for call in text.calls({"append"}):
        for asked in _asked(call):
            fit = _fitted_on(text, asked, fits)
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            if fit is not None and isinstance(owner, ast.Name):
                yield owner.id, (fit, asked)


def _asked(node: ast.expr) -> Iterator[ast.Call]:
    for call in walk(node):
        if isinstance(call, ast.Call) and called(call) in _ANSWERS and isinstance(call.func, ast.Attribute):
            yield call


def _fitted_on(text: Text, asked: ast.Call, fits: list[_Fit]) -> _Fit | None:
    """The training of the same model on the rows that it is asked about, the last one that stands before."""
    rows = argument_at(asked, 0, "x", "X")
    owner = asked.func.value if isinstance(asked.func, ast.Attribute) else None
    if rows is None or owner is None:
        return None
    same = {ast.unparse(owner)} | _partners(text, owner)
    found = [fit for fit in fits if fit.owner in same and text.function_of(fit.call) == text.function_of(asked)]
    before = [
        fit for fit in found if (text.cell_of(fit.call) is not text.cell_of(asked) or fit.call.lineno < asked.lineno)
    ]
    last = before[-1] if before else None
    return last if last is not None and last.rows == ast.unparse(rows) and isinstance(rows, ast.Name) else None


def _partners(text: Text, owner: ast.expr) -> set[str]:
    """Names that loops give to the same models: ``for m in models: m.fit(…)``, ``[n.predict(…) for n in models]``."""
    loops = [(loop.target, loop.iter) for loop in text.all(ast.For)]
    loops += [(loop.target, loop.iter) for loop in text.all(ast.comprehension)]
    mine = {ast.unparse(through) for target, through in loops if names(owner) & names(target)}
    return {target.id for target, through in loops if isinstance(target, ast.Name) and ast.unparse(through) in mine}


def _answers(
    text: Text, node: ast.expr, user: ast.AST, own: dict[str, tuple[_Fit, ast.Call]], depth: int = 0
) -> list[tuple[_Fit, ast.Call]]:
    """What a model says of its own rows, of which an input is made."""
    if depth > _DEEP:
        return []
    fits = [fit for call in text.calls({"fit"}) if (fit := _fit(call)) is not None]
    found = [(fit, call) for call in _asked(node) if (fit := _fitted_on(text, call, fits)) is not None]
    for name in sorted(names(node)):
        if name in own:
            found.append(own[name])
            continue
        value, where = text.latest(name, user)
        if value is not None and not any(True for _ in _asked(value)):
            found += _answers(text, value, where, own, depth + 1)
    return found


RULE = Rule(
    level=Level.ERROR,
    title="learns from answers on fitted rows",
    instead="Let the first models answer for rows that they were not fitted on: fold by fold, or rows kept apart.",
    text=_look,
)
