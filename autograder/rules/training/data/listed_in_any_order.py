"""# Files in any order

**What it sees.** Pictures and their answers come from two lists of files that nothing sorts, and are put side by side
by their places; or the labels of pictures are written by their places, and the list of their folders is not sorted.

**Why it hurts.** `os.listdir` and `glob` give names in the order in which the disk keeps them. It differs from folder
to folder and from machine to machine: a picture may stand beside the mask of another one.

**Example.**

```python
import glob
import keras

pictures = [keras.utils.load_img(name) for name in glob.glob("pictures/*.png")]
masks = [keras.utils.load_img(name) for name in glob.glob("masks/*.png")]
model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same")])
model.compile(loss="mse", optimizer="adam")
model.fit(stacked(pictures), stacked(masks))  # ← here
```

**Instead.**

```python
import glob
import keras

pictures = [keras.utils.load_img(name) for name in sorted(glob.glob("pictures/*.png"))]
masks = [keras.utils.load_img(name) for name in sorted(glob.glob("masks/*.png"))]
model = keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(1, 3, padding="same")])
model.compile(loss="mse", optimizer="adam")
model.fit(stacked(pictures), stacked(masks))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, constant, names, walk
from autograder.rules.looks.dataflow import traced
from autograder.rules.rule import Found, Level, Rule

_LISTS = frozenset({"listdir", "glob", "rglob", "iglob", "scandir"})
_SORTS = ("sort", "natsort", "DataFrame(", "read_csv", "replace(", "basename", ".stem", ".split(")


def _look(text: Text) -> Found:
    if any(word in text.whole for word in _SORTS) or not any(text.calls(_LISTS)):
        return
    yield from _side_by_side(text)
    yield from _by_places(text)


def _side_by_side(text: Text) -> Found:
    """``fit(pictures, masks)``, each read from a list of its own."""
    for call in text.calls({"fit", "train_test_split", "from_tensor_slices", "zip"}):
        given = call.args[0].elts if len(call.args) == 1 and isinstance(call.args[0], ast.Tuple) else call.args[:2]
        if called(call) == "fit":
            given = [one for one in (argument_at(call, 0, "x"), argument_at(call, 1, "y")) if one is not None]
        lists = [{id(node): node for node in _listings(text, one, call)} for one in given]
        apart = len(lists) == 2 and all(lists) and not lists[0].keys() & lists[1].keys()
        if apart and len({ast.unparse(node) for one in lists for node in one.values()}) > 1:
            yield "What stands side by side here comes from two lists of files that nothing sorts.", call
            return


def _listings(text: Text, node: ast.expr, user: ast.AST) -> Iterator[ast.Call]:
    """The lists of files that a value is read from, also by a loop that appends to it."""
    seen = [part for part in traced(text, node, user) if isinstance(part, ast.Name | ast.Call)]
    wanted = {part.id for part in seen if isinstance(part, ast.Name)}
    loops = [
        loop for loop in text.all(ast.For) if any(_fills(part, wanted) for one in loop.body for part in walk(one))
    ]
    found = [part for loop in loops for part in traced(text, loop.iter, loop)]
    yield from (part for part in [*seen, *found] if isinstance(part, ast.Call) and called(part) in _LISTS)


def _fills(node: ast.AST, wanted: set[str]) -> bool:
    owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    return called(node) == "append" and isinstance(owner, ast.Name) and owner.id in wanted


def _by_places(text: Text) -> Found:
    """``labels[0:202] = 0``, for pictures that a loop over unsorted folders has read."""
    written = [
        one.targets[0].value.id
        for one in text.all(ast.Assign)
        if isinstance(one.targets[0], ast.Subscript)
        and isinstance(one.targets[0].slice, ast.Slice)
        and isinstance(one.targets[0].value, ast.Name)
        and type(constant(one.value)) is int
    ]
    labels = next((name for name in written if written.count(name) > 1), "")
    for loop in text.all(ast.For) if labels else ():
        folders = [part for part in traced(text, loop.iter, loop) if called(part) in _LISTS]
        inner = any(isinstance(part, ast.For) for one in loop.body for part in walk(one))
        if folders and inner and labels not in names(loop):
            yield (
                f"{labels} is written by places, and these folders come in any order: nothing sorts them.",
                loop.iter,
            )


RULE = Rule(
    level=Level.NOTE,
    title="files in any order",
    instead="Sort the names, sorted(os.listdir(folder)), or take the answer from the name of the picture.",
    text=_look,
)
