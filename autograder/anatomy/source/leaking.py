"""Rows that a model is tested on and has seen, answers among its inputs, and inputs that are encoded otherwise than
those of the training, as the text of a program shows them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, first_of, keyword, names

_WHOLE = frozenset({"values", "to_numpy", "astype", "copy", "fit_transform", "array", "asarray", "DataFrame"})
_KEEPS = frozenset({"values", "to_numpy", "astype", "map", "reshape", "ravel", "array", "asarray", "fit_transform"})
_ENCODERS = frozenset({"CountVectorizer", "TfidfVectorizer", "PCA", "TruncatedSVD"})  # others sort what they number
_DEEP = 5
_MODULES = ("np", "numpy", "pd")
_SEEDS = ("random_state", "seed")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _tested(text)
    yield from _answers_given(text)
    yield from _encoded_again(text)
    yield from _encoded_by_a_function(text)
    yield from _apart(text)


def _tested(text: Text) -> Found:
    """``a, b = train_test_split(x)``, then ``fit(x)`` and ``evaluate(b)``; ``fit(x, validation_data=x[:100])``."""
    fits = [(fit, first) for fit in text.calls({"fit"}) if isinstance(first := _first(fit), ast.Name)]
    for fit, first in fits:
        pair = keyword(fit, "validation_data")
        checked = first_of(pair) if pair is not None else None
        part = checked.value if isinstance(checked, ast.Subscript) and isinstance(checked.slice, ast.Slice) else None
        if isinstance(part, ast.Name) and part.id == first.id:
            yield "tested", "These validation rows are training rows: their loss says nothing about others.", fit
    for statement in text.all(ast.Assign):
        value, target = statement.value, statement.targets[0]
        if (
            called(value) != "train_test_split"
            or not isinstance(value, ast.Call)
            or not isinstance(target, ast.Tuple)
        ):
            continue
        whole = [part.id for part in value.args if isinstance(part, ast.Name)]
        kept, tested = names(target.elts[0]), names(target.elts[min(1, len(target.elts) - 1)])
        mine = [fit for fit, first in fits if whole and first.id == whole[0] and fit.lineno > statement.lineno]
        asked = [call for call in text.calls({"evaluate", "predict"}) if names(call) & tested]
        others = any(names(fit) & kept for fit in text.calls({"fit"}))
        if mine and asked and not others and not tested & names(mine[0]) and len(text.values.get(whole[0], ())) < 2:
            said = f"{whole[0]} holds the rows of {min(tested)}, too"
            yield "tested", f"{said}: the test asks for what was trained on.", mine[0]


def _encoded_again(text: Text) -> Found:
    """``encoder.fit_transform(new)``, or a second ``Tokenizer``, for what a model is asked about."""
    trained = [call for fit in text.calls({"fit"}) for call in made_by(text, _first(fit), fit)]
    known = {ast.unparse(call.func.value) for call in trained if isinstance(call.func, ast.Attribute)}
    words = any(called(call).startswith("texts_to") for call in trained) or "sequences_to_matrix" in text.whole
    words = words or any(f"{name}.load_data(" in text.whole for name in ("imdb", "reuters"))
    for asked in text.calls({"predict", "evaluate"}):
        for call in made_by(text, _first(asked), asked):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            maker = called(text.resolved(owner)) if owner is not None else ""
            if owner is None:
                continue
            again = called(call) == "fit_transform" and maker in _ENCODERS and call not in trained
            other = called(call).startswith("texts_to") and maker == "Tokenizer" and ast.unparse(owner) not in known
            if (again and trained) or (other and words and f"{ast.unparse(owner)}.fit_on_texts" in text.whole):
                said = f"{ast.unparse(owner)} is fitted anew on what the model is asked about"
                yield "encoded", f"{said}: its numbers mean other things than in the training.", call


def _encoded_by_a_function(text: Text) -> Found:
    """``numbers(texts)`` for the training, ``numbers(news)`` for a question, where ``numbers`` fits a new encoder."""
    own = {node.name for node in text.all(ast.FunctionDef) if _fits_its_own(node)}
    trained = [call for fit in text.calls({"fit"}) for call in made_by(text, _first(fit), fit)]
    fed = {name for fit in text.calls({"fit"}) if (first := _first(fit)) is not None for name in names(first)}
    given = [one.value for one in text.all(ast.Assign) if any(names(target) & fed for target in one.targets)]
    trained += [node for value in given for node in ast.walk(value) if isinstance(node, ast.Call)]
    for asked in text.calls({"predict", "evaluate"}) if own else ():
        for call in made_by(text, _first(asked), asked):
            others = [ast.unparse(node) for node in trained if called(node) == called(call)]
            if called(call) in own and others and ast.unparse(call) not in others:
                said = f"{called(call)} fits a new encoder on what the model is asked about"
                yield "encoded", f"{said}: its numbers mean other things than in the training.", call


def _fits_its_own(function: ast.FunctionDef) -> bool:
    """Whether a function makes an encoder, always fits it on what it is given, and gives the encoded rows alone."""
    made = {
        getattr(one.targets[0], "id", "")
        for one in function.body
        if isinstance(one, ast.Assign) and called(one.value) in {"Tokenizer", *_ENCODERS}
    }
    last = function.body[-1]
    given = last.value if isinstance(last, ast.Return) else None
    fits = [
        node
        for one in function.body
        if isinstance(one, ast.Assign | ast.Expr | ast.Return)
        for node in ast.walk(one)
        if isinstance(node, ast.Call) and called(node) in {"fit_on_texts", "fit_transform"} and _on(node) in made
    ]
    asked = {argument.arg for argument in function.args.args}
    return (
        bool(fits)
        and all(names(node) & asked for node in fits)
        and given is not None
        and (not isinstance(given, ast.Tuple))
    )


def _on(call: ast.Call) -> str:
    return getattr(getattr(call.func, "value", None), "id", "")


def made_by(text: Text, node: ast.expr | None, user: ast.AST, depth: int = 0) -> list[ast.Call]:
    """The calls that an argument went through."""
    if node is None or depth > _DEEP:
        return []
    found = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    for name in names(node):
        value, where = text.latest(name, user)
        found += made_by(text, value, where, depth + 1)
    return found


def _apart(text: Text) -> Found:
    """``np.random.shuffle(x)``, ``np.random.shuffle(y)``; ``sample`` and ``train_test_split`` of each by itself."""
    pairs = [(names(fit.args[0]), names(fit.args[1])) for fit in text.calls({"fit"}) if len(fit.args) > 1]
    pairs += [(names(x), names(y)) for fit in text.calls({"fit"})
              if (x := keyword(fit, "x")) is not None and (y := keyword(fit, "y")) is not None]  # fmt: skip
    drawn = [*_shuffles(text), *_parts(text)]
    for rows, answers in pairs:
        mine = [one for one in drawn if one[0] & rows and not one[0] & answers]
        theirs = [one for one in drawn if one[0] & answers and not one[0] & rows]
        if len(mine) == 1 and len(theirs) == 1 and _drawn_apart(text, mine[0], theirs[0]):
            said = "Rows and answers are mixed apart from each other"
            yield "apart", f"{said}: no row has its own answer any more.", theirs[0][2]
            return


def _drawn_apart(text: Text, mine: tuple[set[str], str, ast.expr], theirs: tuple[set[str], str, ast.expr]) -> bool:
    """Whether two calls of one kind draw two orders: with two seeds, or one of them with none."""
    if mine[1] != theirs[1] or mine[2] is theirs[2]:
        return False
    seeds = [keyword(call, *_SEEDS) for call in (mine[2], theirs[2]) if isinstance(call, ast.Call)]
    told = [ast.Constant(None) if seed is None else text.resolved(seed) for seed in seeds]
    first, second = (getattr(seed, "value", ...) for seed in told)
    return ... not in (first, second) and (first != second or first is None)


def _shuffles(text: Text) -> Iterator[tuple[set[str], str, ast.expr]]:
    """What is shuffled in its place, where nothing sets the seed again."""
    if any(word in text.whole for word in ("set_state", "get_state")) or text.whole.count("random.seed(") > 1:
        return
    for statement in text.all(ast.Expr):
        call = statement.value
        numpy = isinstance(call, ast.Call) and ast.unparse(call.func) in {"np.random.shuffle", "numpy.random.shuffle"}
        if numpy and isinstance(call, ast.Call) and len(call.args) == 1 and isinstance(call.args[0], ast.Name):
            yield {call.args[0].id}, "shuffle", call


def _parts(text: Text) -> Iterator[tuple[set[str], str, ast.expr]]:
    """What ``train_test_split`` or ``shuffle`` of one array, or ``sample``, gives, with the names that hold it."""
    for statement in text.all(ast.Assign):
        targets = {name for target in statement.targets for name in names(target)}
        for call in (node for node in ast.walk(statement.value) if isinstance(node, ast.Call)):
            hidden = any(given.arg is None for given in call.keywords)
            split = called(call) in {"train_test_split", "shuffle"} and len(call.args) == 1
            split = split and (called(call) != "shuffle" or statement.value is call) and not _is_method(call)
            mixed = called(call) == "sample" and isinstance(call.func, ast.Attribute) and "frac" in ast.unparse(call)
            if not hidden and keyword(call, "shuffle") is None and (split or mixed):
                yield targets, called(call), call


def _is_method(call: ast.Call) -> bool:
    """Whether something is called on a variable that is no module: ``data.shuffle(100)``."""
    owner = getattr(call.func, "value", None)
    return owner is not None and ast.unparse(owner) not in {"sklearn.utils", "utils", "tf.random", "model_selection"}


def _first(fit: ast.Call) -> ast.expr | None:
    return argument_at(fit, 0, "x")


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
            yield "answers", f"Column {shown} of {table} is the target, and stands among the inputs as well.", rows


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
    cuts = [part for part in ast.walk(node) if isinstance(part, ast.Subscript)]
    calls = [called(part) for part in ast.walk(node) if isinstance(part, ast.Call)]
    if not set(filter(None, calls)) <= _WHOLE or len(cuts) > 1:
        return None
    if not cuts:
        plain = [part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)]
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
