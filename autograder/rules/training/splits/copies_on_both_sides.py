"""# Copies on both sides of the split

**What it sees.** Rows that were drawn again with `resample` or `sample(replace=True)`, put below themselves or below
some of themselves with `concat`, repeated, turned round beside the ones they were made of, or read a second time by
a loop that stands there twice, before `train_test_split` or folds part them by chance, or `validation_split` takes
the second ones. (For SMOTE see "answers known early".)

**Why it hurts.** One copy of a row lands in the training set and another one in the test set. The model has seen
the rows that it is tested on, with their labels, so the test is too good, the more so the more the model learns by
heart.

**Example.**

```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

table = pd.read_csv("customers.csv")
stay, leave = table[table["left"] == 0], table[table["left"] == 1]
more = resample(leave, replace=True, n_samples=len(stay))
table = pd.concat([stay, more])
x, y = table.drop(columns="left"), table["left"]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)  # ← here
```

**Instead.**

```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

table = pd.read_csv("customers.csv")
train, test = train_test_split(table, test_size=0.2)
stay, leave = train[train["left"] == 0], train[train["left"] == 1]
more = resample(leave, replace=True, n_samples=len(stay))
train = pd.concat([stay, more])
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from autograder.anatomy.text import Text, argument_at, called, constant, keyword, names, walk
from autograder.rules.looks.loops import added, body_of, read_again
from autograder.rules.rule import Found, Level, Rule

_JOINS = frozenset({"concat", "concatenate", "vstack", "append"})
_NOISE = ("normal", "randn", "noise")
_SPLITS = frozenset({"train_test_split", "split", "fit"})
_BELOW = frozenset({"concat", "concatenate", "vstack"})
_FOLDS = ("KFold", "ShuffleSplit")
_FLIPS = frozenset({"flip", "fliplr", "flipud", "rot90", "roll", "flip_left_right", "flip_up_down", "rotate"})
_READS = frozenset({"read_csv", "read_excel", "read_json", "read_parquet", "read_table", "load"})
_LISTS = frozenset({"glob", "listdir"})
_SUBSETS = frozenset({"query", "sample", "loc", "iloc", "copy", "reset_index", "resample", "repeat", "nlargest"})


def _look(text: Text) -> Found:
    """Rows that are copied, turned or read again, before they are split."""
    tainted: dict[int, dict[str, ast.expr]] = {}
    giving: dict[str, ast.expr] = {}
    pairs = [pair for pair in text.once(read_again) if body_of(text, pair[0]) == body_of(text, pair[1])]
    again = {id(second): added(second) for _, second in pairs}
    below = {id(call) for calls in again.values() for call in calls.values()}
    split: set[int] = set()
    for statement in text.statements:
        scope = text.function_of(statement)
        doubled = tainted.setdefault(scope, {})
        if isinstance(statement, ast.For):
            doubled |= _twice(statement) | again.get(id(statement), {}) | _gone_through(statement, doubled)
        cut = next(iter(_cuts(text, statement)), None)
        value = getattr(statement, "value", None)
        met = [doubled[name] for name in names(cut[1]) if name in doubled] if cut else []
        if cut and called(cut[0]) == "fit":  # the last rows: what stands below is a copy of what stands above
            met = [one for one in met if id(one) in below or called(one) in _BELOW]
        if cut and met and scope not in split:
            said = f"Line {met[0].lineno} has doubled rows, and this parts the copies of a row from each other"
            yield f"{said}: the test asks for rows that were trained on.", cut[0]
        if cut and called(cut[0]) != "fit":
            split.add(scope)
            tainted[scope] = {}
        elif isinstance(statement, ast.Assign) and value is not None:
            _carry(text, doubled, statement, giving)
        elif isinstance(statement, ast.Return) and value is not None:
            given = [doubled[name] for name in names(value) if name in doubled]
            giving |= dict.fromkeys([text.name_of(scope)], given[0]) if given else {}


def _gone_through(loop: ast.For, doubled: dict[str, ast.expr]) -> dict[str, ast.expr]:
    """The lists that get something for each of some doubled names of files."""
    source = next((doubled[name] for name in names(loop.iter) if name in doubled), None)
    return {} if source is None else dict.fromkeys(added(loop), source)


def _carry(text: Text, doubled: dict[str, ast.expr], statement: ast.Assign, giving: Mapping[str, ast.expr]) -> None:
    """What an assignment hands on, of variables and of functions that give doubled rows."""
    value = statement.value
    source = _doubles(text, value, statement)
    known = {**giving, **doubled}
    source = source or next((known[name] for name in names(value) if name in known), None)
    targets = {name for target in statement.targets for name in names(target)}
    for name in targets:
        doubled.pop(name, None)
    if source is not None and "drop_duplicates" not in ast.unparse(value):
        doubled |= dict.fromkeys(targets, source)


def _cuts(text: Text, statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Where rows are set apart by chance: the call, and the inputs that it is given."""
    value = statement.iter if isinstance(statement, ast.For) else getattr(statement, "value", None)
    for call in walk(value) if isinstance(value, ast.expr) else ():
        if not isinstance(call, ast.Call) or called(call) not in _SPLITS or not call.args:
            continue
        if called(call) == "fit" and constant(keyword(call, "validation_split")) not in (None, 0, 0.0):
            yield call, call.args[0]
        owner = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
        folds = owner is not None and called(owner).endswith(_FOLDS) and not called(owner).startswith("Group")
        apart = keyword(call, "shuffle")
        if (called(call) == "train_test_split" and getattr(apart, "value", True) is not False) or (
            called(call) == "split" and folds
        ):
            yield call, call.args[0]


def _doubles(text: Text, value: ast.expr, user: ast.AST) -> ast.expr | None:
    """The call that doubles rows, if there is one."""
    for node in walk(value):
        if not isinstance(node, ast.Call):
            continue
        again = getattr(keyword(node, "replace"), "value", None)
        if called(node) == "resample" and node.args and keyword(node, "n_samples") is not None and again is not False:
            return node
        drawn = called(node) == "sample" and again is True
        if drawn or (called(node) in _JOINS and _same_again(text, node, user)):
            return node
    repeats = isinstance(value, ast.Call) and _repeats(text, value)
    return value if repeats or _listed_twice(value) else None


def _listed_twice(value: ast.expr) -> bool:
    """``glob("a/*.png") + glob("a/*.png")``: the same files twice."""
    both = [value.left, value.right] if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) else []
    return len({ast.unparse(part) for part in both}) == 1 and all(called(part) in _LISTS for part in both)


def _repeats(text: Text, call: ast.Call) -> bool:
    """``np.repeat(x, 3, axis=0)`` and ``np.tile(x, (3, 1))`` of a variable."""
    if len(call.args) < 2 or not isinstance(call.args[0], ast.Name):
        return False
    rows = text.resolved(call.args[0])
    written = isinstance(rows, ast.List | ast.Tuple) or called(rows) in {"arange", "array", "linspace"}
    axis = argument_at(call, 2, "axis")
    times = call.args[1]
    first = times.elts[0] if isinstance(times, ast.Tuple) and len(times.elts) > 1 else None
    tiled = called(call) == "tile" and isinstance(first, ast.Constant) and first.value not in (0, 1)
    return not written and (tiled or (called(call) == "repeat" and getattr(axis, "value", None) == 0))


def _same_again(text: Text, call: ast.Call, user: ast.AST) -> bool:
    """Whether rows are put below themselves, or below a part of themselves, or what is made of them."""
    axis = keyword(call, "axis")
    if called(call) == "append" and len(call.args) == 2:  # np.append(x, x, axis=0)
        parts: list[ast.expr] = [*call.args] if axis is not None else []
    else:
        given = call.args[0] if call.args else None
        parts = _parts(given)
    if axis is not None and getattr(axis, "value", None) != 0:
        return False
    read = [ast.unparse(text.resolved(part)) for part in parts if called(text.resolved(part)) in _READS]
    if len(set(read)) < len(read):
        return True
    whole = [part.id for part in parts if isinstance(part, ast.Name)]
    if len(set(whole)) < len(whole):
        return _are_rows(text, whole)
    return any(_made_of(text, part, name, user) for name in whole for part in parts)


def _parts(given: ast.expr | None) -> list[ast.expr]:
    """What is put together: ``[a, b]``, ``[table] * 3``, ``[a] + [b] * 3``."""
    if isinstance(given, ast.List | ast.Tuple):
        return given.elts
    if isinstance(given, ast.BinOp) and isinstance(given.op, ast.Mult) and isinstance(given.left, ast.List):
        return [*given.left.elts, *given.left.elts]
    if isinstance(given, ast.BinOp) and isinstance(given.op, ast.Add):
        return [*_parts(given.left), *_parts(given.right)]
    return []


def _are_rows(text: Text, whole: list[str]) -> bool:
    """Whether what is named twice is no written list or number."""
    twice = [name for name in dict.fromkeys(whole) if whole.count(name) > 1]
    return all(not isinstance(text.resolved(ast.Name(name)), ast.List | ast.Constant) for name in twice)


def _made_of(text: Text, part: ast.expr, name: str, user: ast.AST) -> bool:
    """Whether a part is some of the rows of a variable, or these rows turned round, with the labels kept."""
    if isinstance(part, ast.Name):
        value, _ = text.latest(part.id, user)
        return part.id != name and value is not None and _made_of(text, value, name, user)
    while isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and called(part) in _SUBSETS:
        library = getattr(part.func.value, "id", "") in {"np", "numpy", "pd", "utils", "sklearn"}
        part = part.args[0] if library and part.args else part.func.value
    if isinstance(part, ast.Name):
        return part.id == name
    if isinstance(part, ast.Subscript):
        owner = part.value.value if isinstance(part.value, ast.Attribute) else part.value
        turned = any(isinstance(cut, ast.Slice) and cut.step is not None for cut in walk(part.slice))
        chosen = _labels_again(text) if turned else _chooses_rows(part)
        return getattr(owner, "id", "") == name and chosen
    return _altered(text, part) == name and _labels_again(text)


def _altered(text: Text, part: ast.expr) -> str:
    """The variable whose rows are turned round, or get noise."""
    if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add):
        noisy = any(word in ast.unparse(text.resolved(part.right)) for word in _NOISE)
        return getattr(part.left, "id", "") if noisy else ""
    return (
        getattr(part.args[0], "id", "") if isinstance(part, ast.Call) and called(part) in _FLIPS and part.args else ""
    )


def _chooses_rows(part: ast.Subscript) -> bool:
    """``table[table["left"] == 1]``, ``x[y == 1]``: no column, and no cut at a place."""
    index = part.slice.elts[0] if isinstance(part.slice, ast.Tuple) and part.slice.elts else part.slice
    return isinstance(index, ast.Compare | ast.BinOp)


def _labels_again(text: Text) -> bool:
    """Whether something is put below itself as it is, as labels are beside rows that were turned round."""
    for call in text.calls(_JOINS | {"hstack"}):
        parts = getattr(call.args[0], "elts", []) if call.args else []
        spelt = [ast.unparse(part) for part in parts if isinstance(part, ast.Name)]
        if len(set(spelt)) < len(spelt):
            return True
    return False


def _twice(loop: ast.For) -> dict[str, ast.expr]:
    """The lists that get a row and what was made of it in one round, while another gets the same label twice."""
    added = [one.value for one in loop.body if isinstance(one, ast.Expr) and called(one.value) == "append"]
    calls = [one for one in added if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.args]
    spelt = [ast.unparse(call) for call in calls]
    if len(set(spelt)) == len(spelt):
        return {}
    owners = [ast.unparse(call.func.value) for call in calls if isinstance(call.func, ast.Attribute)]
    return {owner: call for owner, call in zip(owners, calls, strict=True) if owners.count(owner) > 1}


RULE = Rule(
    level=Level.ERROR,
    title="copies on both sides of the split",
    instead="Set the test rows apart first, and double rows of the training set alone.",
    text=_look,
)
