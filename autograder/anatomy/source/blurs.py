"""Pictures of class numbers that are treated like pictures: resized by means of neighbours, divided by 255, or left
behind where their picture is moved."""

from __future__ import annotations

import ast
import re

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names, walk
from autograder.anatomy.source.scopes import last_name, sources, unfolded

_MASK = re.compile(r"mask|msk|segm|(^|_)seg(_|\d|$)|annot|trimap|(^|_)(label|lbl|gt)s?(_|\d|$)", re.I)
_SURE_MASK = re.compile(r"mask|msk|segm|annot|trimap", re.I)
_SURE_PLACES = re.compile(f"{_SURE_MASK.pattern}|box|keypoint|landmark|steer", re.I)
_CHANCE = re.compile(r"rand|uniform|choice|flip|binomial", re.I)
_FLIPS = frozenset({"fliplr", "flipud", "flip", "rot90", "flip_left_right", "flip_up_down"})
_ANSWER = re.compile(r"pred|prob|logit|heat|cam|attn|attention|soft|score", re.I)
_NUMBERS = ("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy", "one_hot", "to_categorical")
_YES_OR_NO = ("binary_crossentropy", "BinaryCrossentropy", "sigmoid", "BinaryIoU", "BinaryAccuracy")
_BENDS = frozenset(
    {"RandomRotation", "RandomZoom", "RandomTranslation", "RandomPerspective", "RandomShear", "Resizing"}
)
_MOVES = frozenset({*_BENDS, "RandomFlip", "RandomCrop"}) - {"Resizing"}
_TF_MOVES = frozenset({"random_flip_left_right", "random_flip_up_down", "random_crop"})
_SAME = frozenset({"cast", "astype", "expand_dims", "convert_to_tensor", "array", "asarray"})
_TIMES = frozenset({"one_hot", "to_categorical", "concat", "concatenate", "stack"})


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if _classes(text) != 0:
        for call in text.all(ast.Call):
            mask = _resized(text, call)
            if mask is not None and _holds_numbers(text, mask, call):
                said = "This takes means of neighbours: between class 1 and class 3 it invents class 2"
                yield "blurred", f"{said} along every border.", call
    if _classes(text) > 2:
        yield from _divided(text)
    yield from _left_behind(text)


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
        node = node.args[0] if not _is_method(node) else node.func
        node = node.value if isinstance(node, ast.Attribute) else node
    while isinstance(node, ast.Subscript):
        node = node.value
    name = last_name(node)
    return bool(_MASK.search(name)) and not _ANSWER.search(name)


def _is_method(call: ast.Call) -> bool:
    return called(call) == "astype"


def _resized(text: Text, call: ast.Call) -> ast.expr | None:
    """The picture that a call resizes or turns by means of neighbours."""
    spelt, first = ast.unparse(call.func), call.args[0] if call.args else None
    if first is None or not _smooths(text, call, spelt):
        return None
    owner_of = call.func.value if isinstance(call.func, ast.Attribute) else None
    by_pillow = called(call) == "resize" and owner_of is not None and _is_mask(owner_of)
    picture = owner_of if by_pillow else first
    return picture if picture is not None and (_is_mask(picture) or _is_folder(call)) else None


def _is_folder(call: ast.Call) -> bool:
    return called(call) in {"image_dataset_from_directory", "load_img"}


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
        bends = isinstance(layer, ast.Call) and called(layer) in _BENDS
        smooth = isinstance(layer, ast.Call) and bends and _is_smooth(keyword(layer, "interpolation"), default=True)
    return smooth


def _reads_masks(text: Text, call: ast.Call) -> bool:
    """Whether a folder of pictures without labels is one of masks."""
    folder, labels = argument_at(call, 0, "directory"), keyword(call, "labels", "label_mode")
    path = ast.unparse(unfolded(text, folder, call)) if folder is not None else ""
    return bool(_SURE_MASK.search(path)) and isinstance(labels, ast.Constant) and labels.value is None


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
        if _is_mask(left) and _SURE_MASK.search(ast.unparse(left)):
            said = "These are numbers of classes, not brightnesses"
            yield "blurred", f"{said}: divided by 255 all of them are nearly 0.", node


def _is_255(node: ast.expr) -> bool:
    return getattr(node, "value", None) in (255, 255.0)


def _left_behind(text: Text) -> Found:
    """``image = random_flip_left_right(image)``, and the mask is returned as it was, or flipped by itself."""
    for function in text.all(ast.FunctionDef):
        ends = [node.value for node in walk(function) if isinstance(node, ast.Return)]
        pairs = [end for end in ends if isinstance(end, ast.Tuple) and len(end.elts) == 2]
        if len(ends) == 1 and pairs:
            yield from _moved(text, pairs[0], [one for one in walk(function) if isinstance(one, ast.Assign)])
            yield from _flipped_by_chance(function, pairs[0])
    for loop in text.all(ast.For):
        if isinstance(loop.target, ast.Tuple) and len(loop.target.elts) == 2:
            yield from _flipped_by_chance(loop, loop.target)
    for call in text.calls({"map"}):
        given = call.args[0] if call.args else None
        body = given.body if isinstance(given, ast.Lambda) else None
        if isinstance(body, ast.Tuple) and len(body.elts) == 2:
            yield from _moved(text, body, [])


def _moved(text: Text, pair: ast.Tuple, made: list[ast.Assign]) -> Found:
    """The random move of the first of a pair whose second is a mask."""
    image, mask = pair.elts
    of_mask = {last_name(mask)} if isinstance(mask, ast.Name) else names(mask) if _move(text, mask) else set()
    if not any(_SURE_MASK.search(name) for name in of_mask):
        return
    steps = [(one.value, one) for one in made if any(names(target) & names(image) for target in one.targets)]
    whole = [one.value for one in made if any(names(target) & of_mask for target in one.targets)]
    for value, one in [*steps, (image, pair)]:
        both = isinstance(one, ast.Assign) and any(names(target) & of_mask for target in one.targets)
        move = _move(text, value)
        if move is None or both or names(value) & of_mask:
            continue
        again = [other for other in (_move(text, part) for part in [*whole, mask]) if other is not None]
        if any(keyword(step, "seed") is not None for step in [move, *again]) or _same_layer(move, again):
            continue
        other_way = any(names(part) - of_mask - {"tf", "np"} for part in whole if _move(text, part) is None)
        if again or not (other_way and whole):
            how = "is moved by another draw" if again else "stays"
            yield "behind", f"The picture is moved at random here, and its mask {how}.", move


def _flipped_by_chance(function: ast.AST, pair: ast.Tuple) -> Found:
    """``if rng.random() < 0.5: image = np.fliplr(image)``, and what tells places in the picture stays as it was."""
    image, places = pair.elts
    if not isinstance(places, ast.Name) or not _SURE_PLACES.search(places.id):
        return
    given = [one for one in walk(function) if isinstance(one, ast.Assign)]
    moved = any(_flip(one.value) for one in given if any(places.id in names(target) for target in one.targets))
    for test in (node for node in walk(function) if isinstance(node, ast.If)):
        inside = [node for part in test.body for node in walk(part)]
        touched = any(isinstance(node, ast.Name | ast.Subscript) and places.id in names(node) for node in inside)
        if moved or touched or not _CHANCE.search(ast.unparse(test.test)):
            continue
        for one in inside:
            move = _flip(one.value) if isinstance(one, ast.Assign) and names(one.targets[0]) & names(image) else None
            if move is not None:
                yield "behind", f"The picture is flipped at random here, and {places.id} stays.", move


def _flip(value: ast.expr) -> ast.expr | None:
    """``np.fliplr(image)``, ``cv2.flip(image, 1)``, ``image[:, ::-1]``."""
    for node in walk(value):
        if isinstance(node, ast.Call) and called(node) in _FLIPS:
            return node
        index = node.slice if isinstance(node, ast.Subscript) else None
        cuts = index.elts[:2] if isinstance(index, ast.Tuple) and isinstance(index.elts[0], ast.Slice) else []
        if isinstance(node, ast.expr) and any(isinstance(cut, ast.Slice) and cut.step is not None for cut in cuts):
            return node
    return None


def _move(text: Text, node: ast.expr) -> ast.Call | None:
    """The call in a value that flips, crops or turns a picture at random."""
    for part in walk(node):
        if isinstance(part, ast.Call) and called(part) in _TF_MOVES and "tf.image." in ast.unparse(part.func):
            return part
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            layer = text.resolved(part.func)
            if any(called(inner) in _MOVES for inner in walk(layer)) and isinstance(layer, ast.Call):
                return part
    return None


def _same_layer(move: ast.Call, others: list[ast.Call]) -> bool:
    """Whether both are moved by layers: these may hold a seed in common."""
    return bool(others) and not ast.unparse(move.func).startswith("tf.")
