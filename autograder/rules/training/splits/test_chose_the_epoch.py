"""# Test rows that chose the epoch

**What it sees.** Early stopping goes back to the weights that were best on rows called a test, and the model is then
evaluated on the same rows.

**Why it hurts.** Of many epochs the one is kept that happens to be best on these rows: their result is better than
that on rows which chose nothing. With many rows the difference is small, so it is a note. A validation set of its own
leaves the test for the end.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x_train, y_train, epochs=100, validation_data=(x_test, y_test), callbacks=[stop])
print(model.evaluate(x_test, y_test))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(x_train, y_train, epochs=100, validation_split=0.2, callbacks=[stop])
print(model.evaluate(x_test, y_test))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, first_of, keyword, owner_of
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``fit(…, validation_data=test, callbacks=[EarlyStopping(…)])``, then ``evaluate(test)``."""
    for fit in text.calls({"fit"}):
        owner, checked, listed = (
            getattr(fit.func, "value", None),
            keyword(fit, "validation_data"),
            keyword(fit, "callbacks"),
        )
        if owner is None or checked is None or listed is None or not any(map(_chooses, _made(text, listed))):
            continue
        rows = first_of(checked)
        for test in text.calls({"evaluate"}):
            same = test.args and ast.unparse(test.args[0]) == ast.unparse(rows) and test.lineno > fit.lineno
            mine = owner_of(test) == ast.unparse(owner)
            if same and mine and isinstance(rows, ast.Name) and "test" in rows.id.lower():
                said = f"{rows.id} chose the epoch in line {fit.lineno}"
                yield f"{said}: on the rows that choose, the result is better than on others.", test
                break


def _made(text: Text, listed: ast.expr) -> Iterator[ast.expr]:
    listed = text.resolved(listed)
    for part in listed.elts if isinstance(listed, ast.List | ast.Tuple) else [listed]:
        yield text.resolved(part)


def _chooses(made: ast.expr) -> bool:
    """Whether a callback goes back to the weights of the epoch that was best on the validation rows."""
    if not isinstance(made, ast.Call) or called(made) != "EarlyStopping":
        return False
    restores, monitor = keyword(made, "restore_best_weights"), argument_at(made, 0, "monitor")
    on_training = isinstance(monitor, ast.Constant) and not str(monitor.value).startswith("val_")
    return getattr(restores, "value", None) is True and not on_training


RULE = Rule(
    level=Level.NOTE,
    title="test rows that chose the epoch",
    instead="Stop by a validation set of its own, and keep the test rows for the end.",
    text=_look,
)
