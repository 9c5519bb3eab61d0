"""# A subset of no split

**What it sees.** A reader of an `ImageDataGenerator` is asked for a `subset`, and the generator has no
`validation_split`.

**Why it hurts.** The validation subset is empty, as none of the files was set apart: Keras finds 0 images, or stops.

**Example.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

read = ImageDataGenerator(rescale=1 / 255)
train = read.flow_from_directory("photos", subset="training")
valid = read.flow_from_directory("photos", subset="validation")  # ← here
```

**Instead.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

read = ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
train = read.flow_from_directory("photos", subset="training")
valid = read.flow_from_directory("photos", subset="validation")
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, constant, keyword
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.words import FLOWS
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    for call in text.calls(FLOWS):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        made = unfolded(text, owner, call)
        closed = isinstance(made, ast.Call) and all(one.arg is not None for one in made.keywords) and not made.args
        whole = isinstance(made, ast.Call) and called(made) == "ImageDataGenerator" and closed
        asked = keyword(call, "subset")
        split = keyword(made, "validation_split") if isinstance(made, ast.Call) else None
        if whole and constant(asked) == "validation" and split is None:
            yield "The generator sets no files apart: this subset is empty.", call


RULE = Rule(
    level=Level.ERROR,
    title="a subset of no split",
    instead="Give the generator validation_split=0.2, or leave subset out and name a folder of its own.",
    text=_look,
    about=("subset",),
)
