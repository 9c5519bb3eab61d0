"""Pictures whose channels are taken for others than they are, as the text of a program shows them: blue for red, rows
of channels for rows of pixels."""

from __future__ import annotations

import ast
import re

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword
from autograder.anatomy.source.scopes import owner, traced

_RGB = frozenset({"image_dataset_from_directory", "flow_from_directory", "flow_from_dataframe", "load_img",
                  "decode_jpeg", "decode_png", "decode_image"})  # fmt: skip
_TURNS = ("COLOR_", "::-1", "RGB", "bgr2rgb", "GRAY", "[2, 1, 0]", "fromarray", "'grayscale'", "reverse(", "np.flip(",
          "channels=1", "channels=4", "blobFromImage")  # fmt: skip
_ASKS = frozenset({"predict", "predict_on_batch", "__call__"})
_PICTURES_OF_SETS = re.compile(r"data_batch|cifar-10-batches|cifar-100-python|stl10_binary")
_CHANNELS, _AXES = 3, 4


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if "cv2" in text.whole and not any(word in text.whole for word in _TURNS):
        yield from _blue_for_red(text)
    if "reshape(" in text.whole:
        yield from _channels_last(text)


def _blue_for_red(text: Text) -> Found:
    """``image_dataset_from_directory`` for the training, ``cv2.imread`` for a question, or the other way round."""
    models = {ast.unparse(fit.func.value) for fit in text.calls({"fit"}) if isinstance(fit.func, ast.Attribute)}
    asked = [call for call in text.calls(_ASKS) if isinstance(call.func, ast.Attribute)]
    asked = [call for call in asked if ast.unparse(getattr(call.func, "value", call)) in models]
    asked += [call for call in text.all(ast.Call) if isinstance(call.func, ast.Name) and call.func.id in models]
    ways = [(call, list(traced(text, call.args[0], call))) for call in asked if call.args]
    mine = {id(node) for _, way in ways for node in way}
    by_cv2 = [call for call in text.all(ast.Call) if _is_of_cv2(text, call)]
    others = [call for call in text.calls(_RGB) if "cv2" not in ast.unparse(call.func)]
    for call, way in ways:
        read = {id(node) for node in way}
        asks_cv2 = any(id(one) in read for one in by_cv2)
        asks_rgb = any(id(one) in read for one in others)
        learns_cv2 = any(_is_elsewhere(text, one, call, mine) for one in by_cv2)
        learns_rgb = any(_is_elsewhere(text, one, call, mine) for one in others)
        if asks_cv2 and learns_rgb and not learns_cv2 and not asks_rgb:
            said = "OpenCV gives blue, green, red, and the pictures of the training have red, green, blue"
            yield "bgr", f"{said}: the model sees blue for red.", call
        elif asks_rgb and learns_cv2 and not learns_rgb and not asks_cv2:
            said = "OpenCV gives the pictures of the training as blue, green, red, and this one has red, green, blue"
            yield "bgr", f"{said}: the model sees blue for red.", call


def _is_elsewhere(text: Text, reader: ast.Call, asks: ast.Call, mine: set[int]) -> bool:
    """Whether a picture is read for something else than a question, also by a function that questions use."""
    function = owner(text, reader)
    if id(reader) not in mine:
        return True
    if function is None or function is owner(text, asks):
        return False
    return any(node.id == function.name and id(node) not in mine for node in text.all(ast.Name))


def _is_of_cv2(text: Text, call: ast.Call) -> bool:
    """``cv2.imread(path)``, ``cv2.imdecode(…)``, and ``read()`` of a camera."""
    if called(call) in {"imread", "imdecode"} and ast.unparse(call.func).startswith("cv2."):
        flag = argument_at(call, 1, "flags")
        return flag is None or ast.unparse(flag) in {"1", "cv2.IMREAD_COLOR"}
    camera = call.func.value if isinstance(call.func, ast.Attribute) and called(call) == "read" else None
    values = text.values.get(getattr(camera, "id", ""), [])
    return any(called(value) == "VideoCapture" for value in values)


def _channels_last(text: Text) -> Found:
    """``rows.reshape(-1, 32, 32, 3)`` of rows that hold all red, then all green, then all blue numbers."""
    told = (one.value for one in text.all(ast.Constant) if isinstance(one.value, str))
    files = any(map(_PICTURES_OF_SETS.search, told)) and "keras.datasets.cifar" not in text.whole
    for call in text.calls({"reshape"}) if files or ", 3, " in text.whole or "(3, " in text.whole else ():
        before_dot = call.func.value if isinstance(call.func, ast.Attribute) else None
        library = getattr(before_dot, "id", "") in {"np", "numpy", "tf", "ops"}
        rows = call.args[0] if library and call.args else before_dot
        given = call.args[1:] if library else call.args
        sizes = given[0].elts if len(given) == 1 and isinstance(given[0], ast.Tuple | ast.List) else given
        numbers = [text.number(part) for part in sizes]
        if rows is None or len(sizes) not in (_CHANNELS, _AXES) or numbers[-1] != _CHANNELS:
            continue
        ordered = any(word.arg == "order" for word in call.keywords)
        square = numbers[-2] == numbers[-3] and numbers[-2] > _CHANNELS
        made = list(traced(text, rows, call))
        before = [called(node) for node in made]
        ordered |= any(isinstance(node, ast.Call) and keyword(node, "order") is not None for node in made)
        ordered |= any(called(node) == "stack" and "axis" in ast.unparse(node) for node in made)
        first = any(_channels_first(text, node, numbers) for node in made)
        turned = {"dstack", "transpose", "moveaxis", "swapaxes", "rollaxis", "permute", "T"} & set(before)
        small = files and numbers[-2] in (32, 96) and "load_data" not in before
        if square and not ordered and not turned and (first or small):
            said = "These rows hold all red numbers, then all green, then all blue ones"
            yield "axes", f"{said}: reshape to (3, {numbers[-2]}, {numbers[-2]}), and then move the axis.", call


def _channels_first(text: Text, node: ast.AST, numbers: list[int]) -> bool:
    """``x.reshape(-1, 3, 32, 32)``."""
    if called(node) != "reshape" or not isinstance(node, ast.Call):
        return False
    sizes = node.args[0].elts if node.args and isinstance(node.args[0], ast.Tuple) else node.args
    return [text.number(part) for part in sizes[-3:]] == [_CHANNELS, *numbers[-3:-1]]
