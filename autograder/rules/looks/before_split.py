"""Rows that were scaled, chosen or multiplied before some of them were set apart."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, bound, called, first_of, is_open, keyword, names, walk

_PICKS = ("SelectKBest", "SelectPercentile", "SelectFromModel", "RFE", "RFECV")
_SCORES = frozenset({"f_classif", "f_regression", "chi2", "mutual_info_classif", "mutual_info_regression"})
_FITTED = {
    "PCA": "PCA", "TruncatedSVD": "TruncatedSVD", "KNNImputer": "imputer", "SimpleImputer": "imputer",
    "PowerTransformer": "scaler", "QuantileTransformer": "scaler", "StandardScaler": "scaler",
}  # fmt: skip
_DRAWS = frozenset({"sample", "head", "tail", "train_test_split", "take"})
_SAMPLES = frozenset({"fit_resample", "fit_sample"})


def taken_before_the_split(text: Text) -> Iterator[tuple[str, ast.Call]]:
    """Calls that take something from all rows before some are set apart, with ``leak``, or what is fitted there."""
    everywhere: dict[int, dict[str, tuple[str, ast.Call]]] = {}
    for statement in text.statements:
        tainted = everywhere.setdefault(text.function_of(statement), {})
        source = _treats_all(text, statement)
        folded = next((tainted[name] for name in _folded(text, statement) if name in tainted), None)
        if folded:
            yield folded
            _forget(tainted, [name for name, other in tainted.items() if other is folded])
        value = getattr(statement, "value", None)
        targets = [name for target in getattr(statement, "targets", ()) for name in names(target)]
        if isinstance(statement, ast.Expr) and source:
            targets = list(names(source[1].func))
        if source:
            tainted |= dict.fromkeys(targets, source)
        elif isinstance(statement, ast.Assign):
            met = next((tainted[name] for name in names(statement.value) if name in tainted), None)
            if met and (_splits(statement.value, targets) or _is_other_half(text, statement, met[1])):
                yield met
                _forget(tainted, [name for name, other in tainted.items() if other is met])
            elif met:
                tainted |= dict.fromkeys(targets, met)
            else:
                _forget(tainted, targets)
        elif called(value) == "append" and isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
            met = next((tainted[name] for part in value.args for name in names(part) if name in tainted), None)
            tainted |= dict.fromkeys(names(value.func.value), met) if met else {}


def _folded(text: Text, statement: ast.stmt) -> Iterator[str]:
    """The rows that a statement parts into folds, also in a function that it gives them to."""
    value = statement.iter if isinstance(statement, ast.For) else getattr(statement, "value", None)
    for node in walk(value) if isinstance(value, ast.expr) else ():
        if not isinstance(node, ast.Call):
            continue
        yield from _rows_of_folds(text, node)
        function = text.functions.get(getattr(node.func, "id", ""))
        inner = (part for part in walk(function) if isinstance(part, ast.Call)) if function else ()
        given = bound(function, node) if function else {}
        wanted = [name for part in inner for name in _rows_of_folds(text, part) if name in given]
        yield from (name for one in wanted for name in names(given[one]))


def _rows_of_folds(text: Text, call: ast.Call) -> Iterator[str]:
    """The rows of ``KFold(5).split(x)`` and ``cross_val_score(model, x, y)``."""
    owner = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
    if called(call) == "split" and called(owner).endswith(("Fold", "ShuffleSplit", "TimeSeriesSplit")):
        yield from (name for part in call.args[:1] for name in names(part))
    elif called(call).startswith("cross_val"):
        yield from (name for part in call.args[1:2] for name in names(part))


def _forget(tainted: dict[str, tuple[str, ast.Call]], every: list[str]) -> None:
    for name in every:
        tainted.pop(name, None)


def _treats_all(text: Text, statement: ast.stmt) -> tuple[str, ast.Call] | None:
    """What a statement does with all rows, if it takes something from them."""
    value = getattr(statement, "value", None)
    if not isinstance(statement, ast.Assign | ast.Expr) or value is None:
        return None
    for node in walk(value):
        if not isinstance(node, ast.Call):
            continue
        if any("train" in name.lower() for part in node.args for name in names(part)):
            return None
        if called(node) in _SCORES and len(node.args) > 1 and not _cuts_rows(node.args[0]):
            return "leak", node
        if isinstance(node.func, ast.Attribute) and node.args and (found := _fits_all(text, node, statement)):
            return found, node
    return None


def _fits_all(text: Text, call: ast.Call, statement: ast.stmt) -> str:
    """What a call fits on all that it is given: ``leak``, if it makes or chooses what a test is about, or a name."""
    if not isinstance(call.func, ast.Attribute):
        return ""
    method, owner = call.func.attr, text.resolved(call.func.value)
    maker = ast.unparse(owner).split("(")[0].rpartition(".")[2]
    kept = isinstance(statement, ast.Assign) or isinstance(call.func.value, ast.Name)
    fits = method == "fit_transform" or (method == "fit" and kept and not _some_rows(text, call.args[0]))
    if method in _SAMPLES or (fits and maker.endswith(_PICKS)):
        return "leak"
    if not fits:
        return ""
    return "scaler" if maker.endswith("Scaler") else next((said for end, said in _FITTED.items() if maker == end), "")


def _some_rows(text: Text, given: ast.expr) -> bool:
    """Whether rows were set apart already: what is given, or what it was made of, is cut or drawn."""
    asked = names(given)
    made = [one.value for one in text.all(ast.Assign) if any(names(target) & asked for target in one.targets)]
    return any(_cuts_rows(node) or called(node) in _DRAWS for one in (given, *made) for node in walk(one))


def _cuts_rows(node: ast.AST) -> bool:
    """``x[:800]``, but not ``x[:, :-1]``."""
    rows = first_of(node.slice) if isinstance(node, ast.Subscript) else None
    return isinstance(rows, ast.Slice) and not (rows.lower is None and rows.upper is None)


def _splits(value: ast.expr, targets: list[str]) -> bool:
    """Whether rows are set apart here: by a function, or by a cut whose names say so."""
    if any(called(node) == "train_test_split" for node in walk(value)):
        return True
    cut = any(isinstance(node, ast.Slice) and is_open(node.lower) != is_open(node.upper) for node in walk(value))
    return (
        cut and any("test" in name.lower() for name in targets) and any("train" in name.lower() for name in targets)
    )


def _is_other_half(text: Text, statement: ast.Assign, fitted: ast.Call) -> bool:
    """``test = rows[n - 60:]``, where ``train = rows[:n]`` stands before, and all rows were fitted."""
    low, _ = _half(statement, "test")
    before = [one for one in text.all(ast.Assign) if text.function_of(one) == text.function_of(statement)]
    highs = [_half(one, "train") for one in before if one.lineno < statement.lineno]
    whole = not any(_cuts_rows(node) for given in fitted.args for node in walk(given))
    return (
        low is not None
        and whole
        and any(
            high is not None
            and ast.unparse(rows) == ast.unparse(_half(statement, "test")[1])
            and _same_cut(low, high)
            for high, rows in highs
        )
    )


def _half(statement: ast.Assign, word: str) -> tuple[ast.expr | None, ast.expr]:
    """Where the rows are cut of which a variable with this word in its name gets one side; and the rows."""
    cut, target = statement.value, statement.targets[0]
    while isinstance(cut, ast.Call) and isinstance(cut.func, ast.Attribute) and called(cut) in {"copy", "astype"}:
        cut = cut.func.value
    named = isinstance(target, ast.Name) and word in target.id.lower()
    if not named or not isinstance(cut, ast.Subscript) or not isinstance(cut.value, ast.Name):
        return None, target
    rows = first_of(cut.slice)
    if not isinstance(rows, ast.Slice) or rows.step is not None or is_open(rows.lower) == is_open(rows.upper):
        return None, target
    return (
        rows.upper if word == "train" and is_open(rows.lower) else rows.lower if word == "test" else None
    ), cut.value


def _same_cut(low: ast.expr, high: ast.expr) -> bool:
    """Whether both are about the same place: the same number, or one from which a little is taken."""
    return ast.unparse(low) == ast.unparse(high) or bool(names(low) & names(high) - {"len", "int"})


def is_by_chance(text: Text, call: ast.Call) -> bool:
    """Whether a call parts rows by chance."""
    if called(call) == "train_test_split":
        return getattr(keyword(call, "shuffle"), "value", True) is not False
    made = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
    folds = called(made).endswith(("KFold", "ShuffleSplit")) and isinstance(made, ast.Call)
    mixed = isinstance(made, ast.Call) and getattr(keyword(made, "shuffle"), "value", False) is True
    return folds and (mixed or called(made).endswith("ShuffleSplit"))
