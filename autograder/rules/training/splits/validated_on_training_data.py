"""# Validated on the training data

**What it sees.** The rows in `validation_data` are rows of the training data: the same arrays, the same generator, a
slice of the very array that is trained on, or what another generator or data set reads from the same folder, table or
arrays. Or `train_test_split` has set rows apart, but the model is trained on the array that holds them all.

**Why it hurts.** The validation loss then says how well the network knows its training rows. It follows the training
loss down, and overfitting cannot be seen; early stopping and checkpoints choose by it.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=50, validation_data=(x, y))  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=50, validation_split=0.2)
```
"""

from __future__ import annotations

import ast
from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, called, first_of, keyword, names
from autograder.anatomy.training import ABSENT, Data, Fit
from autograder.anatomy.unknown import Unknown
from autograder.rules import fitting
from autograder.rules.looks.readers import read_again
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

FEW_ROWS = 16  # so few are all there are: the four rows of exclusive or


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        given = fit.validation_data
        checked = given[0] if isinstance(given, tuple) and len(given) in (2, 3) else given
        if checked is not ABSENT and _same(fit.x, checked, fit):
            yield Fault("These validation rows are training rows: their loss says nothing about others.", fit.place)


def _same(x: Any, checked: Any, fit: Fit) -> bool:
    if isinstance(x, Unknown):
        return x is checked and fit.y is not ABSENT
    if not isinstance(x, Data) or not isinstance(checked, Data) or (x.rows is not None and x.rows <= FEW_ROWS):
        return False
    whole = x.origin.startswith("keras.datasets.") and not fitting.is_subset(x) and not x.done("unknown")
    return x is checked or (whole and (x.origin, x.part) == (checked.origin, checked.part) and x.part == "x_train")


def _tested(text: Text) -> Found:
    """``a, b = train_test_split(x)``, then ``fit(x)`` and ``evaluate(b)``; ``fit(x, validation_data=x[:100])``."""
    for reader in dict.fromkeys(read_again(text)):
        yield "This reads the rows of the training again: their loss says nothing about others.", reader
    fits = [(fit, first) for fit in text.calls({"fit"}) if isinstance(first := argument_at(fit, 0, "x"), ast.Name)]
    for fit, first in fits:
        pair = keyword(fit, "validation_data")
        checked = first_of(pair) if pair is not None else None
        part = checked.value if isinstance(checked, ast.Subscript) and isinstance(checked.slice, ast.Slice) else None
        if isinstance(part, ast.Name) and part.id == first.id:
            yield "These validation rows are training rows: their loss says nothing about others.", fit
    for statement in text.all(ast.Assign):
        value, target = statement.value, statement.targets[0]
        if (
            called(value) != "train_test_split"
            or not isinstance(value, ast.Call)
            or not isinstance(target, ast.Tuple)
        ):
            continue
        whole = [part.id for part in value.args if isinstance(part, ast.Name)]
        kept, tested = names(target.elts[0]), names(target.elts[min(1, len(target.elts) - 1)])
        mine = [fit for fit, first in fits if whole and first.id == whole[0] and fit.lineno > statement.lineno]
        asked = [call for call in text.calls({"evaluate", "predict"}) if names(call) & tested]
        others = any(names(fit) & kept for fit in text.calls({"fit"}))
        if mine and asked and not others and not tested & names(mine[0]) and len(text.values.get(whole[0], ())) < 2:
            yield f"{whole[0]} holds the rows of {min(tested)}, too: the test asks for what was trained on.", mine[0]


RULE = Rule(
    level=Level.WARNING,
    title="validated on the training data",
    instead="Validate on rows that are not trained on: validation_split, or train_test_split before.",
    model=_look,
    text=_tested,
    claims=("rules/validated-on-training-data",),
    about=("validation_data", "dataframe"),
)
