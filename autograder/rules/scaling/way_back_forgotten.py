"""# The way back is forgotten

**What it sees.** A model that learned the logarithm of a column, or the scaled or divided column, and whose answers
are kept under the name of that column, or compared with the column itself, with nothing between that turns them
back. Also unchanged targets for `evaluate` or as validation data of such a model.

**Why it hurts.** The answers are logarithms, or of another unit: a price of 12 stands where 160,000 is meant.
Compared with the true numbers they are wrong by nearly all of them, however well the model learned.

**Example.**

```python
import keras
import numpy as np
import pandas as pd

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
y = np.log1p(train["price"])
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train[["size", "year"]], y, epochs=20)
answers = model.predict(test[["size", "year"]]).ravel()
table = pd.DataFrame({"id": test["id"], "price": answers})  # ← here
```

**Instead.**

```python
import keras
import numpy as np
import pandas as pd

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
y = np.log1p(train["price"])
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(train[["size", "year"]], y, epochs=20)
answers = np.expm1(model.predict(test[["size", "year"]]).ravel())
table = pd.DataFrame({"id": test["id"], "price": answers})
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, keyword
from autograder.rules.looks.changes import COMPARES, KEEPS, Form, answers_of_pipeline, form_of, inner_of
from autograder.rules.rule import Found, Level, Rule

_BOUNDS = frozenset({"clip", "maximum", "minimum"})


def _look(text: Text) -> Found:
    """Answers of a model, of which the targets were changed, that are used as if they had not been."""
    trained: dict[str, Form] = {}
    for fit in text.calls({"fit"}):
        labels, owner = argument_at(fit, 1, "y") or answers_of_pipeline(text, fit), getattr(fit.func, "value", None)
        form = form_of(text, labels, fit) if labels is not None else None
        if isinstance(owner, ast.Name) and form is not None and form.way:
            trained[owner.id] = form
            yield from _checked(text, fit, keyword(fit, "validation_data"), form)
    if trained:
        yield from _written(text, trained)
        yield from _compared(text, trained)
        for call in text.calls({"evaluate"}):
            form = trained.get(getattr(getattr(call.func, "value", None), "id", ""))
            labels = argument_at(call, 1, "y")
            if form is not None and labels is not None and _as_it_was(text, labels, call, form):
                yield f"{_learned(form)}, and {ast.unparse(labels)} is as it was.", labels


def _learned(form: Form) -> str:
    return f"The model learned {form.way} {form.column or form.root}"


def _checked(text: Text, fit: ast.Call, pair: ast.expr | None, form: Form) -> Found:
    labels = pair.elts[1] if isinstance(pair, ast.Tuple) and len(pair.elts) > 1 else None
    if labels is not None and _as_it_was(text, labels, fit, form):
        yield f"{_learned(form)}, and {ast.unparse(labels)} is as it was.", labels


def _as_it_was(text: Text, node: ast.expr, user: ast.AST, form: Form) -> bool:
    """Whether this is the same column, unchanged."""
    other = form_of(text, node, user)
    return other is not None and other.way == "" and other.root == form.root


def _written(text: Text, trained: dict[str, Form]) -> Found:
    """``DataFrame({"price": answers})``, ``table["price"] = answers``."""
    tables = [(call, part) for call in text.calls({"DataFrame"}) for part in call.args if isinstance(part, ast.Dict)]
    given: list[tuple[ast.expr | None, ast.expr, ast.AST]] = [
        (key, value, call) for call, part in tables for key, value in zip(part.keys, part.values, strict=True)
    ]
    given += [(one.targets[0].slice, one.value, one) for one in text.all(ast.Assign)
              if isinstance(one.targets[0], ast.Subscript)]  # fmt: skip
    for key, value, user in given:
        form = trained.get(_asked(text, value, user))
        name = key.value if isinstance(key, ast.Constant) else ""
        if form is not None and form.column and name == form.column:
            said = f"{_learned(form)}, and its answers are kept as {name!r} as they are"
            yield f"{said}: nothing turns them back.", value


def _compared(text: Text, trained: dict[str, Form]) -> Found:
    """``mean_absolute_error(y_test, answers)``, ``y_test - answers``."""
    pairs: list[tuple[ast.expr, ast.expr, ast.expr]] = [
        (call.args[0], call.args[1], call) for call in text.calls(COMPARES) if len(call.args) > 1
    ]
    pairs += [(node.left, node.right, node) for node in text.all(ast.BinOp) if isinstance(node.op, ast.Sub)]
    for left, right, node in pairs:
        for answers, truth in ((left, right), (right, left)):
            form = trained.get(_asked(text, answers, node))
            if form is not None and _as_it_was(text, truth, node, form):
                yield f"{_learned(form)}, and {ast.unparse(truth)} is as it was: they are not of one scale.", node
                break


def _asked(text: Text, node: ast.expr, user: ast.AST) -> str:
    """The model whose answers these are, if they are as it gave them."""
    for _ in range(20):
        if isinstance(node, ast.Name):
            value, user = text.latest(node.id, user)
            if value is None:
                return ""
            node = value
        elif called(node) == "predict" and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return getattr(node.func.value, "id", "")
        elif (inner := inner_of(node, KEEPS | _BOUNDS)) is not None:
            node = inner
        elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.List):
            node = node.value
        else:
            return ""
    return ""


RULE = Rule(
    level=Level.ERROR,
    title="the way back is forgotten",
    instead="Turn the answers back with expm1, exp, inverse_transform or the factor before they are used.",
    text=_look,
)
