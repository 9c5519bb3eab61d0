"""# The target stands among the inputs

**What it sees.** The targets are a column of a table, and the inputs are the whole table, or columns of it among
which is that of the targets, or a rolling mean of it that ends with the row itself. A table of a file is followed
through splits, scalers and `get_dummies` to `fit`; a `drop` of other columns, or one whose result nobody keeps,
leaves the target in. Or the targets are a column of a file, compared with a number or cut, which stays among the
inputs: `grade >= 10` beside `grade`.

**Why it hurts.** The model reads the answer and copies it. It is right on every row of the table, those of the test
as well, and knows nothing when the answer is what is asked for.

**Example.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split

table = pd.read_csv("customers.csv")
y = table["left"]
x = table.values  # ← here
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=20)
```

**Instead.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split

table = pd.read_csv("customers.csv")
y = table["left"]
x = table.drop(columns="left").values
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=20)
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.source import Program
from autograder.anatomy.text import Text, argument_at, called, names, walk
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.series import windows_over_targets
from autograder.rules.looks.tables import answers_among_inputs
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text

_WHOLE = frozenset({"values", "to_numpy", "astype", "copy", "fit_transform", "array", "asarray", "DataFrame"})
_KEEPS = frozenset({"values", "to_numpy", "astype", "map", "reshape", "ravel", "array", "asarray", "fit_transform"})
_FILES = ("read_csv(", "read_excel(", "read_parquet(", "read_table(", "read_json(", "read_feather(")
_BY_ROW = frozenset(
    {"astype", "int", "float", "where", "cut", "qcut", "map", "between", "isin", "to_numpy", "median", "apply"}
)
_KEEPS_COLUMNS = frozenset({
    "read_csv", "read_excel", "read_parquet", "read_table", "read_json", "read_feather", "get_dummies", "dropna",
    "sample", "reset_index", "fillna", "copy", "drop_duplicates", "sort_values", "rename",
})  # fmt: skip
_MODULES = ("np", "numpy", "pd")
_WINDOWS = ("timeseries_dataset", "TimeseriesGenerator", "sliding_window", ".append(", "window(", ".shift(-")
_MOVED = re.compile(r"\[1:\]|\[:-\w+\]|horizon|ahead|def \w*(window|sequence)", re.IGNORECASE)


def _fitted(program: Program) -> Faults:
    """A table that arrives at ``fit`` whole, where its text does not show that already."""
    if not any(True for _ in in_text(program, _look)):
        for column, place in answers_among_inputs(program):
            yield Fault(f"Column {column!r} is the target, and nothing takes it out of the inputs.", place)


def _look(text: Text) -> Found:
    """Inputs that tell the target, or that were computed from it."""
    yield from _answers_given(text)
    yield from _among_inputs(text)


def _answers_given(text: Text) -> Found:
    """``x, y = table.values, table["price"]``: a column of x is y."""
    for call in text.calls({"fit", "train_test_split"}):
        if len(call.args) < 2 or not all(isinstance(part, ast.Name) for part in call.args[:2]):
            continue
        rows, wanted = (text.resolved(part) for part in call.args[:2])
        table, column = _column(wanted)
        given = _columns(text, rows, table) if table and not _changes(text, table, wanted) else None
        if given is not None and _among(column, given):
            shown = repr(column) if isinstance(column, str) else f"number {column}"
            yield f"Column {shown} of {table} is the target, and stands among the inputs as well.", rows
    yield from _computed_from_a_column(text)


def _computed_from_a_column(text: Text) -> Found:
    """``table["passed"] = table["grade"] >= 10``, where ``grade`` stays among the inputs."""
    if not any(word in text.whole for word in _FILES):
        return
    for one in text.all(ast.Assign):
        target = _entry(one.targets[0])
        source = _thresholded(text, one.value) if target else ()
        if not target or not source or target[0] != source[0] or target[1] == source[1]:
            continue
        for fit in text.calls({"fit"}):
            rows, answers = argument_at(fit, 0, "x"), argument_at(fit, 1, "y")
            wanted = traced(text, answers, fit) if answers is not None else ()
            if rows is None or not any(isinstance(part, ast.expr) and _entry(part) == target for part in wanted):
                continue
            leaves = _leaves_in(text, list(traced(text, rows, fit)), target[0])
            if leaves is not None and _stays(text, one, leaves, target[1], source[1]):
                said = f"{target[1]!r} is computed from {source[1]!r}, which stays among the inputs"
                yield f"{said}: the model need only read it.", leaves[0]
                return


def _stays(
    text: Text, made: ast.Assign, leaves: tuple[ast.expr, list[ast.expr], bool], target: str, column: str
) -> bool:
    """Whether a choice of columns leaves one in, and takes the target out that was computed from it."""
    _, listed, dropped = leaves
    named = [getattr(node, "value", None) for node in listed]
    if not dropped:
        return column in named and target not in named
    known = {id(node) for node in (*walk(made), *listed)}
    told = any(node.value == column and id(node) not in known for node in text.all(ast.Constant))
    return target in named and column not in named and not told


def _entry(node: ast.expr) -> tuple[str, str] | tuple[()]:
    """The table and the name of ``table["price"]``, ``table.price``."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and isinstance(node.slice, ast.Constant):
        return (node.value.id, node.slice.value) if isinstance(node.slice.value, str) else ()
    return ()


def _thresholded(text: Text, node: ast.expr) -> tuple[str, str] | tuple[()]:
    """The one column that a column of classes is computed from, row by row: compared, cut, or mapped."""
    every = {part for inner in walk(node) if isinstance(inner, ast.expr) and (part := _entry(inner))}
    calls = {called(inner) for inner in walk(node) if isinstance(inner, ast.Call)}
    sums = any(isinstance(inner, ast.BinOp) for inner in walk(node))
    numbers = any(isinstance(inner, ast.Compare) for inner in walk(node)) or calls & {"cut", "qcut", "between"}
    others = {name for name in names(node) if name not in _MODULES} - {table for table, _ in every}
    if (
        len(every) != 1
        or sums
        or not numbers
        or not calls <= _BY_ROW
        or any(name in text.functions for name in others)
    ):
        return ()
    return every.pop()


def _leaves_in(text: Text, parts: list[ast.AST], table: str) -> tuple[ast.expr, list[ast.expr], bool] | None:
    """The one choice of columns on the way to the inputs, the columns that it names, and whether it drops them.

    ``table.drop(…)``, ``table[[…]]``, or ``table[[c for c in table if c != …]]``; None if it is not known.
    """
    if any(called(part) in {"select_dtypes", "filter", "pop"} for part in parts) or _keeps_few(text, table):
        return None
    drops = [part for part in parts if isinstance(part, ast.Call) and called(part) == "drop"]
    chosen = [part for part in parts if isinstance(part, ast.Subscript) and _owner(part) == table]
    if len(drops) + len(chosen) != 1:
        return None
    if drops and getattr(getattr(drops[0].func, "value", None), "id", "") != table:
        return None
    given = argument_at(drops[0], 0, "columns", "labels") if drops else chosen[0].slice
    made = text.resolved(given) if given is not None else None
    rest = made.generators[0].ifs if isinstance(made, ast.ListComp) else []
    listed = made.elts if isinstance(made, ast.List) else [made] if isinstance(made, ast.Constant) else []
    for test in rest:
        if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.NotEq | ast.NotIn):
            return None
        other = text.resolved(test.comparators[0])
        listed = [*listed, *(other.elts if isinstance(other, ast.List | ast.Tuple | ast.Set) else [other])]
    plain = all(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in listed)
    return ((drops or chosen)[0], list(listed), bool(drops or rest)) if listed and plain else None


def _keeps_few(text: Text, table: str) -> bool:
    """Whether columns leave a table otherwise: ``table = table[[…]]``, ``del``, ``pop``, ``usecols``."""
    made = [value for value in text.values.get(table, ()) if called(value) not in _KEEPS_COLUMNS]
    doing = (f"{table}.pop(", f"del {table}[", "inplace=True", "select_dtypes", ".corr(")
    return bool(made) or any(word in text.whole for word in doing)


def _column(node: ast.expr) -> tuple[str, str | int]:
    """The table and the column of ``table["price"].values``, ``data[:, 8]``, ``table.iloc[:, -1]``."""
    while True:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and called(node) in _KEEPS:
            owner = node.func.value
            module = isinstance(owner, ast.Name) and owner.id in _MODULES
            node = node.args[0] if (module or called(node) == "fit_transform") and node.args else owner
        elif isinstance(node, ast.Attribute) and node.attr in _KEEPS:
            node = node.value
        else:
            break
    if not isinstance(node, ast.Subscript):
        return "", ""
    table, index = _owner(node), node.slice
    if isinstance(index, ast.Tuple) and len(index.elts) == 2 and _is_all(index.elts[0]):
        index = index.elts[1]
    elif isinstance(node.value, ast.Attribute):
        return "", ""
    named = isinstance(index, ast.Constant) and isinstance(index.value, str)
    value = index.value if isinstance(index, ast.Constant) and named else _whole(index)
    return (table, value) if isinstance(value, str | int) else ("", "")


def _owner(node: ast.Subscript) -> str:
    """The name of what is indexed, as such or by position: ``data[…]``, ``table.iloc[…]``, ``table.values[…]``."""
    inner = node.value
    if isinstance(inner, ast.Attribute) and inner.attr in {"iloc", "values", "loc"}:
        inner = inner.value
    return inner.id if isinstance(inner, ast.Name) else ""


def _is_all(node: ast.expr) -> bool:
    return isinstance(node, ast.Slice) and node.lower is None and node.upper is None and node.step is None


def _whole(node: ast.expr | None) -> int | None:
    sign = -1 if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else 1
    node = node.operand if isinstance(node, ast.UnaryOp) else node
    return sign * node.value if isinstance(node, ast.Constant) and type(node.value) is int else None


def _columns(text: Text, node: ast.expr, table: str) -> list[str] | slice | None:
    """The columns of a table that are given as inputs; None if nobody knows."""
    if names(node) - set(_MODULES) - {table} - _scalers(text, node):
        return None
    cuts = [part for part in walk(node) if isinstance(part, ast.Subscript)]
    calls = [called(part) for part in walk(node) if isinstance(part, ast.Call)]
    if not set(filter(None, calls)) <= _WHOLE or len(cuts) > 1:
        return None
    if not cuts:
        plain = [part.attr for part in walk(node) if isinstance(part, ast.Attribute)]
        return slice(None) if table in names(node) and set(plain) <= _WHOLE else None
    return _chosen(cuts[0].slice) if _owner(cuts[0]) == table else None


def _chosen(index: ast.expr) -> list[str] | slice | None:
    """The columns that an index takes: ``[["size", "price"]]``, ``[:, 1:]``."""
    if isinstance(index, ast.List):
        every = [part.value for part in index.elts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        return every if len(every) == len(index.elts) else None
    if isinstance(index, ast.Tuple) and len(index.elts) == 2 and _is_all(index.elts[0]):
        columns = index.elts[1]
        known = isinstance(columns, ast.Slice) and columns.step is None
        ends = (columns.lower, columns.upper) if isinstance(columns, ast.Slice) else ()
        if known and all(end is None or _whole(end) is not None for end in ends):
            return slice(*(_whole(end) for end in ends))
    return None


def _scalers(text: Text, node: ast.expr) -> set[str]:
    """The names of scalers in an expression."""
    return {
        name
        for name in names(node)
        if any(called(value).endswith(("Scaler", "Imputer")) for value in text.values.get(name, ()))
    }


def _changes(text: Text, table: str, wanted: ast.expr) -> bool:
    """Whether columns leave a table, or are put into another order, somewhere in the program."""
    doing = (f"{table}.pop(", f"del {table}[", "inplace=True", f"{table}.drop(", f"{table}.insert(")
    return text.assigned_after(table, wanted) or any(word in text.whole for word in doing) or not text.is_sure(table)


def _among(column: str | int, given: list[str] | slice) -> bool:
    if isinstance(given, list):
        return column in given
    if isinstance(column, str):
        return given == slice(None)
    low, high = given.start or 0, given.stop
    if column >= 0:
        return 0 <= low <= column and (high is None or column < high >= 0)
    if low < 0:
        return False
    return high is None or (high < 0 and column < high)


def _among_inputs(text: Text) -> Found:
    """A window that ends with the row itself, over the very column that is foretold."""
    windows = any(word in text.whole for word in _WINDOWS) or bool(_MOVED.search(text.whole))
    for call, read, _, centred in text.once(windows_over_targets):
        if not centred and not windows:
            said = f"The window ends with the row itself, and so holds the {read!r} that is to be foretold"
            yield f"{said}: shift it by 1 before.", call


RULE = Rule(
    level=Level.WARNING,
    title="the target stands among the inputs",
    instead="Leave the column of the targets out of the inputs.",
    text=_look,
    program=_fitted,
    exact=True,
)
