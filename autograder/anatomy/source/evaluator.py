"""The whole evaluator: what each kind of value does when it is called, looked into, or computed with."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from autograder.anatomy.source import (
    answers,
    arrays,
    builtin,
    fold,
    graph,
    modelling,
    options,
    pipelines,
    spellings,
    things,
    tracing,
    vocabulary,
    written,
)
from autograder.anatomy.source.machine import Call, looks
from autograder.anatomy.source.names import canonical, resolve
from autograder.anatomy.source.statements import Statements
from autograder.anatomy.source.things import HUB
from autograder.anatomy.source.values import (
    Answer,
    Bound,
    Class,
    Function,
    History,
    Instance,
    Items,
    Layer,
    Model,
    Name,
    Pipeline,
    Rounds,
    Scores,
    Table,
    Tensor,
    Thing,
    tensors,
)
from autograder.anatomy.training import Data, Use
from autograder.anatomy.unknown import Place, Unknown

_OPERATIONS: dict[type[ast.AST], str] = {
    ast.Add: "Add",
    ast.Sub: "Subtract",
    ast.Mult: "Multiply",
    ast.Div: "TrueDivide",
    ast.FloorDiv: "FloorDivide",
    ast.Mod: "Mod",
    ast.Pow: "Power",
    ast.MatMult: "Matmul",
    ast.USub: "Negative",
}
# Libraries that look at what they are given, and leave it as it is.
_HARMLESS = (
    "tensorflow_datasets.",
    "keras.",
    "tensorflow.",
    "numpy.",
    "pandas.",
    "matplotlib.",
    "sklearn.",
    "os.",
    "sys.",
    "time.",
    "json.",
)
_GROUPS = frozenset({
    "layers", "models", "optimizers", "schedules", "losses", "metrics", "callbacks", "initializers", "regularizers",
    "constraints", "applications", "ops", "activations",
})  # fmt: skip
_ACTIVATIONS = frozenset({"relu", "sigmoid", "softmax", "tanh", "elu", "selu", "softplus"})
_CONSTANTS = {"math.pi": 3.141592653589793, "numpy.pi": 3.141592653589793, "math.e": 2.718281828459045}


class Evaluator(Statements):
    """Follows a program; see :mod:`autograder.anatomy.source`."""

    def call(self, callee: Any, call: Call) -> Any:
        """What a call gives."""
        self.store.spend()
        return _CALLS.get(type(callee), Evaluator._call_unknown)(self, callee, call)

    def _call_name(self, name: Name, call: Call) -> Any:
        if builtin.is_followed(name.dotted, call):
            return builtin.function(self, name.dotted, call)
        group, last = resolve(name.dotted)
        if ".optimizers.legacy." in name.dotted:
            self.spelling("keras.optimizers.legacy", "keras.optimizers", call.place)
        if group == "losses":
            answers.loss_function(self, last, call)
        on_arrays = group == "ops" and not tensors(tuple(call.values))
        if group in _GROUPS and last != "preprocess_input" and not on_arrays:
            return things.construct(self, group, last, call)
        return self._call_library(canonical(name.dotted), call)

    def _call_library(self, dotted: str, call: Call) -> Any:
        name = dotted.removeprefix("tensorflow.")
        listed = [value.each for value in call.values if isinstance(value, Items) and value.items is None]
        if name in spellings.ON_TENSORS and tensors(tuple(listed)):
            self._on_tensors(name, call)
            return self.opaque(dotted, listed, call.place)
        if tensors(tuple(call.values)):
            if self.tracing and name.removeprefix("nn.") in _ACTIVATIONS:  # TensorFlow calculates inside a layer
                return things.operation(self, "activations", name.removeprefix("nn."), call)
            self._on_tensors(name, call)
            return self.opaque(dotted, call.values, call.place)
        if dotted == HUB:
            return Unknown(HUB, call.place)
        if (found := written.settings(self, dotted, call)) is not None:
            return found
        for value in call.values:
            if not dotted.startswith(_HARMLESS):
                self.hand_over(value, call)
            elif not isinstance(value, Model) or not looks(call.name):
                self.escape(value)
        if dotted == "random.shuffle":
            self.hand_over(call.arguments, call)
        answer = answers.library(self, dotted, call)
        return arrays.library(self, dotted, call) if answer is None else answer

    def _on_tensors(self, name: str, call: Call) -> None:
        if name in spellings.ON_TENSORS and not call.open and not self.tracing:
            self.spelling(f"tf.{name}(…)", spellings.ON_TENSORS[name], call.place)

    def trace(self) -> None:
        """Find out what the models of the author's own classes compute."""
        for model in self.met["models"]:
            tracing.trace(self, model)

    def _call_bound(self, bound: Bound, call: Call) -> Any:
        return _METHODS.get(type(bound.owner), Evaluator._unknown_method)(self, bound.owner, bound.name, call)

    def _call_layer(self, layer: Layer, call: Call) -> Any:
        own = tracing.call_own(self, layer, call) if layer.opaque and tensors(tuple(call.values)) else None
        return modelling.call_layer(self, layer, call) if own is None else own

    def _call_thing(self, thing: Thing, call: Call) -> Any:
        self.escape(thing)
        answers.judged(self, thing, call)
        return self._call_unknown(Unknown(thing.name), call)

    def _call_unknown(self, callee: Any, call: Call) -> Any:
        for value in call.values:
            self.hand_over(value, call)
        reason = getattr(callee, "reason", "something that cannot be called")
        if call.name in _ONLY_OF_KERAS and isinstance(callee, Unknown):
            self.spelling(f"{call.name}(…)", f"{spellings.METHODS[call.name]}(…)", call.place)
        if tensors(tuple(call.values)):
            if reason == HUB and not self.tracing:
                self.misuse("foreign", things.NOT_OURS, call.place)
            return self.opaque(reason, call.values, call.place)
        data = call.first(Data)
        return Unknown(f"what a call gives: {reason}"[:200], call.place) if data is None else arrays.changed(
            data, "unknown", reason
        )  # fmt: skip

    def _unknown_method(self, owner: Any, name: str, call: Call) -> Any:
        return self._call_unknown(Unknown(name), call)

    def _instance_method(self, owner: Any, name: str, call: Call) -> Any:
        kind = owner.kind if isinstance(owner, Instance) else owner.fields.get("class")
        function = self.member(kind, name) if isinstance(kind, Class) else None
        if isinstance(function, Function):
            return self.call_method(owner, kind, function, call)
        if isinstance(owner, Model | Layer):
            return modelling.method(self, owner, name, call)
        return self._call_unknown(Unknown(name), call)

    def _data_method(self, owner: Data, name: str, call: Call) -> Any:
        mapped = self._mapped(owner, call) if name == "map" and call.arguments else None
        return arrays.method(self, owner, name, call) if mapped is None else mapped

    def _mapped(self, data: Data, call: Call) -> Data | None:
        """Rows, or a folder's images, after a function of the author's, if it gives the same with known steps."""
        function = call.arguments[0]
        count = len(function.node.args.args) if isinstance(function, Function) else 0
        if count != 1 and (data.place is None or count != 2):
            return None
        row = (data, Unknown("labels", call.place))[:count]
        found = self.call(function, Call(row, {}, call.place))
        items = found if isinstance(found, tuple) and found else (found,)
        if not isinstance(items[0], Data) or items[0].steps[: len(data.steps)] != data.steps:
            return None
        return items[0] if items[1:] == row[1:] else arrays.changed(items[0], "relabelled")

    def attribute(self, value: Any, name: str, place: Place) -> Any:
        """What an attribute gives."""
        return _ATTRIBUTES.get(type(value), Evaluator._bound_attribute)(self, value, name, place)

    def _bound_attribute(self, value: Any, name: str, place: Place) -> Any:
        if isinstance(value, Unknown | Function) or (fold.is_constant(value) and not isinstance(value, str)):
            return Unknown(f".{name} of something unknown", place)
        return Bound(value, name)

    def _answer_attribute(self, value: Answer, name: str, place: Place) -> Any:
        kept = name == "argmax" or name in answers.KEEPS or name in answers.RESHAPES
        return Bound(value, name) if kept else self._bound_attribute(value, name, place)

    def _scores_attribute(self, value: Scores, name: str, place: Place) -> Any:
        return Bound(value, name) if name in answers.RESHAPES else self._bound_attribute(value, name, place)

    def _name_attribute(self, value: Name, name: str, place: Place) -> Any:
        found = value.dot(name)
        old = spellings.old_name(found.dotted, canonical(found.dotted))
        if old:
            self.spelling(old[0], old[1], place, old[2])
        return _CONSTANTS.get(found.dotted, found)

    def _object_attribute(self, value: Any, name: str, place: Place) -> Any:
        kind = value.kind if isinstance(value, Instance) else value.fields.get("class")
        if name == "__dict__":
            self.forget(value)
        if name not in value.fields and isinstance(kind, Class):
            function = self.member(kind, name)
            if self.is_property(function):
                return self.call_function(function, Call((value,), {}, place))
            if function is not None and not isinstance(function, Function):
                return function
            if function is not None:
                return Bound(value, name)
        if isinstance(value, Model | Layer):
            return modelling.attribute(self, value, name, place)
        return value.fields.get(name, Unknown(f"attribute {name}", place))

    def _class_attribute(self, value: Class, name: str, place: Place) -> Any:
        found = self.member(value, name)
        return Unknown(f"attribute {name}", place) if found is None else found

    def _thing_attribute(self, value: Thing, name: str, place: Place) -> Any:
        if value.group == options.OPTIONS:
            return options.chosen(value, name, place)
        if value.group == vocabulary.TOKENIZERS:
            return vocabulary.attribute(name, place)
        self.escape(value)
        return Bound(value, name)

    def _tensor_attribute(self, value: Tensor, name: str, place: Place) -> Any:
        shape = graph.input_shape(value.node.layer) if name == "shape" else None
        return shape if isinstance(shape, tuple) else Unknown(f".{name} of a tensor", place)

    def _history_attribute(self, value: History, name: str, place: Place) -> Any:
        return value if name == "history" else Bound(value, name)

    def _recorded(self, value: History, index: Any, node: ast.AST) -> Any:
        """A column of the history: an event, for not every name is in it."""
        if isinstance(index, str):
            self.happen(value.model, Use(self.place(node), True, "history", {"key": index}))
        return self.unknown("the history of a training", node)

    def set_attribute(self, value: Any, name: str, new: Any, place: Place) -> None:
        """``value.name = new``."""
        if isinstance(value, Model | Layer):
            modelling.set_attribute(self, value, name, new, place)
        elif isinstance(value, Instance):
            self.store.set(value.fields, name, new)
        elif isinstance(value, Class):
            self.store.set(value.members, name, new)
        elif isinstance(value, Bound) and value.name == "layers" and isinstance(value.owner, Model):
            if name == "trainable":
                modelling.set_some_trainable(self, value.owner, new, place)
        else:
            if isinstance(value, Data) and name == "shuffle":
                self.collect("reordered", value.place)
            self.escape(value)
            self.escape(new)

    def operate(self, kind: type[ast.AST], left: Any, right: Any, node: ast.AST) -> Any:
        """An operator on any two values."""
        if fold.is_constant(left) and fold.is_constant(right):
            return fold.binary(kind, left, right)
        if isinstance(left, Tensor) or isinstance(right, Tensor):
            return self._operate_on_tensors(kind, left, right, node)
        if isinstance(left, Answer) or isinstance(right, Answer):
            found = answers.operate(self, kind, left, right, self.place(node))
            if found is not None:
                return found
        if isinstance(left, Data) or isinstance(right, Data):
            return arrays.operate(kind, left, right, self.place(node))
        if isinstance(left, Items | tuple | Table) or isinstance(right, Items | tuple | Table):
            return self._operate_on_sequences(kind, left, right, node)
        self.escape((left, right))
        moved = _moved(kind, left, right)
        return self.unknown("arithmetic with something unknown", node) if moved is None else moved

    def _operate_on_sequences(self, kind: type[ast.AST], left: Any, right: Any, node: ast.AST) -> Any:
        """``[1] + [2]``, ``[1] * 2`` and ``{"rows": 32} | {"rows": 1}``."""
        if kind is ast.BitOr and isinstance(left, Table) and isinstance(right, Table) and left.items is not None:
            return self.table({**left.items, **right.items}) if right.items is not None else right
        found: Any = None
        if kind is ast.Add and type(left) is type(right):
            items, more = self.iterate(left), self.iterate(right)
            found = None if items is None or more is None else (*items, *more)
        elif kind is ast.Mult:
            sequence, times = (right, left) if type(left) is int else (left, right)
            items = self.iterate(sequence)
            found = fold.repeated(tuple(items), times) if items is not None and type(times) is int else None
        if not isinstance(found, tuple):
            self.escape((left, right))
            return self.unknown("a sequence that could not be followed", node)
        return self.items(*found) if isinstance(left, Items) or isinstance(right, Items) else found

    def _operate_on_tensors(self, kind: type[ast.AST], left: Any, right: Any, node: ast.AST) -> Any:
        place = self.place(node)
        other = right if isinstance(left, Tensor) else left
        if kind not in _OPERATIONS or not (isinstance(other, Tensor) or fold.is_constant(other)):
            return self.opaque("an operator", [left, right], place)
        made = Layer(_OPERATIONS[kind], {}, place, self.fields(), operation=True)
        return self.apply(made, (left,) if kind is ast.USub else (left, right), {}, place)

    def element(self, value: Any, index: Any, node: ast.AST) -> Any:
        """``value[index]``."""
        handler = _ELEMENTS.get(type(value))
        found = handler(self, value, index, node) if handler else None
        if found is None:
            self.escape(value)
            return self.unknown("an element that is not known", node)
        return found

    def _entry(self, value: Table, index: Any, node: ast.AST) -> Any:
        if value.items is None or fold.is_constant(index):
            return None if value.items is None else value.items.get(index)
        numbers = [item for item in value.items.values() if type(item) is int]
        whole = bool(numbers) and len(numbers) == len(value.items)
        ends = (min(numbers), max(numbers)) if whole else None
        return Unknown("one of a table", self.place(node), whole=True, ends=ends) if whole else None

    def _item(self, value: Any, index: Any, node: ast.AST) -> Any:
        items = value.items if isinstance(value, Items) else value
        if items is None or not (type(index) is int or _is_known_slice(index)):
            return None
        try:
            found = items[index]
        except (IndexError, TypeError, ValueError):
            return None
        return self.items(*found) if isinstance(value, Items) and isinstance(index, slice) else found

    def _some_layer(self, value: Bound, index: Any, node: ast.AST) -> Any:
        return value if value.name == "layers" else None

    def _part(self, value: Tensor, index: Any, node: ast.AST) -> Any:
        place = self.place(node)
        if value.number == 0 and type(index) is int and self._makes_several(value.node.layer):
            return Tensor(value.node, index) if index >= 0 else self.opaque("a part", [value], place)
        made = Layer("GetItem", {}, place, self.fields(), operation=True)
        return self.apply(made, (value, index), {}, place)

    def _makes_several(self, layer: Layer | Model) -> bool:
        if isinstance(layer, Layer):
            return layer.given.get("return_state") is True
        outputs = layer.fields.get("outputs") if layer.form == "functional" else None
        return isinstance(outputs, tuple)

    def iterate(self, value: Any) -> list[Any] | None:
        """The items of a value; None if they cannot be known."""
        if isinstance(value, tuple):
            return list(value)
        if isinstance(value, Items):
            return None if value.items is None else list(value.items)
        if isinstance(value, Table):
            return None if value.items is None else list(value.items)
        if isinstance(value, str) and len(value) <= 200:
            return list(value)
        return None

    def any_item(self, value: Any, place: Place) -> Any:
        """Any item of data, or of what is known to give one thing after the other; None for all else."""
        if isinstance(value, Pipeline | Rounds):
            return value.item
        if isinstance(value, Answer | Scores):
            return answers.reshaped(value, place)
        return arrays.any_row(value, place) if isinstance(value, Data) else None

    def parts(self, value: Any, count: int) -> list[Any] | None:
        """The items of a value that is unpacked into ``count`` targets."""
        if isinstance(value, Tensor) and not isinstance(value.node.layer, Layer | Model):
            return None
        if isinstance(value, Tensor):
            if value.node.layer.fields.get("class") is None and self._makes_several(value.node.layer):
                return [Tensor(value.node, number) for number in range(count)]
            return [self.opaque("a part", [value], value.node.place) for _ in range(count)]
        if isinstance(value, Data):
            return [arrays.changed(value, "part", number) for number in range(count)]
        return self.iterate(value)


def _moved(kind: type[ast.AST], left: Any, right: Any) -> Unknown | None:
    """``i + 24`` of an unknown number, which stays so far from it."""
    if kind is ast.Add and type(left) is int:
        left, right = right, left
    if kind not in (ast.Add, ast.Sub) or type(left) is not Unknown or type(right) is not int:
        return None
    return left.moved(right if kind is ast.Add else -right)


def _is_known_slice(index: Any) -> bool:
    return isinstance(index, slice) and all(
        end is None or type(end) is int for end in (index.start, index.stop, index.step)
    )


# No other library's objects have these methods: they belong to a model of Keras, whoever made it.
_ONLY_OF_KERAS = frozenset({"predict_classes", "fit_generator", "evaluate_generator", "predict_generator"})
_CALLS: dict[type, Callable[[Evaluator, Any, Call], Any]] = {
    Name: Evaluator._call_name,
    Bound: Evaluator._call_bound,
    Function: Evaluator.call_function,
    Class: Evaluator.instantiate,
    Model: modelling.call_model,
    Layer: Evaluator._call_layer,
    Thing: Evaluator._call_thing,
}
_METHODS: dict[type, Callable[[Evaluator, Any, str, Call], Any]] = {
    Model: Evaluator._instance_method,
    Layer: Evaluator._instance_method,
    Instance: Evaluator._instance_method,
    Thing: arrays.thing_method,
    Data: Evaluator._data_method,
    Pipeline: lambda machine, owner, name, call: pipelines.method(owner, name, call, machine.call),
    Answer: answers.method,
    Scores: lambda machine, owner, name, call: answers.reshaped(owner, call.place),
    Items: builtin.list_method,
    Table: builtin.table_method,
    str: builtin.text_method,
}
_ELEMENTS: dict[type, Callable[[Evaluator, Any, Any, ast.AST], Any]] = {
    Data: lambda machine, value, index, node: arrays.element(value, index),
    Tensor: Evaluator._part,
    Answer: lambda machine, value, index, node: answers.reshaped(value, machine.place(node)),
    Scores: lambda machine, value, index, node: answers.reshaped(value, machine.place(node)),
    Table: Evaluator._entry,
    Items: Evaluator._item,
    tuple: Evaluator._item,
    str: Evaluator._item,
    Bound: Evaluator._some_layer,
    History: Evaluator._recorded,
}
_ATTRIBUTES: dict[type, Callable[[Evaluator, Any, str, Place], Any]] = {
    Name: Evaluator._name_attribute,
    Instance: Evaluator._object_attribute,
    Model: Evaluator._object_attribute,
    Layer: Evaluator._object_attribute,
    Class: Evaluator._class_attribute,
    Thing: Evaluator._thing_attribute,
    Tensor: Evaluator._tensor_attribute,
    Data: arrays.attribute,
    Answer: Evaluator._answer_attribute,
    Scores: Evaluator._scores_attribute,
    History: Evaluator._history_attribute,
}
