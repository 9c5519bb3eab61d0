"""# Nothing, where rows are wanted

**What it sees.** A variable is given what a method returns that works in place: `x = np.random.shuffle(x)`,
`table = table.dropna(inplace=True)`, `paths = os.listdir(folder).sort()`. The program goes on with it.

**Why it hurts.** These calls change what they are given and return `None`. The rows are gone: the next line stops,
or takes `x[None]`, which is the whole of `x` with an axis more.

**Example.**

```python
import numpy as np

order = np.arange(len(x))
order = np.random.shuffle(order)  # ← here
x, y = x[order], y[order]
```

**Instead.**

```python
import numpy as np

order = np.arange(len(x))
np.random.shuffle(order)
x, y = x[order], y[order]
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, constant, keyword
from autograder.rules.looks.scopes import imported_as, last_name
from autograder.rules.looks.words import CHANGED_COPIES, RANDOM_MODULES
from autograder.rules.rule import Found, Level, Rule

_GENERATORS = frozenset({"default_rng", "RandomState", "Random"})
_LISTS = frozenset({"listdir", "glob", "list", "tolist"})
_OF_TABLES = CHANGED_COPIES | {"set_index", "sort_index"}


def _look(text: Text) -> Found:
    """``order = np.random.shuffle(order)``."""
    users: list[ast.Name | ast.Attribute] = [*text.all(ast.Name), *text.all(ast.Attribute)]
    read = {last_name(node) for node in users if isinstance(node.ctx, ast.Load)}
    for one in text.all(ast.Assign):
        name = last_name(one.targets[0])
        if isinstance(one.value, ast.Call) and name in read and _gives_none(text, one.value):
            yield f"{called(one.value)} changes its rows in place and returns None: {name} is None now.", one.value


def _gives_none(text: Text, call: ast.Call) -> bool:
    """Whether a call is one that works in place."""
    function = call.func
    if isinstance(function, ast.Name):
        module, _, name = imported_as(text, function.id).rpartition(".")
        return name == "shuffle" and module in RANDOM_MODULES
    if not isinstance(function, ast.Attribute):
        return False
    if function.attr == "shuffle":
        return called(text.resolved(function.value)) in _GENERATORS or _is_module(text, ast.unparse(function.value))
    if function.attr == "sort":
        return called(function.value) in _LISTS or isinstance(function.value, ast.List | ast.ListComp)
    return function.attr in _OF_TABLES and constant(keyword(call, "inplace")) is True


def _is_module(text: Text, name: str) -> bool:
    """Whether a name is a module that shuffles in place: the ``random`` of Keras gives what it shuffled."""
    imports = {alias.name for node in text.all(ast.Import) for alias in node.names if alias.asname is None}
    imports |= {f"{node.module}.{alias.name}" for node in text.all(ast.ImportFrom) for alias in node.names}
    return name in RANDOM_MODULES and (name != "random" or bool(imports & RANDOM_MODULES))


RULE = Rule(
    level=Level.ERROR,
    title="nothing, where rows are wanted",
    instead="Call it on a line of its own; or take what gives rows: permutation, sorted, dropna without inplace.",
    text=_look,
)
