"""# A target that is no step ahead

**What it sees.** Windows of a series whose target is a number within the window: `timeseries_dataset_from_array` with
the same series for data and targets, or a column of it and its scaled self, over the same rows; or
`y.append(series[i + n - 1])` beside `x.append(series[i : i + n])`, also as a comprehension, a view or a `map`. Or a
decoder whose targets were filled with the same numbers as its inputs.

**Why it hurts.** The answer is among what the model is given, so it learns to repeat one of its inputs. The loss is
nearly 0, and nothing was foretold. The target of window `i` in `timeseries_dataset_from_array` is `targets[i]`, which
is its first row.

**Example.**

```python
import keras

data = keras.utils.timeseries_dataset_from_array(
    series,
    series,  # ← here
    sequence_length=24,
)
model = keras.Sequential([keras.Input((24, 1)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data, epochs=10)
```

**Instead.**

```python
import keras

data = keras.utils.timeseries_dataset_from_array(
    series[:-24],
    series[24:],
    sequence_length=24,
)
model = keras.Sequential([keras.Input((24, 1)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(data, epochs=10)
```
"""

from __future__ import annotations

import ast
import re
from typing import Any

from autograder.anatomy.text import Text, argument_at, assigned, bound, called, subject
from autograder.rules.looks.dataflow import callers
from autograder.rules.looks.scopes import owner
from autograder.rules.looks.steps_ahead import difference, sum_of
from autograder.rules.rule import Found, Level, Rule

_KEEPS_ROWS = frozenset({
    "reshape", "expand_dims", "astype", "array", "asarray", "to_numpy", "float32", "cast", "constant", "copy",
    "ravel",
})  # fmt: skip
_SCALES = frozenset({"transform", "fit_transform"})
_STATISTICS = frozenset({"mean", "std", "min", "max", "median", "var", "ptp", "nanmean", "nanstd", "sqrt"})
_LIBRARIES = frozenset({"np", "numpy", "tf", "ops"})
_DECODES = ("initial_state", "use_causal_mask")
_TARGETS = re.compile(r"^(self\.)?_?(y|target|label|output|answer|next)")
_DRAWS = ("random", "shuffle", "permutation", "noise", "choice")


def _look(text: Text) -> Found:
    """Targets of series that are no step ahead of what the model is given."""
    yield from _without_offset(text)
    yield from _within(text)
    yield from _listed(text)
    yield from _viewed(text)
    yield from _mapped(text)
    if any(word in text.whole for word in _DECODES):
        yield from _not_shifted(text)


def _without_offset(text: Text) -> Found:
    """``timeseries_dataset_from_array(series, series, 90)``: the target of a window is that of its first row."""
    for call in text.calls({"timeseries_dataset_from_array"}):
        given = argument_at(call, 0, "data"), argument_at(call, 1, "targets")
        length = text.argument(call, 2, "sequence_length")
        if given[0] is None or given[1] is None or getattr(length, "value", None) == 1:
            continue
        for data, targets in _as_given(text, given[0], given[1]):
            (rows, columns), (answers, column) = _rows(text, data), _rows(text, targets)
            if rows and rows == answers and columns in ("", column):
                said = "The target of a window belongs to its first row, and here it is the number in that row"
                yield f"{said}: give targets that begin where the first window ends.", targets


def _as_given(text: Text, data: ast.expr, targets: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """Both as they stand, or, in a function that only hands them on, as each of its calls gives them."""
    function = owner(text, data)
    given = [bound(function, call) for call in callers(text, function)] if function is not None else []
    asked = [getattr(node, "id", "") for node in (data, targets)]
    both = [(one[asked[0]], one[asked[1]]) for one in given if one.keys() >= set(asked)]
    return both or [(data, targets)]


def _rows(text: Text, node: ast.expr) -> tuple[str, str]:
    """Which rows of which variable these are, and which of their columns, empty for all; as they are spelt."""
    node, columns = _source(text, node)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and isinstance(node.value, ast.Name):
        lower, (whole, more) = node.slice.lower, _source(text, node.value)
        if isinstance(whole, ast.Name) and not (columns and more):
            return f"{whole.id}[{'0' if lower is None else ast.unparse(lower)}:]", columns or more
        return f"{node.value.id}[{'0' if lower is None else ast.unparse(lower)}:]", columns
    return (f"{node.id}[0:]", columns) if isinstance(node, ast.Name) else ("", "")


def _source(text: Text, node: ast.expr) -> tuple[ast.expr, str]:
    """What an expression was made of that has the same rows, and which columns of it were chosen, empty for all."""
    columns, known = "", (node, "")
    for _ in range(20):
        known = (node, columns) if isinstance(node, ast.Name) else known
        if isinstance(node, ast.Name) and text.resolved(node) is not node and _keeps(text, text.resolved(node)):
            node = text.resolved(node)
        elif (inner := _changed(text, node)) is not None:
            node = inner
        elif isinstance(node, ast.Subscript) and _column(node.slice) is not None:
            if columns and _column(node.slice):
                return known
            columns, node = columns or _column(node.slice) or "", node.value
        else:
            break
    cut = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)
    return (node, columns) if cut or isinstance(node, ast.Name) else known


def _changed(text: Text, node: ast.expr) -> ast.expr | None:
    """What was copied, reshaped, scaled, … row by row, if this is the result of that."""
    if isinstance(node, ast.BinOp):
        sides = [part for part in (node.left, node.right) if not _without_rows(text, part)]
        return sides[0] if len(sides) == 1 else None
    if isinstance(node, ast.Attribute) and node.attr == "values":
        return node.value
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if called(node) in _SCALES:
        return node.args[0] if node.args else None
    libraries = _LIBRARIES | ({"keras"} if ast.unparse(node.func.value) == "keras.ops" else set())
    return subject(node, libraries) if called(node) in _KEEPS_ROWS else None


def _without_rows(text: Text, node: ast.expr) -> bool:
    """Whether this is a number, or one for each column: a mean, a standard deviation."""
    node = text.resolved(node)
    if isinstance(node, ast.BinOp):
        return _without_rows(text, node.left) and _without_rows(text, node.right)
    return isinstance(node, ast.Constant) or called(node) in _STATISTICS


def _keeps(text: Text, node: ast.expr) -> bool:
    cut = isinstance(node, ast.Subscript) and (_column(node.slice) is not None or isinstance(node.slice, ast.Slice))
    return cut or _changed(text, node) is not None or isinstance(node, ast.Name)


def _column(index: ast.expr) -> str | None:
    """The columns that an index chooses, all rows being kept: empty for all of them; None if it cuts rows."""
    if isinstance(index, ast.Constant) and isinstance(index.value, str):
        return repr(index.value)
    if not isinstance(index, ast.Tuple) or not index.elts or not _is_all(index.elts[0]):
        return None
    chosen = [part for part in index.elts[1:] if not _is_all(part) and not _adds_axis(part)]
    return ", ".join(map(ast.unparse, chosen))


def _is_all(index: ast.expr) -> bool:
    whole = isinstance(index, ast.Slice) and index.lower is index.upper is index.step is None
    return whole or (isinstance(index, ast.Constant) and index.value is ...)


def _adds_axis(index: ast.expr) -> bool:
    return (isinstance(index, ast.Constant) and index.value is None) or ast.unparse(index).endswith("newaxis")


def _within(text: Text) -> Found:
    """``x.append(series[i : i + n])`` and ``y.append(series[i + n - 1])``: the window ends with its target."""
    for loop in text.all(ast.For):
        held = assigned(loop.body)
        held |= {name.id: part for one in loop.body if isinstance(one, ast.Assign)
                 for name, part in _side_by_side(one) if isinstance(name, ast.Name)}  # fmt: skip
        kept = [(ast.unparse(call.func), _resolved(call.args[0], held)) for call in _appends(loop)]
        cuts = [(to, part) for to, part in kept if isinstance(part, ast.Subscript)]
        for to, window in cuts:
            for other, answer in cuts:
                if to != other and _TARGETS.search(other.lower()) and _holds(text, window, answer, held):
                    said = f"{ast.unparse(answer)} stands in the window {ast.unparse(window)} already"
                    yield f"{said}: the model need only repeat it.", answer


def _listed(text: Text) -> Found:
    """The same in two comprehensions over the same numbers."""
    found = []
    for one in text.all(ast.Assign):
        value = one.value.args[0] if called(one.value) in {"array", "asarray"} and one.value.args else one.value  # type: ignore[attr-defined]
        if (
            isinstance(value, ast.ListComp)
            and isinstance(value.elt, ast.Subscript)
            and isinstance(one.targets[0], ast.Name)
        ):
            rounds = " ".join(map(ast.unparse, value.generators))
            found.append((one.targets[0].id, rounds, text.function_of(one), value.elt))
    for name, rounds, scope, answer in found:
        for other, *same, window in found:
            if (
                name != other
                and same == [rounds, scope]
                and _TARGETS.search(name.lower())
                and _holds(text, window, answer, {})
            ):
                said = f"{ast.unparse(answer)} stands in the window {ast.unparse(window)} already"
                yield f"{said}: the model need only repeat it.", answer


def _viewed(text: Text) -> Found:
    """``x = sliding_window_view(series, 24)`` and ``y = series[23:]``: each window ends with its target."""
    for view in text.calls({"sliding_window_view"}):
        series, size = argument_at(view, 0, "x"), argument_at(view, 1, "window_shape")
        if series is None or size is None:
            continue
        width = sum_of(size, {})
        for one in text.all(ast.Assign):
            answer, name = one.value, ast.unparse(one.targets[0])
            cut = answer.slice if isinstance(answer, ast.Subscript) else None
            if not isinstance(answer, ast.Subscript) or not isinstance(cut, ast.Slice) or cut.lower is None:
                continue
            begin = sum_of(cut.lower, {})
            near = text.function_of(one) == text.function_of(view)
            near = near and ast.unparse(answer.value) == ast.unparse(series)
            behind = difference(width, begin) if width is not None and begin is not None else None
            if near and _TARGETS.search(name.lower()) and behind == 1:
                said = f"{ast.unparse(answer)} begins with the last number of the first window"
                yield f"{said}: the model need only repeat it.", answer


def _mapped(text: Text) -> Found:
    """``series.window(24).map(lambda w: (w, w[-1]))``: the window is given whole, with its target."""
    functions = {one.name: one for one in text.all(ast.FunctionDef)}
    for call in text.calls({"map"}) if ".window(" in text.whole else ():
        given = call.args[0] if call.args else None
        function = functions.get(getattr(given, "id", ""), given)
        body = function.body if isinstance(function, ast.Lambda) else None
        if isinstance(function, ast.FunctionDef) and isinstance(function.body[-1], ast.Return):
            body = function.body[-1].value
        if not isinstance(function, ast.Lambda | ast.FunctionDef) or not isinstance(body, ast.Tuple):
            continue
        window, *others = body.elts
        if not isinstance(window, ast.Name) or [window.id] != [one.arg for one in function.args.args]:
            continue
        for answer in others:
            part = answer if isinstance(answer, ast.Subscript) and _rows_of(answer) == window.id else None
            index = _parts(part.slice)[0] if part is not None else ast.Slice()
            if part is not None and (not isinstance(index, ast.Slice) or _is_all(index)):
                said = f"{ast.unparse(part)} stands in the window {window.id} already"
                yield f"{said}: the model need only repeat it.", answer


def _rows_of(node: ast.Subscript) -> str:
    return node.value.id if isinstance(node.value, ast.Name) else ""


def _side_by_side(one: ast.Assign) -> list[tuple[ast.expr, ast.expr]]:
    """The pairs of ``window, answer = series[i:j], series[j]``."""
    target, value = one.targets[0], one.value
    if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple):
        return []
    return list(zip(target.elts, value.elts, strict=False))


def _resolved(node: ast.expr, held: dict[str, ast.expr]) -> ast.expr:
    return held.get(node.id, node) if isinstance(node, ast.Name) else node


def _appends(loop: ast.For) -> list[ast.Call]:
    """The calls of ``append`` that each round makes."""
    made = [one.value for one in loop.body if isinstance(one, ast.Expr)]
    return [call for call in made if isinstance(call, ast.Call) and called(call) == "append" and len(call.args) == 1]


def _holds(text: Text, window: ast.Subscript, answer: ast.Subscript, held: dict[str, ast.expr]) -> bool:
    """Whether a window holds the one row, or the one number, that is cut out as its answer."""
    (rows, columns), (row, column) = _parts(window.slice), _parts(answer.slice)
    same = ast.unparse(window.value) == ast.unparse(answer.value)
    mine, theirs = _rows(text, window.value), _rows(text, answer.value)
    scaled = mine[0] == theirs[0] != "" and mine[1] == columns == ""
    if (
        not (same or scaled)
        or not isinstance(rows, ast.Slice)
        or isinstance(row, ast.Slice)
        or rows.step
        or (same and columns not in ("", column))
    ):
        return False
    begin, end, place = (None if node is None else sum_of(node, held) for node in (rows.lower, rows.upper, row))
    if end is None or place is None or begin is None:
        return False
    before, after = difference(end, place), difference(place, begin)
    return (before is not None and before > 0 and (after is None or after >= 0)) or (
        after is not None and after >= 0 and before is None
    )


def _parts(index: ast.expr) -> tuple[ast.expr, str]:
    if isinstance(index, ast.Tuple) and index.elts:
        return index.elts[0], ", ".join(ast.unparse(part) for part in index.elts[1:] if not _is_all(part))
    return index, ""


def _not_shifted(text: Text) -> Found:
    """``fit([source, decoder_input], decoder_target)``, where the last two were filled with the same numbers."""
    for call in text.calls({"fit"}):
        given = argument_at(call, 0, "x")
        target = argument_at(call, 1, "y")
        listed = given.elts if isinstance(given, ast.List | ast.Tuple) else []
        for one in listed if isinstance(target, ast.Name) else ():
            if not isinstance(one, ast.Name) or not isinstance(target, ast.Name) or one.id == target.id:
                continue
            mine, theirs = (text.values.get(name, []) for name in (target.id, one.id))
            alike = len(mine) == len(theirs) == 1 and ast.unparse(mine[0]) == ast.unparse(theirs[0])
            fills = _fills(text, target.id)
            plain = (
                alike and not isinstance(mine[0], ast.Constant) and not any(w in ast.unparse(mine[0]) for w in _DRAWS)
            )
            if plain and {*fills} == {*_fills(text, one.id)}:
                said = f"{target.id} is the same as {one.id}, and not one step ahead of it"
                yield (f"{said}: the decoder need only copy what it is given.", next(iter(fills.values()), mine[0]))


def _fills(text: Text, name: str) -> dict[tuple[str, str, int], ast.expr]:
    """The assignments to parts of an array: where, what, and in which block."""
    nodes: list[Any] = [*text.all(ast.For), *text.all(ast.If), *text.all(ast.While), *text.all(ast.With)]
    blocks = {id(one): id(node) for node in nodes for one in node.body}
    given = [(one, one.targets[0], one.value) for one in text.all(ast.Assign)]
    given += [(one, one.target, one.value) for one in text.all(ast.AugAssign)]  # type: ignore[misc]
    return {
        (ast.unparse(target.slice), ast.unparse(value), blocks.get(id(one), 0)): target
        for one, target, value in given
        if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") == name
    }


RULE = Rule(
    level=Level.ERROR,
    title="a target that is no step ahead",
    instead="Take the target from behind the window, and give a decoder step t + 1 as the target of step t.",
    text=_look,
    exact=True,
)
