"""# More classes than units

**What it sees.** The number of classes is known, from the data set or from the one-hot labels, and the output layer
has another number of units: too few for numbers of classes, or not the same as the one-hot columns. Also
labels from a `StringLookup`, which keeps number 0 for what it does not know, beside one unit for each of its words,
and labels that go from 1, as a comment of the program, the text of its notebook, what it counted or asserts, or a
choice of its rows shows, beside one unit for each, also where `nunique` of the column counts the units. And as many
units as the last number of a column of labels.

**Why it hurts.** A label without a unit cannot be learned: the program stops, or the loss is not a number, or one
unit is asked to tell several classes apart.

**Example.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(9, activation="softmax"),  # ← here
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
```

**Instead.**

```python
import keras
(x_train, y_train), _ = keras.datasets.mnist.load_data()

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, called, constant, keyword, subject, walk
from autograder.anatomy.training import Data
from autograder.rules import asking, targets
from autograder.rules.looks.dataflow import named, traced
from autograder.rules.looks.prose import listed_from_one
from autograder.rules.looks.scopes import written
from autograder.rules.looks.values import made_by
from autograder.rules.rule import Faults, Found, Level, Rule

_LEAVES = frozenset({
    "train_test_split", "astype", "to_numpy", "array", "asarray", "reshape", "ravel", "copy", "dropna", "read_csv",
    "sample", "reset_index", "read_excel", "read_parquet", "read_table", "drop_duplicates", "merge", "notna",
})  # fmt: skip
_FROM_ONE = r"[^,;]{0,12}?\b1 ?(?:-|\u2013|to|\.\.+|…) ?(\d+)\b"
_SHOWS = re.compile(r"value_counts\(|unique\(|Counter\(")


def _look(model: ModelSource) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if head.units is None or loss.name not in asking.PROBABILITIES or loss.own:
            continue
        for data in targets.of(model, event, head.number):
            fault = _mismatch(head.units, loss.name, data)
            if fault:
                yield asking.of_layer(model, head.layer, f"has {fault}")
                break


def _mismatch(units: int, loss: str, data: Data) -> str:
    classes, form = targets.classes(data), targets.labels(data)
    has, reach = f"{units} unit{'s' * (units != 1)}", targets.reach(data)
    counted_otherwise = not targets.are_known(data) or (reach is not None and reach[0] > 0)
    if loss == "sparse_categorical_crossentropy" and reach and counted_otherwise:
        return f"{has}, but the labels reach up to {reach[1]}." if 1 < units <= reach[1] else ""
    if form == "categorical" and loss != "sparse_categorical_crossentropy" and classes and units not in classes:
        return f"{has}, but the one-hot labels have {classes[0]} columns."
    if form != "sparse" or (loss != "sparse_categorical_crossentropy" and units != 1):
        return ""
    if loss in asking.YES_OR_NO and classes and min(classes) > 2:
        return f"{has} for a yes or no, but {data.origin.rpartition('.')[2]} has {classes[0]} classes."
    if loss in asking.ONE_OF_MANY and classes and 1 < units < min(classes):
        return f"{has}, but {data.origin.rpartition('.')[2]} has {classes[0]} classes."
    return ""


def _labels_beyond(text: Text) -> Found:
    """Labels that begin at 1, where the units are counted from 0."""
    if "Lookup(" in text.whole:
        yield from _labels_from_one(text)
    if "sparse_categorical_crossentropy" in text.whole or "SparseCategoricalCrossentropy" in text.whole:
        yield from _column_from_one(text)


def _labels_from_one(text: Text) -> Found:
    """``labels = StringLookup(vocabulary=kinds)(names)``, for a softmax over ``len(kinds)`` classes."""
    if "sparse_categorical_crossentropy" not in text.whole and "SparseCategoricalCrossentropy" not in text.whole:
        return
    units = [text.argument(call, 0, "units") for call in text.calls({"Dense"})]
    answers = [part for given, user in _answers(text) for part in traced(text, given, user)]
    if any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Sub) for part in answers):
        return
    asked = {ast.unparse(part.func) for part in answers if isinstance(part, ast.Call)}
    for one in text.all(ast.Assign):
        made, name = one.value, ast.unparse(one.targets[0])
        known = isinstance(made, ast.Call) and called(made) in {"StringLookup", "IntegerLookup"}
        if not known or name not in asked or not isinstance(made, ast.Call):
            continue
        mode = getattr(keyword(made, "output_mode"), "value", "int")
        without = keyword(made, "num_oov_indices") is not None or _is_told(keyword(made, "mask_token"))
        if (
            mode == "int"
            and not without
            and any(_counts(text, unit, made, name) for unit in units if unit is not None)
        ):
            said = f"{name} keeps number 0 for what it does not know, so the classes begin at 1"
            yield f"{said}: the last has a number beyond the outputs. Give it num_oov_indices=0.", made


def _is_told(given: ast.expr | None) -> bool:
    """Whether an argument is given, and is not None."""
    return given is not None and getattr(given, "value", ...) is not None


def _answers(text: Text) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What is given for labels: to ``fit``, and as the second of a pair."""
    for call in text.calls({"fit"}):
        given = argument_at(call, 1, "y")
        yield from [(given, call)] if given is not None else ()
    pairs: list[ast.expr | None] = [one.value for one in text.all(ast.Return)]
    pairs += [one.body for one in text.all(ast.Lambda)]
    pairs += [part for call in text.calls({"from_tensor_slices", "zip"}) for part in call.args[:1]]
    for pair in pairs:
        if isinstance(pair, ast.Tuple) and len(pair.elts) in (2, 3):
            yield pair.elts[1], pair.elts[1]


def _counts(text: Text, units: ast.expr, made: ast.Call, name: str) -> bool:
    """Whether the number of outputs is that of the words, without the one for unknown words."""
    listed = keyword(made, "vocabulary")
    whole = text.resolved(listed) if listed is not None else None
    if isinstance(whole, ast.List | ast.Tuple) and text.number(units) == len(whole.elts):
        return True
    counted = units.args[0] if called(units) == "len" and isinstance(units, ast.Call) and units.args else None
    if listed is not None:
        return counted is not None and ast.unparse(counted) == ast.unparse(listed)
    taught = any(ast.unparse(call.func) == f"{name}.adapt" for call in text.calls({"adapt"}))
    distinct = called(units) == "nunique" or called(counted) in {"unique", "set"}
    return taught and distinct


def _column_from_one(text: Text) -> Found:
    """``y = reviews["Rating"].values`` for a softmax over 5 classes, where the program shows that it goes from 1."""
    moved = any(isinstance(one.op, ast.Sub | ast.Add) for one in text.all(ast.AugAssign))
    if moved or any(word in text.whole for word in (".replace(", "converters=")):
        return
    units = [text.argument(call, 0, "units") for call in text.calls({"Dense"})]
    counts = {text.number(given) for given in units if given is not None}
    changed = {_name_of_column(target) for one in text.all(ast.Assign) for target in one.targets}
    changed |= {one.arg for call in text.calls({"assign"}) for one in call.keywords}
    for answers, user in _columns_given(text):
        for node in _columns_of(text, answers, user):
            name = _name_of_column(node)
            if not isinstance(name, str) or name in changed:
                continue
            last, (counted, by) = _last_shown(text, name), _units_by(text, name)
            if counted == "max":
                yield f"The labels in {name!r} go up to {by}, and as many outputs are for less than that.", node
                return
            if last > 1 and (counted or (last in counts and last + 1 not in counts)):
                said = f"The labels in {name!r} go from 1 to {last}, and {by or last} outputs are for 0 to {last - 1}"
                yield f"{said}: take 1 from the labels.", node
                return


def _columns_of(text: Text, answers: ast.expr, user: ast.AST) -> list[ast.expr]:
    """The columns that labels are, as they stand in the table."""
    whole = made_by(text, answers, user, lambda one: isinstance(_name_of_column(one), str))
    if whole is not None:
        return [whole[0]]
    parts = list(traced(text, answers, user))
    left = all(called(part) in _LEAVES for part in parts if isinstance(part, ast.Call))
    if not left or any(isinstance(part, ast.BinOp) for part in parts):
        return []
    return [part for part in parts if isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Constant)]


def _name_of_column(node: ast.expr) -> object:
    """The name in ``table["grade"]`` or ``table.loc[rows, "grade"]``."""
    index = node.slice if isinstance(node, ast.Subscript) else None
    rows_first = isinstance(index, ast.Tuple) and len(index.elts) == 2
    of_rows = getattr(getattr(node, "value", None), "attr", "") == "loc"
    return constant(index.elts[1] if isinstance(index, ast.Tuple) and rows_first and of_rows else index)


def _units_by(text: Text, column: str) -> tuple[str, str]:
    """How the units of a layer are counted by a column, ``nunique`` or ``max``, and how this is spelt."""
    for call in text.calls({"Dense"}):
        given = argument_at(call, 0, "units")
        made, user = named(text, given, call) if given is not None else (None, call)
        while called(made) == "int" and isinstance(made, ast.Call) and len(made.args) == 1:
            made, user = named(text, made.args[0], user)
        if made is None or not isinstance(made, ast.Call):
            continue
        how, counted = called(made), _of_what(made)
        if how == "len" and called(counted) in {"unique", "set"}:
            how = "nunique"
            counted = counted.args[0] if isinstance(counted, ast.Call) and counted.args else _of_what(counted)
        elif called(counted) in {"unique", "set"}:
            continue
        is_column = counted is not None and made_by(text, counted, user, lambda one: _name_of_column(one) == column)
        if how in {"nunique", "max"} and is_column:
            return how, ast.unparse(made)
    return "", ""


def _columns_given(text: Text) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What is given for labels to ``fit``, or is made a data set that nothing changes later."""
    asked = [(argument_at(fit, 1, "y"), fit) for fit in text.calls({"fit"})]
    if ".map(" not in text.whole:
        pairs = [(pair, call) for call in text.calls({"from_tensor_slices"}) for pair in call.args[:1]]
        asked += [(pair.elts[1], call) for pair, call in pairs if isinstance(pair, ast.Tuple) and len(pair.elts) == 2]
    return ((given, user) for given, user in asked if given is not None)


def _last_shown(text: Text, column: str) -> int:
    """The last of the numbers of a column, if the program shows that they begin at 1; 0 if it does not.

    It shows them by a comment with the column's name, ``# Rating: 1 to 5``, by what ``value_counts`` or ``unique``
    gave, which stands behind or below it in comments, by a choice of its rows, ``between(1, 5)``, or by a sentence.
    """
    lines = written(text).splitlines()
    for at, line in enumerate(lines):
        code, _, comment = line.partition("#")
        told = re.search(rf"\b{re.escape(column)}\b{_FROM_ONE}", comment, re.IGNORECASE)
        if told:
            return int(told[1])
        if repr(column) not in code.replace('"', "'") or not _SHOWS.search(code):
            continue
        below = [one.strip() for one in _comments_below(lines, at)]
        shown = [int(found[1]) for one in below if (found := re.match(r"#\s*(\d+)\s+\d+$", one))]
        listed = [int(number) for number in re.findall(r"\d+", comment)] if re.search(r"[\[(]", comment) else []
        for numbers in (shown, listed):
            if len(numbers) > 1 and sorted(numbers) == [*range(1, len(numbers) + 1)]:
                return len(numbers)
    for call in text.calls({"between"}):
        ends = [getattr(part, "value", None) for part in call.args[:2]]
        owner = getattr(call.func, "value", None)
        of_column = isinstance(owner, ast.Subscript) and getattr(owner.slice, "value", None) == column
        if of_column and ends[0] == 1 and len(ends) > 1 and isinstance(ends[1], int):
            return ends[1]
    return _last_asserted(text, column) or _last_counted(text, column) or listed_from_one(text, column)


def _last_counted(text: Text, column: str) -> int:
    """``table["stars"].value_counts().reindex(range(1, 6))``; where rows are chosen by it, the model shows it."""
    chosen = "isin(" in text.whole or "between(" in text.whole
    for call in text.calls({"reindex"}) if not chosen else ():
        owner = getattr(call.func, "value", None)
        while isinstance(owner, ast.Call) and called(owner) in {"value_counts", "sort_index"}:
            counts, owner = called(owner) == "value_counts", getattr(owner.func, "value", None)
            if counts and _is_column(owner, column) and call.args:
                return _listed(text, call.args[0])
    return 0


def _last_asserted(text: Text, column: str) -> int:
    """``assert y["stars"].min() == 1 and y["stars"].max() == 5``, ``assert set(y["stars"]) == {1, 2, 3}``."""
    ends: dict[str, int] = {}
    for node in (part for one in text.all(ast.Assert) for part in walk(one.test)):
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
            value, other = node.left, node.comparators[0]
            if called(value) in {"min", "max"} and _is_column(_of_what(value), column):
                ends[called(value)] = text.number(other)
            elif called(value) in {"set", "sorted", "list"} and _is_column(_of_what(_of_what(value)), column):
                return _listed(text, other)
        elif isinstance(node, ast.Call) and called(node) == "all" and called(_of_what(node)) == "isin":
            chosen = _of_what(node)
            if isinstance(chosen, ast.Call) and _is_column(_of_what(chosen), column) and chosen.args:
                return _listed(text, chosen.args[0])
    return ends.get("max", 0) if ends.get("min") == 1 else 0


def _of_what(node: ast.expr | None) -> ast.expr | None:
    """The column of ``column.min()``, ``column.unique()``, ``set(column)``; anything else but a call as it is."""
    return subject(node, frozenset({"np", "numpy"})) if isinstance(node, ast.Call) else node


def _is_column(node: ast.expr | None, column: str) -> bool:
    return isinstance(node, ast.Subscript) and constant(node.slice) == column


def _listed(text: Text, node: ast.expr) -> int:
    """The last of ``[1, 2, 3]``, ``{1, 2, 3}`` or ``range(1, 4)``, if these numbers go from 1; 0 if they do not."""
    node = text.resolved(node)
    if called(node) in {"set", "list"} and isinstance(node, ast.Call) and len(node.args) == 1:
        node = node.args[0]
    if called(node) == "range" and isinstance(node, ast.Call) and len(node.args) == 2:
        end = node.args[1]
        more = isinstance(end, ast.BinOp) and isinstance(end.op, ast.Add) and constant(end.right) == 1
        last = text.number(end.left) if more and isinstance(end, ast.BinOp) else text.number(end) - 1
        return max(last, 0) if constant(node.args[0]) == 1 else 0
    numbers = [constant(part) for part in getattr(node, "elts", ())]
    return len(numbers) if sorted(map(str, numbers)) == sorted(map(str, range(1, len(numbers) + 1))) else 0


def _comments_below(lines: list[str], at: int) -> Iterator[str]:
    """The lines of comments that follow a line."""
    for line in lines[at + 1 :]:
        if not line.strip().startswith("#"):
            return
        yield line


RULE = Rule(
    level=Level.ERROR,
    title="classes and units do not match",
    instead="Give the output layer one unit per class.",
    model=_look,
    text=_labels_beyond,
    about=("units", 0),
)
