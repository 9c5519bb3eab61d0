"""# Divided twice

**What it sees.** Images are divided by 255 (or so) twice: in the data and again in the data, or in the data and
then by a `Rescaling` layer, or before a network of `keras.applications` that divides by itself. Or
`convert_image_dtype` has brought bytes to numbers from 0 to 1 before.

**Why it hurts.** What is left goes from 0 to 0.004: the images are all but black, and the first layers see almost
nothing but their own bias. A pretrained network sees nothing it knows.

**Example.**

```python
import keras

(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = x_train / 255
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),  # ← here
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=5)
```

**Instead.**

```python
import keras

(x_train, y_train), _ = keras.datasets.cifar10.load_data()
model = keras.Sequential([
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=5)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from autograder.anatomy.kinds import UNKNOWN, WEIGHTED
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, called, keyword, names, walk
from autograder.anatomy.training import Data, Step
from autograder.rules import asking, fitting
from autograder.rules.looks.read_images import KEEP_NUMBERS
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_DIVIDE_THEMSELVES = ("EfficientNetB", "EfficientNetV2", "ConvNeXt", "MobileNetV3", "RegNet")
_DECODERS = frozenset({"decode_jpeg", "decode_png", "decode_image", "decode_and_crop_jpeg"})


def _look(model: ModelSource) -> Faults:
    inside = _divides(model)
    for fit in model.training.fits:
        times = _divisions(fit.x) if isinstance(fit.x, Data) else 0
        if times > 1:
            yield Fault("These images were divided by 255 twice before they come here.", fit.place)
        elif times == 1 and inside is not None:
            yield asking.of_layer(model, inside, "divides again what the program has divided already.")


def _divisions(x: Data) -> int:
    """How often data were divided by 255 or so, and nothing else was done to their numbers."""
    times = 0
    for step in x.steps:
        if _tiny(step):
            times += 1
        elif not fitting.keeps_numbers(step):
            return 0
    return times


def _tiny(step: Step) -> bool:
    if type(step.what) not in (int, float):
        return False
    return (step.name == "divide" and 127 <= step.what <= 256) or (step.name == "multiply" and _small(step.what))


def _small(factor: Any) -> bool:
    return isinstance(factor, int | float) and 1 / 256 <= factor <= 1 / 127


def _divides(model: ModelSource) -> int | None:
    """The first operation that divides its input by 255 or so, if it gets the numbers as they come."""
    stop = WEIGHTED | {"rescaling", UNKNOWN}
    starts = model.anatomy.positions("input")
    met = model.anatomy.downstream(starts[0], stop) if len(starts) == 1 else set()
    for position in sorted(met):
        operation, call = model.anatomy.operations[position], model.layers[position]
        if operation.kind == "rescaling":
            scale = fitting.scale_of(operation)
            return position if scale is not None and _small(scale[0]) else None
        if operation.kind == UNKNOWN:
            whole = call is not None and call.name.startswith(_DIVIDE_THEMSELVES)
            told = call.arguments.get("include_preprocessing", True) if call is not None else None
            pretrained = call is not None and call.arguments.get("weights", "imagenet") == "imagenet"
            return position if whole and pretrained and told is True else None
        if operation.kind not in fitting.PASSES:
            return None
    return None


def _divided_again(text: Text) -> Found:
    """``convert_image_dtype`` of bytes gives numbers from 0 to 1, which are then divided by 255."""
    decoded: dict[int, set[str]] = {}
    converted: dict[int, dict[str, ast.stmt]] = {}
    for statement in text.statements:
        value = getattr(statement, "value", None)
        if not isinstance(statement, ast.Assign | ast.AugAssign | ast.Return) or not isinstance(value, ast.expr):
            continue
        scope = text.function_of(statement)
        bytes_, ones = decoded.setdefault(scope, set()), converted.setdefault(scope, {})
        here = {name for name, where in ones.items() if not _on_another_way(text, where, statement)}
        for node, divided, by in _divided_by(statement):
            if by in (255, 127.5) and _from_bytes(divided, bytes_, here):
                said = "convert_image_dtype has brought these bytes to numbers from 0 to 1 already"
                yield f"{said}: divided by {by} they are all nearly 0.", node
        found = {name for target in getattr(statement, "targets", ()) for name in names(target)}
        is_bytes, is_one = called(value) in _DECODERS, _from_bytes(value, bytes_, here)
        bytes_ -= found
        bytes_ |= found if is_bytes else set()
        for name in found:
            ones.pop(name, None)
            ones |= {name: statement} if is_one else {}


def _on_another_way(text: Text, first: ast.stmt, second: ast.stmt) -> bool:
    """Whether two statements stand in the two branches of one condition."""
    for test in text.all(ast.If):
        ways = [[node for part in way for node in walk(part)] for way in (test.body, test.orelse)]
        within = [[any(node is one for node in way) for way in ways] for one in (first, second)]
        if within in ([[True, False], [False, True]], [[False, True], [True, False]]):
            return True
    return False


def _divided_by(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr, object]]:
    """``x / 255`` and ``x /= 255``: where, what is divided, and by which number."""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Div):
        yield statement.target, statement.target, getattr(statement.value, "value", None)
    for node in walk(statement):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield node, node.left, getattr(node.right, "value", None)


def _from_bytes(value: ast.expr, decoded: set[str], converted: set[str]) -> bool:
    """Whether these are bytes after ``convert_image_dtype``, and steps that keep the numbers."""
    while isinstance(value, ast.Call) and value.args:
        first, to = value.args[0], ast.unparse(keyword(value, "dtype") or (*value.args, ast.Constant(""))[1])
        if called(value) == "convert_image_dtype":
            return "float" in to and (
                called(first) in _DECODERS or (isinstance(first, ast.Name) and first.id in decoded)
            )
        if called(value) not in KEEP_NUMBERS:
            return False
        value = first
    return isinstance(value, ast.Name) and value.id in converted


RULE = Rule(
    level=Level.WARNING,
    title="divided twice",
    instead="Divide once: in the data or in the model.",
    model=_look,
    text=_divided_again,
    claims=("rules/divided-twice",),
)
