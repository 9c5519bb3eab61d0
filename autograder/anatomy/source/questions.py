"""What a model is asked, and how its answers are named, in another way than in its training, as the text of a program
shows it: raw numbers for scaled ones, names of classes in another order than their numbers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names, walk
from autograder.anatomy.source.scopes import held, last_name, traced, written

_ASKS = frozenset({"predict", "predict_on_batch"})
_SCALES = re.compile(r"(Scaler|PowerTransformer|QuantileTransformer)$")
_ARRAYS = frozenset({"array", "asarray", "DataFrame", "constant", "convert_to_tensor"})
_PLAIN = frozenset(
    {*_ARRAYS, "reshape", "astype", "expand_dims", "float", "int", "input", "to_numpy", "list", "values"}
)
_SIZES = frozenset({"reshape", "expand_dims"})
_RAW = 10.0  # beyond what standardized or normalized numbers are
_FOLDERS = frozenset({"image_dataset_from_directory", "audio_dataset_from_directory", "text_dataset_from_directory",
                      "flow_from_directory"})  # fmt: skip
_TELLS = frozenset({"argmax", "predict", "round", *_FOLDERS})
_NAMES = ("target_names", "display_labels", "xticklabels", "yticklabels")
_ONE_NUMBER = frozenset({
    "float", "int", "round", "rint", "item", "squeeze", "ravel", "flatten", "reshape", "numpy", "argmax", "array",
    "asarray", "tolist", "astype",
})  # fmt: skip
_SPEAKS = re.compile(r"folder|director", re.IGNORECASE)
_FEWEST = 2


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if "predict" in text.whole:
        yield from _raw_rows(text)
    if "_from_directory" in text.whole:
        yield from _names_in_another_order(text)


def _raw_rows(text: Text) -> Found:
    """``x = scaler.fit_transform(x)`` for the training, ``predict(np.array([[2016, 62000]]))`` for a question."""
    own = {kind.name for kind in text.all(ast.ClassDef)}
    asked = [
        call
        for call in text.calls(_ASKS)
        if argument_at(call, 0, "x") is not None
        and isinstance(call.func, ast.Attribute)
        and called(text.resolved(call.func.value)) not in own
    ]
    fits = [
        argument_at(fit, 0, "x") for fit in text.calls({"fit"}) if keyword(fit, "epochs", "batch_size", "callbacks")
    ]
    trained = [given for given in fits if given is not None]
    if (
        not asked
        or not trained
        or any(word in text.whole for word in ("make_pipeline(", "Pipeline(", "Normalization("))
    ):
        return
    if not all(any(_is_scaled(text, part) for part in traced(text, given, given)) for given in trained):
        return
    stored = [target for one in text.all(ast.Assign) for target in one.targets if isinstance(target, ast.Subscript)]
    changed = {name for one in text.all(ast.AugAssign) for name in names(one.target)}
    changed |= {name for target in stored for name in names(target)}
    for call in asked:
        row = argument_at(call, 0, "x")
        parts = list(traced(text, row, call)) if row is not None else []
        read = {part.id for part in parts if isinstance(part, ast.Name)}
        if row is not None and _is_written(text, parts) and not any(map(_changes, parts)) and not read & changed:
            yield (
                "raw row",
                "The model was trained on scaled rows, and this one is asked as it is written down.",
                call,
            )


def _is_scaled(text: Text, node: ast.AST) -> bool:
    """``scaler.transform(x)``, or ``(x - mean) / std``."""
    if isinstance(node, ast.Call) and called(node) in {"transform", "fit_transform"}:
        owner = getattr(node.func, "value", None)
        made = text.resolved(owner) if isinstance(owner, ast.expr) else None
        while isinstance(made, ast.Call) and called(made) == "fit":
            made = getattr(made.func, "value", None)
        return bool(_SCALES.search(called(made)))
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div) or not isinstance(node.left, ast.BinOp):
        return False
    least = [ast.unparse(part).lower() for part in (node.left.right, node.right)]
    return isinstance(node.left.op, ast.Sub) and any(
        "mean" in one or "min" in one or "mu" in one for one in least[:1]
    )


def _is_written(text: Text, parts: list[ast.AST]) -> bool:
    """Whether a row is an array of numbers that the program holds, some of them large, or that a person is asked."""
    arrays = [node for node in parts if isinstance(node, ast.Call) and called(node) in _ARRAYS and node.args]
    listed = [call for call in arrays if isinstance(text.resolved(call.args[0]), ast.List | ast.Dict | ast.Tuple)]
    listed += [call for call in arrays if isinstance(call.args[0], ast.Name)]
    if not listed:
        return False
    sizes = {id(part) for node in parts if called(node) in _SIZES for part in walk(node) if part not in arrays}
    sizes -= {id(part) for call in arrays for given in call.args[:1] for part in walk(given)}
    found = [node for node in parts if isinstance(node, ast.Constant) and id(node) not in sizes]
    numbers = [node.value for node in found if type(node.value) in (int, float)]
    large = any(isinstance(value, int | float) and abs(value) > _RAW for value in numbers)
    return large or any(called(node) == "input" for node in parts)


def _changes(node: ast.AST) -> bool:
    """Whether something is done to a row that may scale it: any sum, any call that is not known to leave it."""
    if isinstance(node, ast.BinOp):
        return not isinstance(node.op, ast.Mod)
    indexed = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
    return indexed or (isinstance(node, ast.Call) and called(node) not in _PLAIN)


def _names_in_another_order(text: Text) -> Found:
    """``names = ["sunrise", "cloudy"]``, read by the number of a class, where folders have that of the alphabet."""
    readers = list(text.calls(_FOLDERS))
    told = any(keyword(call, "class_names", "classes") is not None for call in readers)
    labels = [getattr(keyword(call, "label_mode", "class_mode", "labels"), "value", "int") for call in readers]
    if told or None in labels or _asks_for_names(text):
        return
    yield from _wrong_way_round(text)
    for name, values in text.values.items():
        listed = _strings(values[0]) if len(values) == 1 else []
        if len(listed) < _FEWEST or listed == sorted(listed) or not text.is_sure(name):
            continue
        if any(used for used in _readers(text, name)) and _are_folders(text, listed, values[0]):
            said = f"Folders are numbered by the alphabet, so number 0 is {sorted(listed)[0]!r}"
            yield "other names", f"{said}, and this list begins with {listed[0]!r}.", values[0]


def _wrong_way_round(text: Text) -> Found:
    """``"cat" if p > 0.5 else "dog"``, where folders have the numbers of the alphabet: cats 0, dogs 1."""
    turned = [one for one in text.all(ast.BinOp) if isinstance(one.op, ast.Sub) and isinstance(one.right, ast.Name)]
    if any(getattr(one.left, "value", None) == 1 for one in turned):
        return  # 1 - label, 1 - p
    choices = [(one.test, one.body, one.orelse) for one in text.all(ast.IfExp)]
    choices += [(call.args[0], call.args[1], call.args[2]) for call in text.calls({"where"}) if len(call.args) > 2]
    for branch in text.all(ast.If):
        said_then = _said(branch.body[-1])
        after = text.following(branch)
        otherwise = branch.orelse[-1] if branch.orelse else after if isinstance(branch.body[-1], ast.Return) else None
        said_else = _said(otherwise)
        if said_then is not None and said_else is not None:
            choices.append((branch.test, said_then, said_else))
    for test, chosen, other in choices:
        said = [node.value for node in (chosen, other) if isinstance(node, ast.Constant)]
        if len(said) != _FEWEST or not all(isinstance(one, str) for one in said):
            continue
        folders = _folders(text, [str(one) for one in said], {id(chosen), id(other)})
        number = _class_of(text, test)
        if len(folders) == _FEWEST and number is not None and (folders[number] < folders[1 - number]):
            first = min(folders)
            yield (
                "other names",
                f"Folders are numbered by the alphabet, so {first!r} is 0, and this takes it for 1.",
                chosen,
            )


def _said(statement: ast.stmt | None) -> ast.expr | None:
    """What a statement returns, prints, or gives to a name."""
    value = getattr(statement, "value", None)
    if called(value) == "print" and isinstance(value, ast.Call) and len(value.args) == 1:
        value = value.args[0]
    return value if isinstance(value, ast.Constant) else None


def _class_of(text: Text, test: ast.expr) -> int | None:
    """Which of two names a test of an answer takes for class 1: 0, the first, for ``p > 0.5``; None if unknown."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not _is_answer(text, test.left, test):
        return None
    edge = getattr(test.comparators[0], "value", None)
    if "softmax" in text.whole and not (isinstance(test.ops[0], ast.Eq) and "argmax(" in text.whole):
        return None  # the first of two numbers is that of class 0
    if isinstance(edge, bool) or not isinstance(edge, int | float):
        return None
    if isinstance(test.ops[0], ast.Eq) and edge in (0, 1):
        return 0 if edge == 1 else 1
    if not 0 < edge < 1:
        return None
    return {ast.Gt: 0, ast.GtE: 0, ast.Lt: 1, ast.LtE: 1}.get(type(test.ops[0]))


def _is_answer(text: Text, node: ast.expr, user: ast.AST) -> bool:
    """Whether a value is what a model answers, as it is, or one of its numbers."""
    for _ in range(12):
        if isinstance(node, ast.Name):
            rounds = [(one.target, one.iter) for one in text.all(ast.For)]
            rounds += [(one.target, one.iter) for one in text.all(ast.comprehension)]
            over = [given for target, given in rounds if isinstance(target, ast.Name) and target.id == node.id]
            value = held(text, node.id, user)
            if value is None and len(over) != 1:
                return False
            node = user = value if value is not None else over[0]
        elif called(node) in _ASKS and isinstance(node, ast.Call):
            return isinstance(node.func, ast.Attribute)
        elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Compare):
            node = node.value
        elif called(node) in _ONE_NUMBER and isinstance(node, ast.Call):
            owner = node.func.value if isinstance(node.func, ast.Attribute) else None
            module = owner is None or ast.unparse(owner) in {"np", "numpy", "tf", "keras.ops", "ops"}
            if module and not node.args:
                return False
            node = node.args[0] if module or owner is None else owner
        else:
            return False
    return False


def _folders(text: Text, said: list[str], own: set[int]) -> list[str]:
    """The folders of two names, of one or of several, if paths or comments of the program tell them."""
    lines = _told(text, own).splitlines()
    found = []
    for name in said:
        word = rf"(?<![\w.-]){re.escape(name)}(s|es)?(?![\w.-])"
        in_path = re.compile(rf"(?<=/){word}|{word}(?=/)", re.IGNORECASE)
        met = [
            in_path.search(line) or (_SPEAKS.search(line) and re.search(word, line, re.IGNORECASE)) for line in lines
        ]
        found.append(next((one[0].lower() for one in met if one and name), ""))
    return found if all(found) and found[0] != found[1] else []


def _asks_for_names(text: Text) -> bool:
    """Whether the program reads the names that the data set knows, otherwise than to print them."""
    printed = {id(part) for call in text.calls({"print"}) for part in walk(call)}
    return any(
        node.attr in {"class_names", "class_indices"} and id(node) not in printed for node in text.all(ast.Attribute)
    )


def _strings(node: ast.expr) -> list[str]:
    """The names in a list, or in a dictionary by the numbers from 0."""
    parts = node.elts if isinstance(node, ast.List | ast.Tuple) else []
    if isinstance(node, ast.Dict):
        keys = [getattr(key, "value", None) for key in node.keys]
        parts = node.values if keys == list(range(len(keys))) else []
    every = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return every if len(every) == len(parts) and len(set(every)) == len(every) else []


def _readers(text: Text, name: str) -> Iterator[ast.AST]:
    """Where a name of the list is read by the number of a class."""
    for node in text.all(ast.Subscript):
        if last_name(node.value) == name and not isinstance(node.slice, ast.Constant | ast.Slice):
            parts = list(_number(text, node.slice, node))
            if any(isinstance(part, ast.Compare) or called(part) in _TELLS for part in parts):
                yield node
    for choice in text.all(ast.IfExp):
        both = [part for part in (choice.body, choice.orelse) if isinstance(part, ast.Subscript)]
        if len(both) > 1 and all(last_name(part.value) == name for part in both):
            yield choice
    for call in text.all(ast.Call):
        given = [keyword(call, word) for word in _NAMES]
        given += call.args[:1] if called(call) in {"set_xticklabels", "set_yticklabels"} else []
        if called(call) == "zip" and any(
            called(part) == "predict" for one in call.args[1:] for part in traced(text, one, call)
        ):
            given += call.args[:1]
        if any(isinstance(one, ast.Name) and one.id == name for one in given):
            yield call


def _number(text: Text, index: ast.expr, user: ast.AST) -> Iterator[ast.AST]:
    """What the number of a class is computed of, also where a loop gives it."""
    yield from traced(text, index, user)
    loops = [(one.target, one.iter) for one in text.all(ast.For)]
    loops += [(one.target, one.iter) for one in text.all(ast.comprehension)]
    for target, over in loops:
        if names(target) & names(index):
            yield from traced(text, over, over)


def _are_folders(text: Text, listed: list[str], node: ast.expr) -> bool:
    """Whether the program names the folders elsewhere, in a path or in a comment, in the words of the list."""
    comments = _comments(text)
    if any(re.search(rf"(?<!\d){at}\W{{1,4}}{re.escape(name)}", comments) for at, name in enumerate(listed)):
        return False
    told = _told(text, {id(part) for part in walk(node)})
    return all(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", told) for name in listed)


def _comments(text: Text) -> str:
    return "\n".join(line.partition("#")[2] for line in written(text).splitlines())


def _told(text: Text, own: set[int]) -> str:
    """The comments and the paths of a program, but for some of its nodes."""
    paths = "\n".join(
        part.value for part in text.all(ast.Constant)
        if isinstance(part.value, str) and id(part) not in own and "/" in part.value
    )  # fmt: skip
    return f"{_comments(text)}\n{paths}"
