"""Which axes an array has, by how it was made and by what the program asks of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, constant, owner_of, subject, targets_of, walk
from autograder.rules.looks.dataflow import named
from autograder.rules.looks.laid_out import Origin, Stacked, origins, stacked
from autograder.rules.looks.scopes import attributes, imported_as, last_name

_LIBRARIES = frozenset({"np", "numpy", "tf", "ops", "keras", "jnp"})
_MOVES = frozenset({"swapaxes", "moveaxis", "transpose", "permute"})
_MAKE_AXES = frozenset({"expand_dims", "stack"})
_NAMES = frozenset({"axis", "axes", "perm", "dims"})
FEATURES = {"mfcc": ("n_mfcc",), "melspectrogram": ("n_mels",), "chroma_stft": ("n_chroma",)}
"""Functions of librosa with a row for each feature, and the argument that says how many these are."""
_IN_DECIBELS = frozenset({"power_to_db", "amplitude_to_db"})
_FOLLOWED = 6  # functions on the way from an array to what made it
_JOINS = frozenset({"stack", "vstack", "concatenate"})
_VALUES = frozenset({"values", "to_numpy", "astype", "to_list", "tolist"})
_DIRECTIONS = (("x", "y", "z"), ("xs", "ys", "zs"), ("r", "g", "b"), ("red", "green", "blue"))
_WORD = re.compile(r"[a-z]+?(?=[xyz]$)|[a-z]+|[0-9]+")
_THIRD, _AXES = 2, 3


def origins_of(text: Text, node: ast.expr, user: ast.AST) -> list[Origin]:
    """Where an array comes from, also one in an attribute that is given once."""
    found = origins(text, node, user)
    return [one for origin in found for one in (_of_attribute(text, origin) or [origin])]


def _of_attribute(text: Text, origin: Origin) -> list[Origin]:
    """What the methods of a class give to ``self.x``."""
    name = origin.made
    if not isinstance(name, ast.Attribute) or ast.unparse(name.value) != "self":
        return []
    given = [value for kind in text.all(ast.ClassDef) for value in attributes(kind).get(name.attr, ())]
    return origins(text, given[0], given[0]) if len(given) == 1 else []


def counted(text: Text, origin: Origin) -> Stacked | None:
    """The axis that counts the entries of a list; also if only what is done on the way shows that there are three."""
    made, known = origin.made, stacked(text, origin)
    if known is not None or not isinstance(made, ast.Call) or not made.args or _axis(made) != 1:
        return known
    entries = stacked(text, origin._replace(made=made.args[0])) if called(made) == "stack" else None
    return Stacked(1, entries.lengths) if entries is not None and has_third_axis(text, made) else None


def directions_first(text: Text, origin: Origin) -> bool:
    """Whether the axis of ``[acc_x, acc_y, acc_z]``, or of red, green and blue, is not the last one of an array."""
    made = origin.made
    if isinstance(made, ast.List) and not made.elts:
        grown = [call for call in text.calls({"append"}) if (owner_of(call), text.function_of(call)) in origin.held]
        windows = targets_of(grown[0].args[0]) if len(grown) == 1 and grown[0].args else []
        return _are_directions(windows) and all(_is_slice(named(text, one, grown[0])[0]) for one in windows)
    if isinstance(made, ast.Call) and called(made) in _JOINS and made.args:
        second = called(made) == "stack" and _axis(made) == 1 and has_third_axis(text, made)
        made = made.args[0] if second or called(made) == "vstack" or _axis(made) == 0 else None
    return made is not None and _are_directions(targets_of(named(text, made, origin.user)[0]))


def _axis(call: ast.Call) -> int | None:
    """The axis along which arrays are put together; None if that is not known."""
    axis = constant(argument_at(call, 1, "axis") or ast.Constant(0))
    return axis if type(axis) is int else None


def _are_directions(entries: list[ast.expr]) -> bool:
    """Whether three arrays are named alike but for x, y and z, or for the colours."""
    words = [_WORD.findall(_told(entry).lower()) for entry in entries]
    if len(words) != _AXES or len({len(one) for one in words}) != 1:
        return False
    apart = [column for column in zip(*words, strict=True) if len(set(column)) > 1]
    return len(apart) == 1 and apart[0] in _DIRECTIONS


def _told(entry: ast.expr) -> str:
    """The name of an array, or of the column that it is: ``table["acc_x"].values[start:end]``."""
    while isinstance(entry, ast.Subscript | ast.Attribute | ast.Call):
        if isinstance(entry, ast.Subscript) and isinstance(constant(entry.slice), str):
            return str(constant(entry.slice))
        if isinstance(entry, ast.Attribute) and entry.attr not in _VALUES:
            return entry.attr
        inner = getattr(entry.func, "value", None) if isinstance(entry, ast.Call) else entry.value
        if inner is None or (isinstance(entry, ast.Call) and called(entry) not in _VALUES):
            return ""
        entry = inner
    return last_name(entry)


def _is_slice(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Slice) for part in walk(node))


def features_of(text: Text, origin: Origin) -> ast.Call | None:
    """The call of librosa that made an array of features, with a row for each of them and a column for each frame."""
    for _ in range(_FOLLOWED):
        made = origin.made
        if not isinstance(made, ast.Call):
            return None
        if called(made) in FEATURES and "librosa" in f"{owner_of(made)} {imported_as(text, called(made))}":
            return made
        before = origins_of(text, made.args[0], origin.user) if called(made) in _IN_DECIBELS and made.args else []
        if len(before) != 1:
            return None
        origin = before[0]
    return None


def has_third_axis(text: Text, made: ast.expr) -> bool:
    """Whether the program asks for a third axis of an array that was made so, wherever this array is by then."""
    asked = text.once(_of_three_axes)
    return any(any(found.made is made for found in origins_of(text, part, part)) for part in asked)


def _of_three_axes(text: Text) -> Iterator[ast.expr]:
    """The arrays that must have three axes: ``x.mean(axis=(0, 2))``, ``x[:, :, 0]``, ``n, c, t = x.shape``."""
    for call in text.all(ast.Call):
        array = subject(call, _LIBRARIES) if called(call) not in _MAKE_AXES else None
        if array is not None and any(_is_third(axis) for given in _asked(call) for axis in targets_of(given)):
            yield array
    for node in text.all(ast.Subscript):
        if getattr(node.value, "attr", "") == "shape" and isinstance(node.value, ast.Attribute):
            yield from [node.value.value] if _is_third(node.slice) else []
        elif isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == _AXES and _only_chooses(node.slice):
            yield node.value
    for one in text.all(ast.Assign):
        if isinstance(one.value, ast.Attribute) and one.value.attr == "shape":
            parts = targets_of(one.targets[0])
            yield from [one.value.value] if len(parts) == _AXES and not _is_starred(parts) else []


def _asked(call: ast.Call) -> list[ast.expr]:
    """The axes that a call names: ``x.mean(axis=(0, 2))``, ``x.swapaxes(1, 2)``, ``x.transpose(0, 2, 1)``."""
    named = [one.value for one in call.keywords if one.arg in _NAMES]
    return named + (call.args if called(call) in _MOVES else [])


def _is_third(axis: ast.expr) -> bool:
    return type(constant(axis)) is int and constant(axis) == _THIRD


def _is_starred(parts: list[ast.expr]) -> bool:
    return any(isinstance(part, ast.Starred) for part in parts)


def _only_chooses(index: ast.Tuple) -> bool:
    """Whether an index makes no axis of its own, and leaves none out."""
    return not any(
        (isinstance(part, ast.Constant) and part.value in (None, ...)) or getattr(part, "attr", "") == "newaxis"
        for part in index.elts
    )
