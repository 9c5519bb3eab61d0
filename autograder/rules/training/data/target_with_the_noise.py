"""# A target with the noise in it

**What it sees.** A denoiser is trained from rows with noise to the same rows with noise, while the clean ones are at
hand; or from the clean rows to those with noise. Also where a function, the `map` of a data set or a generator makes
both of clean rows, where only the rows of the validation are so, and where a function of the author's calls `fit`.

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
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, bound, called, keyword, subject, walk
from autograder.rules.looks.dataflow import function_of, named, result_of, unfolded
from autograder.rules.looks.pairs import Pair, pairs
from autograder.rules.looks.pipelines import steps_before
from autograder.rules.looks.scopes import arguments, last_name, owner, written
from autograder.rules.rule import Found, Level, Rule

_NOISY = re.compile(r"nois|corrupt|distort|damag|disturb|degrad", re.I)
_DENOISES = re.compile(
    r"de-?nois|clean|\bdae\b|nois[ey][\s_-]?(free|remov|reduc|cancel)|"
    r"(remov\w*|reduc\w*|suppress\w*)[\s_]+(the[\s_]+)?nois",
    re.I,
)
_WITHOUT_CLEAN = re.compile(r"noise ?2|n2[nvs]\b|blind.?spot|self.?supervis", re.I)
_DRAWS = frozenset({
    "normal", "randn", "uniform", "standard_normal", "rand", "truncated_normal", "random_normal", "poisson",
    "laplace", "binomial",
})  # fmt: skip
_LIBRARIES = frozenset({"np", "numpy", "copy"})
_BOUNDS = frozenset({"clip", "astype", "clip_by_value", "float32", "cast"})


def _look(text: Text) -> Found:
    """``fit(noisy, noisy)``, where the clean rows are at hand."""
    if not _NOISY.search(text.whole):
        return
    if not _DENOISES.search(written(text)) or _WITHOUT_CLEAN.search(written(text)):
        return
    made = {id(pair.answers): pair for call in text.calls({"fit"}) for pair in pairs(text, call)}
    for pair in made.values():
        if pair.step is not None or not isinstance(pair.user, ast.Call):
            yield from _in_pair(text, pair)
    for call in text.calls({"fit"}):
        found = {id(user): (said, y) for said, y, user in reversed(list(_of_arrays(text, call)))}
        yield from reversed(found.values())


def _of_arrays(text: Text, call: ast.Call) -> Iterator[tuple[str, ast.Name, ast.AST]]:
    """Arrays that ``fit`` is given by their names, for the training and then for the validation, and by whom."""
    for x, y, user in _arrays(text, call):
        if x.id == y.id and _NOISY.search(x.id) and (clean := _made_noisy(text, x.id, user)):
            said = f"{x.id} is {clean} with noise, and the target is {y.id} itself"
            yield f"{said}: the network learns to keep the noise.", y, user
        elif x.id != y.id and _NOISY.search(y.id) and _made_noisy(text, y.id, user) == x.id:
            said = f"The target {y.id} is {x.id} with noise"
            yield f"{said}: the network learns to add noise, not to remove it.", y, user


def _arrays(text: Text, call: ast.Call) -> Iterator[tuple[ast.Name, ast.Name, ast.AST]]:
    """Rows and answers of a training that are variables, and who reads them; those of the callers of a function."""
    checked = getattr(keyword(call, "validation_data"), "elts", [])[:2]
    for parts in ([argument_at(call, 0, "x"), argument_at(call, 1, "y")], checked):
        x, y = parts if len(parts) == 2 else (None, None)
        if isinstance(x, ast.Name) and isinstance(y, ast.Name):
            yield x, y, call
            yield from _of_callers(text, x, y, call)


def _of_callers(text: Text, x: ast.Name, y: ast.Name, call: ast.Call) -> Iterator[tuple[ast.Name, ast.Name, ast.AST]]:
    """What the callers of a function give it for the rows and answers that it trains with."""
    function = owner(text, call)
    if function is None or not {x.id, y.id} <= set(arguments(function)):
        return
    for caller in text.calls({function.name}):
        given = bound(function, caller)
        rows, answers = given.get(x.id), given.get(y.id)
        if isinstance(rows, ast.Name) and isinstance(answers, ast.Name):
            yield rows, answers, caller


def _in_pair(text: Text, pair: Pair) -> Found:
    """``return noisy, noisy`` in a function that makes rows and answers, ``map(lambda row: (row, row + noise))``."""
    rows, answers = _value(text, pair, pair.rows), _value(text, pair, pair.answers)
    same = isinstance(pair.rows, ast.Name) and ast.unparse(pair.rows) == ast.unparse(pair.answers)
    of_rows, of_answers = _clean_of(text, rows), _clean_of(text, answers)
    if same and ((rows is answers and of_rows) or _noisy_before(text, pair)):
        said = "Rows and targets are both this one, which has the noise in it"
        yield f"{said}: the network learns to keep the noise.", pair.answers
    elif of_answers and not of_rows and ast.unparse(pair.rows) == of_answers:
        said = f"The target is {of_answers} with noise"
        yield f"{said}, and the input is without: the network learns to add noise, not to remove it.", pair.answers


def _value(text: Text, pair: Pair, part: ast.expr) -> ast.expr:
    """What one of a pair is made of; the argument of a lambda as it is."""
    return part if isinstance(getattr(pair.step, "args", [None])[0], ast.Lambda) else named(text, part, pair.user)[0]


def _noisy_before(text: Text, pair: Pair) -> bool:
    """Whether a step of the data set before that which makes pairs has added noise to the rows."""
    step = pair.step
    function = function_of(text, step.args[0]) if step is not None else None
    asked = [one.arg for one in function.args.args] if function is not None else []
    if step is None or not isinstance(pair.rows, ast.Name) or _value(text, pair, pair.rows) is not pair.rows:
        return False
    before = steps_before(text, getattr(step.func, "value", None), step)
    last = next((one for one in before if called(one) == "map"), None)
    value, user = result_of(function_of(text, last.args[0]) if last is not None and last.args else None, step)
    return asked == [pair.rows.id] and value is not None and bool(_clean_of(text, named(text, value, user)[0]))


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
    if _is_added_to(text, name):
        given = text.givers(name)
        return _copied(given[0].value) if len(given) == 1 else ""
    return _clean_of(text, named(text, ast.copy_location(ast.Name(name, ast.Load()), user), user)[0])


def _is_added_to(text: Text, name: str) -> bool:
    """``noisy += rng.normal(0, 0.1, noisy.shape)``."""
    changes = (
        one for one in text.all(ast.AugAssign) if isinstance(one.op, ast.Add) and name == last_name(one.target)
    )
    return any(called(part) in _DRAWS for one in changes for part in walk(unfolded(text, one.value, one)))


def _copied(value: ast.expr) -> str:
    """The variable of ``clean.copy()``, ``np.copy(clean)``, ``np.array(clean)``."""
    array = subject(value, _LIBRARIES) if isinstance(value, ast.Call) and called(value) in {"copy", "array"} else None
    return array.id if isinstance(array, ast.Name) else ""


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
    while isinstance(value, ast.Call) and called(value) in _BOUNDS:
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
    first = value.args[0] if isinstance(value, ast.Call) and value.args else None
    return first.id if isinstance(first, ast.Name) and _disturbs(text, value) else ""


def _disturbs(text: Text, call: ast.expr) -> bool:
    """Whether a function of the author's adds random numbers, or a layer does."""
    if isinstance(call, ast.Call) and called(call.func) == "GaussianNoise":
        return getattr(keyword(call, "training"), "value", None) is True
    function = text.functions.get(called(call))
    if function is None and called(call) == "random_noise":
        return True
    parts = walk(function) if function is not None else []
    adds = any(isinstance(one, ast.BinOp | ast.AugAssign) and isinstance(one.op, ast.Add) for one in parts)
    return (adds or bool(_NOISY.search(called(call)))) and any(called(node) in _DRAWS for node in parts)


RULE = Rule(
    level=Level.WARNING,
    title="a target with the noise in it",
    instead="Fit from the rows with noise to the clean rows.",
    text=_look,
    exact=True,
)
