"""# One cache for two data sets

**What it sees.** Two data sets of `tf.data` are cached in a file of the same name.

**Why it hurts.** A cache that finds its file reads it, and asks nobody what is in it. The second data set gives the
rows of the first one: validation is done with the training rows, and says that all is well.

**Example.**

```python
import keras

train = keras.utils.image_dataset_from_directory("flowers/train").cache("cache")
valid = keras.utils.image_dataset_from_directory("flowers/valid").cache("cache")  # ← here
```

**Instead.**

```python
import keras

train = keras.utils.image_dataset_from_directory("flowers/train").cache("cache-train")
valid = keras.utils.image_dataset_from_directory("flowers/valid").cache("cache-valid")
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, constant
from autograder.rules.looks.dataflow import cases
from autograder.rules.looks.pipelines import is_pipeline
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``train.cache("cache")``, ``valid.cache("cache")``."""
    known: dict[str, ast.Call] = {}
    for call in sorted(text.calls({"cache"}), key=lambda one: one.lineno):
        name = constant(text.argument(call, 0, "filename"))
        if not isinstance(name, str) or not name or any(cases(text, call)):
            continue
        first, function = known.setdefault(name, call), text.name_of(text.function_of(call))
        other = first is not call and text.cell_of(first) is text.cell_of(call)
        if other and not function and is_pipeline(text, call) and ast.unparse(first) != ast.unparse(call):
            yield f"The data set of line {first.lineno} is in this file: this one gives the same rows.", call
        used = [one for one in text.calls({function}) if not text.function_of(one)] if function else []
        given = {ast.unparse(part) for one in used for part in one.args[:1]}
        if len(given) > 1 and len(used) == len(given) and "rmtree" not in text.whole:
            yield f"Each data set that {function} is called with is cached in this one file.", call


RULE = Rule(
    level=Level.ERROR,
    title="one cache for two data sets",
    instead="Name a file for each data set, or leave the name out: then the rows stay in memory.",
    text=_look,
    exact=True,
)
