"""Tests that are no tests: rows of one patient on both sides of the split, settings that the test rows chose, as the
text of a program shows them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, first_of, keyword, names, walk
from autograder.anatomy.source.scopes import last_name, owner, sources, traced, written

_GROUPS = re.compile(
    r"(^|_)(patient|subject|subj|speaker|participant|volunteer|donor|video|animal|recording|singer|actor|writer|driver|"
    r"specimen|person|slide)s?(_?(id|ids|no|nr|number|name|idx|index))?$", re.I)  # fmt: skip
_PARTS = re.compile(
    r"(slice|frame|window|segment|tile|patch|beat|trial|clip|utterance|crop|visit)(s|es)\b|"
    r"(slice|frame|window|segment|tile|patch|beat|trial|clip|visit)_?(no|nr|id|idx|number|index)\b",
    re.I,
)
_APART = ("Group", ".isin(", "drop_duplicates", "np.isin", "in1d")
_UNIQUE = frozenset({"nunique", "unique", "set"})
_TEST = re.compile(r"(^|_)(test|te|tst)(_|$|\d)|(test|te)$", re.I)
_REPEATS = re.compile(r"seed|fold|run|trial|repeat|epoch|batch|step|rep$|^_$|round|iteration", re.I)
_GRIDS = frozenset({"product", "ParameterGrid", "ParameterSampler"})
_BEST = re.compile(r"best|highest|lowest|top|winner|optimal", re.I)
_CHOOSES = frozenset(
    {"max", "argmax", "min", "argmin", "idxmax", "idxmin", "nlargest", "sorted", "sort_values", "sort"}
)
_ASKS = frozenset({"evaluate", "predict"})


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if "split" in text.whole and not any(word in text.whole for word in _APART):
        yield from _of_one_group(text)
    if any(word in text.whole for word in ("evaluate(", "predict(", "'val_")):
        yield from _chosen_settings(text)
        yield from _searched(text)


def _of_one_group(text: Text) -> Found:
    """``train_test_split(slices)``, where ``slices["patient_id"].nunique()`` is smaller than the number of rows."""
    groups = set(_counted_groups(text)) if _PARTS.search(written(text)) else set()
    collected = set(_collected(text))
    if not (groups or collected) or _told_apart(text):
        return
    for call in text.calls({"train_test_split", "split"}):
        rows = call.args[0] if call.args else None
        if rows is None or not _by_chance(text, call) or _is_of_one(text, call):
            continue
        made = list(traced(text, rows, call))
        read = {part.id for part in made if isinstance(part, ast.Name)}
        if any(called(part) in _UNIQUE | {"groupby", "glob", "listdir"} for part in made):
            return
        met = [(name, group) for name, group in sorted(groups | collected) if name in read or not name]
        if met:
            whom = _GROUPS.search(met[0][1])
            said = f"There are several rows of each {whom[2] if whom else ''}, and this parts them by chance"
            yield "group", f"{said}: the test asks about what the model has met in the training.", call
        return


def _is_of_one(text: Text, call: ast.Call) -> bool:
    """Whether a loop over the patients parts the rows of each by themselves."""
    loops = (loop for loop in text.all(ast.For) if any(_GROUPS.search(name) for name in names(loop.target)))
    return any(part is call for loop in loops for part in walk(loop))


def _counted_groups(text: Text) -> Iterator[tuple[str, str]]:
    """The tables whose patients are counted, and arrays that say of whom each row is: ``""`` for the table."""
    for call in text.calls({"nunique", "unique", "set", "groupby"}):
        given = call.args[0] if call.args else getattr(call.func, "value", None)
        given = given if called(call) != "groupby" else call.args[0] if call.args else None
        table = given.value if isinstance(given, ast.Subscript | ast.Attribute) else None
        column = given.slice if isinstance(given, ast.Subscript) else None
        name = (
            str(column.value) if isinstance(column, ast.Constant) else last_name(given) if given is not None else ""
        )
        if called(call) == "groupby" and isinstance(given, ast.Constant) and isinstance(call.func, ast.Attribute):
            table, name = call.func.value, str(given.value)
        if _GROUPS.search(name) and not (table is not None and _GROUPS.search(last_name(table))):
            yield (table.id if isinstance(table, ast.Name) else ""), name


def _collected(text: Text) -> Iterator[tuple[str, str]]:
    """The lists that get several rows for each patient: ``for patient in patients: for slice in …: x.append(…)``."""
    for loop in text.all(ast.For):
        group = next((name for name in sorted(names(loop.target)) if _GROUPS.search(name)), "")
        for inner in (node for part in loop.body for node in walk(part) if group and isinstance(node, ast.For)):
            for call in (node for part in inner.body for node in walk(part)):
                if called(call) in {"append", "extend"} and isinstance(call, ast.Call):
                    yield ast.unparse(getattr(call.func, "value", call.func)), group


def _told_apart(text: Text) -> bool:
    """Whether rows are chosen by whom they belong to, in any way."""
    for node in text.all(ast.Compare):
        for part in walk(node):
            name = part.value if isinstance(part, ast.Constant) else last_name(part)
            if isinstance(name, str) and _GROUPS.search(name):
                return True
    keyed = [keyword(call, "groups", "stratify") for call in text.calls({"train_test_split", "split"})]
    return any(one is not None and _GROUPS.search(last_name(one)) for one in keyed)


def _by_chance(text: Text, call: ast.Call) -> bool:
    """Whether a call parts rows by chance."""
    if called(call) == "train_test_split":
        return getattr(keyword(call, "shuffle"), "value", True) is not False
    made = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
    folds = called(made).endswith(("KFold", "ShuffleSplit")) and isinstance(made, ast.Call)
    mixed = isinstance(made, ast.Call) and getattr(keyword(made, "shuffle"), "value", False) is True
    return folds and (mixed or called(made).endswith("ShuffleSplit"))


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


def _said(rows: str, node: ast.expr) -> tuple[str, str, ast.expr]:
    said = f"The settings that are best on {rows} are chosen here, and no other rows test them"
    return "settings", f"{said}: the best of many results is better than it will be on new rows.", node


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
