"""# Test rows that were not scaled

**What it sees.** A model is trained on rows that were scaled, and asked for, or tested on, rows of the same data that
were not; or it is trained on numbers that were divided as pixels are, and asked for an image as its file holds it.
Also one row that is written down in the program, or asked of a person, where the training rows were scaled. The same
with targets: the model learns scaled ones, and its answers are compared with targets that were not scaled.

**Why it hurts.** The first layer has learned what numbers of about 1 mean. It gets hundreds instead, every unit goes
to an end, and the answers have nothing to do with the rows. The training looks well; only the test is bad. A model
that learned scaled targets answers with scaled numbers: beside raw targets its error is about as large as they are.

**Example.**

```python
import keras
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
x_train, x_test, y_train, y_test = train_test_split(data.data, data.target)
x_train = StandardScaler().fit_transform(x_train)
model = keras.Sequential([keras.Input((30,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20)
model.evaluate(x_test, y_test)  # ← here
```

**Instead.**

```python
import keras
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
x_train, x_test, y_train, y_test = train_test_split(data.data, data.target)
scaler = StandardScaler()
x_train, x_test = scaler.fit_transform(x_train), scaler.transform(x_test)
model = keras.Sequential([keras.Input((30,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20)
model.evaluate(x_test, y_test)
```
"""

from __future__ import annotations

import ast
import math
import re
from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.source.pictures import OPENS
from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.anatomy.training import JUDGED, READS_FOLDERS, ROW_BY_ROW, Data, Step
from autograder.anatomy.unknown import Place
from autograder.rules import feeding, fitting
from autograder.rules.looks.dataflow import traced
from autograder.rules.looks.words import ASKS
from autograder.rules.rule import Fault, Faults, Found, Level, Rule

_KEEPS = frozenset({
    "reshape", "astype", "expand_dims", "values", "to_numpy", "rows", "split", "data", "drop", "copy", "ravel",
    "flatten", "squeeze",
})  # fmt: skip
_KEEP_PIXELS = frozenset({"resize", "convert", "cv2.cvtColor", "numpy.invert", "cv2.bitwise_not", "cv2.flip"})
_PICTURES = frozenset({"image", "cv2.imread", *OPENS})
_KEEP_RANGE = frozenset({"part", "resize", "transpose", "T"})  # of pixels
_STANDARDISES = frozenset({
    "featurewise_center", "featurewise_std_normalization", "samplewise_center", "samplewise_std_normalization",
})  # fmt: skip
_MOST = 255
_DIVISORS = (255, 256, 127.5)
_TWICE = 2  # x / 255 * 2 - 1
_OF_GOALS = frozenset({ROW_BY_ROW, JUDGED})
_SCALES = re.compile(r"(Scaler|PowerTransformer|QuantileTransformer)$")
_ARRAYS = frozenset({"array", "asarray", "DataFrame", "constant", "convert_to_tensor"})
_PLAIN = frozenset(
    {*_ARRAYS, "reshape", "astype", "expand_dims", "float", "int", "input", "to_numpy", "list", "values"}
)
_SIZES = frozenset({"reshape", "expand_dims"})
_RAW = 10.0  # beyond what standardized or normalized numbers are


def _look(model: ModelSource) -> Faults:
    if len(model.training.fits) != 1:
        return
    fit = model.training.fits[0]
    checked = fit.validation_data if isinstance(fit.validation_data, tuple) else (fit.validation_data,)
    rows, goals = (*checked, None, None)[:2]
    pairs: list[tuple[Any, Any, Place | None]] = [(rows, goals, fit.place)]
    asked = model.training.uses("evaluate", *feeding.ANSWERS)
    pairs += [(use.arguments.get("x"), use.arguments.get("y"), use.place) for use in asked]
    pairs += [(None, met.data, met.place) for met in model.training.answers if met.raw and met.what in _OF_GOALS]
    for rows, goals, place in pairs:
        if _raw_beside(rows, fit.x) or _past_the_generator(rows, fit.x):
            yield Fault("The model was trained on scaled rows, and these are not scaled.", place)
        elif _raw_picture(rows, fit.x):
            yield Fault("The model was trained on numbers up to 1, and here they go up to 255.", place)
        if _raw_beside(goals, fit.y):
            yield Fault("The model was trained on scaled targets, and these are not scaled.", place)


def _raw_picture(other: Any, trained: Any) -> bool:
    """Whether an image comes as its file holds it, where others were divided before the training."""
    ends = fitting.reach(trained)
    small = ends is not None and fitting.is_image(trained) and fitting.largest(ends) <= 1
    if not isinstance(other, Data) or not (small or _are_divided(trained)):
        return False
    if other.origin in READS_FOLDERS:
        return _MOST <= fitting.largest(fitting.reach(other)) <= _MOST + 1
    known = small or other.origin == "cv2.imread" or "range" in other.given
    return (
        known
        and other.origin in _PICTURES
        and all(
            step.name in _KEEPS | _KEEP_RANGE
            or (step.name == "unknown" and step.what in _KEEP_PIXELS)
            or (step.name == "multiply" and step.what == -1)  # 255 - image
            or (step.name in {"add", "subtract"} and step.what == _MOST)
            for step in other.steps
        )
    )


def _are_divided(trained: Any) -> bool:
    """Whether rows of any origin were divided as pixels are, and not multiplied again."""
    steps = trained.steps if isinstance(trained, Data) else ()
    found = [at for at, step in enumerate(steps) if _as_pixels(step)]
    later = steps[found[-1] + 1 :] if found else ()
    numbers = [step.what for step in later if step.name == "multiply" and type(step.what) in (int, float)]
    return bool(found) and all(abs(number) <= _TWICE for number in numbers)


def _as_pixels(step: Step) -> bool:
    number = step.what if type(step.what) in (int, float) else 0
    if step.name == "multiply" and number:
        number = 1 / number
    return step.name in {"divide", "multiply"} and any(math.isclose(number, most, rel_tol=1e-3) for most in _DIVISORS)


def _raw_beside(other: Any, trained: Any) -> bool:
    """Whether rows of the same data were scaled in one place, and surely not in the other."""
    if not isinstance(other, Data) or not isinstance(trained, Data):
        return False
    scaled = trained.done("scaler") or any(map(_as_pixels, trained.steps))
    kept = all(step.name in _KEEPS or (step.name == "part" and step in trained.steps) for step in other.steps)
    same = (other.origin, other.source) == (trained.origin, trained.source)
    return bool(scaled) and same and kept and not trained.done("unknown")


def _past_the_generator(other: Any, trained: Any) -> bool:
    """Whether a generator standardises the rows of the training, and others of the same data do not go through it."""
    if not isinstance(other, Data) or not isinstance(trained, Data) or other.origin != trained.origin:
        return False
    standardises = any(step.name in _STANDARDISES and step.what is True for step in trained.steps)
    plain = all(step.name in _KEEPS | {"part"} or _as_pixels(step) for step in other.steps)
    return standardises and plain


def _raw_rows(text: Text) -> Found:
    """``x = scaler.fit_transform(x)`` for the training, ``predict(np.array([[2016, 62000]]))`` for a question."""
    if "predict" not in text.whole:
        return
    own = {kind.name for kind in text.all(ast.ClassDef)}
    asked = [
        call
        for call in text.calls(ASKS)
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
            yield "The model was trained on scaled rows, and this one is asked as it is written down.", call


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


RULE = Rule(
    level=Level.WARNING,
    title="test rows that were not scaled",
    instead="Call transform of the same scaler for the test rows, or divide them by the same number.",
    model=_look,
    text=_raw_rows,
    exact=True,
    about=("validation_data", "x", 0),
)
