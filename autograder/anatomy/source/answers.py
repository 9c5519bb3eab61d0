"""What a program does with the answers of a model by itself: whose labels they meet, what is chosen among them, which
loss they are given to in a training loop of the author's."""

from __future__ import annotations

import ast
from contextlib import suppress
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import fold, graph
from autograder.anatomy.source.facts import WITH_LOGITS, fact
from autograder.anatomy.source.machine import Call, Machine, Stopped, Uncertain
from autograder.anatomy.source.names import api
from autograder.anatomy.source.values import (
    Answer,
    Bound,
    Class,
    Collected,
    Function,
    Layer,
    Model,
    Scores,
    Tensor,
    Thing,
    plain,
)
from autograder.anatomy.training import (
    CHOSEN,
    CHOSEN_A_ROW,
    CHOSEN_OF_ALL,
    CUT,
    JUDGED,
    ROW_BY_ROW,
    UNSCALED,
    Compile,
    Data,
    Made,
    Met,
)
from autograder.anatomy.unknown import Place, Unknown

KEEPS = frozenset({"numpy", "astype", "copy", "round", "clip"})
"""Methods of an array that leave its shape as it is."""
_KEEP = frozenset({
    "array", "asarray", "convert_to_tensor", "constant", "cast", "round", "rint", "abs", "clip", "clip_by_value",
    "sigmoid", "softmax", "float32", "int32", "copy", "greater", "exp", "log", "expm1", "exp2", "log1p", "log10",
    "sqrt", "square", "float64", "nan_to_num",
})  # fmt: skip
_KEEP_BESIDE_A_NUMBER = frozenset({"maximum", "minimum", "fmax", "fmin", "power", "pow", "multiply", "add", "divide"})
_PAIRED = {"multiply": ast.Mult, "logical_and": ast.BitAnd, "logical_or": ast.BitOr}
_A_COLUMN = (-1, 1)
RESHAPES = frozenset({"squeeze", "ravel", "flatten", "reshape", "tolist", "item"})
"""Methods of an array that leave its numbers as they are."""
_ORDERS = frozenset({ast.Gt, ast.GtE, ast.Lt, ast.LtE})
BESIDE_A_COLUMN = "The labels are a row, and the answers a column: each answer meets all labels."
_LIBRARIES = ("numpy.", "tensorflow.", "keras.ops.")
_SAME = frozenset({"numpy", "array", "asarray", "convert_to_tensor", "constant", "copy", "cast", "astype"})
_DIFFERENCES = frozenset({"subtract", "squared_difference"})
_LAST_AXIS = (1, -1)
_MODES = ("Dropout", "BatchNormalization")
_ONE_WAY = ("Crossentropy", "KLDivergence")


def of(model: Model, place: Place, data: Any = None) -> Answer:
    """What a model makes of data."""
    return Answer("what a model makes of data", place, model=model, given=data if isinstance(data, Data) else None)


def _met(machine: Machine, answer: Answer, what: str, place: Place, data: Any = None) -> None:
    _keep(machine, answer.model, Met(what, place, data if isinstance(data, Data) else None, answer.raw))


def _keep(machine: Machine, model: Model, met: Met) -> None:
    machine.store.set(model.fields, "answers", Collected((*model.fields["answers"], met)))


def _changed(answer: Answer) -> Answer:
    return replace(answer, raw=False)


def operate(machine: Machine, kind: type[ast.AST], left: Any, right: Any, place: Place) -> Answer | None:
    """An operator with an answer on one side: an answer, if it keeps the shape; a difference is remembered."""
    answer, other = (left, right) if isinstance(left, Answer) else (right, left)
    meets = kind is ast.Sub or (kind in _PAIRED.values() and _is_truth(answer, other))
    if meets and isinstance(other, Data):
        _met(machine, answer, ROW_BY_ROW, place, other)
        _broadcast(machine, answer, other, place)
    single = fold.is_constant(other) or (isinstance(other, Data) and other.shape == ())
    return _changed(answer) if single and kind is not ast.MatMult else None


def _is_truth(answer: Answer, other: Any) -> bool:
    """Whether data have one number for each of the rows that a model answers to, and are no means of columns."""
    rows = answer.given.shape if isinstance(answer.given, Data) else None
    if not rows or not isinstance(other, Data) or " of " in str(other.part):
        return False
    return other.shape == rows[:1]


def _broadcast(machine: Machine, answer: Answer, labels: Any, place: Place) -> None:
    """Note a row of labels beside a column of answers; losses of Keras 2 that are functions let them meet as well."""
    shape = labels.shape if isinstance(labels, Data) else None
    if shape is not None and len(shape) == 1 and shape != (1,) and _ends_in_one(answer.model):
        machine.misuse("column", BESIDE_A_COLUMN, place)


def compared(machine: Machine, kind: type[ast.cmpop], left: Any, right: Any, place: Place) -> Answer | None:
    """``answer > 0.5`` has the shape of the answer; ``answer == labels`` is remembered."""
    answer, other = (left, right) if isinstance(left, Answer | Scores) else (right, left)
    raw = isinstance(answer, Scores) or (isinstance(answer, Answer) and answer.raw)
    if raw and kind in _ORDERS and type(other) in (int, float):
        _keep(machine, answer.model, Met(CUT, place, bound=other))
    if not isinstance(answer, Answer):
        return None
    if kind in (ast.Eq, ast.NotEq) and isinstance(other, Data):
        _met(machine, answer, ROW_BY_ROW, place, other)
    return _changed(answer) if fold.is_constant(other) else None


def method(machine: Machine, answer: Answer, name: str, call: Call) -> Any:
    """``answer.astype(int)``, ``answer.argmax(axis=1)``."""
    if name == "argmax":
        return _chosen(machine, answer, call, 0)
    if name in RESHAPES:
        return answer if _makes_a_column(name, call, call.arguments) else reshaped(answer, call.place)
    return answer if name in _SAME else _changed(answer)


def _makes_a_column(name: str, call: Call, sizes: tuple[Any, ...]) -> bool:
    """``answer.reshape(-1, 1)``, which is what the answers of one unit are."""
    wanted = plain(sizes[0] if len(sizes) == 1 else sizes)
    return name == "reshape" and wanted == _A_COLUMN and not call.keywords and not call.open


def _chosen(machine: Machine, answer: Answer, call: Call, at: int) -> Unknown:
    axis = call.argument(at, "axis")
    if type(axis) is int and axis in _LAST_AXIS:
        _met(machine, answer, CHOSEN, call.place)
    elif axis is None:
        _met(machine, answer, CHOSEN_OF_ALL, call.place, answer.given)
    elif axis == 0:
        _met(machine, answer, CHOSEN_A_ROW, call.place)
    return Unknown("the largest of an answer", call.place)


def reshaped(answer: Any, place: Place) -> Unknown:
    """``answer.ravel()``, ``answer[:, 0]``, each of ``answer``."""
    if isinstance(answer, Scores) or (isinstance(answer, Answer) and answer.raw):
        return Scores("what a model makes of data", place, model=answer.model)
    return Unknown("an answer in another shape", place)


def unscaled(machine: Machine, call: Call, columns: int | None) -> Answer | None:
    """``scaler.inverse_transform(answer)``, of a scaler that was fitted on so many columns; it keeps the shape."""
    answer = call.arguments[0] if len(call.arguments) == 1 else None
    if isinstance(answer, Answer) and answer.raw and columns is not None:
        _met(machine, answer, UNSCALED, call.place, Data("scaler", shape=(None, columns)))
    return _changed(answer) if isinstance(answer, Answer) else None


def library(machine: Machine, dotted: str, call: Call) -> Unknown | None:
    """What a function of a library makes of an answer: an answer, if it keeps the shape."""
    last = dotted.rpartition(".")[2]
    given = call.arguments[0] if call.arguments else None
    if isinstance(given, Answer | Scores) and dotted.startswith(_LIBRARIES) and last in RESHAPES:
        column = isinstance(given, Answer) and _makes_a_column(last, call, call.arguments[1:])
        return given if column else reshaped(given, call.place)
    answer = call.first(Answer)
    if answer is None:
        return None
    if last in WITH_LOGITS and call.argument(1, "logits") is answer:
        _loss(machine, answer, Made(WITH_LOGITS[last], {"from_logits": True}), call.place)
    labels = call.first(Data)
    if dotted.startswith("sklearn.metrics.") and labels is not None:
        _met(machine, answer, JUDGED, call.place, labels)
    if not dotted.startswith(_LIBRARIES):
        return None
    if last in _DIFFERENCES and len(call.arguments) == 2:
        operate(machine, ast.Sub, *call.arguments, call.place)
    if last in _PAIRED and len(call.arguments) == 2:
        operate(machine, _PAIRED[last], *call.arguments, call.place)
    first = call.arguments[:1] == (answer,)
    if last == "argmax" and first:
        _chosen(machine, answer, call, 1)
    thresholded = last == "where" and all(map(fold.is_constant, call.arguments[1:]))
    beside = last in _KEEP_BESIDE_A_NUMBER and all(map(fold.is_constant, call.arguments[1:]))
    if not first or not (last in _KEEP or thresholded or beside):
        return None
    return answer if last in _SAME else _changed(answer)


def judged(machine: Machine, loss: Thing, call: Call) -> None:
    """``loss(labels, answer)`` in a training loop of the author's."""
    labels, answer = call.argument(0), call.argument(1, "y_pred")
    if loss.group == "losses" and isinstance(answer, Answer):
        _loss(machine, answer, fact(loss), call.place)
    elif loss.group == "losses" and isinstance(labels, Answer) and loss.name.endswith(_ONE_WAY):
        if loss.name == "KLDivergence" and not isinstance(answer, Data):
            return  # one network learns from another
        said = f"{loss.name} takes the labels first, and here the answers of the model stand first."
        machine.misuse("swapped", said, call.place)


def loss_function(machine: Machine, name: str, call: Call) -> None:
    """``keras.losses.binary_crossentropy(labels, answer, from_logits=True)``."""
    answer = call.argument(1, "y_pred")
    if isinstance(answer, Answer) and name[:1].islower() and machine.keras_2:
        _broadcast(machine, answer, call.argument(0, "y_true"), call.place)
    if isinstance(answer, Answer) and name[:1].islower() and not call.open:
        known = str(api()["losses by name"].get(name, name))
        given = {key: value for key, value in call.keywords.items() if fold.is_constant(value)}
        if len(call.arguments) < 3:
            _loss(machine, answer, Made(known, given), call.place)


def _loss(machine: Machine, answer: Answer, made: Any, place: Place) -> None:
    if answer.raw and isinstance(made, Made):
        fields = answer.model.fields
        machine.store.set(fields, "by_hand", Collected((*fields["by_hand"], Compile(place, True, loss=made))))


def follow(machine: Machine, model: Model, loss: Any, place: Place) -> None:
    """A loss of the author's, given to ``compile``, is given an answer of the model."""
    if isinstance(loss, Function) and len(loss.node.args.args) == 2:
        machine.call(loss, Call((Unknown("labels", place), of(model, place)), {}, place))


def follow_step(machine: Machine, model: Model, data: tuple[Any, Any], place: Place) -> None:
    """A ``train_step`` of the author's is given rows and labels: only what it misuses is kept."""
    kind = model.fields.get("class")
    function = kind.members.get("train_step") if isinstance(kind, Class) else None
    if not isinstance(function, Function) or not all(isinstance(part, Data) for part in data):
        return
    mark, called = machine.store.mark(), set(machine.called)
    with suppress(Stopped, Uncertain):
        machine.call(Bound(model, "train_step"), Call((data,), {}, place))
    machine.store.undo(mark)
    machine.called = called


def follow_judge(machine: Machine, model: Model, labels: Any, place: Place) -> None:
    """A loss class of the author's is given the labels of a fit as they are, as Keras 3 does; what meets is kept."""
    loss = model.fields.get("judge")
    kind = next((kind for kind, _ in machine.classes if machine.instances.get(id(kind)) is loss), None)
    function = kind.members.get("call") if kind is not None and isinstance(loss, Thing) else None
    if not isinstance(function, Function) or not isinstance(labels, Data) or machine.keras_2:
        return
    mark, called = machine.store.mark(), set(machine.called)
    with suppress(Stopped, Uncertain):
        machine.call(function, Call((loss, labels, of(model, place)), {}, place))
    met = [one for one in model.fields["answers"] if one.what == ROW_BY_ROW and len(one.data.shape or ()) == 1]
    machine.store.undo(mark)
    machine.called = called
    for one in met:
        if one not in model.fields["answers"]:
            _keep(machine, model, one)


def _ends_in_one(model: Model) -> bool:
    """Whether a model of the author's gives a column: one made as a functional one, or by its ``call``."""
    ends, kind = model.fields.get("ends"), model.fields.get("class")
    layer = ends.node.layer if isinstance(ends, Tensor) else None
    function = kind.members.get("call") if isinstance(kind, Class) else None
    if isinstance(function, Function):
        last = function.node.body[-1] if isinstance(function.node, ast.FunctionDef) else None
        given = last.value if isinstance(last, ast.Return) else None
        part = given.func if isinstance(given, ast.Call) else None
        layer = model.fields.get(part.attr) if isinstance(part, ast.Attribute) else None
    return isinstance(layer, Layer) and layer.name == "Dense" and layer.given.get("units") == 1


def taped(machine: Machine, model: Model, call: Call) -> str:
    """What has a mode in a model that is called under a gradient tape, if the call leaves the mode to Keras.

    Or if it asks for the mode of a prediction.
    """
    told = [*call.arguments[1:], *call.keywords.values()]
    if not machine.taping or not call.arguments or call.open or told not in ([], [False]):
        return ""
    kind = model.fields.get("class")
    function = kind.members.get("call") if isinstance(kind, Class) else None
    if isinstance(function, Function) and "training=True" in ast.unparse(function.node):
        return ""
    own = [value.name for value in model.fields.values() if isinstance(value, Layer)]
    made = (node.layer for node in graph.nodes_before(model.fields.get("ends")))
    own += [layer.name for layer in made if isinstance(layer, Layer) and layer.fields.get("trainable") is not False]
    return next((name for name in own if name.endswith(_MODES)), "model")
