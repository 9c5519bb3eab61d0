"""# Steps that count rows

**What it sees.** A generator, a flow of images or a `tf.data` pipeline gives batches, and `steps_per_epoch` or
`validation_steps` is the number of the rows: their `len`, a variable of that name, or as many as a comment says that
there are. Or it is larger than the number of batches, where a comment or an output keeps what Keras said: *Found 2000
images belonging to …*

**Why it hurts.** A step takes a batch. With as many steps as rows, an epoch goes through the data as many times as a
batch has rows: 32 epochs are shown as one, the curves have few points, and callbacks look too seldom. A reader of a
folder runs out of images instead: Keras warns, and ends the epoch there.

**Example.**

```python
import keras
import numpy as np

def draw(x, y, batch_size=32):
    while True:
        chosen = np.random.choice(len(x), batch_size)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(draw(x, y), epochs=10, steps_per_epoch=len(x))  # ← here
```

**Instead.**

```python
import keras
import numpy as np

def draw(x, y, batch_size=32):
    while True:
        chosen = np.random.choice(len(x), batch_size)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(draw(x, y), epochs=10, steps_per_epoch=len(x) // 32)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, argument_at, bound_or_default, called, keyword, names, walk
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.words import FLOWS, READ_FOLDERS
from autograder.rules.rule import Found, Level, Rule

_FOUND, _NEAR = re.compile(r"Found (\d+) (?:validated )?image"), 3  # what a flow prints, and how near it stands
_BATCH = 32  # the default of all flows
_TOLD = re.compile(
    r"(?<![\w.])(\d{1,3}(?:[,_]\d{3})+|\d{3,}) (?:\w+ ){0,2}?"
    r"(?:images|pictures|photos|pics|samples|examples|(?:for|in) (?:train|test|valid))"
    r"(?!\w* ?(?:per|each|of each|/)\b)"
)
_OF_ROWS = re.compile(r"sample|image|picture|photo|example|row", re.I)
_OF_STEPS = re.compile(r"step|batch|per_|_per|epoch|size|iter", re.I)
_KEEP_ROWS = frozenset({"batch", "shuffle", "repeat", "prefetch", "cache", "map", "with_options"})
_LISTED = frozenset({"filenames", "filepaths", "classes", "labels"})


def _look(text: Text) -> Found:
    """``fit(batches(x, 32), steps_per_epoch=len(x))``: an epoch that is 32 times as long as the rows."""
    for call in text.calls({"fit", "fit_generator"}):
        first = argument_at(call, 0, "x")
        for given, rows in (("steps_per_epoch", first), ("validation_steps", keyword(call, "validation_data"))):
            steps = keyword(call, given)
            if steps is None or rows is None:
                continue
            made = text.latest(rows.id, call)[0] if isinstance(rows, ast.Name) else rows
            size = _batch_of(text, made, rows, text.resolved(steps))
            batches = _batches_found(text, made)
            if 0 < batches < text.number(steps):
                said = f"{given} asks for {text.number(steps)} batches, and the folder holds {batches}"
                yield f"{said}: the images run out, and the epoch ends there, with a warning.", steps
            elif size > 1 or _named_rows(text, made, steps) or (not batches and _told_rows(text, made, steps)):
                size = size or _size_of_flow(text, made)
                yield f"{given} counts batches, of {size} rows each, and this is the number of rows.", steps


def _batches_found(text: Text, made: ast.expr | None) -> int:
    """How many batches a folder holds, as the program keeps what Keras printed; 0 if it does not."""
    if not isinstance(made, ast.Call) or called(made) not in READ_FOLDERS:
        return 0
    flows, told = list(text.calls(READ_FOLDERS)), _FOUND.findall(text.file)
    lines = text.cell_of(made).code.splitlines()[(made.end_lineno or made.lineno) :][:_NEAR]
    near = [met[1] for line in lines if line.strip().startswith("#") and (met := _FOUND.search(line))]
    found = [told[flows.index(made)]] if len(told) == len(flows) else near
    size = _size_of_flow(text, made)
    return -(-int(found[0]) // size) if found and size > 0 else 0


def _named_rows(text: Text, made: ast.expr | None, steps: ast.expr) -> bool:
    """``steps_per_epoch=nb_train_samples`` for a flow of batches."""
    flow = called(made) in FLOWS and _size_of_flow(text, made) > 1
    name = last_name(steps)
    return flow and bool(_OF_ROWS.search(name)) and not _OF_STEPS.search(name) and text.number(steps) > 0


def _told_rows(text: Text, made: ast.expr | None, steps: ast.expr) -> bool:
    """``# 8000 pictures for training`` and ``steps_per_epoch=8000``, if nothing says that there are more."""
    asked, size = text.number(steps), _size_of_flow(text, made) if called(made) in READ_FOLDERS else 0
    told = {int(re.sub(r"\D", "", number)) for number in _TOLD.findall(text.file)} if size > 1 else set()
    return asked in told and not any(number >= asked * size // 2 for number in told)


def _size_of_flow(text: Text, made: ast.expr | None) -> int:
    asked = keyword(made, "batch_size") if isinstance(made, ast.Call) else None
    return _BATCH if asked is None else text.number(asked)


def _batch_of(text: Text, made: ast.expr | None, rows: ast.expr, steps: ast.expr) -> int:
    """How many rows a batch of a generator has whose rows are counted; 0 if that is not known."""
    if not isinstance(made, ast.Call):
        return 0
    counted = argument_at(steps, 0) if called(steps) == "len" and isinstance(steps, ast.Call) else None
    if isinstance(steps, ast.Subscript) and ast.unparse(steps).endswith(".shape[0]"):
        counted = getattr(steps.value, "value", None)
    listed = counted if isinstance(counted, ast.Attribute) and counted.attr in _LISTED else steps
    if isinstance(listed, ast.Attribute) and listed.attr in {"samples", "n", *_LISTED} and called(made) in FLOWS:
        same = isinstance(rows, ast.Name) and ast.unparse(listed.value) == rows.id
        return _size_of_flow(text, made) if same else 0
    if not isinstance(counted, ast.Name):
        return 0
    if called(made) in {"flow", "flow_from_dataframe"}:
        given = argument_at(made, 0, "x", "dataframe")
        return _size_of_flow(text, made) if isinstance(given, ast.Name) and given.id == counted.id else 0
    if counted.id not in {name for part in made.args for name in names(part)}:
        return _size_of_pipeline(text, made, counted.id)
    return _size_in(text, made)


def _size_of_pipeline(text: Text, made: ast.Call, rows: str) -> int:
    """The batch size of ``from_tensor_slices((x, y)).shuffle(99).batch(32).repeat()``, a row for each of the rows."""
    steps = []
    while isinstance(made.func, ast.Attribute) and called(made) != "from_tensor_slices":
        steps.append(made)
        if not isinstance(made.func.value, ast.Call):
            return 0
        made = made.func.value
    cut = [step for step in steps if called(step) == "batch"]
    plain = {called(step) for step in steps} <= _KEEP_ROWS
    given = argument_at(made, 0, "tensors")
    size = argument_at(cut[0], 0, "batch_size") if len(cut) == 1 and plain else None
    parts = given.elts if isinstance(given, ast.Tuple) else [given]
    held = any(isinstance(part, ast.Name) and part.id == rows for part in parts)
    return text.number(size) if held and size is not None else 0


def _size_in(text: Text, made: ast.Call) -> int:
    """The batch size that a generator function of the author's is called with."""
    function = next((node for node in text.all(ast.FunctionDef) if node.name == called(made)), None)
    if function is None or not any(isinstance(node, ast.Yield) for node in walk(function)):
        return 0
    given = bound_or_default(function, made)
    size = next((given.get(one.arg) for one in function.args.args if _is_size(one.arg)), None)
    return 0 if size is None else text.number(size)


def _is_size(name: str) -> bool:
    return name in {"size", "bs", "batch"} or "batch_size" in name.lower() or "batchsize" in name.lower()


RULE = Rule(
    level=Level.WARNING,
    title="steps that count rows",
    instead="Divide by the batch size: len(x) // batch_size.",
    text=_look,
    exact=True,
)
