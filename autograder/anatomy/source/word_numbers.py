"""Words and labels that are numbered in another way than their reader takes them for, as the text of a program shows
them: as another data set numbers them, from 0 where 0 is the padding, from 1 where classes begin at 0."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names
from autograder.anatomy.source.scopes import traced, written

_SETS = ("imdb", "reuters")
_PADS = re.compile(r"pad|mask|blank|empty|^$|^[\s_*#~^0.-]$", re.I)
_LISTS = frozenset({"list", "sorted", "set", "unique", "Counter", "most_common", "keys"})
_LETTERS = ("ascii_lowercase", "ascii_uppercase", "ascii_letters", "printable", "digits")
_LEAVES = frozenset({
    "train_test_split", "astype", "to_numpy", "array", "asarray", "reshape", "ravel", "copy", "dropna", "read_csv",
    "sample", "reset_index", "read_excel", "read_parquet", "read_table", "drop_duplicates", "merge", "notna",
})  # fmt: skip
_FROM_ONE = r"[^,;]{0,12}?\b1 ?(?:-|\u2013|to|\.\.+|…) ?(\d+)\b"
_SHOWS = re.compile(r"value_counts\(|unique\(|Counter\(")
_SHIFTS = ("index_from", "offset", "shift")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _unmoved(text)
    if "mask_zero=True" in text.whole:
        yield from _numbered_from_zero(text)
    if "Lookup(" in text.whole:
        yield from _labels_from_one(text)
    if "sparse_categorical_crossentropy" in text.whole or "SparseCategoricalCrossentropy" in text.whole:
        yield from _column_from_one(text)


def _unmoved(text: Text) -> Found:
    """``word_index[word]`` for ``predict``, where ``load_data`` has moved all numbers by 3."""
    loads = [call for call in text.calls({"load_data"}) if any(name in ast.unparse(call.func) for name in _SETS)]
    loads += [call for call in text.calls({"load_data"}) if isinstance(call.func, ast.Name)]
    tables = _tables(text)
    asks = any(True for _ in text.calls({"predict"}))
    if not loads or not asks or any(keyword(call, "index_from") is not None or _open(call) for call in loads):
        return
    if _is_moved(text, tables):
        return
    for node in _looked_up(text, tables):
        said = "load_data has moved the numbers of get_word_index by 3, for padding, start and unknown words"
        yield "word numbers", f"{said}, and these are not moved: the model reads other words.", node
        return


def _open(call: ast.Call) -> bool:
    return any(given.arg is None for given in call.keywords)


def _tables(text: Text) -> set[str]:
    """The variables that hold a word index as it is."""
    return {
        getattr(one.targets[0], "id", "")
        for one in text.all(ast.Assign)
        if called(one.value) == "get_word_index" and any(name in text.whole for name in _SETS)
    } - {""}


def _is_moved(text: Text, tables: set[str]) -> bool:
    """Whether anything may move the numbers: a sum with 3 or a variable for it, or another table of that name."""
    if any(len(text.values.get(name, ())) != 1 for name in tables):
        return True
    for node in text.all(ast.BinOp):
        sides = [text.resolved(part) for part in (node.left, node.right)]
        number = any(isinstance(part, ast.Constant) and part.value in (2, 3, 4) for part in sides)
        named = any(word in ast.unparse(part).lower() for part in (node.left, node.right) for word in _SHIFTS)
        if isinstance(node.op, ast.Add) and (number or named):
            return True
    moved = [node for node in text.all(ast.AugAssign) if isinstance(node.op, ast.Add)]
    return any(getattr(text.resolved(node.value), "value", None) == 3 for node in moved)


def _looked_up(text: Text, tables: set[str]) -> Iterator[ast.expr]:
    """Where the number of a word is looked up and used as it is."""
    handed = {
        name: one.value
        for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Name) and _lookup(one.value, tables)
        for name in names(one.targets[0])
    }
    for call in text.calls({"append"}):
        given = call.args[0] if len(call.args) == 1 else None
        if given is not None and _lookup(given, tables):
            yield given
        elif isinstance(given, ast.Name) and given.id in handed:
            yield handed[given.id]
    listed = [(one.elt, one.generators) for one in text.all(ast.ListComp)]
    listed += [(one.elt, one.generators) for one in text.all(ast.GeneratorExp)]
    for element, generators in listed:
        chosen = element.body if isinstance(element, ast.IfExp) else element
        inner = {name for rounds in generators for name in names(rounds.target)}
        if _lookup(chosen, tables) and names(chosen) & inner:
            yield chosen


def _lookup(node: ast.expr, tables: set[str]) -> bool:
    """``word_index[word]``, ``word_index.get(word, 2)``, but not the lookup of a number."""
    if isinstance(node, ast.IfExp):
        return _lookup(node.body, tables) or _lookup(node.orelse, tables)
    if isinstance(node, ast.Subscript):
        return getattr(node.value, "id", "") in tables
    owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    return called(node) == "get" and getattr(owner, "id", "") in tables


def _numbered_from_zero(text: Text) -> Found:
    """``{letter: i for i, letter in enumerate(letters)}`` for the rows of an ``Embedding(…, mask_zero=True)``."""
    embeddings = [
        call for call in text.calls({"Embedding"}) if getattr(keyword(call, "mask_zero"), "value", 0) is True
    ]
    if not embeddings or any(True for _ in text.calls({"TextVectorization", "StringLookup", "Tokenizer"})):
        return
    fits = [fit for fit in text.calls({"fit"}) if argument_at(fit, 0, "x") is not None]
    for fit in fits[:1] if len(list(text.calls({"Embedding"}))) == 1 else ():
        rows, answers = argument_at(fit, 0, "x"), argument_at(fit, 1, "y")
        parts = list(traced(text, rows, rows, 14)) if rows is not None else []
        if any(_moves_up(part) for part in parts):
            return
        asked = _asked_for(parts)
        tables = {name: text.resolved(ast.Name(name)) for name in sorted(asked)}
        if any(_keeps_zero(table) for table in tables.values()):
            return
        labels = _asked_for(list(traced(text, answers, answers, 14))) if answers is not None else set()
        for name, table in tables.items():
            first = "" if name in labels and len(asked) > 1 else _first_of_table(text, table)
            if first and not _gets_more(text, name):
                said = f"{name} numbers from 0, so {first} has number 0, which mask_zero takes for padding"
                yield "token 0", f"{said}: the layers behind never see it.", table


def _keeps_zero(table: ast.expr) -> bool:
    """``{"<pad>": 0, "<unk>": 1}``, which may get more words later."""
    pairs = zip(table.keys, table.values, strict=True) if isinstance(table, ast.Dict) else ()
    return any(
        getattr(number, "value", None) == 0 and _PADS.search(str(getattr(key, "value", ""))) for key, number in pairs
    )


def _moves_up(part: ast.AST) -> bool:
    """A sum with a number, as in ``to_id[letter] + 1``."""
    sides = (part.left, part.right) if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add) else ()
    return any(isinstance(side, ast.Constant) and type(side.value) is int for side in sides)


def _asked_for(parts: list[ast.AST]) -> set[str]:
    """The tables that are asked for the number of something."""
    asked = {getattr(part.value, "id", "") for part in parts if isinstance(part, ast.Subscript)}
    gets = [part.func for part in parts if isinstance(part, ast.Call) and called(part) == "get"]
    gets += [part.args[0] for part in parts if isinstance(part, ast.Call) and called(part) == "map" and part.args]
    return asked | {getattr(getattr(one, "value", one), "id", "") for one in gets}


def _gets_more(text: Text, name: str) -> bool:
    """Whether a table is changed after it was made."""
    changed = [one.targets[0] for one in text.all(ast.Assign)] + [one.target for one in text.all(ast.AugAssign)]
    stored = any(isinstance(one, ast.Subscript) and getattr(one.value, "id", "") == name for one in changed)
    return stored or f"{name}.update(" in text.whole or f"{name}.pop(" in text.whole


def _first_of_table(text: Text, table: ast.expr) -> str:
    """What has number 0 in a table of numbers; empty if that is the padding, or not known."""
    counted: ast.expr | None = None
    if isinstance(table, ast.DictComp) and len(table.generators) == 1:
        rounds = table.generators[0]
        target = rounds.target.elts[0] if isinstance(rounds.target, ast.Tuple) and rounds.target.elts else None
        counts = called(rounds.iter) == "enumerate" and isinstance(rounds.iter, ast.Call) and not rounds.iter.keywords
        same = target is not None and ast.unparse(target) == ast.unparse(table.value) and not rounds.ifs
        if counts and same and isinstance(rounds.iter, ast.Call) and len(rounds.iter.args) == 1:
            counted = rounds.iter.args[0]
    zipped = table.args[0] if called(table) == "dict" and isinstance(table, ast.Call) and table.args else None
    if called(zipped) == "zip" and isinstance(zipped, ast.Call) and len(zipped.args) == 2:
        second = zipped.args[1]
        counted = zipped.args[0] if called(second) == "range" and len(getattr(second, "args", ())) == 1 else None
    return _first(text, counted) if counted is not None else ""


def _first(text: Text, node: ast.expr, depth: int = 0) -> str:
    """The first of an alphabet or a list of words, if it is surely no padding."""
    node = text.resolved(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 1:
        return "" if _PADS.search(node.value[0]) else repr(node.value[0])
    if isinstance(node, ast.List | ast.Tuple) and node.elts:
        value = getattr(node.elts[0], "value", None)
        return repr(value) if isinstance(value, str) and not _PADS.search(value) else ""
    if isinstance(node, ast.Attribute) and node.attr in _LETTERS:
        return "the first letter"
    if isinstance(node, ast.SetComp):
        return "the first of them"
    if not isinstance(node, ast.Call) or called(node) not in _LISTS or depth > 4:
        return ""
    inner = node.args[0] if node.args and called(node) != "most_common" else None
    written = isinstance(text.resolved(inner), ast.List | ast.Tuple | ast.Constant) if inner is not None else False
    return _first(text, inner, depth + 1) if written and inner is not None else "the first of them"


def _labels_from_one(text: Text) -> Found:
    """``labels = StringLookup(vocabulary=kinds)(names)``, for a softmax over ``len(kinds)`` classes."""
    if "sparse_categorical_crossentropy" not in text.whole and "SparseCategoricalCrossentropy" not in text.whole:
        return
    units = [text.argument(call, 0, "units") for call in text.calls({"Dense"})]
    answers = [part for given, user in _answers(text) for part in traced(text, given, user)]
    if any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Sub) for part in answers):
        return
    asked = {ast.unparse(part.func) for part in answers if isinstance(part, ast.Call)}
    for one in text.all(ast.Assign):
        made, name = one.value, ast.unparse(one.targets[0])
        known = isinstance(made, ast.Call) and called(made) in {"StringLookup", "IntegerLookup"}
        if not known or name not in asked or not isinstance(made, ast.Call):
            continue
        mode = getattr(keyword(made, "output_mode"), "value", "int")
        without = keyword(made, "num_oov_indices") is not None or _is_told(keyword(made, "mask_token"))
        if (
            mode == "int"
            and not without
            and any(_counts(text, unit, made, name) for unit in units if unit is not None)
        ):
            said = f"{name} keeps number 0 for what it does not know, so the classes begin at 1"
            yield "lookup", f"{said}: the last has a number beyond the outputs. Give it num_oov_indices=0.", made


def _is_told(given: ast.expr | None) -> bool:
    """Whether an argument is given, and is not None."""
    return given is not None and getattr(given, "value", ...) is not None


def _answers(text: Text) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What is given for labels: to ``fit``, and as the second of a pair."""
    for call in text.calls({"fit"}):
        given = argument_at(call, 1, "y")
        yield from [(given, call)] if given is not None else ()
    pairs: list[ast.expr | None] = [one.value for one in text.all(ast.Return)]
    pairs += [one.body for one in text.all(ast.Lambda)]
    pairs += [part for call in text.calls({"from_tensor_slices", "zip"}) for part in call.args[:1]]
    for pair in pairs:
        if isinstance(pair, ast.Tuple) and len(pair.elts) in (2, 3):
            yield pair.elts[1], pair.elts[1]


def _counts(text: Text, units: ast.expr, made: ast.Call, name: str) -> bool:
    """Whether the number of outputs is that of the words, without the one for unknown words."""
    listed = keyword(made, "vocabulary")
    whole = text.resolved(listed) if listed is not None else None
    if isinstance(whole, ast.List | ast.Tuple) and text.number(units) == len(whole.elts):
        return True
    counted = units.args[0] if called(units) == "len" and isinstance(units, ast.Call) and units.args else None
    if listed is not None:
        return counted is not None and ast.unparse(counted) == ast.unparse(listed)
    taught = any(ast.unparse(call.func) == f"{name}.adapt" for call in text.calls({"adapt"}))
    distinct = called(units) == "nunique" or called(counted) in {"unique", "set"}
    return taught and distinct


def _column_from_one(text: Text) -> Found:
    """``y = reviews["Rating"].values`` for a softmax over 5 classes, where the program shows that it goes from 1."""
    shown = _SHOWS.search(text.whole) or "between(" in text.whole or re.search(_FROM_ONE, written(text))
    moved = any(isinstance(one.op, ast.Sub | ast.Add) for one in text.all(ast.AugAssign)) or ".replace(" in text.whole
    if not shown or moved:
        return
    units = [text.argument(call, 0, "units") for call in text.calls({"Dense"})]
    counts = {text.number(given) for given in units if given is not None}
    stored = [target for one in text.all(ast.Assign) for target in one.targets if isinstance(target, ast.Subscript)]
    changed = {target.slice.value for target in stored if isinstance(target.slice, ast.Constant)}
    for fit in text.calls({"fit"}):
        answers = argument_at(fit, 1, "y")
        parts = list(traced(text, answers, fit)) if answers is not None else []
        if not all(called(part) in _LEAVES for part in parts if isinstance(part, ast.Call)):
            continue
        columns = [part for part in parts if isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Constant)]
        for node in columns if not any(isinstance(part, ast.BinOp) for part in parts) else ():
            name = node.slice.value if isinstance(node.slice, ast.Constant) else None
            last = _last_shown(text, name) if isinstance(name, str) and name not in changed else 0
            if last > 1 and last in counts and last + 1 not in counts:
                said = f"The labels in {name!r} go from 1 to {last}, and {last} outputs are for 0 to {last - 1}"
                yield "lookup", f"{said}: take 1 from the labels.", node
                return


def _last_shown(text: Text, column: str) -> int:
    """The last of the numbers of a column, if the program shows that they begin at 1; 0 if it does not.

    It shows them by a comment with the column's name, ``# Rating: 1 to 5``, by what ``value_counts`` or ``unique``
    gave, which stands behind or below it in comments, or by a choice of its rows, ``between(1, 5)``.
    """
    lines = written(text).splitlines()
    for at, line in enumerate(lines):
        code, _, comment = line.partition("#")
        told = re.search(rf"\b{re.escape(column)}\b{_FROM_ONE}", comment, re.IGNORECASE)
        if told:
            return int(told[1])
        if repr(column) not in code.replace('"', "'") or not _SHOWS.search(code):
            continue
        below = [one.strip() for one in _comments_below(lines, at)]
        shown = [int(found[1]) for one in below if (found := re.match(r"#\s*(\d+)\s+\d+$", one))]
        listed = [int(number) for number in re.findall(r"\d+", comment)] if re.search(r"[\[(]", comment) else []
        for numbers in (shown, listed):
            if len(numbers) > 1 and sorted(numbers) == [*range(1, len(numbers) + 1)]:
                return len(numbers)
    for call in text.calls({"between"}):
        ends = [getattr(part, "value", None) for part in call.args[:2]]
        owner = getattr(call.func, "value", None)
        of_column = isinstance(owner, ast.Subscript) and getattr(owner.slice, "value", None) == column
        if of_column and ends[0] == 1 and len(ends) > 1 and isinstance(ends[1], int):
            return ends[1]
    return 0


def _comments_below(lines: list[str], at: int) -> Iterator[str]:
    """The lines of comments that follow a line."""
    for line in lines[at + 1 :]:
        if not line.strip().startswith("#"):
            return
        yield line
