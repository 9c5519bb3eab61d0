"""# One folder for two classes

**What it sees.** Two loops read the same files into the same lists, in the same way, and give them two different
labels.

**Why it hurts.** Each picture is there twice, once with each label. No network can tell the one from the other:
there is nothing to learn, and the accuracy stays that of a guess. Mostly the second loop was copied from the first
one, and the folder stayed.

**Example.**

```python
import os

import numpy as np

pictures, labels = [], []
for name in os.listdir("cats"):
    pictures.append(np.load("cats/" + name))
    labels.append(0)
for name in os.listdir("cats"):
    pictures.append(np.load("cats/" + name))
    labels.append(1)  # ← here
```

**Instead.**

```python
import os

import numpy as np

pictures, labels = [], []
for name in os.listdir("cats"):
    pictures.append(np.load("cats/" + name))
    labels.append(0)
for name in os.listdir("dogs"):
    pictures.append(np.load("dogs/" + name))
    labels.append(1)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text
from autograder.rules.looks.loops import added, body_of, read_again
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``for name in listdir("cats"): …; y.append(0)``, and the same again with ``y.append(1)``."""
    for first, second in text.once(read_again):
        lines = [body_of(text, loop).splitlines() for loop in (first, second)]
        calls = added(first), added(second)
        written = [name for name, call in calls[1].items() if isinstance(call.args[0], ast.Constant)]
        labels = [name for name in written if ast.unparse(calls[0][name]) != ast.unparse(calls[1][name])]
        other = [pair for pair in zip(*lines, strict=False) if pair[0] != pair[1]]
        if len(lines[0]) == len(lines[1]) and len(other) == len(labels) == 1 and len(calls[1]) > 1:
            before, label = calls[0][labels[0]], calls[1][labels[0]]
            if other[0] == (ast.unparse(before), ast.unparse(label)) and isinstance(before.args[0], ast.Constant):
                said = f"The loop in line {first.lineno} reads the same files, with the label"
                yield f"{said} {ast.unparse(before.args[0])}.", label


RULE = Rule(
    level=Level.ERROR,
    title="one folder for two classes",
    instead="Read the folder of the other class in the second loop.",
    text=_look,
)
