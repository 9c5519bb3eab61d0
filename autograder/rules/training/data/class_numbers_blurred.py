"""# Class numbers that are treated like brightness

**What it sees.** A mask whose pixels are numbers of classes, as `sparse_categorical_crossentropy` and `one_hot` want
them, is resized, turned or zoomed with means of neighbours, which is the default of `tf.image.resize`, `cv2.resize`,
`Resizing`, `RandomRotation`, `scipy.ndimage`, scikit-image and `image_dataset_from_directory`; or it is divided by
255, though there are more than two classes. That it is a mask, its name says. Where a mask has two classes, or is cut
at a threshold afterwards, nothing is said.

**Why it hurts.** The mean of class 1 and class 3 is class 2, which is not there. Along every border the network is
taught classes that nobody drew. Numbers of classes that are divided by 255 all become 0 as soon as they are whole
numbers again.

**Example.**

```python
import tensorflow as tf

def load(image_path, mask_path):
    image = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(image_path)), (128, 128)) / 255.0
    mask = tf.io.decode_png(tf.io.read_file(mask_path), channels=1)
    mask = tf.image.resize(mask, (128, 128))  # ← here
    return image, tf.cast(mask, tf.int32)

model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
```

**Instead.**

```python
import tensorflow as tf

def load(image_path, mask_path):
    image = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(image_path)), (128, 128)) / 255.0
    mask = tf.io.decode_png(tf.io.read_file(mask_path), channels=1)
    mask = tf.image.resize(mask, (128, 128), method="nearest")
    return image, tf.cast(mask, tf.int32)

model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.rules.looks.dataflow import sources, unfolded
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.words import BENDS, SURE_MASK
from autograder.rules.rule import Found, Level, Rule

_MASK = re.compile(r"mask|msk|segm|(^|_)seg(_|\d|$)|annot|trimap|(^|_)(label|lbl|gt)s?(_|\d|$)", re.I)
_ANSWER = re.compile(r"pred|prob|logit|heat|cam|attn|attention|soft|score", re.I)
_NUMBERS = ("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy", "one_hot", "to_categorical")
_YES_OR_NO = ("binary_crossentropy", "BinaryCrossentropy", "sigmoid", "BinaryIoU", "BinaryAccuracy")
_SAME = frozenset({"cast", "astype", "expand_dims", "convert_to_tensor", "array", "asarray"})
_FOLDERS = frozenset({"image_dataset_from_directory", "load_img"})
_TIMES = frozenset({"one_hot", "to_categorical", "concat", "concatenate", "stack"})


def _look(text: Text) -> Found:
    """Pictures of class numbers that are resized by means of neighbours, or divided by 255."""
    if _classes(text) != 0:
        for call in text.all(ast.Call):
            mask = _resized(text, call)
            if mask is not None and _holds_numbers(text, mask, call):
                said = "This takes means of neighbours: between class 1 and class 3 it invents class 2"
                yield f"{said} along every border.", call
    if _classes(text) > 2:
        yield from _divided(text)


def _classes(text: Text) -> int:
    """How many classes a program tells apart by number; -1 if it does not say how many, 0 if it does not do so."""
    if not any(word in text.whole for word in _NUMBERS) or any(word in text.whole for word in _YES_OR_NO):
        return 0
    found = []
    for call in text.calls({"Conv2D", "Conv2DTranspose"}):
        ends = getattr(keyword(call, "activation"), "value", None) == "softmax"
        units = argument_at(call, 0, "filters")
        value = getattr(unfolded(text, units, call), "value", None) if units is not None else None
        if ends and type(value) is int:
            found.append(value)
    return max(found, default=-1) if max(found, default=3) > 2 else 0


def _is_mask(node: ast.AST) -> bool:
    """Whether the name of what is treated says that it is a picture of class numbers."""
    while isinstance(node, ast.Call) and node.args and called(node) in _SAME:
        node = node.args[0] if called(node) != "astype" else node.func
        node = node.value if isinstance(node, ast.Attribute) else node
    while isinstance(node, ast.Subscript):
        node = node.value
    name = last_name(node)
    return bool(_MASK.search(name)) and not _ANSWER.search(name)


def _resized(text: Text, call: ast.Call) -> ast.expr | None:
    """The picture that a call resizes or turns by means of neighbours."""
    spelt, first = ast.unparse(call.func), call.args[0] if call.args else None
    if first is None or not _smooths(text, call, spelt):
        return None
    owner_of = call.func.value if isinstance(call.func, ast.Attribute) else None
    by_pillow = called(call) == "resize" and owner_of is not None and _is_mask(owner_of)
    picture = owner_of if by_pillow else first
    return picture if picture is not None and (_is_mask(picture) or called(call) in _FOLDERS) else None


def _smooths(text: Text, call: ast.Call, spelt: str) -> bool:
    """Whether a call takes means of neighbours, as the author says or by default."""
    name = called(call)
    layer = unfolded(text, call.func, call) if isinstance(call.func, ast.Name) else call.func
    if spelt.endswith(("image.resize", "image.resize_with_pad", "smart_resize")):
        smooth = _is_smooth(argument_at(call, 2, "method", "interpolation"), default=True)
    elif spelt == "cv2.resize":
        smooth = _is_smooth(argument_at(call, 5, "interpolation"), default=True)
    elif name in {"zoom", "rotate"} and "scipy" in text.whole:
        smooth = getattr(keyword(call, "order"), "value", 3) != 0
    elif spelt == "resize" and "skimage" in text.whole:
        smooth = getattr(keyword(call, "order"), "value", 1) != 0
    elif name == "resize" and isinstance(call.func, ast.Attribute) and _is_mask(call.func.value):
        made = sources(text, call.func.value, call)
        grey = any(called(part) == "convert" and "'L'" in ast.unparse(part) for part in made)
        smooth = grey and _is_smooth(argument_at(call, 1, "resample"), default=True)
    elif name == "image_dataset_from_directory":
        smooth = _reads_masks(text, call) and _is_smooth(keyword(call, "interpolation"), default=True)
    elif name == "load_img":
        smooth = _is_mask(call.args[0]) and _is_smooth(keyword(call, "interpolation"), default=False)
    else:
        bends = isinstance(layer, ast.Call) and called(layer) in BENDS
        smooth = isinstance(layer, ast.Call) and bends and _is_smooth(keyword(layer, "interpolation"), default=True)
    return smooth


def _reads_masks(text: Text, call: ast.Call) -> bool:
    """Whether a folder of pictures without labels is one of masks."""
    folder, labels = argument_at(call, 0, "directory"), keyword(call, "labels", "label_mode")
    path = ast.unparse(unfolded(text, folder, call)) if folder is not None else ""
    return bool(SURE_MASK.search(path)) and isinstance(labels, ast.Constant) and labels.value is None


def _is_smooth(given: ast.expr | None, *, default: bool) -> bool:
    """Whether a way to resize takes means; a variable may say anything."""
    if given is None:
        return default
    spelt = ast.unparse(given).lower()
    return any(word in spelt for word in ("linear", "cubic", "area", "lanczos", "gaussian", "antialias"))


def _holds_numbers(text: Text, mask: ast.expr, call: ast.Call) -> bool:
    """Whether class numbers come back as such: not a column for each class, and not a threshold."""
    if any(called(part) in _TIMES for part in sources(text, mask, call)):
        return False
    function = text.function_of(call)
    kept = {
        name for one in text.all(ast.Assign) if one.value is call for target in one.targets for name in names(target)
    }
    above = [node for node in text.all(ast.Compare) if text.function_of(node) == function]
    cut = any(names(node.left) & (names(mask) | kept) and isinstance(node.ops[0], ast.Gt | ast.GtE) for node in above)
    inside = any(any(part is call for part in walk(node)) for node in above)
    return not cut and not inside


def _divided(text: Text) -> Found:
    """``mask / 255`` for numbers of more than two classes."""
    sums = [(node, node.left, node.right) for node in text.all(ast.BinOp) if isinstance(node.op, ast.Div)]
    found: list[tuple[ast.expr, ast.expr]] = [(node, left) for node, left, by in sums if _is_255(by)]
    found += [(one.target, one.target) for one in text.all(ast.AugAssign)
              if isinstance(one.op, ast.Div) and _is_255(one.value)]  # fmt: skip
    for node, left in found:
        if _is_mask(left) and SURE_MASK.search(ast.unparse(left)):
            yield "These are numbers of classes, not brightnesses: divided by 255 all of them are nearly 0.", node


def _is_255(node: ast.expr) -> bool:
    return getattr(node, "value", None) in (255, 255.0)


RULE = Rule(
    level=Level.ERROR,
    title="class numbers that are treated like brightness",
    instead="Resize a mask by its nearest pixel, method='nearest' or INTER_NEAREST, and leave its numbers alone.",
    text=_look,
)
