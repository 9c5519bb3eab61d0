"""# Names of classes in another order

**What it sees.** A list of names in the program, read by the number of a class, where the pictures come from folders
with `image_dataset_from_directory` or `flow_from_directory`, and the list is not sorted. Or the two names of a yes or
no the wrong way round: `"cat" if p > 0.5 else "dog"`, where `cats` is number 0. It speaks only where a path or a
comment of the program says that the folders have these very names, or these in the plural.

**Why it hurts.** Keras numbers the folders by the alphabet of their names. The loss and the accuracy know only the
numbers and look well; every name that is shown, and every row of a report, is that of another class.

**Example.**

```python
import keras
import numpy as np

train = keras.utils.image_dataset_from_directory("weather", image_size=(64, 64))  # folders rain, shine, cloudy
NAMES = ["rain", "shine", "cloudy"]  # ← here
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
print(NAMES[np.argmax(model.predict(picture))])
```

**Instead.**

```python
import keras
import numpy as np

train = keras.utils.image_dataset_from_directory("weather", image_size=(64, 64))  # folders rain, shine, cloudy
NAMES = train.class_names
model = keras.Sequential([
    keras.Input((64, 64, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=10)
print(NAMES[np.argmax(model.predict(picture))])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword, names, walk
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.scopes import last_name, written
from autograder.rules.looks.words import ASKS
from autograder.rules.rule import Found, Level, Rule

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


def _look(text: Text) -> Found:
    """``names = ["sunrise", "cloudy"]``, read by the number of a class, where folders have that of the alphabet."""
    if "_from_directory" not in text.whole:
        return
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
            yield f"{said}, and this list begins with {listed[0]!r}.", values[0]


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
            yield f"Folders are numbered by the alphabet, so {first!r} is 0, and this takes it for 1.", chosen


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
            value = text.latest(node.id, user)[0]
            if value is None and len(over) != 1:
                return False
            node = user = value if value is not None else over[0]
        elif called(node) in ASKS and isinstance(node, ast.Call):
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
        met = [in_path.search(one) or (_SPEAKS.search(one) and re.search(word, one, re.IGNORECASE)) for one in lines]
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


RULE = Rule(
    level=Level.ERROR,
    title="names of classes in another order",
    instead="Take the names from the data set, class_names, or give it the list as class_names.",
    text=_look,
)
