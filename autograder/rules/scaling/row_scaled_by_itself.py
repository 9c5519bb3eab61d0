"""# Row scaled by itself

**What it sees.** The network is asked about one picture or one row, and that loses its own mean, where the training
rows lost the mean of all training rows; or `fit_transform` of a scaler is called for one row that is asked about.

**Why it hurts.** The network learned what is more, and what less, than in the other rows. A row that is measured by
itself says nothing of that: a bright picture and a dark one become the same, and a scaler that is fitted to one row
makes each of its numbers 0, whatever it was.

**Example.**

```python
import keras
import numpy as np
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(scaler.fit_transform(x_train), y_train, epochs=20)
row = scaler.fit_transform(np.array([[3.2, 140, 7]]))  # ← here
print(model.predict(row))
```

**Instead.**

```python
import keras
import numpy as np
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(scaler.fit_transform(x_train), y_train, epochs=20)
row = scaler.transform(np.array([[3.2, 140, 7]]))
print(model.predict(row))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, constant, first_of, keyword, names, subject
from autograder.rules.looks.dataflow import traced, unfolded
from autograder.rules.looks.scopes import owner
from autograder.rules.looks.words import ASKS, FLOWS
from autograder.rules.rule import Found, Level, Rule

_QUESTIONS = ASKS | {"predict_classes", "predict_proba"}
_TRAINS = frozenset({"fit", "fit_generator", "from_tensor_slices", *FLOWS})
_SCALERS = re.compile(r"Scaler$")
_ARRAYS = frozenset({"array", "asarray", "DataFrame"})
_LIBRARIES = frozenset({"np", "numpy", "tf", "K", "cv2"})
_WHOLE = (None, 0)  # axis: of the rows


def _look(text: Text) -> Found:
    """``image -= image.mean()`` and ``scaler.fit_transform([[3, 5]])`` on the way to ``predict``."""
    for call in text.calls(_QUESTIONS):
        row = argument_at(call, 0, "x")
        parts = list(traced(text, row, call)) if row is not None else []
        for part in parts:
            if isinstance(part, ast.Call) and called(part) == "fit_transform" and _is_one_row_scaled(text, part):
                yield "This scaler is fitted to the one row that is asked about: each of its numbers becomes 0.", part
        if any(map(_adds_batch, parts)) and _mean_of_all(text):
            for centred in _centred_by_itself(text, parts, call):
                yield "This loses its own mean, where the training rows lost that of all training rows.", centred


def _is_one_row_scaled(text: Text, call: ast.Call) -> bool:
    """Whether a scaler of columns is fitted to one row that is written down, or that was made one."""
    made = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
    node = unfolded(text, call.args[0], call) if len(call.args) == 1 else None
    if not _SCALERS.search(called(made)) or node is None:
        return False
    if called(node) == "reshape" and isinstance(node, ast.Call):
        shape = node.args[-2:] if len(node.args) > 1 else getattr(argument_at(node, 0), "elts", [])
        return len(shape) == 2 and constant(shape[0]) == 1
    listed = node.args[0] if isinstance(node, ast.Call) and called(node) in _ARRAYS and node.args else node
    listed = unfolded(text, listed, node)
    return isinstance(listed, ast.List) and len(listed.elts) == 1 and isinstance(listed.elts[0], ast.List | ast.Tuple)


def _adds_batch(node: ast.AST) -> bool:
    """``np.expand_dims(x, 0)``, ``x[None]``, ``x.reshape(1, …)``, ``np.array([x])``: a batch of one row."""
    if isinstance(node, ast.Subscript):
        index = first_of(node.slice)
        return getattr(index, "attr", "") == "newaxis" or (isinstance(index, ast.Constant) and index.value is None)
    if not isinstance(node, ast.Call):
        return False
    given = [argument_at(node, 1, "axis")] if called(node) == "expand_dims" else []
    shape = [first_of(part) for part in node.args] if called(node) == "reshape" else []
    listed = node.args[0] if called(node) in _ARRAYS and node.args else None
    one = isinstance(listed, ast.List) and len(listed.elts) == 1 and isinstance(listed.elts[0], ast.Name)
    return any(constant(part) == 0 for part in given) or any(constant(part) == 1 for part in shape[:2]) or one


def _mean_of_all(text: Text) -> bool:
    """Whether the rows of a training lose the mean of all of them."""
    trained = {name for call in text.calls(_TRAINS) for part in call.args[:1] for name in names(part)}
    by_maker = any(constant(keyword(maker, "featurewise_center")) for maker in text.calls({"ImageDataGenerator"}))
    return by_maker or any(
        isinstance(left, ast.Name) and left.id in trained and _is_of_rows(mean)
        for left, mean, _ in text.once(_centred)
    )


def _is_of_rows(mean: ast.Call) -> bool:
    axis = argument_at(mean, 1 if mean.args and ast.unparse(mean.func).split(".")[0] in _LIBRARIES else 0, "axis")
    first = first_of(axis) if axis is not None else ast.Constant(None)
    return isinstance(first, ast.Constant) and first.value in _WHOLE


def _centred(text: Text) -> Iterator[tuple[ast.expr, ast.Call, ast.expr]]:
    """What loses a mean of itself, that mean, and where: ``x - x.mean()``, ``x -= mean`` with ``mean`` of ``x``."""
    taken: list[tuple[ast.expr, ast.expr, ast.expr]] = [
        (node.left, node.right, node) for node in text.all(ast.BinOp) if isinstance(node.op, ast.Sub)
    ]
    taken += [(one.target, one.value, one.value) for one in text.all(ast.AugAssign) if isinstance(one.op, ast.Sub)]
    for left, right, node in taken:
        mean = unfolded(text, right, node)
        if isinstance(mean, ast.Call) and called(mean) in {"mean", "reduce_mean"}:
            of = subject(mean, _LIBRARIES)
            if of is not None and ast.unparse(of) == ast.unparse(left):
                yield left, mean, node


def _centred_by_itself(text: Text, parts: list[ast.AST], call: ast.Call) -> Iterator[ast.expr]:
    """Where what is asked about loses its own mean; nothing in a function that others use as well."""
    trained = {name for one in text.calls(_TRAINS) for part in one.args[:1] for name in names(part)}
    read = {(part.id, text.function_of(part)) for part in parts if isinstance(part, ast.Name)}
    known = {id(part) for part in parts}
    for left, _, node in text.once(_centred):
        mine = names(left) - trained
        helper = owner(text, node)
        used = text.all(ast.Name) if helper is not None and helper is not owner(text, call) else []
        elsewhere = any(name.id == getattr(helper, "name", "") and id(name) not in known for name in used)
        if any((name, text.function_of(node)) in read for name in mine) and not elsewhere:
            yield node


RULE = Rule(
    level=Level.WARNING,
    title="row scaled by itself",
    instead="Keep the mean, or the scaler, of the training rows, and use it for what is asked about as well.",
    text=_look,
    exact=True,
)
