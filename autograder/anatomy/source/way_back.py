"""Targets that were changed for the training, and answers that nobody changed back, as the text of a program shows
them."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword

_KEEPS = frozenset({
    "to_numpy", "astype", "reshape", "ravel", "flatten", "copy", "squeeze", "to_frame", "reset_index", "array",
    "asarray", "Series", "round", "tolist", "float32", "numpy",
})  # fmt: skip
_BOUNDS = frozenset({"clip", "maximum", "minimum"})
_LOGS = frozenset({"log", "log1p", "log10", "log2", "sqrt"})
_SCALERS = ("Scaler", "PowerTransformer", "QuantileTransformer")
_COMPARES = frozenset({
    "mean_absolute_error", "mean_squared_error", "root_mean_squared_error", "mean_absolute_percentage_error",
    "r2_score", "median_absolute_error", "mean_squared_log_error", "max_error",
})  # fmt: skip
_RANGE = re.compile(r"\d(?:\.\d+)? ?(?:\.\.\.?|…|to|-) ?(\d+(?:\.\d+)?)\b")
_STATISTICS = frozenset({"std", "max", "mean", "min", "ptp"})
_LIBRARIES = frozenset({"np", "numpy", "pd", "tf", "keras", "ops"})
_ROWS = frozenset({"iloc", "loc", "values"})


class _Form(NamedTuple):
    """What a column is: where it comes from, its name there, what was done to it, and to what that was done."""

    root: str
    column: str
    way: str


def looks(text: Text) -> Found:
    """Answers of a model, of which the targets were changed, that are used as if they had not been."""
    trained: dict[str, _Form] = {}
    for fit in text.calls({"fit"}):
        labels, owner = argument_at(fit, 1, "y") or _of_pipeline(text, fit), getattr(fit.func, "value", None)
        form = _form(text, labels, fit) if labels is not None else None
        if isinstance(owner, ast.Name) and form is not None and form.way:
            trained[owner.id] = form
            yield from _checked(text, fit, keyword(fit, "validation_data"), form)
        yield from _beyond(text, fit, form) if form is not None and form.way == "a part of" else ()
    if trained:
        yield from _written(text, trained)
        yield from _compared(text, trained)
        for call in text.calls({"evaluate"}):
            form = trained.get(getattr(getattr(call.func, "value", None), "id", ""))
            labels = argument_at(call, 1, "y")
            if form is not None and labels is not None and _as_it_was(text, labels, call, form):
                yield "no way back", f"{_learned(form)}, and {ast.unparse(labels)} is as it was.", labels


def _beyond(text: Text, fit: ast.Call, form: _Form) -> Found:
    """``y = table["price"] / 100_000  # 0.3 ... 7.6``, for a sigmoid."""
    heads = [call for call in text.calls({"Dense"}) if getattr(keyword(call, "activation"), "value", "") == "sigmoid"]
    if len(heads) != 1 or text.number(argument_at(heads[0], 0, "units") or heads[0]) != 1 or "entropy" in text.whole:
        return
    for one in text.all(ast.Assign):
        divided = isinstance(one.value, ast.BinOp) and isinstance(one.value.op, ast.Div)
        if not divided or (found := _form(text, one.value, one)) is None or found.root != form.root:
            continue
        lines = text.cell_of(one).code.split("\n")[one.lineno - 1 : one.lineno]
        told = _RANGE.search("".join(lines).partition("#")[2])
        if told and float(told[1]) > 1:
            said = f"The targets reach {float(told[1]):g}, as the program says beside them"
            yield "beyond", f"{said}, but sigmoid only reaches numbers from 0 to 1.", heads[0]
            return


def _learned(form: _Form) -> str:
    return f"The model learned {form.way} {form.column or form.root}"


def _checked(text: Text, fit: ast.Call, pair: ast.expr | None, form: _Form) -> Found:
    labels = pair.elts[1] if isinstance(pair, ast.Tuple) and len(pair.elts) > 1 else None
    if labels is not None and _as_it_was(text, labels, fit, form):
        yield "no way back", f"{_learned(form)}, and {ast.unparse(labels)} is as it was.", labels


def _as_it_was(text: Text, node: ast.expr, user: ast.AST, form: _Form) -> bool:
    """Whether this is the same column, unchanged."""
    other = _form(text, node, user)
    return other is not None and other.way == "" and other.root == form.root


def _written(text: Text, trained: dict[str, _Form]) -> Found:
    """``DataFrame({"price": answers})``, ``table["price"] = answers``."""
    tables = [(call, part) for call in text.calls({"DataFrame"}) for part in call.args if isinstance(part, ast.Dict)]
    given: list[tuple[ast.expr | None, ast.expr, ast.AST]] = [
        (key, value, call) for call, part in tables for key, value in zip(part.keys, part.values, strict=True)
    ]
    given += [(one.targets[0].slice, one.value, one) for one in text.all(ast.Assign)
              if isinstance(one.targets[0], ast.Subscript)]  # fmt: skip
    for key, value, user in given:
        form = trained.get(_asked(text, value, user))
        name = key.value if isinstance(key, ast.Constant) else ""
        if form is not None and form.column and name == form.column:
            said = f"{_learned(form)}, and its answers are kept as {name!r} as they are"
            yield "no way back", f"{said}: nothing turns them back.", value


def _compared(text: Text, trained: dict[str, _Form]) -> Found:
    """``mean_absolute_error(y_test, answers)``, ``y_test - answers``."""
    pairs: list[tuple[ast.expr, ast.expr, ast.expr]] = [
        (call.args[0], call.args[1], call) for call in text.calls(_COMPARES) if len(call.args) > 1
    ]
    pairs += [(node.left, node.right, node) for node in text.all(ast.BinOp) if isinstance(node.op, ast.Sub)]
    for left, right, node in pairs:
        for answers, truth in ((left, right), (right, left)):
            form = trained.get(_asked(text, answers, node))
            if form is not None and _as_it_was(text, truth, node, form):
                said = f"{_learned(form)}, and {ast.unparse(truth)} is as it was"
                yield "no way back", f"{said}: they are not of one scale.", node
                break


def _asked(text: Text, node: ast.expr, user: ast.AST) -> str:
    """The model whose answers these are, if they are as it gave them."""
    for _ in range(20):
        if isinstance(node, ast.Name):
            value, user = text.latest(node.id, user)
            if value is None:
                return ""
            node = value
        elif called(node) == "predict" and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return getattr(node.func.value, "id", "")
        elif (inner := _inner(node, _KEEPS | _BOUNDS)) is not None:
            node = inner
        elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.List):
            node = node.value
        else:
            return ""
    return ""


def _inner(node: ast.AST | None, kept: frozenset[str]) -> ast.expr | None:
    """What a call changes the form of: ``x.ravel()``, ``np.squeeze(x)``."""
    if not isinstance(node, ast.Call) or called(node) not in kept:
        return None
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    if owner is None or ast.unparse(owner).split(".")[0] in _LIBRARIES:
        return node.args[0] if node.args else None
    return owner


def _form(text: Text, node: ast.expr | None, user: ast.AST) -> _Form | None:
    """Where targets come from, and what was done to them; None if that is not known."""
    way = ""
    for _ in range(20):
        if isinstance(node, ast.Name):
            value, where = _given(text, node.id, user)
            if value is None:
                return _Form(node.id, "", way) if text.is_sure(node.id) else None
            node, user = value, where
        elif isinstance(node, ast.Subscript) and _is_column(node.slice):
            index = node.slice.elts[0] if isinstance(node.slice, ast.List) else node.slice
            name = str(getattr(index, "value", ""))
            root = f"{ast.unparse(node.value)}[{name!r}]"
            return _Form(root, name, way or _changed_in_place(text, node))
        elif isinstance(node, ast.Subscript | ast.Attribute) and not _is_table_column(node):
            node = node.value
        elif isinstance(node, ast.Attribute):
            return _Form(f"{ast.unparse(node.value)}[{node.attr!r}]", node.attr, way)
        elif (inner := _inner(node, _KEEPS)) is not None:
            node = inner
        elif node is not None and (changed := _changed(text, node)) is not None:
            if way:
                return None
            way, node = changed
        else:
            return None
    return None


def _is_column(index: ast.expr) -> bool:
    if isinstance(index, ast.List) and len(index.elts) == 1:
        index = index.elts[0]
    return isinstance(index, ast.Constant) and isinstance(index.value, str)


def _is_table_column(node: ast.Subscript | ast.Attribute) -> bool:
    """``table.price``, but neither ``table.values`` nor ``x[rows]``."""
    return isinstance(node, ast.Attribute) and node.attr not in _ROWS | {"T"}


def _given(text: Text, name: str, user: ast.AST) -> tuple[ast.expr | None, ast.AST]:
    """What a variable was last given, also as one of the parts that ``train_test_split`` makes."""
    for one in text.all(ast.Assign):
        target, value = one.targets[0], one.value
        listed = [getattr(part, "id", "") for part in target.elts] if isinstance(target, ast.Tuple) else []
        parts = value.args if isinstance(value, ast.Call) and called(value) == "train_test_split" else []
        once = len(text.values.get(name, ())) == 1
        if name in listed and once and 0 < len(parts) * 2 == len(listed) and text.is_sure(name):
            return parts[listed.index(name) // 2], one
    last, where = text.latest(name, user)
    every = text.values.get(name, ())
    if last is None and len(every) == 1 and text.is_sure(name) and hasattr(every[0], "lineno"):
        return every[0], every[0]
    return (None, user) if isinstance(last, ast.Tuple) else (last, where)


def _of_pipeline(text: Text, fit: ast.Call) -> ast.expr | None:
    """The answers in ``Dataset.from_tensor_slices((x, y)).batch(32)``."""
    node = argument_at(fit, 0, "x")
    for _ in range(10):
        node = text.resolved(node) if node is not None else None
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or called(node) == "map":
            return None
        if called(node) == "from_tensor_slices":
            pair = node.args[0] if node.args else None
            return pair.elts[1] if isinstance(pair, ast.Tuple) and len(pair.elts) > 1 else None
        node = node.func.value
    return None


def _changed_in_place(text: Text, column: ast.Subscript) -> str:
    """``table["price"] = np.log1p(table["price"])``."""
    for one in text.all(ast.Assign):
        if ast.unparse(one.targets[0]) == ast.unparse(column) and (changed := _changed(text, one.value)) is not None:
            return changed[0]
    return ""


def _changed(text: Text, node: ast.expr) -> tuple[str, ast.expr] | None:
    """What was done to numbers, in words, and the numbers."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner: ast.expr = node.func.value
        first = node.args[0] if node.args else None
        if called(node) in _LOGS and getattr(owner, "id", "") in _LIBRARIES and first is not None:
            return f"{called(node)} of", first
        if called(node) in {"apply", "map", "transform"} and getattr(first, "attr", "") in _LOGS:
            return f"{getattr(first, 'attr', '')} of", owner
        scaler = any(f"{word}(" in ast.unparse(text.resolved(owner)) for word in _SCALERS)
        if called(node) in {"transform", "fit_transform"} and scaler and first is not None:
            return "a scaled", first
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and _is_scale(text, node.right):
        left = node.left
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Sub) and _is_scale(text, left.right):
            return "a standardized", left.left
        return "a part of", left
    return None


def _is_scale(text: Text, node: ast.expr) -> bool:
    node = text.resolved(node)
    number = isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value not in (0, 1)
    return number or called(node) in _STATISTICS
