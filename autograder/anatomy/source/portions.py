"""Which rows a batch, a training and a test get, as the text of a program shows it: batches that are always the same,
windows of a series that are mixed before the split, test rows that chose the epoch."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.lookup import (
    Found,
    Text,
    argument_at,
    called,
    first_of,
    keyword,
    names,
    owner_of,
    walk,
)

_SEQUENCES = ("Sequence", "PyDataset")
_DRAWS = ("random", "shuffle", "choice", "permutation", "sample", "next(", "pop(", "rng", "super()")
_ARRAYS = frozenset({"array", "asarray", "stack", "astype", "reshape", "expand_dims"})


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _same_batch(text)
    yield from _mixed_windows(text)
    yield from _chosen_by_the_test(text)


def _same_batch(text: Text) -> Found:
    """``self.paths[0:self.batch_size]`` in ``__getitem__``, beside ``self.paths[i : i + self.batch_size]``."""
    for kind in text.all(ast.ClassDef):
        if not any(ast.unparse(base).endswith(_SEQUENCES) for base in kind.bases):
            continue
        for function in (node for node in kind.body if isinstance(node, ast.FunctionDef)):
            if function.name == "__getitem__" and len(function.args.args) == 2:
                index = function.args.args[1].arg
                yield from _first_rows(function, _following_from(function, index))
                yield from _no_index(function, index)


def _first_rows(function: ast.FunctionDef, places: set[str]) -> Found:
    cuts = [node for node in walk(function) if isinstance(node, ast.Subscript) and _is_own(node.value)]
    asked = {ast.unparse(cut.value) for cut in cuts if names(cut.slice) & places}
    for cut in cuts:
        if _is_first_batch(cut) and not names(cut.slice) & places and ast.unparse(cut.value) in asked:
            said = f"{ast.unparse(cut)} is the first batch, whatever {function.args.args[1].arg} is"
            yield "same batch", f"{said}: all batches hold these rows.", cut


def _no_index(function: ast.FunctionDef, index: str) -> Found:
    """``self.x[: self.batch_size]``, where nothing is drawn, counted on or read at the index."""
    nodes = [node for part in function.body for node in walk(part)]
    spelt = ast.unparse(function)
    goes_on = any(isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) for node in nodes)
    if (
        index in {name for part in function.body for name in names(part)}
        or goes_on
        or any(map(spelt.__contains__, _DRAWS))
    ):
        return
    cut = next((node for node in nodes if isinstance(node, ast.Subscript) and _is_first_batch(node)), None)
    if cut is not None:
        yield (
            "same batch",
            f"{ast.unparse(cut)} is the first batch, whatever {index} is: all batches hold these rows.",
            cut,
        )


def _is_first_batch(cut: ast.Subscript) -> bool:
    """``self.x[0 : self.batch_size]``."""
    rows = first_of(cut.slice)
    if not _is_own(cut.value) or not isinstance(rows, ast.Slice) or rows.upper is None:
        return False
    return (rows.lower is None or getattr(rows.lower, "value", None) == 0) and "batch" in ast.unparse(rows.upper)


def _is_own(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)


def _following_from(function: ast.FunctionDef, index: str) -> set[str]:
    """The variables of a function that depend on an argument."""
    found = {index}
    for node in sorted((one for one in walk(function) if isinstance(one, ast.stmt)), key=lambda one: one.lineno):
        given = node.iter if isinstance(node, ast.For) else getattr(node, "value", None)
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        if isinstance(given, ast.AST) and names(given) & found:
            found |= {name for target in targets if isinstance(target, ast.AST) for name in names(target)} - {"self"}
    return found


def _mixed_windows(text: Text) -> Found:
    """``[rows[i - 60 : i] for i in range(60, n)]``, then ``train_test_split`` with its shuffling."""
    windows = dict(_windows(text))
    for call in text.calls({"train_test_split"}):
        shuffled = keyword(call, "shuffle") is None and all(given.arg is not None for given in call.keywords)
        given = argument_at(call, 0)
        if shuffled and isinstance(given, ast.Name) and given.id in windows:
            said = f"{given.id} holds windows of a series that overlap, and this mixes them before it splits"
            yield "windows", f"{said}: nearly all steps of the test windows are in the training, too.", call


def _windows(text: Text) -> Iterator[tuple[str, ast.expr]]:
    """Variables that hold windows of a series, each one step further than the one before."""
    for name, values in text.values.items():
        made = [_inner(value) for value in values]
        listed = [value for value in made if isinstance(value, ast.ListComp)]
        for value in listed if len(made) == 1 else ():
            generator = value.generators[0]
            if len(value.generators) == 1 and _steps(generator.iter) and _slides(value.elt, generator.target):
                yield name, value
    for loop in text.all(ast.For):
        for node in (part for one in loop.body for part in walk(one) if _steps(loop.iter)):
            owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
            given = node.args[0] if isinstance(node, ast.Call) and called(node) == "append" and node.args else None
            if isinstance(owner, ast.Name) and given is not None and _slides(given, loop.target):
                yield owner.id, given
                yield from ((name, given) for name in _arrays_of(text, owner.id))


def _arrays_of(text: Text, listed: str) -> Iterator[str]:
    """The variables that get an array of a list: ``x, y = np.array(x_list), np.array(y_list)``."""
    for name, values in text.values.items():
        if any(isinstance(inner := _inner(value), ast.Name) and inner.id == listed for value in values):
            yield name


def _inner(value: ast.expr) -> ast.expr:
    """What an array is made of: ``np.array(rows).astype("float32")``."""
    while isinstance(value, ast.Call) and called(value) in _ARRAYS:
        owner = getattr(value.func, "value", None)
        library = owner is None or (isinstance(owner, ast.Name) and owner.id in {"np", "numpy", "tf"})
        if library and not value.args:
            break
        value = value.args[0] if library or owner is None else owner
    return value


def _steps(iterated: ast.expr) -> bool:
    """Whether a loop goes on by one."""
    return isinstance(iterated, ast.Call) and called(iterated) == "range" and len(iterated.args) < 3


def _slides(window: ast.expr, target: ast.expr) -> bool:
    """Whether this is a piece of several rows that begins and ends further on in each round."""
    rows = first_of(window.slice) if isinstance(window, ast.Subscript) else None
    ends = (rows.lower, rows.upper) if isinstance(rows, ast.Slice) and rows.step is None else (None, None)
    moves = [
        end is not None and bool(names(end) & names(target)) and not any(_multiplies(part) for part in walk(end))
        for end in ends
    ]
    return all(moves)


def _multiplies(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)


def _chosen_by_the_test(text: Text) -> Found:
    """``fit(…, validation_data=test, callbacks=[EarlyStopping(…)])``, then ``evaluate(test)``."""
    for fit in text.calls({"fit"}):
        owner, checked, listed = (
            getattr(fit.func, "value", None),
            keyword(fit, "validation_data"),
            keyword(fit, "callbacks"),
        )
        if owner is None or checked is None or listed is None or not any(map(_chooses, _made(text, listed))):
            continue
        rows = first_of(checked)
        for test in text.calls({"evaluate"}):
            same = test.args and ast.unparse(test.args[0]) == ast.unparse(rows) and test.lineno > fit.lineno
            mine = owner_of(test) == ast.unparse(owner)
            if same and mine and isinstance(rows, ast.Name) and "test" in rows.id.lower():
                said = f"{rows.id} chose the epoch in line {fit.lineno}"
                yield "chosen", f"{said}: on the rows that choose, the result is better than on others.", test
                break


def _made(text: Text, listed: ast.expr) -> Iterator[ast.expr]:
    listed = text.resolved(listed)
    for part in listed.elts if isinstance(listed, ast.List | ast.Tuple) else [listed]:
        yield text.resolved(part)


def _chooses(made: ast.expr) -> bool:
    """Whether a callback goes back to the weights of the epoch that was best on the validation rows."""
    if not isinstance(made, ast.Call) or called(made) != "EarlyStopping":
        return False
    restores, monitor = keyword(made, "restore_best_weights"), argument_at(made, 0, "monitor")
    on_training = isinstance(monitor, ast.Constant) and not str(monitor.value).startswith("val_")
    return getattr(restores, "value", None) is True and not on_training
