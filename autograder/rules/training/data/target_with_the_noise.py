"""# A target with the noise in it

**What it sees.** A denoiser is trained from rows with noise to the same rows with noise, while the clean ones are at
hand; or from the clean rows to those with noise.

**Why it hurts.** A network learns what its targets show. If the noise is part of them, passing on the input is the
best that it can do, and nothing is ever removed.

**Example.**

```python
import keras
import numpy as np

clean = np.load("clean.npy")
noisy = clean + np.random.normal(0, 0.1, clean.shape)
model = keras.Sequential([keras.Input((64, 1)), keras.layers.Conv1D(1, 7, padding="same")])
model.compile(optimizer="adam", loss="mse")
model.fit(noisy, noisy, epochs=20)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

clean = np.load("clean.npy")
noisy = clean + np.random.normal(0, 0.1, clean.shape)
model = keras.Sequential([keras.Input((64, 1)), keras.layers.Conv1D(1, 7, padding="same")])
model.compile(optimizer="adam", loss="mse")
model.fit(noisy, clean, epochs=20)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, argument_at, called, walk
from autograder.rules.looks.scopes import unfolded, written
from autograder.rules.rule import Found, Level, Rule

_NOISY = re.compile(r"nois|corrupt|distort|damag|disturb|degrad", re.I)
_DENOISES = re.compile(r"de-?nois|clean|noise-free|\bdae\b", re.I)
_WITHOUT_CLEAN = re.compile(r"noise ?2|n2[nvs]\b|blind.?spot|self.?supervis", re.I)
_DRAWS = frozenset(
    {
        "normal",
        "randn",
        "uniform",
        "standard_normal",
        "rand",
        "truncated_normal",
        "random_normal",
        "poisson",
        "laplace",
    }
)


def _look(text: Text) -> Found:
    """``fit(noisy, noisy)``, where the clean rows are at hand."""
    if not _NOISY.search(text.whole):
        return
    if not _DENOISES.search(written(text)) or _WITHOUT_CLEAN.search(written(text)):
        return
    for call in text.calls({"fit"}):
        x, y = argument_at(call, 0, "x"), argument_at(call, 1, "y")
        if not isinstance(x, ast.Name) or not isinstance(y, ast.Name):
            continue
        if x.id == y.id and _NOISY.search(x.id) and (clean := _made_noisy(text, x.id, call)):
            said = f"{x.id} is {clean} with noise, and the target is {y.id} itself"
            yield f"{said}: the network learns to keep the noise.", y
        elif x.id != y.id and _NOISY.search(y.id) and _made_noisy(text, y.id, call) == x.id:
            yield f"The target {y.id} is {x.id} with noise: the network learns to add noise, not to remove it.", y


def _made_noisy(text: Text, name: str, user: ast.AST) -> str:
    """The variable that another one is with noise; empty if there is none."""
    for one in text.all(ast.Assign):
        for target in one.targets:
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            at = next((at for at, part in enumerate(parts) if getattr(part, "id", "") == name), None)
            if at is None:
                continue
            values = _each_of(one.value, len(parts))
            clean = _clean_of(text, values[at]) if len(values) == len(parts) else ""
            if clean and clean != name:
                return clean
    return ""


def _each_of(value: ast.expr, count: int) -> list[ast.expr]:
    """The parts of a tuple, of ``map(disturb, (train, test))``, of ``[disturb(rows) for rows in (train, test)]``."""
    if isinstance(value, ast.Tuple | ast.List):
        return value.elts
    if called(value) == "map" and isinstance(value, ast.Call) and len(value.args) == 2:
        listed = getattr(value.args[1], "elts", [])
        return [ast.Call(value.args[0], [part], []) for part in listed]
    comprehension = value if isinstance(value, ast.ListComp | ast.GeneratorExp) else None
    if comprehension is not None and isinstance(comprehension.elt, ast.Call) and len(comprehension.generators) == 1:
        listed = getattr(comprehension.generators[0].iter, "elts", [])
        return [ast.Call(comprehension.elt.func, [part], []) for part in listed]
    return [value] if count == 1 else []


def _clean_of(text: Text, value: ast.expr) -> str:
    """The variable to which a value adds random numbers, by itself or in a function of the author's."""
    while isinstance(value, ast.Call) and called(value) in {"clip", "astype", "clip_by_value", "float32"}:
        inner = value.func.value if isinstance(value.func, ast.Attribute) else None
        value = value.args[0] if value.args and (inner is None or isinstance(inner, ast.Name)) else inner or value
        if isinstance(value, ast.Constant):
            return ""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        pair = (value.left, value.right) if isinstance(value.left, ast.Name) else (value.right, value.left)
        noise = [unfolded(text, part, value) if isinstance(part, ast.Name) else part for part in walk(pair[1])
                 if isinstance(part, ast.expr)]  # fmt: skip
        draws = any(called(part) in _DRAWS for one in noise for part in walk(one))
        return pair[0].id if isinstance(pair[0], ast.Name) and draws else ""
    function = text.functions.get(called(value)) if isinstance(value, ast.Call) and value.args else None
    if function is None or not isinstance(value, ast.Call) or not isinstance(value.args[0], ast.Name):
        return ""
    adds = any(isinstance(one, ast.BinOp | ast.AugAssign) and isinstance(one.op, ast.Add) for one in walk(function))
    return value.args[0].id if adds and any(called(node) in _DRAWS for node in walk(function)) else ""


RULE = Rule(
    level=Level.WARNING,
    title="a target with the noise in it",
    instead="Fit from the rows with noise to the clean rows.",
    text=_look,
    exact=True,
)
