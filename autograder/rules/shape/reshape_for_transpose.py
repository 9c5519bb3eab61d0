"""# Reshape where the axes should change places

**What it sees.** `Reshape` gives a map or a sequence the same axes in another order, or makes the channels the first
axis and puts all places behind them, with a `Permute` that turns them back. Also `reshape` of rows to pictures of
three channels, where the files hold all red numbers first, such as the batches of CIFAR-10; and `reshape` of a
picture that was read from a file to three rows of numbers, one for each channel; and `reshape` of an array to its own
sizes in another order, as in `n, c, t = x.shape` and `x.reshape(n, t, c)`, whether or not it was filtered or scaled
in between. Its sizes are also those that it was made with, by `np.zeros` or an earlier `reshape`; and an axis that
counts the entries of a list, as in `np.stack([read(name) for name in SIGNALS], axis=1)`, is not the last, nor is that
of three directions or colours in `np.array([acc_x, acc_y, acc_z])`. The features of librosa lie in rows. Where
nothing in the program turns an array, a comment or docstring may also tell its shape, as in `# x: (n, 22, 1000)`.

**Why it hurts.** `Reshape` reads the numbers in the order in which they lie, with the last axis fastest, and fills
the new shape in that order. It moves no axis. What stands in a row afterwards comes from several channels and
places, and the model cannot tell them apart.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((32, 48, 3)),
    layers.Conv2D(5, 3, padding="same"),
    layers.Reshape((5, 32 * 48)),  # ← here
    layers.Permute((2, 1)),
    layers.Activation("softmax"),
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((32, 48, 3)),
    layers.Conv2D(5, 3, padding="same"),
    layers.Reshape((32 * 48, 5)),
    layers.Activation("softmax"),
])
```
"""

from __future__ import annotations

import ast
import math
import re

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, called, constant, keyword, walk
from autograder.rules import asking
from autograder.rules.looks.axes import Axis, asked_sizes, axis_of
from autograder.rules.looks.dataflow import cases, traced
from autograder.rules.looks.laid_out import Stacked, length, sizes_of
from autograder.rules.looks.prose import told_shapes
from autograder.rules.looks.ranks import FEATURES, counted, directions_first, features_of, origins_of
from autograder.rules.looks.scopes import last_name
from autograder.rules.rule import Faults, Found, Level, Rule

_PICTURES_OF_SETS = re.compile(r"data_batch|cifar-10-batches|cifar-100-python|stl10_binary")
_MATRIX, _CHANNELS, _AXES = 2, 3, 4
_COUNTED = re.compile(r"(?i)chan|sens|signal|feat|lead|axes|electrode")
_SIDE = re.compile(r"(?i)(^|_)n?(h|w|height|width|rows|cols|columns)$")
_TURNED = frozenset({"dstack", "transpose", "moveaxis", "swapaxes", "rollaxis", "permute", "T"})
_MAY_TURN = (
    "transpose", "moveaxis", "swapaxes", "rollaxis", "ermute", ".T", "einsum", "order=", "rearrange", "stack(",
    "channels_first",
)  # fmt: skip
_READ = frozenset({"imread", "load_img", "img_to_array", "decode_jpeg", "decode_png", "decode_image"})


def _look(model: ModelSource) -> Faults:
    known = shapes(model.anatomy)
    for position in model.anatomy.positions("reshape"):
        before = asking.before(model, position)
        old, new = (_sizes(known[at]) if at is not None else () for at in (before, position))
        if old and new and (_reordered(old, new) or (_channels_first(old, new) and _turned(model, position))):
            was, now = (str(known[at]) for at in (before, position) if at is not None)
            said = f"Reshape makes {now} of {was} without moving an axis"
            yield asking.at(model, position, f"{said}: numbers of several channels and places are mixed.")


def _sizes(shape: tuple[int | None, ...] | None) -> tuple[int, ...]:
    """The sizes of the axes that hold more than one number; nothing if one is not known."""
    known = [size for size in shape or () if size is not None]
    return tuple(size for size in known if size != 1) if len(known) == len(shape or ()) else ()


def _reordered(old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    return old != new and sorted(old) == sorted(new)


def _channels_first(old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    """Whether the channels, which come last, become the first of two axes."""
    last = old[-1]
    return len(old) > 2 and len(new) == 2 and new == (last, math.prod(old[:-1])) and last != old[0]


def _turned(model: ModelSource, position: int) -> bool:
    after = asking.after(model, position)
    return after is not None and model.anatomy.operations[after].kind == "permute"


def _look_at_text(text: Text) -> Found:
    yield from _channels_last(text)
    yield from _of_a_file(text)
    yield from _own_axes(text)
    yield from _by_its_making(text)
    yield from _of_librosa(text)
    yield from _by_words(text)


def _channels_last(text: Text) -> Found:
    """``rows.reshape(-1, 32, 32, 3)`` of rows that hold all red, then all green, then all blue numbers."""
    if "reshape(" not in text.whole:
        return
    told = (one.value for one in text.all(ast.Constant) if isinstance(one.value, str))
    files = any(map(_PICTURES_OF_SETS.search, told)) and "keras.datasets.cifar" not in text.whole
    for call in text.calls({"reshape"}) if files or ", 3, " in text.whole or "(3, " in text.whole else ():
        rows, sizes = asked_sizes(call)
        numbers = [text.number(part) for part in sizes]
        if rows is None or len(sizes) not in (_CHANNELS, _AXES) or numbers[-1] != _CHANNELS:
            continue
        ordered = any(word.arg == "order" for word in call.keywords)
        square = numbers[-2] == numbers[-3] and numbers[-2] > _CHANNELS
        made = list(traced(text, rows, call))
        before = [called(node) for node in made]
        ordered |= any(isinstance(node, ast.Call) and keyword(node, "order") is not None for node in made)
        ordered |= any(called(node) == "stack" and "axis" in ast.unparse(node) for node in made)
        first = any(_reshaped_first(text, node, numbers) for node in made)
        turned = _TURNED & set(before)
        small = files and numbers[-2] in (32, 96) and "load_data" not in before
        if square and not ordered and not turned and (first or small):
            said = "These rows hold all red numbers, then all green, then all blue ones"
            yield f"{said}: reshape to (3, {numbers[-2]}, {numbers[-2]}), and then move the axis.", call


def _of_a_file(text: Text) -> Found:
    """``cv2.imread(name).reshape((3, 224, 224))``: a picture that was read has its channels last."""
    for call in text.calls({"reshape"}) if any(f"{name}(" in text.whole for name in _READ) else ():
        rows, sizes = asked_sizes(call)
        numbers = [text.number(part) for part in sizes[-_CHANNELS:]]
        if rows is None or len(numbers) < _CHANNELS or numbers[0] != _CHANNELS or min(numbers[1:]) <= _CHANNELS:
            continue
        made = {called(node) or getattr(node, "attr", "") for node in traced(text, rows, call)}
        if made & _READ and not made & _TURNED:
            said = f"A picture from a file has its channels last, and reshape to ({', '.join(map(str, numbers))})"
            yield f"{said} moves no axis: its places and channels are mixed.", call


def _own_axes(text: Text) -> Found:
    """``n, c, t = x.shape`` and then ``x.reshape(n, t, c)``."""
    for call in text.calls({"reshape"}):
        rows, sizes = asked_sizes(call)
        sizes = [size for size in sizes if constant(size) != 1]
        if rows is None or len(sizes) < _CHANNELS or keyword(call, "order") is not None:
            continue
        order = _order(text, rows, sizes, call)
        if (
            order == sorted(order)
            or _is_turned(text, call)
            or any(_adds_an_axis(text, node) for node in traced(text, rows, call))
        ):
            continue
        if _are_sides([size for at, size in enumerate(sizes) if order[at] != at]):
            continue
        name = rows.id if isinstance(rows, ast.Name) else "an array"
        said = f"This gives {name} its own axes in the order {', '.join(map(str, order))}, and moves no number"
        yield f"{said}: those of several places are mixed.", call


def _by_its_making(text: Text) -> Found:
    """``np.stack([read(name) for name in SIGNALS], axis=1)``, and then ``x.reshape(-1, STEPS, len(SIGNALS))``."""
    for call in text.calls({"reshape"}):
        rows, sizes = asked_sizes(call)
        sizes = [size for size in sizes if constant(size) != 1]
        lengths = [length(text, size, call) for size in sizes]
        told_apart = len({*lengths, ""}) == len(sizes) + 1
        directions = lengths[-1:] == [str(_CHANNELS)] and lengths.count(lengths[-1]) == 1
        always = next(cases(text, call), None) is None and not _is_turned(text, call)
        if rows is None or len(sizes) < _CHANNELS or not always or keyword(call, "order") is not None:
            continue
        found = origins_of(text, rows, call) if told_apart or directions else []
        listed = told_apart and all(_is_last_of_list(counted(text, one), sizes, lengths) for one in found)
        if found and (listed or (directions and all(directions_first(text, one) for one in found))):
            said = f"The axis of this array that has {ast.unparse(sizes[-1])} entries is not the last"
            yield f"{said}, and reshape moves no axis: the numbers of several are mixed.", call
        orders = [_made_order(sizes_of(text, one), lengths) for one in found] if told_apart else []
        if orders and all(_moves_more_than_sides(order, sizes) for order in orders):
            said = f"This array was made with its axes in the order {', '.join(map(str, orders[0]))} of these"
            yield f"{said}, and reshape moves no number: those of several places are mixed.", call


def _of_librosa(text: Text) -> Found:
    """``mfcc.reshape(-1, N_MFCC)`` of ``librosa.feature.mfcc(…, n_mfcc=N_MFCC)``, which has a row for each."""
    for call in text.calls({"reshape"}) if "librosa" in text.whole else ():
        rows, sizes = asked_sizes(call)
        sizes = [size for size in sizes if constant(size) != 1]
        if rows is None or len(sizes) != _MATRIX or keyword(call, "order") is not None or _is_turned(text, call):
            continue
        found = [features_of(text, one) for one in origins_of(text, rows, call)]
        if all(one is not None and _is_its_width(text, one, sizes, rows, call) for one in found):
            said = "Librosa gives a row for each feature and a column for each frame"
            yield f"{said}, and reshape moves no number: the frames are mixed.", call


def _by_words(text: Text) -> Found:
    """``x = np.load(path)  # (n, 22, 1000)``, and then ``x.reshape(len(x), 1000, 22)``; nothing turns any array."""
    if "reshape(" not in text.whole or any(word in text.whole for word in _MAY_TURN):
        return
    told = list(told_shapes(text))
    for call in text.calls({"reshape"}) if told else ():
        rows, sizes = asked_sizes(call)
        if rows is None or len(sizes) != _CHANNELS or any(constant(size) == 1 for size in sizes):
            continue
        if _are_sides(sizes[1:]) or keyword(call, "order") is not None:
            continue
        parts = list(traced(text, rows, call))
        names = {last_name(part) for part in parts} | {part.value for part in parts if isinstance(part, ast.Constant)}
        orders = {_told_order(text, one.sizes, sizes) for one in told if one.names & names}
        if orders - {""} == {"turned"} and not any(called(part) in {"reshape", "expand_dims"} for part in parts):
            a, b = (ast.unparse(size) for size in sizes[1:])
            said = f"The words of the program say that this array has {b} before {a}"
            yield f"{said}, and reshape moves no number: those of several places are mixed.", call


def _told_order(text: Text, told: tuple[str, ...], sizes: list[ast.expr]) -> str:
    """How the two last axes of an array that words describe stand to those that it is to have."""
    if len(told) != _CHANNELS:
        return "other"
    spelt = [{str(text.number(size)), last_name(size).lower()} - {"0", ""} for size in sizes[1:]]
    if spelt[0] & spelt[1] or not all(spelt):
        return ""
    if told[1] in spelt[1] and told[2] in spelt[0]:
        return "turned"
    return "same" if told[1] in spelt[0] and told[2] in spelt[1] else ""


def _is_its_width(text: Text, made: ast.Call, sizes: list[ast.expr], rows: ast.expr, call: ast.Call) -> bool:
    """Whether rows of features are to become as wide as features are many."""
    if _order(text, rows, sizes, call) == [1, 0]:
        return True
    asked = keyword(made, *FEATURES[called(made)])
    many = [constant(one) for one in (text.resolved(asked) if asked is not None else None, text.resolved(sizes[-1]))]
    return type(many[0]) is int and many[0] == many[1] and length(text, sizes[0], call) != str(many[0])


def _moves_more_than_sides(order: list[int], sizes: list[ast.expr]) -> bool:
    moved = [size for at, size in enumerate(sizes) if order and order[at] != at]
    return bool(moved) and not _are_sides(moved)


def _is_last_of_list(made: Stacked | None, sizes: list[ast.expr], lengths: list[str]) -> bool:
    """Whether the last axis is to be the one that counts the entries of a list; a number alone must have its name."""
    if made is None or made.lengths & set(lengths) != {lengths[-1]}:
        return False
    return not lengths[-1].isdigit() or (made.axis == 1 and bool(_COUNTED.search(last_name(sizes[-1]))))


def _made_order(old: list[str], new: list[str]) -> list[int]:
    """The axes of an array as its new sizes name them, by those that it was made with; empty if not just these."""
    old = [size for size in old if size != "1"]
    gone, come = (set(one) - set(other) for one, other in ((old, new), (new, old)))
    if len(gone) == len(come) == 1 and "-1" in gone | come:
        old = [next(iter(come)) if size in gone else size for size in old]
    return [old.index(size) for size in new] if len(old) == len(new) and set(old) == set(new) else []


def _are_sides(moved: list[ast.expr]) -> bool:
    """Whether only height and width change places: of a square picture these are two names for one number."""
    return all(_SIDE.search(last_name(size)) for size in moved)


def _order(text: Text, rows: ast.expr, sizes: list[ast.expr], call: ast.Call) -> list[int]:
    """The axes of an array as its new sizes name them, one of which may be -1; empty if they are not just its own."""
    axes = [axis_of(text, size, rows, call) for size in sizes]
    known, every = [_counted(axis, sizes) for axis in axes if axis is not None], set(range(len(sizes)))
    left = every - set(known)
    if len(known) < len(sizes):
        ranks = {axis.rank for axis in axes if axis is not None}
        open_ = [size for size, axis in zip(sizes, axes, strict=True) if axis is None]
        if len(left) != 1 or [ast.unparse(size) for size in open_] != ["-1"] or ranks != {len(sizes)}:
            return []
    elif left:
        return []
    return [_counted(axis, sizes) if axis is not None else min(left) for axis in axes]


def _counted(axis: Axis, sizes: list[ast.expr]) -> int:
    """The number of an axis, counted from the first."""
    return axis.number + len(sizes) if axis.number < 0 else axis.number


def _is_turned(text: Text, call: ast.Call) -> bool:
    """``x.reshape(t, n, c).transpose(1, 0, 2)``."""
    around = text.parents.get(id(call))
    return getattr(around, "attr", "") in _TURNED or called(around) in _TURNED


def _adds_an_axis(text: Text, node: ast.AST) -> bool:
    """Whether an axis of one number may come from here: then the order of the axes is only a name for them."""
    if isinstance(node, ast.Subscript):
        nothing = any(isinstance(part, ast.Constant) and part.value is None for part in walk(node.slice))
        return nothing or "newaxis" in ast.unparse(node.slice)
    if isinstance(node, ast.Call) and called(node) in {"reshape", "Reshape"}:
        named = [part for given in node.keywords for part in getattr(given.value, "elts", ())]
        return any(text.number(size) == 1 for size in (*asked_sizes(node)[1], *named))
    return called(node) == "expand_dims"


def _reshaped_first(text: Text, node: ast.AST, numbers: list[int]) -> bool:
    """``x.reshape(-1, 3, 32, 32)``."""
    if called(node) != "reshape" or not isinstance(node, ast.Call):
        return False
    sizes = node.args[0].elts if node.args and isinstance(node.args[0], ast.Tuple) else node.args
    return [text.number(part) for part in sizes[-3:]] == [_CHANNELS, *numbers[-3:-1]]


RULE = Rule(
    level=Level.ERROR,
    title="a reshape where the axes should change places",
    instead="Move axes with Permute, and reshape only what lies side by side.",
    model=_look,
    text=_look_at_text,
    exact=True,
)
