"""Faults of a whole program that its text shows, even where its models cannot be followed: rows that reached the test
set before the split, one model for all folds, pipelines without batches, gradients that no tape has seen."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from autograder.anatomy.source import (
    anew,
    apart,
    blurs,
    calls,
    class_weights,
    clones,
    colours,
    copies,
    critics,
    directions,
    episodes,
    flows,
    foresight,
    forgotten,
    goals,
    leaking,
    masks,
    mixing,
    modes,
    networks,
    orders,
    paces,
    pairs,
    portions,
    questions,
    repeats,
    results,
    rounds,
    seeds,
    several_outputs,
    shifting,
    signs,
    splits,
    stacking,
    states,
    stopping,
    stops,
    terms,
    twins,
    unread,
    way_back,
    windows,
    word_numbers,
)
from autograder.anatomy.source.lookup import Found, Text, argument_at, bound, called, first_of, keyword, names, walk

_FED = frozenset({"fit", "evaluate", "predict"})
_PICKS = ("SelectKBest", "SelectPercentile", "SelectFromModel", "RFE", "RFECV")
_SCORES = frozenset({"f_classif", "f_regression", "chi2", "mutual_info_classif", "mutual_info_regression"})
_FITTED = {
    "PCA": "PCA", "TruncatedSVD": "TruncatedSVD", "KNNImputer": "imputer", "SimpleImputer": "imputer",
    "PowerTransformer": "scaler", "QuantileTransformer": "scaler", "StandardScaler": "scaler",
}  # fmt: skip
_DRAWS = frozenset({"sample", "head", "tail", "train_test_split", "take"})
_SAMPLES = frozenset({"fit_resample", "fit_sample"})
_STEPS = frozenset({
    "shuffle", "map", "repeat", "prefetch", "cache", "take", "skip", "filter", "batch", "padded_batch",
    "with_options", "ragged_batch", "unbatch", "enumerate", "interleave",
})  # fmt: skip
_BATCHES = frozenset({"batch", "padded_batch", "ragged_batch", "interleave"})
_ADDS_AXES = ("expand_dims", "newaxis", "[None", "reshape", "stack(")
_FLAT = frozenset({
    "argmax", "argmin", "round", "rint", "sign", "floor", "ceil", "greater", "less", "equal", "not_equal",
    "greater_equal", "less_equal",
})  # fmt: skip
_WHOLE = re.compile(r"\b(u?int\d*|bool)\b")
_TABLES = frozenset({"zeros", "ones", "empty", "rand", "random", "normal", "uniform"})
_NUMPY = ("np.", "numpy.")
_INPUTS = frozenset({"Input", "InputLayer"})
_BUILDS = ("Sequential(", "Model(", "load_model(")


class Habit(NamedTuple):
    """Something found: a sentence, its kind, and the cell and node where."""

    kind: str
    what: str
    cell: Any
    node: ast.expr


def found(cells: Sequence[tuple[Any, ast.Module]]) -> Iterator[Habit]:
    """All that stands in a program.

    Args:
        cells: its cells with what was parsed of them.
    """
    text = Text(cells)
    for look in (
        _folds,
        _leaks,
        _pipelines,
        _shapes,
        _vocabulary,
        _lists,
        _gradients,
        _losses,
        _decoded,
        _frozen,
        anew.looks,
        apart.looks,
        blurs.looks,
        calls.looks,
        class_weights.looks,
        clones.looks,
        colours.looks,
        copies.looks,
        critics.looks,
        directions.looks,
        episodes.looks,
        flows.looks,
        repeats.looks,
        foresight.looks,
        forgotten.looks,
        goals.looks,
        leaking.looks,
        masks.looks,
        mixing.looks,
        modes.looks,
        networks.looks,
        orders.looks,
        paces.looks,
        pairs.looks,
        portions.looks,
        questions.looks,
        results.looks,
        rounds.looks,
        seeds.looks,
        several_outputs.looks,
        shifting.looks,
        signs.looks,
        splits.looks,
        stacking.looks,
        states.looks,
        stops.looks,
        stopping.looks,
        terms.looks,
        twins.looks,
        unread.looks,
        way_back.looks,
        windows.looks,
        word_numbers.looks,
    ):
        for kind, what, node in look(text):
            yield Habit(kind, what, text.cell_of(node), node)


def _folds(text: Text) -> Found:
    """``for train, test in KFold(5).split(x): model.fit(…)`` on a model that was made before the loop."""
    for loop in text.all(ast.For):
        folds = any("Fold" in ast.unparse(text.resolved(node)) for node in _receivers(loop.iter, "split"))
        folds = folds or _cuts_folds(loop)
        by_epoch = any("epoch" in name for name in names(loop.target))
        for fit in (node for part in loop.body for node in walk(part) if called(node) == "fit"):
            owner = getattr(fit.func, "value", None) if isinstance(fit, ast.Call) else None
            if not isinstance(owner, ast.Name) or not isinstance(fit, ast.Call) or not _is_network(text, owner, fit):
                continue
            made = [node for node in _assigned_in(loop, owner.id) if "load" not in ast.unparse(node)]
            inside = ast.unparse(loop)
            renewed = any(word in inside for word in ("set_weights", "load_weights", "clone_model", "clear_session"))
            if folds and not _assigned_in(loop, owner.id) and not renewed:
                said = f"{owner.id} is made before the loop: each fold goes on with weights that saw its test rows"
                yield "folds", f"{said}.", fit
            if by_epoch and made and not renewed and not names(loop.target) & names(fit):
                yield "renewed", f"{owner.id} is made anew in each epoch: what it learned before is lost.", fit


def _cuts_folds(loop: ast.For) -> bool:
    """Folds by hand: what comes before a part is put together with what comes after it."""
    tests = [node for node in walk(loop) if called(node) in {"evaluate", "predict"}]
    if called(loop.iter) != "range" or not tests:
        return False
    for call in (node for node in walk(loop) if called(node) in {"concatenate", "concat", "vstack", "append"}):
        cuts = [first_of(part.slice) for part in walk(call) if isinstance(part, ast.Subscript)]
        ends = [(cut.lower, cut.upper) for cut in cuts if isinstance(cut, ast.Slice) and names(cut)]
        before = any(low is None and high is not None for low, high in ends)
        after = any(low is not None and high is None and names(low) for low, high in ends)
        if before and after:
            return True
    return False


def _receivers(node: ast.AST, method: str) -> Iterator[ast.expr]:
    for part in walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == method:
            yield part.func.value


def _assigned_in(loop: ast.AST, name: str) -> list[ast.expr]:
    return [
        node.value
        for node in walk(loop)
        if isinstance(node, ast.Assign) and any(name in names(target) for target in node.targets)
    ]


def _is_network(text: Text, owner: ast.Name, fit: ast.Call) -> bool:
    """Whether this is a model of Keras: one of scikit-learn starts anew with each fit."""
    made = [ast.unparse(value) for value in text.values.get(owner.id, ())]
    return keyword(fit, "epochs", "batch_size", "nb_epoch") is not None or any(
        word in one for one in made for word in _BUILDS
    )


def _leaks(text: Text) -> Found:
    """Rows that were scaled, chosen or multiplied before some of them were set apart."""
    everywhere: dict[int, dict[str, tuple[str, ast.Call]]] = {}
    for statement in text.statements:
        tainted = everywhere.setdefault(text.function_of(statement), {})
        source = _treats_all(text, statement)
        folded = next((tainted[name] for name in _folded(text, statement) if name in tainted), None)
        if folded and folded[0] == "leak":
            yield (*_leak(folded), folded[1])
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
                yield (*_leak(met), met[1])
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


def _leak(met: tuple[str, ast.Call]) -> tuple[str, str]:
    kind, call = met
    line = f"line {call.lineno}"
    if kind != "leak":
        return "scaled", f"The {kind} is fitted on all rows, before some of them are set apart for the test."
    return (
        "leak",
        f"This looks at all rows, before some of them are set apart: the test after {line} knows its answers.",
    )


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
    cut = any(isinstance(node, ast.Slice) and _open(node.lower) != _open(node.upper) for node in walk(value))
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
    if not isinstance(rows, ast.Slice) or rows.step is not None or _open(rows.lower) == _open(rows.upper):
        return None, target
    return (
        rows.upper if word == "train" and _open(rows.lower) else rows.lower if word == "test" else None
    ), cut.value


def _same_cut(low: ast.expr, high: ast.expr) -> bool:
    """Whether both are about the same place: the same number, or one from which a little is taken."""
    return ast.unparse(low) == ast.unparse(high) or bool(names(low) & names(high) - {"len", "int"})


def _open(end: ast.expr | None) -> bool:
    """Whether one end of a slice is that of the rows."""
    return end is None or (isinstance(end, ast.Constant) and end.value in (0, None))


def _pipelines(text: Text) -> Found:
    """A data set of TensorFlow that is never cut into batches, given to ``fit``."""
    if any(word in text.whole for word in _ADDS_AXES):
        return
    for call in text.calls(_FED):
        steps = _steps(text, argument_at(call, 0, "x"), call)
        if steps is not None and not steps & _BATCHES:
            yield "unbatched", "This data set gives one row at a time, without the axis that counts the rows.", call


def _steps(text: Text, node: ast.expr | None, user: ast.AST, depth: int = 0) -> set[str] | None:
    """The steps of a pipeline of single rows; None if it may be anything else."""
    if node is None or depth > 20:
        return None
    if isinstance(node, ast.Name):
        value, where = text.latest(node.id, user)
        return None if value is None else _steps(text, value, where, depth + 1)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr == "from_tensor_slices":
        listed = any(isinstance(part, ast.List) for argument in node.args for part in walk(argument))
        return None if listed else {"from_tensor_slices"}
    if node.func.attr not in _STEPS:
        return None
    before = _steps(text, node.func.value, user, depth + 1)
    return None if before is None else before | {node.func.attr}


def _shapes(text: Text) -> Found:
    """The number of all rows, in the shape of one row."""
    fed = {node.id for call in text.calls({"fit"}) for node in call.args[:1] if isinstance(node, ast.Name)}
    fed |= {node.id for call in text.calls({"fit"}) if isinstance(node := keyword(call, "x"), ast.Name)}
    for call in text.all(ast.Call):
        first = [ast.keyword("shape", call.args[0])] if called(call) in _INPUTS and call.args else []
        for argument in (*call.keywords, *first):
            is_input = argument.arg == "shape" and called(call) in _INPUTS
            if argument.arg not in {"input_shape", "input_dim"} and not is_input:
                continue
            for size, place in (*_sizes(text, argument.value), (argument.value, argument.value)):
                owner = _counts_rows(text, size, whole=argument.arg != "input_dim" and size is argument.value)
                if owner in fed and not text.assigned_after(owner, text.resolved(size)):
                    said = f"The shape of a row begins with the number of rows of {owner}: write {owner}.shape[1:]"
                    yield "rows", f"{said}.", place
                    break


def _sizes(text: Text, shape: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a function of the author's is given for the first number of a shape, and where."""
    shape = text.resolved(shape)
    size = shape.elts[0] if isinstance(shape, ast.Tuple | ast.List) and shape.elts else shape
    function = next((one for one in text.all(ast.FunctionDef) if id(one) == text.function_of(size)), None)
    asked = [one.arg for one in function.args.args] if function is not None else []
    if function is None or not isinstance(size, ast.Name) or size.id not in asked:
        return
    at = asked.index(size.id)
    for call in text.calls({function.name}):
        given = argument_at(call, at, size.id)
        if given is not None:
            yield given, given


def _counts_rows(text: Text, node: ast.expr, *, whole: bool) -> str:  # noqa: PLR0911 - one for each way to write it
    """The variable whose rows are counted at the beginning of a shape."""
    node = text.resolved(node) if not isinstance(node, ast.Name) or not _unpacked_from(text, node.id) else node
    if isinstance(node, ast.Tuple | ast.List):
        head = node.elts[0] if node.elts else ast.Constant(None)
        spread = isinstance(head, ast.Starred)
        return _counts_rows(text, head.value if isinstance(head, ast.Starred) else head, whole=spread)
    if whole and _begins(node) is not None:
        return _counts_rows(text, _begins(node) or node, whole=True)
    if whole and isinstance(node, ast.Attribute) and node.attr == "shape" and isinstance(node.value, ast.Name):
        return node.value.id
    if whole and called(node) == "shape" and isinstance(node, ast.Call) and node.args:
        return getattr(node.args[0], "id", "")
    if called(node) == "len" and isinstance(node, ast.Call) and node.args:
        return getattr(node.args[0], "id", "")
    if isinstance(node, ast.Name):
        return _unpacked_from(text, node.id)
    first = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value == 0
    shape = node.value if first and isinstance(node, ast.Subscript) else None
    return getattr(shape.value, "id", "") if isinstance(shape, ast.Attribute) and shape.attr == "shape" else ""


def _begins(node: ast.expr) -> ast.expr | None:
    """The shape that another begins with: ``x.shape[:2]``, ``tuple(x.shape)``, ``x.shape[:1] + (3,)``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return node.left
    if called(node) in {"tuple", "list"} and isinstance(node, ast.Call) and len(node.args) == 1:
        return node.args[0]
    cut = node.slice if isinstance(node, ast.Subscript) else None
    return node.value if isinstance(cut, ast.Slice) and _open(cut.lower) and isinstance(node, ast.Subscript) else None


def _unpacked_from(text: Text, name: str) -> str:
    """The variable whose rows a name counts: ``n, d = x.shape``."""
    for statement in text.all(ast.Assign) if len(text.values.get(name, ())) == 1 and text.is_sure(name) else ():
        target, value = statement.targets[0], statement.value
        first = target.elts[0] if isinstance(target, ast.Tuple) and len(target.elts) > 1 else None
        if getattr(first, "id", "") == name and isinstance(value, ast.Attribute) and value.attr == "shape":
            return getattr(value.value, "id", "")
    return ""


def _vocabulary(text: Text) -> Found:
    """``Embedding(len(tokenizer.word_index), …)``: words are numbered from 1."""
    yield from _more_words(text)
    for call in text.calls({"Embedding"}):
        size = text.resolved(keyword(call, "input_dim") or (call.args[0] if call.args else ast.Constant(None)))
        for table in _tables(text, call):
            yield from _other_rows(text, table, size, argument_at(call, 1, "output_dim"))
        counted = size.args[0] if isinstance(size, ast.Call) and called(size) == "len" and size.args else None
        counted = text.resolved(counted) if counted is not None else None
        if isinstance(counted, ast.Attribute) and counted.attr == "word_index":
            maker = text.resolved(counted.value)
            every = isinstance(maker, ast.Call) and not maker.args and keyword(maker, "num_words", "nb_words") is None
            if every and called(maker) == "Tokenizer":
                said = "Words are numbered from 1 to len(word_index)"
                yield "vocabulary", f"{said}, so the last one has no row here: write len(…) + 1.", call


def _more_words(text: Text) -> Found:
    """``Tokenizer(num_words=20000)`` and ``Embedding(10000, 16)``."""
    makers = [*text.calls({"TextVectorization"}), *text.calls({"Tokenizer"})]
    counts = [argument_at(call, 0, "max_tokens", "num_words") for call in makers]
    numbers = [None if given is None else _number(text, given) for given in counts]
    modes = [keyword(call, "output_mode") for call in makers]
    if not numbers or None in numbers or any(mode is not None and "int" not in ast.dump(mode) for mode in modes):
        return
    tables = list(text.calls({"Embedding"}))
    for call in tables if len(tables) == 1 else ():  # of several, one may number something else than words
        size = argument_at(call, 0, "input_dim")
        rows = None if size is None else _number(text, size)
        words = min(number for number in numbers if number is not None)
        if rows is not None and rows < words:
            said = f"The words are numbered up to {words - 1}"
            yield "vocabulary", f"{said}, but the Embedding has {rows} rows.", call


def _tables(text: Text, embedding: ast.Call) -> Iterator[tuple[ast.expr, ast.Call]]:
    """The weights that an Embedding is given, each with the call that gives them."""
    given = keyword(embedding, "weights")
    if isinstance(given, ast.List) and given.elts:
        yield given.elts[0], embedding
    starts = keyword(embedding, "embeddings_initializer")
    if isinstance(starts, ast.Call) and called(starts) == "Constant" and starts.args:
        yield starts.args[0], embedding
    for call in text.calls({"set_weights"}):
        owner = getattr(call.func, "value", None)
        listed = argument_at(call, 0)
        if isinstance(owner, ast.Name) and text.resolved(owner) is embedding and isinstance(listed, ast.List):
            yield from ((table, call) for table in listed.elts[:1])


def _other_rows(text: Text, given: tuple[ast.expr, ast.Call], size: ast.expr, width: ast.expr | None) -> Found:
    """``Embedding(n, 100, weights=[np.zeros((n + 1, 100))])``."""
    table, call = text.resolved(given[0]), given[1]
    shape = _asked_shape(table) if isinstance(table, ast.Call) and called(table) in _TABLES else None
    if shape is None or len(shape) != 2:
        return
    rows, wanted = (ast.unparse(text.resolved(part)) for part in (shape[0], size))
    one_more = rows in {f"{wanted} + 1", f"1 + {wanted}"} or wanted in {f"{rows} + 1", f"1 + {rows}"}
    numbers = [_number(text, part) for part in (shape[0], size)]
    if one_more or (None not in numbers and numbers[0] != numbers[1]):
        rows, wanted = (ast.unparse(part) for part in (shape[0], size)) if not one_more else (rows, wanted)
        yield "vocabulary", f"The weights have {rows} rows, but the Embedding has {wanted}.", call
        return
    columns = [_number(text, part) for part in (shape[1], width) if part is not None]
    if len(columns) == 2 and None not in columns and columns[0] != columns[1]:
        yield "vocabulary", f"The weights have {columns[0]} columns, but the Embedding has {columns[1]}.", call


def _asked_shape(table: ast.Call) -> list[ast.expr] | None:
    """The shape in ``np.zeros((n, 100))``, ``np.random.normal(0, 1, (n, 100))`` and ``np.random.rand(n, 100)``."""
    if called(table) == "rand":
        return table.args
    given = keyword(table, "shape", "size") or next(
        (part for part in table.args if isinstance(part, ast.Tuple)), None
    )
    return given.elts if isinstance(given, ast.Tuple) else None


def _number(text: Text, node: ast.expr) -> int | None:
    """A whole number, or a sum of them, under whatever names."""
    node = text.resolved(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left, right = _number(text, node.left), _number(text, node.right)
        sign = 1 if isinstance(node.op, ast.Add) else -1
        return None if left is None or right is None else left + sign * right
    value = node.value if isinstance(node, ast.Constant) else None
    return value if type(value) is int else None


def _lists(text: Text) -> Found:
    """Lists that grow in a loop and are never made arrays, given to a model."""
    grown = set(_grown(text))
    if any(
        len(names(part)) > 1 or names(part) & grown for call in text.calls({"Model"}) for part in _inputs(text, call)
    ):
        return
    for call in text.calls(_FED):
        if not _to_network(text, call):
            continue
        given = [*call.args[:2], *(part for key in ("x", "y") if (part := keyword(call, key)))]
        pair = keyword(call, "validation_data")
        given += pair.elts if isinstance(pair, ast.Tuple) else []
        met = [node.id for node in given if isinstance(node, ast.Name) and node.id in grown]
        if met:
            what, kind = " and ".join(dict.fromkeys(met)), "is a list" if len(set(met)) == 1 else "are lists"
            yield "list", f"{what} {kind}, and fit, evaluate and predict take arrays.", call
        for name in (node.id for node in given if isinstance(node, ast.Name) and node.id not in grown):
            made = _of_objects(text, name)
            if made is not None:
                said = f"{name} is an array of lists, which Keras takes for no numbers"
                yield "list", f"{said}: bring them to one length with pad_sequences.", made


def _of_objects(text: Text, name: str) -> ast.expr | None:
    """``np.array(lists, dtype=object)``, if a variable is given nothing else but its own rows in another order."""
    values = text.values.get(name, []) if text.is_sure(name) else []
    made = [value for value in values if isinstance(value, ast.Call) and called(value) in {"array", "asarray"}]
    others = [value for value in values if value not in made and (not isinstance(value, ast.List) or value.elts)]
    mixed = all(isinstance(value, ast.Subscript) and getattr(value.value, "id", "") == name for value in others)
    if len(made) != 1 or not mixed or not made[0].args:
        return None
    kind = keyword(made[0], "dtype")
    objects = kind is not None and ast.unparse(kind).strip("'\"").rpartition(".")[2] in {"object", "object_"}
    return made[0] if objects and _holds_lists(text, made[0].args[0]) else None


def _holds_lists(text: Text, node: ast.expr) -> bool:
    """Whether each element of a list is a list itself."""
    if isinstance(node, ast.ListComp):
        return isinstance(node.elt, ast.List | ast.ListComp)
    name = getattr(node, "id", None)
    appends = [
        call for call in text.calls({"append"}) if getattr(getattr(call.func, "value", None), "id", "") == name
    ]
    grown = [call.args[0] for call in appends if call.args]
    return called(node) == "texts_to_sequences" or (
        bool(grown) and all(isinstance(one, ast.List | ast.ListComp) for one in grown)
    )


def _inputs(text: Text, call: ast.Call) -> list[ast.expr]:
    given = argument_at(call, 0, "inputs", "input")
    return [given, text.resolved(given)] if given is not None else []


def _to_network(text: Text, call: ast.Call) -> bool:
    owner = getattr(call.func, "value", None)
    if isinstance(owner, ast.Attribute):
        given = [one.value for one in text.all(ast.Assign) if ast.unparse(one.targets[0]) == ast.unparse(owner)]
        return bool(given) and all(called(value) in {"Sequential", "Model"} for value in given)
    return isinstance(owner, ast.Name) and _is_network(text, owner, call)


def _grown(text: Text) -> Iterator[str]:
    """Names that only ever hold a list that a loop fills, or a comprehension, also one that a function gives."""
    returned = list(_returned(text))
    own = set(_filled(text, [name for name, given in returned if name == given]))
    yield from own
    for name, given in returned:
        if given in own and text.is_sure(name) and len(text.values.get(name, ())) == 1:
            yield name


def _returned(text: Text) -> Iterator[tuple[str, str]]:
    """The variables that get what a function of the author's returns, each with the variable of the function."""
    for statement in text.all(ast.Assign):
        function = text.functions.get(called(statement.value))
        ends = [node.value for node in walk(function) if isinstance(node, ast.Return)] if function else []
        if len(ends) != 1:
            continue
        pair = [part.elts if isinstance(part, ast.Tuple) else [part] for part in (statement.targets[0], ends[0])]
        if len(pair[0]) == len(pair[1]):
            for target, part in zip(*pair, strict=True):
                if isinstance(target, ast.Name) and isinstance(part, ast.Name):
                    yield target.id, part.id


def _filled(text: Text, handed_on: list[str]) -> Iterator[str]:
    """The same of one function, where some names get what another one of the same name holds."""
    appended = {
        name
        for loop in (*text.all(ast.For), *text.all(ast.While))
        for node in walk(loop)
        if called(node) == "append" and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        for name in ([node.func.value.id] if isinstance(node.func.value, ast.Name) else [])
    }
    mixed = dict(_mixed_again(text))
    mixing = [one for one in text.all(ast.Assign) if called(one.value) in {"shuffle", "train_test_split"}]
    renewed = handed_on + [name for one in mixing for target in one.targets for name in names(target)]
    for name, given in text.values.items():
        plain = [value for value in given if not isinstance(value, ast.Constant)]
        values = plain if len(given) - len(plain) <= renewed.count(name) else given
        empty = all(isinstance(value, ast.List) and not value.elts for value in values)
        if not text.is_sure(name) or not values:
            continue
        if (empty and name in appended) or all(isinstance(value, ast.ListComp) for value in values):
            yield name
            yield from mixed.get(name, ())


def _mixed_again(text: Text) -> Iterator[tuple[str, list[str]]]:
    """Lists that a function of scikit-learn makes new lists of: ``a, b = shuffle(a, b)``, ``train_test_split(a, b)``.

    Each with the names that the new ones get, if these get nothing else.
    """
    for statement in text.all(ast.Assign):
        value, target = statement.value, statement.targets[0]
        each = {"shuffle": 1, "train_test_split": 2}.get(called(value), 0)
        if not each or not isinstance(value, ast.Call) or not isinstance(target, ast.Tuple):
            continue
        if len(target.elts) != each * len(value.args) or not all(isinstance(part, ast.Name) for part in target.elts):
            continue
        for number, part in enumerate(value.args):
            made = [getattr(name, "id", "") for name in target.elts[number * each : (number + 1) * each]]
            if isinstance(part, ast.Name):
                yield part.id, [name for name in made if text.is_sure(name) and len(text.values[name]) == 1]


def _gradients(text: Text) -> Found:
    """Gradients of what a tape has not seen."""
    tapes: dict[str, list[ast.With]] = {}
    for statement in text.all(ast.With):
        for item in statement.items:
            if called(item.context_expr) == "GradientTape" and isinstance(item.optional_vars, ast.Name):
                tapes.setdefault(item.optional_vars.id, []).append(statement)
    for call in text.calls({"gradient"}):
        owner = getattr(call.func, "value", None)
        opened = tapes.get(owner.id, []) if isinstance(owner, ast.Name) else []
        opened = [tape for tape in opened if text.function_of(tape) == text.function_of(call)]
        within = any(part is call for tape in opened for part in walk(tape))
        opened = [tape for tape in opened if text.cell_of(tape) is text.cell_of(call) and tape.lineno <= call.lineno]
        opened = [max(opened, key=lambda tape: tape.lineno)] if opened else []
        if not opened or not call.args:
            continue
        asked = call.args[0]
        if isinstance(asked, ast.Call | ast.BinOp) and not within:
            yield "tape", "This is computed after the tape has closed: its gradients are None.", asked
        if isinstance(asked, ast.Name) and not within and _computed_after(text, asked.id, opened[0], call):
            yield "tape", f"{asked.id} is computed after the tape has closed: its gradients are None.", asked
        wanted = asked.id if isinstance(asked, ast.Name) else ""
        for node in walk(opened[0]) if wanted else ():
            if isinstance(node, ast.Assign) and wanted in names(node.targets[0]) and _leaves_tensors(node.value):
                said = f"{wanted} is no tensor any more, and no tape follows numbers of NumPy or Python"
                yield "tape", f"{said}: its gradients are None.", node.value
    for call in text.calls({"minimize"}):
        loss = text.argument(call, 0, "loss")
        if isinstance(loss, ast.Lambda) and isinstance(loss.body, ast.Name) and not loss.args.args:
            said = f"{loss.body.id} was computed before, outside of the function that minimize calls"
            yield "tape", f"{said}: there is no gradient.", call


def _computed_after(text: Text, name: str, tape: ast.With, call: ast.Call) -> bool:
    """Whether a variable gets its value between a tape and the question for gradients, and not under the tape."""
    following, met = text.following(tape), False
    while following is not None and not any(part is call for part in walk(following)):
        met = met or (isinstance(following, ast.Assign) and name in names(following.targets[0]))
        following = text.following(following)
    return met and following is not None and not _assigned_in(tape, name)


def _leaves_tensors(value: ast.expr) -> bool:
    function = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return function.startswith(_NUMPY) or function == "float" or function.endswith((".numpy", ".item"))


def _losses(text: Text) -> Found:
    """Losses, and last layers, that are flat everywhere: argmax, round, comparisons."""
    said = "is flat wherever it has a slope to give: nothing behind it can learn"
    for loss, own in signs.own_losses(text):
        asked = [one.arg for one in own.args.args if one.arg != "self"]
        if len(asked) != 2 or "custom_gradient" in ast.unparse(own):
            continue
        flat = _flat(own, asked[1])
        read = {part.id for node in own.body for part in walk(node) if isinstance(part, ast.Name)}
        if asked[1] not in read:
            ignored = f"{own.name} never looks at {asked[1]}, the answers of the model"
            yield "flat", f"{ignored}: the output has no slope.", loss
        elif flat is not None:
            yield "flat", f"{_flat_name(flat)} {said}.", flat
    yield from _flat_between(text, said)
    for call in text.calls({"Model"}):
        outputs = argument_at(call, 1, "outputs", "output")
        made = text.resolved(outputs) if outputs is not None else None
        layer = made.func if isinstance(made, ast.Call) else None
        if isinstance(layer, ast.Call) and called(layer) == "Lambda" and layer.args:
            function = text.functions.get(getattr(layer.args[0], "id", ""))
            flat = _flat(function, function.args.args[0].arg) if function and function.args.args else None
            if flat is not None:
                yield "flat", f"{_flat_name(flat)} {said}.", layer


def _flat_between(text: Text, said: str) -> Found:
    """``x = Lambda(lambda t: argmax(t))(x)``, where a layer with weights is before it, and another one after it."""
    trained = any(text.calls({"fit", "train_on_batch"}))
    flattens = any(word in text.whole for word in ("Lambda(", *(f".{name}(" for name in _FLAT)))
    for statement in text.all(ast.Assign) if trained and flattens else ():
        value, target = statement.value, statement.targets[0]
        flat = _flat_step(text, value) if isinstance(value, ast.Call) else ""
        given = value.args[0] if isinstance(value, ast.Call) and value.args else None
        if not flat or not isinstance(given, ast.Name) or not isinstance(target, ast.Name):
            continue
        before, _ = text.latest(given.id, statement)
        later = [node for node in text.all(ast.Name) if node.lineno > (statement.end_lineno or statement.lineno)]
        others = given.id != target.id and any(node.id == given.id for node in later)
        goes_on = any(target.id in names(call) and _has_weights(call.func) for call in text.all(ast.Call))
        weighted = isinstance(before, ast.Call) and _has_weights(text.resolved(before.func))
        if weighted and goes_on and not others:
            yield "flat", f"{flat} {said}.", value


def _has_weights(made: ast.expr) -> bool:
    return called(made).startswith(("Dense", "Conv", "LSTM", "GRU", "Embedding", "SimpleRNN"))


def _flat_step(text: Text, call: ast.Call) -> str:
    """The flat function that a layer or an operation makes of a tensor; empty if it is none."""
    layer = text.resolved(call.func)
    if called(layer) == "Lambda" and isinstance(layer, ast.Call) and layer.args:
        function = layer.args[0]
        body = function.body if isinstance(function, ast.Lambda) else function
        while called(body) == "cast" and isinstance(body, ast.Call) and body.args:
            body = body.args[0]
        name = called(body) or getattr(body, "attr", "")
        return "a comparison" if isinstance(body, ast.Compare) else name if name in _FLAT else ""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is None or called(call) not in _FLAT:
        return ""
    return called(call) if ast.unparse(owner) in {"ops", "keras.ops", "K", "tf", "tf.math"} else ""


def _flat(function: ast.FunctionDef, name: str) -> ast.expr | None:
    """The flat function through which all that depends on an argument goes; None if there is another way."""
    flat: ast.expr | None = None
    sloped = {name}
    for statement in function.body:
        met = [part for part in _outermost(statement, _is_flat) if names(part) & sloped]
        shut = {id(part) for one in met for part in walk(one)}
        passes = any(
            isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and part.id in sloped
            for part in walk(statement)
            if id(part) not in shut
        )
        flat = met[0] if met and flat is None else flat
        if passes and not isinstance(statement, ast.Assign):
            return None
        given = {one for target in getattr(statement, "targets", ()) for one in names(target)}
        sloped = sloped | given if passes else sloped - given
    return flat


def _outermost(node: ast.AST, is_met: Callable[[ast.AST], bool]) -> Iterator[ast.expr]:
    """The nodes that are met and stand in no other such."""
    if isinstance(node, ast.expr) and is_met(node):
        yield node
    else:
        for part in ast.iter_child_nodes(node):
            yield from _outermost(part, is_met)


def _is_flat(node: ast.AST) -> bool:
    kind = argument_at(node, 1, "dtype") if isinstance(node, ast.Call) and called(node) == "cast" else None
    whole = kind is not None and _WHOLE.search(ast.unparse(kind)) is not None
    return called(node) in _FLAT or isinstance(node, ast.Compare) or whole


def _flat_name(node: ast.expr) -> str:
    return f"{called(node)} to whole numbers" if called(node) == "cast" else called(node) or "a comparison"


def _decoded(text: Text) -> Found:
    """``decode_predictions`` of a network without its top."""
    for call in text.calls({"decode_predictions"}):
        answer = text.resolved(call.args[0]) if call.args else None
        owner = answer.func if isinstance(answer, ast.Call) else None
        owner = text.resolved(owner.value if isinstance(owner, ast.Attribute) else owner) if owner else None
        if isinstance(owner, ast.Call) and called(answer) in {"predict", *names(answer or owner)}:
            top = keyword(owner, "include_top")
            if isinstance(top, ast.Constant) and top.value is False:
                said = "include_top=False leaves the classes out"
                yield "decoded", f"{said}: predict gives maps, and decode_predictions wants 1000 probabilities.", call


def _frozen(text: Text) -> Found:
    """``for layer in model.layers: layer.trainable = False``, where the model has a new head of its own."""
    loops = [loop for loop in text.all(ast.For) if _layers_of(loop) and any(map(_freezes, _always(loop.body)))]
    order = {id(part): at for at, one in enumerate(text.statements if loops else ()) for part in walk(one)}
    spared = {id(part) for test in text.all(ast.If) if "BatchNorm" in ast.unparse(test.test) for part in test.body}
    thaws = [at for at, node in enumerate(text.statements)
             if isinstance(node, ast.Assign) and id(node) not in spared and _thaws(node)]  # fmt: skip
    for loop in loops:
        owner = _layers_of(loop)
        made = text.resolved(owner) if owner is not None else None
        if called(made) != "Model" or not isinstance(made, ast.Call) or not _has_new_head(text, made):
            continue
        begins = order[id(loop)]
        weights = [order[id(call)] for call in text.calls({"fit", "fit_generator", "load_weights"})
                   if _same(text, call, made)]  # fmt: skip
        trained = [order[id(call)] for call in text.calls({"fit", "fit_generator"}) if _same(text, call, made)]
        first = min((at for at in trained if at > begins), default=None)
        if first is None or any(at < begins for at in weights) or any(begins < at < first for at in thaws):
            continue
        said = "This freezes all layers of the model, the new ones as well, which begin at random"
        freezing = next(node for node in _always(loop.body) if _freezes(node))
        yield "frozen", f"{said}.", freezing.targets[0] if isinstance(freezing, ast.Assign) else loop.iter


def _layers_of(loop: ast.For) -> ast.expr | None:
    """The variable of a model through whose layers a loop goes, with their numbers or without."""
    listed = loop.iter.args[0] if called(loop.iter) == "enumerate" and isinstance(loop.iter, ast.Call) else loop.iter
    owner = listed.value if isinstance(listed, ast.Attribute) and listed.attr == "layers" else None
    return owner if isinstance(owner, ast.Name) else None


def _has_new_head(text: Text, made: ast.Call) -> bool:
    """Whether a model ends in a dense layer that its program makes."""
    outputs = argument_at(made, 1, "outputs", "output")
    head = text.latest(outputs.id, made)[0] if isinstance(outputs, ast.Name) else outputs
    return isinstance(head, ast.Call) and called(head.func) == "Dense"


def _same(text: Text, call: ast.Call, made: ast.expr) -> bool:
    """Whether this is a method of a model: under its variable, or of what a function that makes it gives."""
    owner = getattr(call.func, "value", None)
    if not isinstance(owner, ast.Name):
        return False
    value = text.resolved(owner)
    builder = text.name_of(text.function_of(made))
    return value is made or (bool(builder) and called(value) == builder)


def _always(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """What a round does with all layers, but for batch norms."""
    for statement in body:
        if isinstance(statement, ast.If) and "BatchNorm" in ast.unparse(statement.test):
            yield from statement.body if isinstance(statement.test, ast.UnaryOp) else statement.orelse
        else:
            yield statement


def _freezes(node: ast.stmt) -> bool:
    spelt = ast.unparse(node) if isinstance(node, ast.Assign) else ""
    return spelt.endswith(".trainable = False") or (".trainable = isinstance(" in spelt and "BatchNorm" in spelt)


def _thaws(node: ast.Assign) -> bool:
    """Whether some layers may learn again; a batch norm alone does not count."""
    return ast.unparse(node).endswith(".trainable = True")
