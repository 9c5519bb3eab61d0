"""What reads the rows for a training and for its validation, and whether two readers read the same rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, keyword, names
from autograder.rules.looks.dataflow import unfolded
from autograder.rules.looks.encodings import TEST, TRAIN
from autograder.rules.looks.scopes import arguments, owner

_ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "flow": (("x",), ("y",)),
    "flow_from_directory": (("directory",),),
    "flow_from_dataframe": (("dataframe",), ("directory",)),
    "image_dataset_from_directory": (("directory",),),
    "text_dataset_from_directory": (("directory",),),
    "from_tensor_slices": (("tensors",),),
}
_CHOOSE = ("subset", "classes", "x_col", "y_col", "validation_split", "start_index", "end_index")
_SAME_ROWS = frozenset({"batch", "map", "shuffle", "prefetch", "cache", "repeat", "with_options", "ignore_errors"})
_NO_MATTER = frozenset({"shuffle", "batch_size", "augment", "augmentation", "seed", "augmentations", "is_augment"})
_STEPS = 12  # on the way from a variable to what reads the rows


def read_again(text: Text) -> Iterator[ast.Call]:
    """What reads the rows of the training once more, for ``validation_data`` or for a test by its name."""
    for fit in text.calls({"fit", "fit_generator"}):
        mine = _reader(text, argument_at(fit, 0, "x", "generator"), fit)
        other = _reader(text, keyword(fit, "validation_data"), fit)
        if mine is not None and other is not None and _same(text, mine, other):
            yield other
        for test in text.calls({"evaluate", "evaluate_generator"}) if mine is not None else ():
            asked = argument_at(test, 0, "x", "generator")
            named = isinstance(asked, ast.Name) and TEST.search(asked.id) and not TRAIN.search(asked.id)
            found = _reader(text, asked, test) if named else None
            if mine is not None and found is not None and _same(text, mine, found):
                yield found


def _reader(text: Text, node: ast.expr | None, user: ast.AST) -> ast.Call | None:
    """The call that reads the rows: of Keras or TensorFlow, or of a class or function of the author's."""
    own = {kind.name for kind in text.all(ast.ClassDef)} | set(text.functions)
    for _ in range(_STEPS):
        node = unfolded(text, node, user)
        if isinstance(node, ast.Call) and called(node) in _SAME_ROWS and isinstance(node.func, ast.Attribute):
            node, user = node.func.value, node
        else:
            known = called(node) in _ROWS or (
                called(node) in own and isinstance(getattr(node, "func", None), ast.Name)
            )
            return node if isinstance(node, ast.Call) and known else None
    return None


def _same(text: Text, mine: ast.Call, other: ast.Call) -> bool:
    """Whether two calls read the same rows of the same data."""
    if mine is other or called(mine) != called(other) or text.function_of(mine) != text.function_of(other):
        return False
    given = [_given(call) for call in (mine, other)]
    if any(part is None for part in given) or [*map(_spelt, given)] != [_spelt(given[0])] * 2:
        return False
    read = {name for part in (given[0] or {}).values() for name in names(part)}
    if called(mine) not in _ROWS and not any(TRAIN.search(name) for name in read):
        return False
    kept = all(_is_fixed(text, name, mine, other) for name in read)
    return kept and not any(f"{name}.pop(" in text.whole for name in read) and "inplace=True" not in text.whole


def _given(call: ast.Call) -> dict[str, ast.expr] | None:
    """What tells a call which rows to read; None if it is not told in a way that can be read."""
    if any(one.arg is None for one in call.keywords) or any(isinstance(part, ast.Starred) for part in call.args):
        return None
    if called(call) not in _ROWS:
        every = {str(at): part for at, part in enumerate(call.args)}
        return every | {str(one.arg): one.value for one in call.keywords if one.arg not in _NO_MATTER}
    asked = [(by[0], argument_at(call, at, *by)) for at, by in enumerate(_ROWS[called(call)])]
    asked += [(name, keyword(call, name)) for name in _CHOOSE]
    found = {name: part for name, part in asked if part is not None}
    plain = not any(isinstance(part, ast.Call) and called(part) == "next" for part in found.values())
    return found if found and plain else None


def _spelt(given: dict[str, ast.expr] | None) -> dict[str, str]:
    return {name: ast.unparse(part) for name, part in (given or {}).items()}


def _is_fixed(text: Text, name: str, mine: ast.Call, other: ast.Call) -> bool:
    """Whether a name has one value in both places: by one statement, as an argument, or from afar."""
    first, second = text.latest(name, mine), text.latest(name, other)
    if first[0] is not None or second[0] is not None:
        return first[1] is second[1]
    asked = name in [*arguments(owner(text, mine)), "self"]
    return asked or (text.is_sure(name) and len(text.givers(name)) < 2)
