"""# Batches of batches

**What it sees.** A data set of batches is put into batches again: one of `image_dataset_from_directory`, which makes
batches of 32 itself, or one that went through `batch` before, and nothing took the batches apart.

**Why it hurts.** Each element gets one axis more: 32 batches of 32 images. A network for images stops at this shape,
and one for rows takes each batch for a sequence.

**Example.**

```python
import keras

train = keras.utils.image_dataset_from_directory("flowers", image_size=(64, 64))
train = train.map(lambda image, label: (image / 255, label))
train = train.batch(32)  # ← here
```

**Instead.**

```python
import keras

train = keras.utils.image_dataset_from_directory("flowers", image_size=(64, 64), batch_size=32)
train = train.map(lambda image, label: (image / 255, label))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, constant, keyword
from autograder.rules.looks.dataflow import cases
from autograder.rules.looks.pipelines import FROM_FOLDERS, steps_before
from autograder.rules.rule import Found, Level, Rule

_KEEPS = frozenset({"shuffle", "prefetch", "cache", "repeat", "take", "skip", "with_options"})


def _look(text: Text) -> Found:
    """``image_dataset_from_directory("a").batch(32)``."""
    for call in text.calls({"batch"}):
        source = call.func.value if isinstance(call.func, ast.Attribute) else None
        if any(cases(text, call)):
            continue
        for step in steps_before(text, source, call):
            name = called(step)
            if name in FROM_FOLDERS and len(step.args) < 5 and _makes_batches(step):
                yield f"{name} gives batches already: these are batches of batches.", call
            again = name == "batch" and "drop_remainder" not in ast.unparse(step) and not any(cases(text, step))
            if again and step.lineno != call.lineno:
                yield f"Line {step.lineno} made batches already: these are batches of batches.", call
            if name not in _KEEPS and not (name == "map" and _of_folder(text, call)):
                break


def _makes_batches(call: ast.Call) -> bool:
    """Whether a call that reads a folder was not told to leave the batches to others."""
    size = keyword(call, "batch_size")
    hidden = any(one.arg is None for one in call.keywords)
    return not hidden and (size is None or isinstance(constant(size), int) or isinstance(size, ast.Name))


def _of_folder(text: Text, call: ast.Call) -> bool:
    """Whether a data set is one of batches that come from a folder and nothing took apart."""
    source = call.func.value if isinstance(call.func, ast.Attribute) else None
    steps = {called(step) for step in steps_before(text, source, call)}
    return bool(steps & FROM_FOLDERS) and steps <= _KEEPS | {"map"} | FROM_FOLDERS


RULE = Rule(
    level=Level.ERROR,
    title="batches of batches",
    instead="Make batches once: leave the second batch out, or ask for batch_size=None before it.",
    text=_look,
    exact=True,
)
