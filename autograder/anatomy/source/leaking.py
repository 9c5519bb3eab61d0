"""Rows that a model is tested on and has seen, answers among its inputs, and inputs that are encoded otherwise than
those of the training, as the text of a program shows them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator

from autograder.anatomy.source.lookup import (
    Found,
    Text,
    argument_at,
    bound,
    called,
    first_of,
    keyword,
    names,
    owner_of,
    walk,
)
from autograder.anatomy.source.scopes import descends, sources, traced

_WHOLE = frozenset({"values", "to_numpy", "astype", "copy", "fit_transform", "array", "asarray", "DataFrame"})
_KEEPS = frozenset({"values", "to_numpy", "astype", "map", "reshape", "ravel", "array", "asarray", "fit_transform"})
_ENCODERS = frozenset({"CountVectorizer", "TfidfVectorizer", "PCA", "TruncatedSVD"})  # others sort what they number
_LOOKUPS = frozenset({"TextVectorization", "StringLookup", "IntegerLookup"})
_ENCODES = {"fit_transform": _ENCODERS, "fit_on_texts": frozenset({"Tokenizer"}), "adapt": _LOOKUPS}
_ANSWERS = re.compile(r"^ys?(_|\d|$)|label|target|mask|answer|class|kind|tag", re.I)
_FILES = ("read_csv(", "read_excel(", "read_parquet(", "read_table(", "read_json(", "read_feather(")
_BY_ROW = frozenset(
    {"astype", "int", "float", "where", "cut", "qcut", "map", "between", "isin", "to_numpy", "median", "apply"}
)
_KEEPS_COLUMNS = frozenset({
    "read_csv", "read_excel", "read_parquet", "read_table", "read_json", "read_feather", "get_dummies", "dropna",
    "sample", "reset_index", "fillna", "copy", "drop_duplicates", "sort_values", "rename",
})  # fmt: skip
_DEEP = 5
_MODULES = ("np", "numpy", "pd")
_SEEDS = ("random_state", "seed")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _tested(text)
    yield from _answers_given(text)
    yield from _encoded_again(text)
    yield from _encoded_by_a_function(text)
    yield from _encoder_not_given(text)
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
    """``numbers(texts)`` for the training, ``numbers(news)`` for a question, where ``numbers`` fits an encoder."""
    own = {node.name: _shared(text, node) for node in text.all(ast.FunctionDef) if _fits_its_own(text, node)}
    trained = [call for fit in text.calls({"fit"}) for call in made_by(text, _first(fit), fit)]
    fed = {name for fit in text.calls({"fit"}) if (first := _first(fit)) is not None for name in names(first)}
    given = [one.value for one in text.all(ast.Assign) if any(names(target) & fed for target in one.targets)]
    trained += [node for value in given for node in walk(value) if isinstance(node, ast.Call)]
    for asked in text.calls({"predict", "evaluate"}) if own else ():
        for call in made_by(text, _first(asked), asked):
            others = [ast.unparse(node) for node in trained if called(node) == called(call)]
            if called(call) in own and others and ast.unparse(call) not in others:
                said = f"{called(call)} fits an encoder on what the model is asked about"
                place = own[called(call)] or call
                yield "encoded", f"{said}: its numbers mean other things than in the training.", place


def _encoder_not_given(text: Text) -> Found:
    """``numbers(texts, tokenizer=None)``, which fits one where none is given, called without it for a question."""
    choosing = {one.name: one for one in text.all(ast.FunctionDef) if _chooses(text, one)}
    fits = list(text.calls({"fit"})) if choosing else []
    trained = [call for fit in fits for call in _calls_behind(text, _first(fit), fit, choosing)]
    first = {called(call) for call in trained if _fits_one(choosing[called(call)], call)}
    asked = [(_first(call), call) for call in text.calls({"predict", "evaluate"})]
    asked += [(keyword(fit, "validation_data"), fit) for fit in fits]
    met = {id(call) for call in trained}
    for given, user in asked if first else ():
        for call in _calls_behind(text, given, user, choosing):
            if called(call) in first and id(call) not in met and _fits_one(choosing[called(call)], call):
                met.add(id(call))
                said = f"{called(call)} fits a new encoder on these rows, for it is not given that of the training"
                yield "encoded", f"{said}: its numbers mean other things.", call


def _calls_behind(text: Text, given: ast.expr | None, user: ast.AST, wanted: Collection[str]) -> Iterator[ast.Call]:
    """The calls of certain functions that a value comes from."""
    for part in sources(text, given, user) if given is not None else ():
        if isinstance(part, ast.Call) and called(part) in wanted:
            yield part


def _chooses(text: Text, function: ast.FunctionDef) -> ast.If | None:
    """Where a function fits an encoder, if one of its arguments says so."""
    asked = {one.arg for one in function.args.args}
    for one in function.body:
        if not isinstance(one, ast.If) or not names(one.test) & asked:
            continue
        within = [node for part in one.body for node in walk(part) if isinstance(node, ast.Call)]
        made = {
            ast.unparse(part.targets[0]): called(part.value)
            for part in (*text.all(ast.Assign),)
            if isinstance(part.value, ast.Call)
        }
        if any(
            called(node) in _ENCODES and made.get(owner_of(node), "") in _ENCODES[called(node)] for node in within
        ):
            return one
    return None


def _fits_one(function: ast.FunctionDef, call: ast.Call) -> bool:
    """Whether a call lets a function fit an encoder: ``if tokenizer is None``, ``if fit``."""
    plain = [one.arg for one in function.args.args]
    defaults: dict[str | None, ast.expr] = dict(zip(plain[::-1], function.args.defaults[::-1], strict=False))
    given: dict[str | None, ast.expr] = {**defaults, **bound(function, call)}
    for test in (one.test for one in function.body if isinstance(one, ast.If)):
        turned = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        inner = test.operand if isinstance(test, ast.UnaryOp) else test
        empty = isinstance(inner, ast.Compare) and isinstance(inner.ops[0], ast.Is)
        inner = inner.left if isinstance(inner, ast.Compare) and empty else inner
        value = given.get(inner.id) if isinstance(inner, ast.Name) else None
        if isinstance(value, ast.Constant):
            return (value.value is None) != turned if empty else bool(value.value) != turned
    return False


def _fits_its_own(text: Text, function: ast.FunctionDef) -> bool:
    """Whether a function always fits an encoder on what it is given, and gives the encoded rows alone."""
    last = function.body[-1]
    given = last.value if isinstance(last, ast.Return) else None
    fits = [
        node
        for one in function.body
        if isinstance(one, ast.Assign | ast.Expr | ast.Return)
        for node in walk(one)
        if isinstance(node, ast.Call) and called(node) in _ENCODES and _is_encoder(text, node)
    ]
    asked = {argument.arg for argument in function.args.args} - {"self"}
    used = (
        given is not None and any(f"{owner_of(fits[0])}" in ast.unparse(one) for one in function.body[-2:])
        if fits
        else False
    )
    return used and all(names(node) & asked for node in fits) and not isinstance(given, ast.Tuple)


def _shared(text: Text, function: ast.FunctionDef) -> ast.expr | None:
    """Where a function fits an encoder that was made outside of it."""
    made = {ast.unparse(target) for one in walk(function) if isinstance(one, ast.Assign) for target in one.targets}
    fits = [node for node in walk(function) if called(node) in _ENCODES and isinstance(node, ast.Call)]
    return next((node for node in fits if _is_encoder(text, node) and owner_of(node) not in made), None)


def _is_encoder(text: Text, call: ast.Call) -> bool:
    """Whether this fits what numbers words or kinds as it meets them."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    values = text.values.get(owner.id, []) if isinstance(owner, ast.Name) else []
    if isinstance(owner, ast.Attribute) and ast.unparse(owner.value) == "self":
        spelt = ast.unparse(owner)
        values = [
            one.value for one in text.all(ast.Assign) if any(ast.unparse(part) == spelt for part in one.targets)
        ]
    return bool(values) and all(called(value) in _ENCODES[called(call)] for value in values)


def made_by(text: Text, node: ast.expr | None, user: ast.AST, depth: int = 0) -> list[ast.Call]:
    """The calls that an argument went through."""
    if node is None or depth > _DEEP:
        return []
    found = [part for part in walk(node) if isinstance(part, ast.Call)]
    for name in names(node):
        value, where = text.latest(name, user)
        found += made_by(text, value, where, depth + 1)
    return found


def _apart(text: Text) -> Found:
    """``np.random.shuffle(x)``, ``np.random.shuffle(y)``; ``sample`` and ``train_test_split`` of each by itself."""
    pairs = [(names(fit.args[0]), names(fit.args[1])) for fit in text.calls({"fit"}) if len(fit.args) > 1]
    pairs += [(names(x), names(y)) for fit in text.calls({"fit"})
              if (x := keyword(fit, "x")) is not None and (y := keyword(fit, "y")) is not None]  # fmt: skip
    listed = [call.args[0] for call in text.calls({"from_tensor_slices"}) if call.args]
    pairs += [(names(one.elts[0]), names(one.elts[1])) for one in listed
              if isinstance(one, ast.Tuple) and len(one.elts) == 2]  # fmt: skip
    pairs += [(names(call.args[0]), names(call.args[1])) for call in text.calls({"flow", *_batches(text)})
              if len(call.args) > 1]  # fmt: skip
    drawn = [*_shuffles(text), *_parts(text)]
    for rows, answers in pairs:
        mine = [one for one in drawn if one[0] & rows and not one[0] & answers]
        theirs = [one for one in drawn if one[0] & answers and not one[0] & rows]
        if len(mine) == 1 and len(theirs) == 1 and _drawn_apart(text, mine[0], theirs[0]):
            said = "Rows and answers are mixed apart from each other"
            yield "apart", f"{said}: no row has its own answer any more.", theirs[0][2]
            return
    yield from _one_side(text)


def _batches(text: Text) -> set[str]:
    """The classes of the author's that give batches, made of rows and answers."""
    return {kind.name for kind in text.all(ast.ClassDef) if descends(kind, "Sequence", "PyDataset")}


def _one_side(text: Text) -> Found:
    """``rng.shuffle(self.x)``, where ``self.x[rows]`` and ``self.y[rows]`` are pairs; ``shuffle(x)`` alone."""
    if "shuffle(" not in text.whole and "permutation(" not in text.whole:
        return
    yield from _zipped(text)
    for scope in (*text.all(ast.ClassDef), *text.all(ast.FunctionDef)):
        mixed = {
            spelt: call
            for spelt, call in _mixed_alone(scope)
            if isinstance(scope, ast.FunctionDef) or "self." in spelt
        }
        for rows, answers in _cut_alike(scope) if mixed else ():
            if rows in mixed and answers not in mixed and _ANSWERS.search(answers.rpartition(".")[2]):
                said = f"{rows} is mixed, and {answers} is not"
                yield "apart", f"{said}: no row has its own answer any more.", mixed.pop(rows)
        yield from _both_sides(scope, mixed)
    if text.all(ast.Expr) and not any(word in text.whole for word in ("seed(", "set_state")):
        yield from _one_argument(text)


def _both_sides(scope: ast.AST, mixed: dict[str, ast.expr]) -> Found:
    """``rng.shuffle(self.x)``, ``rng.shuffle(self.y)``, where each draws an order of its own."""
    within = [one for one in walk(scope) if isinstance(one, ast.FunctionDef)]
    mine = {id(node) for node in mixed.values()}
    spelt = "".join(ast.unparse(one) for one in within if mine & {id(part) for part in walk(one)})
    if len(mixed) < 2 or any(word in spelt for word in ("seed", "state", "default_rng(", "unpaired", "Cycle")):
        return
    answers = [name for name in mixed if _ANSWERS.search(name.removeprefix("self."))]
    for answer in answers:
        taken = [name for name in mixed if name not in answers and _is_paired(scope, name, answer)]
        if taken and _generator(mixed[taken[0]]) == _generator(mixed[answer]) != "":
            said = f"{taken[0]} and {answer} are mixed apart from each other"
            yield "apart", f"{said}: no row has its own answer any more.", mixed[answer]
            return


def _is_paired(scope: ast.AST, rows: str, answers: str) -> bool:
    """Whether the same rows are taken of two arrays, or both are given back together."""
    cuts: dict[str, set[str]] = {rows: set(), answers: set()}
    for node in walk(scope):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in cuts and isinstance(node.ctx, ast.Load):
            cuts[ast.unparse(node.value)].add(ast.unparse(node.slice))
        given = node.value if isinstance(node, ast.Return | ast.Yield) else None
        both = {ast.unparse(part) for part in given.elts} if isinstance(given, ast.Tuple) else set()
        if {rows, answers} <= both:
            return True
    return bool(cuts[rows] & cuts[answers])


def _generator(node: ast.expr) -> str:
    """What draws an order: ``np.random``, ``self.rng``; empty if nothing does here."""
    drawn = [part for part in walk(node) if called(part) in {"shuffle", "permutation", "permuted"}]
    return (
        ast.unparse(getattr(drawn[0].func, "value", drawn[0].func))
        if drawn and isinstance(drawn[0], ast.Call)
        else ""
    )


def _zipped(text: Text) -> Found:
    """``Dataset.zip((rows.shuffle(100), labels))``, where the labels keep their order, or get one of their own."""
    for call in text.calls({"zip"}):
        given = call.args[0] if call.args else None
        parts = given.elts if isinstance(given, ast.Tuple) and "Dataset" in ast.unparse(call.func) else []
        if len(parts) != 2 or not _ANSWERS.search(ast.unparse(parts[1])):
            continue
        steps = [[one for one in made_by(text, part, call) if called(one) == "shuffle"] for part in parts]
        if any(steps) and not any(keyword(one, "seed") for listed in steps for one in listed):
            said = "Rows and answers are mixed apart from each other"
            yield "apart", f"{said}: shuffle what zip gives.", call


def _one_argument(text: Text) -> Found:
    """``np.random.shuffle(x)``, then ``fit(x, y)``, where nothing else touches ``x`` and ``y``."""
    for fit in text.calls({"fit"}):
        rows, answers = _first(fit), argument_at(fit, 1, "y")
        if not isinstance(rows, ast.Name) or not isinstance(answers, ast.Name) or text.function_of(fit):
            continue
        for one in text.all(ast.Expr):
            call = one.value
            alone = (
                isinstance(call, ast.Call)
                and called(call) == "shuffle"
                and [*map(ast.unparse, call.args)] == [rows.id]
            )
            if not alone or not isinstance(call, ast.Call) or text.function_of(one) or one.lineno > fit.lineno:
                continue
            later = [name for name in (rows.id, answers.id) if text.assigned_after(name, one)]
            known = all(text.is_sure(name) and text.values.get(name) for name in (rows.id, answers.id))
            touched = sum(answers.id in names(other) for other in text.calls({"shuffle", "permutation"}))
            made = [value for value in text.values.get(answers.id, ()) if getattr(value, "lineno", 0) > one.lineno]
            if known and not later and not touched and not made:
                said = f"{rows.id} is mixed, and {answers.id} is not"
                yield "apart", f"{said}: no row has its own answer any more.", call


def _mixed_alone(scope: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What is shuffled in its place, or by an order that is drawn there and used for nothing else."""
    for one in walk(scope):
        if isinstance(one, ast.Expr) and called(one.value) == "shuffle" and isinstance(one.value, ast.Call):
            yield from ((ast.unparse(part), one.value) for part in one.value.args[:1])
        value = one.value if isinstance(one, ast.Assign) else None
        target = ast.unparse(one.targets[0]) if isinstance(one, ast.Assign) else ""
        drawn = called(value) in {"permutation", "shuffle"} and isinstance(value, ast.Call) and len(value.args) == 1
        again = drawn and isinstance(value, ast.Call) and ast.unparse(value.args[0]) == target
        taken = isinstance(value, ast.Subscript) and not isinstance(value.slice, ast.Slice)
        if value is not None and (again or (taken and ast.unparse(getattr(value, "value", value)) == target)):
            yield target, value


def _cut_alike(scope: ast.AST) -> Iterator[tuple[str, str]]:
    """Two arrays of which the same rows are taken in one statement, or in two in a row."""
    for block in (getattr(node, "body", ()) for node in walk(scope)):
        listed = block if isinstance(block, list) else []
        for one, other in zip(listed, [*listed[1:], None], strict=False):
            if not isinstance(one, ast.Assign | ast.Return | ast.Expr):
                continue
            both = [one, other] if isinstance(one, ast.Assign) and isinstance(other, ast.Assign) else [one]
            parts = [part for node in both for part in walk(node) if isinstance(part, ast.Subscript)]
            cuts = [
                part
                for part in parts
                if isinstance(part.ctx, ast.Load) and isinstance(part.value, ast.Name | ast.Attribute)
            ]
            for first in cuts:
                for second in cuts:
                    same = ast.unparse(first.slice) == ast.unparse(second.slice)
                    places = isinstance(first.slice, ast.Slice) or bool(names(first.slice))
                    if same and places and ast.unparse(first.value) != ast.unparse(second.value):
                        yield ast.unparse(first.value), ast.unparse(second.value)


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
        for call in (node for node in walk(statement.value) if isinstance(node, ast.Call)):
            hidden = any(given.arg is None for given in call.keywords)
            split = called(call) in {"train_test_split", "shuffle"} and len(call.args) == 1
            split = split and (called(call) != "shuffle" or statement.value is call) and not _is_method(call)
            mixed = called(call) == "sample" and isinstance(call.func, ast.Attribute) and "frac" in ast.unparse(call)
            if not hidden and keyword(call, "shuffle") is None and (split or mixed):
                yield targets, called(call), call
        value = statement.value
        index = value.slice if isinstance(value, ast.Subscript) and names(value.value) == targets else None
        if isinstance(index, ast.Call) and called(index) == "permutation" and "seed(" not in text.whole:
            yield targets, _generator(index), index


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
    yield from _computed_from_a_column(text)


def _computed_from_a_column(text: Text) -> Found:
    """``table["passed"] = table["grade"] >= 10``, where ``grade`` stays among the inputs."""
    if not any(word in text.whole for word in _FILES):
        return
    for one in text.all(ast.Assign):
        target = _entry(one.targets[0])
        source = _thresholded(text, one.value) if target else ()
        if not target or not source or target[0] != source[0] or target[1] == source[1]:
            continue
        for fit in text.calls({"fit"}):
            rows, answers = _first(fit), argument_at(fit, 1, "y")
            wanted = traced(text, answers, fit) if answers is not None else ()
            if rows is None or not any(isinstance(part, ast.expr) and _entry(part) == target for part in wanted):
                continue
            leaves = _leaves_in(text, list(traced(text, rows, fit)), target[0])
            if leaves is not None and _stays(text, one, leaves, target[1], source[1]):
                said = f"{target[1]!r} is computed from {source[1]!r}, which stays among the inputs"
                yield "answers", f"{said}: the model need only read it.", leaves[0]
                return


def _stays(
    text: Text, made: ast.Assign, leaves: tuple[ast.expr, list[ast.expr], bool], target: str, column: str
) -> bool:
    """Whether a choice of columns leaves one in, and takes the target out that was computed from it."""
    _, listed, dropped = leaves
    named = [getattr(node, "value", None) for node in listed]
    if not dropped:
        return column in named and target not in named
    known = {id(node) for node in (*walk(made), *listed)}
    told = any(node.value == column and id(node) not in known for node in text.all(ast.Constant))
    return target in named and column not in named and not told


def _entry(node: ast.expr) -> tuple[str, str] | tuple[()]:
    """The table and the name of ``table["price"]``, ``table.price``."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and isinstance(node.slice, ast.Constant):
        return (node.value.id, node.slice.value) if isinstance(node.slice.value, str) else ()
    return ()


def _thresholded(text: Text, node: ast.expr) -> tuple[str, str] | tuple[()]:
    """The one column that a column of classes is computed from, row by row: compared, cut, or mapped."""
    every = {part for inner in walk(node) if isinstance(inner, ast.expr) and (part := _entry(inner))}
    calls = {called(inner) for inner in walk(node) if isinstance(inner, ast.Call)}
    sums = any(isinstance(inner, ast.BinOp) for inner in walk(node))
    numbers = any(isinstance(inner, ast.Compare) for inner in walk(node)) or calls & {"cut", "qcut", "between"}
    others = {name for name in names(node) if name not in _MODULES} - {table for table, _ in every}
    if (
        len(every) != 1
        or sums
        or not numbers
        or not calls <= _BY_ROW
        or any(name in text.functions for name in others)
    ):
        return ()
    return every.pop()


def _leaves_in(text: Text, parts: list[ast.AST], table: str) -> tuple[ast.expr, list[ast.expr], bool] | None:
    """The one choice of columns on the way to the inputs, the columns that it names, and whether it drops them.

    ``table.drop(…)``, ``table[[…]]``, or ``table[[c for c in table if c != …]]``; None if it is not known.
    """
    if any(called(part) in {"select_dtypes", "filter", "pop"} for part in parts) or _keeps_few(text, table):
        return None
    drops = [part for part in parts if isinstance(part, ast.Call) and called(part) == "drop"]
    chosen = [part for part in parts if isinstance(part, ast.Subscript) and _owner(part) == table]
    if len(drops) + len(chosen) != 1:
        return None
    if drops and getattr(getattr(drops[0].func, "value", None), "id", "") != table:
        return None
    given = argument_at(drops[0], 0, "columns", "labels") if drops else chosen[0].slice
    made = text.resolved(given) if given is not None else None
    rest = made.generators[0].ifs if isinstance(made, ast.ListComp) else []
    listed = made.elts if isinstance(made, ast.List) else [made] if isinstance(made, ast.Constant) else []
    for test in rest:
        if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.NotEq | ast.NotIn):
            return None
        other = text.resolved(test.comparators[0])
        listed = [*listed, *(other.elts if isinstance(other, ast.List | ast.Tuple | ast.Set) else [other])]
    plain = all(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in listed)
    return ((drops or chosen)[0], list(listed), bool(drops or rest)) if listed and plain else None


def _keeps_few(text: Text, table: str) -> bool:
    """Whether columns leave a table otherwise: ``table = table[[…]]``, ``del``, ``pop``, ``usecols``."""
    made = [value for value in text.values.get(table, ()) if called(value) not in _KEEPS_COLUMNS]
    doing = (f"{table}.pop(", f"del {table}[", "inplace=True", "select_dtypes", ".corr(")
    return bool(made) or any(word in text.whole for word in doing)


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
    cuts = [part for part in walk(node) if isinstance(part, ast.Subscript)]
    calls = [called(part) for part in walk(node) if isinstance(part, ast.Call)]
    if not set(filter(None, calls)) <= _WHOLE or len(cuts) > 1:
        return None
    if not cuts:
        plain = [part.attr for part in walk(node) if isinstance(part, ast.Attribute)]
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
