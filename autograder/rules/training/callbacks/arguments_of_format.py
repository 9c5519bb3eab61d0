"""# Arguments that go to format

**What it sees.** `"…".format(…)` is given arguments by name that the text has no place for, and that the call around
it takes: the bracket closes too late.

**Why it hurts.** `format` ignores what it has no place for. The callback is made with its defaults: a checkpoint
keeps every epoch instead of the best one, and nobody says so.

**Example.**

```python
import keras

name = "best-{epoch}"
keep = keras.callbacks.ModelCheckpoint("{}.keras".format(name, monitor="val_loss", save_best_only=True))  # ← here
```

**Instead.**

```python
import keras

name = "best-{epoch}"
keep = keras.callbacks.ModelCheckpoint("{}.keras".format(name), monitor="val_loss", save_best_only=True)
```
"""

from __future__ import annotations

import ast
from string import Formatter

from autograder.anatomy.text import Text, constant
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``ModelCheckpoint("{}.keras".format(name, save_best_only=True))``."""
    for call in text.calls({"format"}):
        words = constant(call.func.value) if isinstance(call.func, ast.Attribute) else None
        around = text.parents.get(id(call))
        around = text.parents.get(id(around)) if isinstance(around, ast.keyword) else around
        if not isinstance(words, str) or not isinstance(around, ast.Call) or not call.keywords:
            continue
        try:
            asked = {(name or "").partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(words)}
        except ValueError:
            continue
        lost = [one.arg for one in call.keywords if one.arg and one.arg not in asked]
        if lost:
            said = f"format takes {lost[0]}= and has no place for it: its bracket closes too late"
            yield f"{said}, and {ast.unparse(around.func)} does not get it.", call


RULE = Rule(
    level=Level.ERROR,
    title="arguments that go to format",
    instead="Close the bracket of format before the other arguments.",
    text=_look,
)
