"""# Chosen by the loss of the training

**What it sees.** An `EarlyStopping`, or a `ModelCheckpoint` with `save_best_only=True`, that watches `loss`,
`accuracy` or another number of the training rows, in a `fit` that has validation rows, where no other callback
chooses by them. A `fit` that validates on the test rows is left alone, for nothing should be chosen by those, and
so is `ReduceLROnPlateau`.

**Why it hurts.** The loss of the training falls on while the network learns its rows by heart. It stops long after
the validation loss was at its lowest, and the weights that are kept as the best are those that know most by heart.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=10, restore_best_weights=True)  # ← here
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=10, restore_best_weights=True)
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword
from autograder.rules.looks.dataflow import returned
from autograder.rules.looks.words import WAIT
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``EarlyStopping(monitor="loss")`` for a ``fit`` that has validation rows, which nothing else watches."""
    if "EarlyStopping(" not in text.whole and "save_best_only" not in text.whole:
        return
    for fit in text.calls({"fit"}):
        rows = keyword(fit, "validation_data", "validation_split")
        held_out = rows is not None and getattr(text.resolved(rows), "value", ...) not in (None, 0, 0.0)
        if rows is None or not held_out or "test" in ast.unparse(rows).lower():
            continue  # whoever validates on the test rows does well to choose nothing by them
        made = list(_callbacks(text, keyword(fit, "callbacks")))
        watched = [(call, _chooses_by(text, call)) for call in made]
        own = {kind.name for kind in text.all(ast.ClassDef) if "val_" in ast.unparse(kind)}
        if any(monitor.startswith("val_") or called(call) in own for call, monitor in watched):
            continue
        for call, monitor in watched:
            if monitor:
                does = "stops" if called(call) == "EarlyStopping" else "keeps the best"
                said = f"{called(call)} {does} by the {monitor} of the training rows"
                yield f"{said}, which goes on while the validation rows get worse.", call


def _callbacks(text: Text, given: ast.expr | None) -> Iterator[ast.Call]:
    """The callbacks of a fit, those that a list is given later as well."""
    listed = text.resolved(given) if given is not None else None
    ends = returned(text.functions.get(called(listed)))
    listed = text.resolved(ends[0]) if len(ends) == 1 else listed
    parts = list(getattr(listed, "elts", ())) if isinstance(listed, ast.List | ast.Tuple) else []
    if isinstance(given, ast.Name):
        parts += [part for call in text.calls({"append"}) if ast.unparse(call.func) == f"{given.id}.append"
                  for part in call.args]  # fmt: skip
    for part in parts:
        made = text.resolved(part)
        if isinstance(made, ast.Call):
            yield made


def _chooses_by(text: Text, call: ast.Call) -> str:
    """What a callback chooses the epoch by; empty if it chooses none, or if that is not known."""
    best = getattr(keyword(call, "save_best_only"), "value", False) is True
    if called(call) != "EarlyStopping" and not (called(call) == "ModelCheckpoint" and best):
        return ""
    if any(one.arg in {None, "baseline"} for one in call.keywords):
        return ""
    monitor = text.argument(call, WAIT[called(call)], "monitor")
    found = getattr(monitor, "value", "") if monitor is not None else "val_loss"
    return found if isinstance(found, str) else ""


RULE = Rule(
    level=Level.WARNING,
    title="chosen by the loss of the training",
    instead="Watch the same number of the validation rows: val_loss, or val_ and the name of the metric.",
    text=_look,
    about=("monitor",),
    exact=True,
)
