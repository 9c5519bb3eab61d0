"""# Targets of another width than the output

**What it sees.** The number of columns of the targets is known, and the output layer has another number of units; or
the targets are images or sequences of another size than those that the model gives.
Labels in a form that the loss does not take, and one-hot labels of a known number, have rules of their own.

**Why it hurts.** The loss compares unit by unit, and there is no partner for some. Keras raises an error in the first
batch. Only where one side has a single column do some losses repeat it without a word.

**Example.**

```python
import numpy as np
import keras

x, y = np.random.rand(100, 4), np.random.rand(100, 3)
model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(2),  # ← here
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
```

**Instead.**

```python
import numpy as np
import keras

x, y = np.random.rand(100, 4), np.random.rand(100, 3)
model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.anatomy.training import ABSENT, Data, Fit
from autograder.rules import asking, sizes, targets
from autograder.rules.rule import Faults, Found, Level, Rule

_UNIT_BY_UNIT = asking.DISTANCES | {
    "kl_divergence", "poisson", "cosine_similarity", "hinge", "squared_hinge",
}  # fmt: skip
_STEPS = 3  # axes of targets with a number for each step
_MAP = 3  # axes of a map
_BATCH = 32  # how many rows Keras takes where nobody says
_NUMBERS_ANEW = frozenset({"fit_transform", "factorize", "unique", "subtract", "apply", "LabelEncoder", "where"})


def _look(model: ModelSource) -> Faults:
    every = shapes(model.anatomy)
    for head, loss, event in asking.trained_heads(model):
        output = every[model.anatomy.outputs[head.number]]
        if output is None:
            continue
        for fit in targets.fits_of(model, event):
            data = targets.given_to(model, fit, head.number)
            said = _said(loss.name, data, output, fit) if data and fit.certain else ""
            if data and fit.certain and not said and model.anatomy.operations[head.layer].kind == "conv":
                said = _one_label(loss.name, data, output)
            if said:
                yield asking.of_layer(model, head.layer, said)
                break


def _said(loss: str, data: Data, output: Shape, fit: Fit) -> str:
    if output is None or len(output) != 1:
        return _map(loss, data, output)
    return _steps(loss, data) or (_mismatch(loss, data, output[0], fit) if output[0] is not None else "")


def _one_label(loss: str, data: Data, output: Shape) -> str:
    """One label for each image, where a convolution gives the classes at each place."""
    shape, form = data.shape or (), targets.labels(data)
    single = len(shape) == 1 or (len(shape) == 2 and (shape[1] == 1 or form == "categorical"))
    if loss not in asking.ONE_OF_MANY or not form or not single or not output or len(output) != _MAP:
        return ""
    return f"gives {sizes.shown(output)} for each row, and each row has one label: pool over all places first."


def _map(loss: str, data: Data, output: Shape) -> str:
    """Targets that are maps or sequences of another size."""
    row = data.shape[1:] if data.shape else ()
    if not output or len(row) != len(output):
        return ""
    if loss == "sparse_categorical_crossentropy" and _several(row[-1]) and not targets.labels(data):
        return f"gives {sizes.shown(output)} for each row; {loss} takes a number for each step, not {row[-1]}."
    if loss not in _UNIT_BY_UNIT | asking.YES_OR_NO:
        return ""
    sides = [(mine, theirs) for mine, theirs in zip(output, row, strict=True) if None not in (mine, theirs)]
    other = any(mine != theirs and 1 not in (mine, theirs) for mine, theirs in sides)
    if _meets_all(loss, output, row):
        return f"gives {output[-1]} numbers for each step, but the targets have {row[-1]}: each meets all of them."
    return f"gives {sizes.shown(output)} for each row, but the targets are {sizes.shown(row)}." if other else ""


def _several(columns: int | None) -> bool:
    return type(columns) is int and columns > 1


def _meets_all(loss: str, output: tuple[int | None, ...], row: tuple[int | None, ...]) -> bool:
    """Whether one number of each step is compared with several of the other side, one after the other."""
    ends = (output[-1], row[-1])
    several = None not in ends and ends[0] != ends[1] and 1 in ends
    return several and output[:-1] == row[:-1] and loss in _UNIT_BY_UNIT


def _steps(loss: str, data: Data) -> str:
    """Targets with several steps, for an output of one answer."""
    shape = data.shape or ()
    if len(shape) != _STEPS or loss not in _UNIT_BY_UNIT or type(shape[1]) is not int or shape[1] == 1:
        return ""
    return f"gives one answer for each row, but the targets have {shape[1]} steps: each meets the same answer."


def _mismatch(loss: str, data: Data, units: int, fit: Fit) -> str:
    shape = data.shape
    if not shape or len(shape) > 2 or None in shape[1:] or targets.labels(data):
        return ""
    columns = shape[1] if len(shape) == 2 else 0
    has = f"has {units} unit{'s' * (units != 1)}, but"
    if loss == "sparse_categorical_crossentropy":
        return f"{has} {loss} takes one number for each row, and the targets have {columns}." if columns > 1 else ""
    if loss in asking.PROBABILITIES:
        return f"{has} the targets have {columns} columns." if columns not in (0, 1, units) else ""
    if loss in _UNIT_BY_UNIT and units == 1:
        return f"{has} the targets have {columns} columns: each meets the same answer." if columns > 1 else ""
    if loss in _UNIT_BY_UNIT and columns not in (1, units):
        one = columns == 0 and not _repeats(fit, shape[0], units)
        return (
            f"{has} each target is one number."
            if one
            else f"{has} the targets have {columns} columns." * (columns > 0)
        )
    return ""


def _repeats(fit: Fit, rows: int | None, units: int) -> bool:
    """Whether a batch happens to be as long as the output is wide, or may be: then a target meets each unit."""
    batch = _BATCH if fit.batch_size is ABSENT else fit.batch_size
    return not isinstance(batch, int) or min(batch, rows or batch) in (1, units)


def _one_more(text: Text) -> Found:
    """``to_categorical`` of labels from 1 to 7 makes 8 columns, for a ``Dense(7)``."""
    for call in text.calls({"to_categorical"}):
        alone = len(call.args) == 1 and keyword(call, "num_classes", "nb_classes") is None
        last = _from_one(text, call.args[0]) if alone else 0
        units = [(argument_at(dense, 0, "units"), dense) for dense in text.calls({"Dense"})]
        wide = [dense for given, dense in units if given is not None and text.number(given) == last]
        if (
            last > 1
            and len(wide) == 1
            and not any(given is None or text.number(given) == last + 1 for given, _ in units)
        ):
            said = f"The labels go from 1 to {last}, of which to_categorical makes {last + 1} columns"
            yield f"{said}, one for a 0: take 1 from the labels.", wide[0]


def _from_one(text: Text, labels: ast.expr) -> int:
    """The last of labels that a table in the program numbers from 1; 0 if that is not so."""
    todo, seen, found = [labels], set(), 0
    for node in todo:
        for part in walk(node):
            if isinstance(part, ast.BinOp | ast.AugAssign | ast.IfExp) or called(part) in _NUMBERS_ANEW:
                return 0
            if isinstance(part, ast.Dict):
                numbers = sorted(value.value for value in part.values if type(getattr(value, "value", None)) is int)  # type: ignore[attr-defined]
                found = len(numbers) if numbers == [*range(1, len(part.values) + 1)] else found
            if isinstance(part, ast.Name) and part.id not in seen:
                seen.add(part.id)
                todo += text.values.get(part.id, [])
    changed = {name for one in text.all(ast.AugAssign) for name in names(one.target)}
    return 0 if seen & changed else found


RULE = Rule(
    level=Level.ERROR,
    title="targets of another width than the output",
    instead="Give the output layer one unit for each column of the targets.",
    model=_look,
    text=_one_more,
    about=("units", 0),
)
