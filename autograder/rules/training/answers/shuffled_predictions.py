"""# Predictions in another order than the labels

**What it sees.** A model predicts the images of a generator that shuffles, as `flow_from_directory` does by default,
and the predictions are compared with the generator's `.classes`, or both are saved or returned for another model, or
another model learns from both.

**Why it hurts.** `.classes` has the labels in the order of the files, the predictions come in the shuffled order.
Each prediction is compared with the label of another image: the accuracy is that of guessing, however good the model.
Who learns from such features and labels learns nothing.

**Example.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from sklearn.metrics import confusion_matrix

read = ImageDataGenerator(rescale=1 / 255)
test = read.flow_from_directory("test", target_size=(64, 64))
model = keras.saving.load_model("model.keras")
guess = model.predict(test).argmax(axis=1)
print(confusion_matrix(test.classes, guess))  # ← here
```

**Instead.**

```python
import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from sklearn.metrics import confusion_matrix

read = ImageDataGenerator(rescale=1 / 255)
test = read.flow_from_directory("test", target_size=(64, 64), shuffle=False)
model = keras.saving.load_model("model.keras")
guess = model.predict(test).argmax(axis=1)
print(confusion_matrix(test.classes, guess))
```
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from autograder.anatomy.source import Program
from autograder.anatomy.text import Text, argument_at, bound, called, keyword, names, targets_of, walk
from autograder.anatomy.training import READS_FOLDERS, Data
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.passes import answers_to_another_pass
from autograder.rules.looks.scopes import steps_of
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_OF_FILES = frozenset({"classes", "labels", "filenames", "filepaths", "file_paths"})
_PREDICTS = frozenset({"predict", "predict_generator"})
_JUDGES = frozenset({
    "confusion_matrix", "classification_report", "accuracy_score", "balanced_accuracy_score", "f1_score",
    "precision_score", "recall_score", "roc_auc_score", "roc_curve", "cohen_kappa_score", "log_loss",
    "matthews_corrcoef", "ConfusionMatrixDisplay", "from_predictions",
})  # fmt: skip
_SIDE_BY_SIDE = frozenset({"zip", "DataFrame", "column_stack", "concat", "crosstab", "savez"}) | _JUDGES
_SAVES = {"save": (1, "arr"), "savetxt": (1, "X"), "create_dataset": (2, "data"), "dump": (0, "obj")}
"""What writes an array to a file, and where the array stands."""
_LEARNS = frozenset({"fit", "evaluate", "train_test_split"})
_COUNTS = frozenset({"len", "set", "unique", "max", "min", "sum", "Counter", "bincount", "value_counts", "nunique"})
_SHUFFLED_ARRAYS = frozenset({"flow", "from_tensor_slices"})


def _look(program: Program) -> Faults:
    asked = [use for model in program.models for use in model.training.uses("predict", "predict_generator")]
    given = [use.arguments.get("x") for use in asked]
    predicted = {data.place if isinstance(data, Data) else None for data in given}
    told = [program.text.place(node) for _, node in program.text.once(_in_text)]
    lines = {(place.cell, place.line) for place in told}
    for met in program.comparisons:
        mine = predicted == {met.data.place} and (met.place.cell, met.place.line) not in lines
        if mine and met.data.given.get("shuffle", True) is True:
            said = "The generator shuffles, but .classes is in the order of the files"
            yield Fault(f"{said}: each prediction is compared with the label of another image.", met.place)


def _in_text(text: Text) -> Found:
    """Answers for mixed rows beside labels in the order of the files."""
    yield from _mixed(text)
    yield from _beside_the_files(text)


def _mixed(text: Text) -> Found:
    """Labels that are gathered from one pass over a data set, for answers to another pass in another order."""
    for name, call in answers_to_another_pass(text):
        yield f"{name} is mixed anew in each pass: the labels of another pass are those of other rows.", call


class _Reader(NamedTuple):
    """A shuffled set: whether it reads files, which it lists in their order, and the names of what it was made of."""

    name: str
    files: bool
    labels: frozenset[str]


def _beside_the_files(text: Text) -> Found:
    """Answers for a shuffled set beside labels in the order in which its files, or its arrays, list them."""
    if not any(text.calls(_PREDICTS)) or "index_array" in text.whole:
        return
    for one in text.all(ast.Assign):
        name = one.targets[0].id if isinstance(one.targets[0], ast.Name) else ""
        if name and text.is_sure(name) and f"{name}.shuffle" not in text.whole:
            reader = _reader(text, name, one.value)
            if reader:
                yield from _beside(text, reader, _until_given_again(text, one, name))


def _until_given_again(text: Text, one: ast.Assign, name: str) -> list[ast.stmt]:
    """The statements where a variable surely holds what an assignment gave it."""
    scope = text.function_of(one)
    others = [other for other in text.givers(name) if text.function_of(other) == scope]
    if any(_block(text, other) is not _block(text, one) for other in others):
        return []
    order = {id(statement): at for at, statement in enumerate(text.statements)}
    end = min((order[id(other)] for other in others if order[id(other)] > order[id(one)]), default=len(order))
    within = text.statements[order[id(one)] : end]
    return [statement for statement in within if text.function_of(statement) == scope or not scope]


def _block(text: Text, statement: ast.stmt) -> list[ast.stmt] | None:
    """The list of statements that one stands in; all, for one outside of everything."""
    above = text.parents.get(id(statement))
    if isinstance(above, ast.Module):
        return text.statements
    blocks = [getattr(above, part, []) for part in ("body", "orelse", "finalbody")]
    return next((block for block in blocks if isinstance(block, list) and statement in block), None)


def _reader(text: Text, name: str, value: ast.expr) -> _Reader | None:
    """The shuffled set that a variable holds, if it surely is one."""
    made = _given_by(text, value)
    shuffle = keyword(made, "shuffle") if isinstance(made, ast.Call) else None
    told = shuffle is None or getattr(shuffle, "value", None) is True
    closed = isinstance(made, ast.Call) and all(given.arg is not None for given in made.keywords)
    if isinstance(made, ast.Call) and called(made) in READS_FOLDERS and told and closed:
        return _Reader(name, True, _frame(made))
    arrays = _arrays(value) or _arrays_within(text, value) if told and closed else frozenset()
    return _Reader(name, False, arrays) if arrays else None


def _given_by(text: Text, value: ast.expr) -> ast.expr:
    """The call that makes a value, also where a function of the author's does nothing but return it."""
    functions = [node for node in text.all(ast.FunctionDef) if node.name == called(value)]
    returned = [node.value for one in functions for node in walk(one) if isinstance(node, ast.Return)]
    if len(functions) == 1 and len(returned) == 1 and returned[0] is not None:
        found = returned[0]
        if isinstance(found, ast.Name):
            given = [one.value for one in walk(functions[0]) if isinstance(one, ast.Assign)
                     and getattr(one.targets[0], "id", "") == found.id]  # fmt: skip
            found = given[0] if len(given) == 1 else found
        return found
    return value


def _arrays(value: ast.expr) -> frozenset[str]:
    """The labels in ``generator.flow(x, y)``, and in ``from_tensor_slices((x, y)).shuffle(99).batch(8)``."""
    steps = []
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        steps.append(called(value))
        if steps[-1] in _SHUFFLED_ARRAYS:
            break
        value = value.func.value
    if not isinstance(value, ast.Call) or not steps or (steps[-1] == "from_tensor_slices" and "shuffle" not in steps):
        return frozenset()
    parts = value.args[0].elts if value.args and isinstance(value.args[0], ast.Tuple) else value.args[:2]
    labels = parts[1] if len(parts) == 2 and steps[-1] in _SHUFFLED_ARRAYS else None
    return frozenset({labels.id}) if isinstance(labels, ast.Name) else frozenset()


def _arrays_within(text: Text, value: ast.expr) -> frozenset[str]:
    """The same of a set that a function of the author's makes of its arguments."""
    functions = [node for node in text.all(ast.FunctionDef) if node.name == called(value)]
    if len(functions) != 1 or not isinstance(value, ast.Call) or any(one.arg is None for one in value.keywords):
        return frozenset()
    steps = steps_of(functions[0], value)
    ends = [node.value for node in steps if isinstance(node, ast.Return) and node.value is not None]
    found = _unrolled(ends[0], [node for node in steps if isinstance(node, ast.Assign)]) if len(ends) == 1 else None
    given = bound(functions[0], value)
    labels = [given.get(name) for name in (_arrays(found) if found is not None else ())]
    return frozenset(label.id for label in labels if isinstance(label, ast.Name))


def _unrolled(node: ast.expr, given: list[ast.Assign]) -> ast.expr:
    """A chain of calls, with the variables in it replaced by the chains that they were given."""
    if isinstance(node, ast.Name):
        before = [one for one in given if getattr(one.targets[0], "id", "") == node.id and one.lineno < node.lineno]
        last = max(before, key=lambda one: one.lineno, default=None)
        return node if last is None else _unrolled(last.value, given)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = ast.Attribute(_unrolled(node.func.value, given), node.func.attr, ast.Load())
        return ast.Call(owner, node.args, node.keywords)
    return node


def _frame(made: ast.Call) -> frozenset[str]:
    """The table of ``flow_from_dataframe(table, …)``, whose rows have an order as well."""
    given = argument_at(made, 0, "dataframe")
    return (
        frozenset({given.id})
        if called(made) == "flow_from_dataframe" and isinstance(given, ast.Name)
        else frozenset()
    )


def _beside(text: Text, reader: _Reader, span: list[ast.stmt]) -> Found:
    """Where the answers of a model to a shuffled set stand beside what has another order."""
    answers = _following(span, lambda node: _asks(node, reader))
    ordered = _following(span, lambda node: _is_ordered(node, reader)) | reader.labels
    inside = {id(part) for statement in span for part in walk(statement)}
    said = f"{reader.name} is shuffled, and this is in the order of {'the files' if reader.files else 'its arrays'}"
    for node, parts in (place for place in _places(text) if id(place[0]) in inside):
        known = [part for part in parts if not _counts(part)]
        mine = [_holds(part, answers, lambda node: _asks(node, reader)) for part in known]
        theirs = [_holds(part, ordered, lambda node: _is_ordered(node, reader)) for part in known]
        only = {(mine[at], theirs[at]) for at in range(len(known))}
        if {(True, False), (False, True)} <= only:
            yield f"{said}: each answer stands beside another row.", node


def _following(span: list[ast.stmt], begins: Callable[[ast.AST], bool]) -> set[str]:
    """The variables that are computed from certain nodes, row by row."""
    found: set[str] = set()
    for statement in span:
        value = getattr(statement, "value", None)
        if isinstance(statement, ast.Assign) and isinstance(value, ast.expr) and not _counts(value):
            holds = _holds(value, found, begins)
            for target in statement.targets:
                if isinstance(target, ast.Name | ast.Tuple):
                    found = found | names(target) if holds else found - names(target)
    return found


def _holds(node: ast.expr, known: Set[str], begins: Callable[[ast.AST], bool]) -> bool:
    return bool(names(node) & known) or any(begins(part) for part in walk(node))


def _counts(node: ast.expr) -> bool:
    """Whether nothing of the order is left: ``len(…)``, ``np.unique(…)``, ``.shape``."""
    return any(called(part) in _COUNTS or getattr(part, "attr", "") == "shape" for part in walk(node))


def _asks(node: ast.AST, reader: _Reader) -> bool:
    given = argument_at(node, 0, "x") if isinstance(node, ast.Call) else None
    return called(node) in _PREDICTS and isinstance(given, ast.Name) and given.id == reader.name


def _is_ordered(node: ast.AST, reader: _Reader) -> bool:
    owner = node.value if isinstance(node, ast.Attribute) and node.attr in _OF_FILES else None
    return reader.files and isinstance(owner, ast.Name) and owner.id == reader.name


def _places(text: Text) -> Iterator[tuple[ast.expr, list[ast.expr]]]:
    """What is put side by side, and where."""
    for compared in text.all(ast.Compare):
        yield compared, [compared.left, *compared.comparators]
    for call in text.calls(_LEARNS):
        yield call, [*call.args, *(one.value for one in call.keywords if one.arg in {"x", "y"})]
        checked = keyword(call, "validation_data")
        yield call, [] if checked is None else targets_of(checked)
    for call in text.calls(_SIDE_BY_SIDE):
        given = [*call.args, *(one.value for one in call.keywords)]
        yield call, [part for one in given for part in (one.values if isinstance(one, ast.Dict) else [one])]
    for loop in text.all(ast.For):
        if called(loop.iter) == "enumerate":
            yield loop.iter, [loop.iter, *_picked(loop)]
    yield from _handed_on(text)
    for statement in text.all(ast.Assign):
        column = statement.targets[0]
        if isinstance(column, ast.Subscript) and isinstance(column.value, ast.Name):
            yield statement.value, [column.value, statement.value]


def _handed_on(text: Text) -> Iterator[tuple[ast.expr, list[ast.expr]]]:
    """What a function returns together, and what it saves one after the other, shown where that is made."""
    for end in text.all(ast.Return):
        if isinstance(end.value, ast.Tuple):
            yield end.value, end.value.elts
    saved = [(call, given) for call in text.calls(_SAVES.keys())
             if (given := argument_at(call, *_SAVES[called(call)])) is not None]  # fmt: skip
    for (first, mine), (second, other) in pairwise(saved):
        if text.function_of(first) == text.function_of(second):
            yield unfolded(text, other, second), [mine, other]


def _picked(loop: ast.For) -> list[ast.expr]:
    """What a loop over ``enumerate`` takes at the number of the round: ``answers[i]``."""
    number = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) and loop.target.elts else None
    return [
        node.value
        for part in loop.body
        for node in walk(part)
        if isinstance(node, ast.Subscript) and number is not None and ast.unparse(node.slice) == ast.unparse(number)
    ]


RULE = Rule(
    level=Level.WARNING,
    title="predictions in another order than the labels",
    instead="Read the images with shuffle=False.",
    program=_look,
    text=_in_text,
    exact=True,
)
