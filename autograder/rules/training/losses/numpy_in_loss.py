"""# NumPy in a loss

**What it sees.** A loss or a metric of the author's hands what it is given to NumPy or to scikit-learn, or it asks
for numbers while it is made: with `K.eval`, or from `np.random`.

**Why it hurts.** `fit` compiles the loss before there are numbers: the arguments are tensors that only say what will
be calculated. NumPy wants numbers and stops; and where it does get some, no gradient comes back. A number that is
drawn or evaluated there is drawn once, when the loss is compiled, and stays the same for all batches.

**Example.**

```python
import keras
import numpy as np

def distance(wanted, given):
    return np.mean(np.abs(wanted - given))  # ← here

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=distance)
```

**Instead.**

```python
import keras

def distance(wanted, given):
    return keras.ops.mean(keras.ops.abs(wanted - given))

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=distance)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, keyword, names, walk
from autograder.rules.rule import Found, Level, Rule

_NUMPY = ("np", "numpy")
_ONCE = re.compile(
    r"(K|keras\.backend|backend)\.(eval|get_value)|(np|numpy)\.random\.\w+|random\.(random|uniform|gauss|randint)"
)
_HARMLESS = frozenset({"float32", "float64", "int32", "newaxis", "pi", "prod", "shape", "log", "sqrt", "e"})


def _look(text: Text) -> Found:
    """A loss or a metric of the author's that calculates with NumPy, or with scikit-learn."""
    judges = {alias.asname or alias.name for node in text.all(ast.ImportFrom) for alias in node.names
              if (node.module or "").startswith("sklearn.metrics")}  # fmt: skip
    if "run_eagerly" in text.whole or "py_function" in text.whole:
        return
    for call in text.calls({"compile"}):
        for name in _given(call):
            function = text.functions.get(name)
            arguments = (
                {one.arg for one in function.args.args} if function and len(function.args.args) == 2 else set()
            )
            for node in walk(function) if function and arguments else ():
                if isinstance(node, ast.Call) and _leaves(node, judges) and names(node) & arguments:
                    said = f"{ast.unparse(node.func)} takes no tensor of a model"
                    yield f"{said}: {name} is given tensors that hold no numbers yet.", node
                    break
                if isinstance(node, ast.Call) and _ONCE.fullmatch(ast.unparse(node.func)):
                    said = f"{ast.unparse(node.func)} is asked once, when {name} is compiled"
                    yield f"{said}: its answer stays the same for all batches.", node
                    break


def _given(call: ast.Call) -> Iterator[str]:
    """The names of the losses and metrics of a compile."""
    for node in (keyword(call, "loss"), keyword(call, "metrics"), *call.args[1:3]):
        for part in (node, *getattr(node, "elts", ())):
            if isinstance(part, ast.Name):
                yield part.id


def _leaves(node: ast.Call, judges: set[str]) -> bool:
    function = node.func
    if isinstance(function, ast.Name):
        return function.id in judges
    owner = getattr(function, "value", None)
    return isinstance(owner, ast.Name) and owner.id in _NUMPY and getattr(function, "attr", "") not in _HARMLESS


RULE = Rule(
    level=Level.ERROR,
    title="a loss that calculates with NumPy",
    instead="Calculate with keras.ops, whose functions have the names of NumPy.",
    text=_look,
)
