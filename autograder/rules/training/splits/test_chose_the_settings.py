"""# Test rows that chose the settings

**What it sees.** A loop over a grid or over numbers trains a model for each, asks it about the test rows and keeps
the best; or a tuner or Optuna does so. No other rows are asked about anywhere in the program. Loops over seeds or
folds are left alone.

**Why it hurts.** The best of many results on the same rows is the best by luck, too: of fifty models that only guess
one looks good. What is printed is no test any more.

**Example.**

```python
import keras

best = 0
for units in (8, 32, 128, 512):
    model = keras.Sequential([
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=20)
    accuracy = model.evaluate(x_test, y_test)[1]  # ← here
    if accuracy > best:
        best, best_units = accuracy, units
print(best_units, best)
```

**Instead.**

```python
import keras

best = 0
for units in (8, 32, 128, 512):
    model = keras.Sequential([
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=20)
    accuracy = model.evaluate(x_val, y_val)[1]
    if accuracy > best:
        best, best_model = accuracy, model
print(best_model.evaluate(x_test, y_test))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, first_of, keyword, names, walk
from autograder.rules.looks.dataflow import sources
from autograder.rules.looks.scopes import last_name, owner
from autograder.rules.rule import Found, Level, Rule

_TEST = re.compile(r"(^|_)(test|te|tst)(_|$|\d)|(test|te)$", re.I)
_REPEATS = re.compile(r"seed|fold|run|trial|repeat|epoch|batch|step|rep$|^_$|round|iteration", re.I)
_GRIDS = frozenset({"product", "ParameterGrid", "ParameterSampler"})
_BEST = re.compile(r"best|highest|lowest|top|winner|optimal", re.I)
_CHOOSES = frozenset(
    {"max", "argmax", "min", "argmin", "idxmax", "idxmin", "nlargest", "sorted", "sort_values", "sort"}
)
_ASKS = frozenset({"evaluate", "predict"})


def _look(text: Text) -> Found:
    """Settings that are chosen among trainings, by what each reaches on the rows of the test."""
    if any(word in text.whole for word in ("evaluate(", "predict(", "'val_")):
        yield from _chosen_settings(text)
        yield from _searched(text)


def _chosen_settings(text: Text) -> Found:
    """``for lr in rates: … evaluate(x_test) … if accuracy > best``, and nothing is asked about other rows."""
    for loop in text.all(ast.For):
        if not _is_search(text, loop):
            continue
        inside = [node for part in loop.body for node in walk(part)]
        own = {name for target in _given_names(inside) for name in names(target)}
        asks = [node for node in inside if isinstance(node, ast.Call) and called(node) in _ASKS]
        watched = not asks and "val_" in ast.unparse(loop)
        asks += [node for node in inside if watched and isinstance(node, ast.Call) and called(node) == "fit"]
        for ask in asks:
            rows = _rows(ask)
            if (
                not rows
                or rows in own
                or not _TEST.search(rows)
                or _others_asked(text, rows)
                or not _trains(text, inside)
            ):
                continue
            choice = _choice(text, inside, loop)
            if choice:
                yield _said(rows, ask)
                return


def _said(rows: str, node: ast.expr) -> tuple[str, ast.expr]:
    said = f"The settings that are best on {rows} are chosen here, and no other rows test them"
    return f"{said}: the best of many results is better than it will be on new rows.", node


def _given_names(inside: list[ast.AST]) -> Iterator[ast.expr]:
    """What a loop gives values to."""
    for node in inside:
        yield from (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.For) else ()
        )


def _rows(ask: ast.Call) -> str:
    """The variable whose rows a model is asked about."""
    checked = keyword(ask, "validation_data") if called(ask) == "fit" else None
    given = argument_at(ask, 0, "x") if called(ask) != "fit" else first_of(checked) if checked is not None else None
    return given.id if isinstance(given, ast.Name) else ""


def _is_search(text: Text, loop: ast.For) -> bool:
    """Whether a loop goes through settings: a grid, or numbers for a rate, a width or a size of batches."""
    if any(_REPEATS.search(name) for name in names(loop.target)) and called(loop.iter) not in _GRIDS:
        return False
    made = text.resolved(loop.iter)
    if any(called(node) in _GRIDS for node in walk(made)):
        return True
    parts = made.elts if isinstance(made, ast.List | ast.Tuple) else []
    numbers = [part for part in parts if isinstance(part, ast.Constant) and type(part.value) in (int, float)]
    rows = [part for part in parts if isinstance(part, ast.Tuple | ast.Dict)]
    return len(parts) > 2 and (len(numbers) == len(parts) or len(rows) == len(parts))


def _trains(text: Text, inside: list[ast.AST]) -> bool:
    """Whether a round trains a model of its own, itself or by a function."""
    todo = [*inside]
    for node in inside:
        function = text.functions.get(getattr(node.func, "id", "")) if isinstance(node, ast.Call) else None
        todo += walk(function) if function is not None else ()
    every = {called(node) for node in todo}
    return "fit" in every and bool(every & {"Sequential", "Model", "clone_model", "compile"})


def _others_asked(text: Text, rows: str) -> bool:
    """Whether any other rows are asked about, or foretold."""
    every = [_rows(call) for call in text.calls(_ASKS)]
    return any(name != rows for name in every)


def _choice(text: Text, inside: list[ast.AST], loop: ast.For) -> bool:
    """Whether the best round is kept: by a comparison in the loop, or by ``max`` of what was listed."""
    for test in (node for node in inside if isinstance(node, ast.If)):
        if isinstance(test.test, ast.Compare) and any(_BEST.search(name) for name in names(test.test)):
            return True
    appends = [node.func for node in inside if isinstance(node, ast.Call) and called(node) == "append"]
    listed = {last_name(func.value) for func in appends if isinstance(func, ast.Attribute)}
    listed |= {last_name(one.value) for one in _given_names(inside) if isinstance(one, ast.Subscript)}
    for call in (one for one in text.calls(_CHOOSES) if one.lineno > loop.lineno):
        made = [part for given in (call.func, *call.args) for part in sources(text, given, call)]
        if listed & {part.id for part in made if isinstance(part, ast.Name)}:
            every = [one for one in text.all(ast.Assign) if any(part is call for part in walk(one))]
            held = [ast.unparse(one.targets[0]) for one in every]
            return any(_BEST.search(name) for name in held) or "best" in ast.unparse(call)
    return False


def _searched(text: Text) -> Found:
    """``tuner.search(…, validation_data=test)`` and Optuna's ``objective`` that gives the result on the test rows."""
    for call in text.calls({"search"}):
        checked = keyword(call, "validation_data")
        rows = first_of(checked) if checked is not None else None
        asked = {_rows(ask) for ask in text.calls(_ASKS)}
        if isinstance(rows, ast.Name) and _TEST.search(rows.id) and asked == {rows.id}:
            yield _said(rows.id, call)
    for function in text.all(ast.FunctionDef) if "optimize(" in text.whole else ():
        if [one.arg for one in function.args.args[:1]] != ["trial"]:
            continue
        for ask in (node for node in walk(function) if isinstance(node, ast.Call) and called(node) in _ASKS):
            rows_of = _rows(ask)
            if _TEST.search(rows_of) and not _others_asked(text, rows_of) and owner(text, ask) is function:
                yield _said(rows_of, ask)
                return


RULE = Rule(
    level=Level.WARNING,
    title="test rows that chose the settings",
    instead="Choose by validation rows, and ask about the test rows once, at the end.",
    text=_look,
    exact=True,
)
