"""What the classes and functions of Keras give when they are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.anatomy.source import graph
from autograder.anatomy.source.arguments import bind, bind_layer
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.names import api, resolve
from autograder.anatomy.source.spellings import OLD_CLASSES, ONLY_IN_TENSORFLOW
from autograder.anatomy.source.values import (
    Chain,
    Collected,
    Items,
    Layer,
    Model,
    Name,
    Tensor,
    Thing,
    inside,
    plain,
    tensors,
)
from autograder.anatomy.unknown import Place, Unknown

_MERGED = {"sum": "Add", "mul": "Multiply", "concat": "Concatenate", "ave": "Average", "dot": "Dot", "max": "Maximum"}
_LOWER_CASE_LAYERS = {
    name.lower(): name
    for name in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot")
}
# Names that ``get`` of today's Keras no longer finds, or finds under another.
_ALIASES: dict[str, dict[str, str]] = {
    "regularizers": {
        "l1_l2": "L1L2",
        "WeightRegularizer": "L1L2",
        "ActivityRegularizer": "L1L2",
        "activity_l2": "L2",
    },
    "constraints": {"maxnorm": "MaxNorm", "nonneg": "NonNeg", "unitnorm": "UnitNorm"},
    "optimizers": {"Nadam": "Nadam"},
}
_GROUPS_OF_THINGS = (
    "optimizers", "schedules", "losses", "metrics", "callbacks", "initializers", "regularizers", "constraints",
)  # fmt: skip


HUB = "tensorflow_hub.KerasLayer"
NOT_OURS = "hub.KerasLayer is a layer of Keras 2: a model of Keras 3 refuses it."


def construct(machine: Machine, group: str, name: str, call: Call) -> Any:
    """What ``keras.<group>.<name>(…)`` gives."""
    if group == "layers":
        return _LAYER_FUNCTIONS[name](machine, call) if name in _LAYER_FUNCTIONS else make_layer(machine, name, call)
    if group == "models":
        return _MODELS.get(name, _loaded)(machine, call)
    if group in _GROUPS_OF_THINGS:
        return make_thing(machine, group, name, call)
    if group == "applications":
        return _application(machine, name, call)
    if group in {"ops", "activations"}:
        return operation(machine, group, name, call)
    return machine.opaque(name, call.values, call.place) if tensors(tuple(call.values)) else Unknown(name, call.place)


def class_of(group: str, name: str) -> str:
    """The class that a name of a group stands for; empty if today's Keras has none such."""
    table = api()
    if name in table[group]:
        return name
    aliases = _ALIASES.get(group, {}) | table.get(f"{group} by name", {})
    found = aliases.get(name) or aliases.get(name.lower() if group == "optimizers" else name, "")
    return found if found in table[group] else ""


def make_thing(machine: Machine, group: str, name: str, call: Call) -> Any:
    """An optimizer, a callback, a regularizer, …"""
    if group in {"losses", "metrics"} and name[:1].islower():  # a loss of tensors
        return machine.opaque(name, call.values, call.place) if tensors(tuple(call.values)) else Unknown(name)
    known = class_of(group, name)
    if known != name and group == "optimizers" and known:
        machine.spelling(f"keras.optimizers.{name}", f"keras.optimizers.{known}", call.place)
    given = bind(machine, (group, name), api()[group].get(known, []), call)
    machine.escape_all(call.values)  # an optimizer in another one is used
    if call.open:
        return Unknown(f"{name} with arguments that could not be followed", call.place)
    made = Thing(group, known or name, given, call.place)
    machine.collect("things", made)
    return made


def make_layer(machine: Machine, spelt: str, call: Call) -> Layer:
    """A layer of Keras, or of its past."""
    table = api()
    name = table["layer aliases"].get(spelt, spelt)
    if spelt == "TimeDistributedDense":
        machine.spelling(spelt, "TimeDistributed(Dense(…))", call.place)
        return machine.layer("TimeDistributed", {"layer": make_layer(machine, "Dense", call)}, call.place)
    if spelt in OLD_CLASSES:
        new, runs = OLD_CLASSES[spelt]
        machine.spelling(spelt, new, call.place, runs or spelt in ONLY_IN_TENSORFLOW)
        name = new or name
    _made_with_tensors(machine, spelt, call)
    known = name in table["layers"]
    given = bind_layer(machine, name, spelt, call) if known else dict(call.keywords)
    if machine.met.get("data_format") is not None and "data_format" in (
        parameter[0] for parameter in table["layers"].get(name, ())
    ):
        given.setdefault("data_format", machine.met["data_format"])
    for inner in (value for value in given.values() if isinstance(value, Model)):
        machine.escape(inner)
    return machine.layer(name, given, call.place, opaque=call.open or not known)


def _made_with_tensors(machine: Machine, spelt: str, call: Call) -> None:
    """``Flatten(x)`` and ``Concatenate([a, b])``: what a layer reads is given in a second call."""
    first = call.argument(0)
    joined = spelt in _LOWER_CASE_LAYERS.values() and isinstance(first, Items) and bool(inside(first))
    parts = [isinstance(part, Tensor | Model | Layer) for part in inside(first)] if joined else []
    if (isinstance(first, Tensor) or (parts and all(parts))) and not machine.tracing:
        shown = "[…]" if parts else "x"
        said = f"{spelt} is given what it should read where it is made"
        machine.misuse("made", f"{said}: write {spelt}(…)({shown}).", call.place)


def _input(machine: Machine, call: Call) -> Tensor:
    """``keras.Input(shape)``; an old name in the way of a shape costs nothing."""
    given = bind(machine, ("layers", "Input"), api()["functions"]["Input"], call, frozenset({"batch_input_shape"}))
    if "batch_input_shape" in given:
        machine.spelling("batch_input_shape=", "batch_shape=", call.place)
    if call.open:
        given = {"shape": Unknown("arguments that could not be followed", call.place)}
    return machine.apply(machine.layer("InputLayer", given, call.place), (), {}, call.place)


def _merge(machine: Machine, call: Call) -> Tensor:
    """Keras 1: ``merge([a, b], mode='concat')``."""
    given = bind(machine, ("layers", "merge"), [["inputs"], ["mode", "sum"], ["concat_axis", -1]], call)
    mode = given.get("mode", "sum")
    name = _MERGED.get(mode, "") if isinstance(mode, str) else ""
    machine.spelling("merge(…)", f"keras.layers.{name}" if name else "", call.place)
    if not name:
        return machine.opaque("merge", call.values, call.place)
    axis = {"axis": given["concat_axis"]} if name == "Concatenate" and "concat_axis" in given else {}
    return machine.apply(machine.layer(name, axis, call.place), (given.get("inputs"),), {}, call.place)


def _lower_case(name: str) -> Callable[[Machine, Call], Tensor]:
    def merged(machine: Machine, call: Call) -> Tensor:
        inputs = call.argument(0, "inputs")
        rest = Call(
            call.arguments[1:], {k: v for k, v in call.keywords.items() if k != "inputs"}, call.place, call.open
        )
        return machine.apply(make_layer(machine, name, rest), (inputs,), {}, call.place)

    return merged


_LAYER_FUNCTIONS: dict[str, Callable[[Machine, Call], Any]] = {
    "Input": _input,
    "merge": _merge,
    **{lower: _lower_case(name) for lower, name in _LOWER_CASE_LAYERS.items()},
}


def _sequential(machine: Machine, call: Call) -> Model:
    given = bind(
        machine, ("models", "Sequential"), [["layers", None], ["name", None]], call, frozenset({"trainable"})
    )
    made = machine.model("sequential", "Sequential", call.place, given=given)
    listed = given.get("layers")
    if isinstance(listed, Layer | Model | Tensor) or any(
        isinstance(value, Layer | Items) for value in call.arguments[1:]
    ):
        machine.misuse(
            "layers", "Sequential takes one list: the layers stand in it, not beside each other.", call.place
        )
    if call.open or isinstance(listed, Unknown) or (isinstance(listed, Items) and listed.items is None):
        add(machine, made, Unknown("a list of layers that could not be followed", call.place), call.place)
    elif listed is not None:
        for layer in plain(listed) if isinstance(listed, Items | tuple) else (Unknown("layers", call.place),):
            add(machine, made, layer, call.place)
    return made


def add(machine: Machine, model: Model, layer: Any, place: Place) -> None:
    """``model.add(layer)``."""
    if isinstance(layer, Tensor) and isinstance(layer.node.layer, Layer):  # Sequential([keras.Input(…), …])
        layer = layer.node.layer if layer.node.layer.name == "InputLayer" else layer
    if not isinstance(layer, Layer | Model):
        _no_layer(machine, layer, place)
        layer = layer if isinstance(layer, Unknown) else Unknown("something that is no layer")
    if isinstance(layer, Layer | Model):
        machine.note(layer.fields, "used")
        if isinstance(layer, Model):
            build_from(machine, layer, model.fields["layers"])
    machine.store.set(model.fields, "layers", Chain((*model.fields["layers"], layer)))


def _no_layer(machine: Machine, value: Any, place: Place) -> None:
    """What a sequential model is given in place of a layer, if it surely is none."""
    if isinstance(value, Unknown) and value.reason == HUB:
        machine.misuse("foreign", NOT_OURS, value.place or place)
    elif isinstance(value, Items | tuple) and inside(value):
        machine.misuse("layers", "This is a list in the list of layers, or in place of a layer.", place)
    elif isinstance(value, Name) and named(value)[0] == "layers" and named(value)[1][:1].isupper():
        name = named(value)[1]
        machine.misuse("layers", f"{name} is the class and no layer: `{name}(…)` makes one.", place)
    elif isinstance(value, Tensor):
        machine.misuse("layers", "A sequential model takes layers; this one was called, and is a tensor.", place)
    elif isinstance(value, str):
        machine.misuse("layers", f"{value!r} is a text and no layer.", place)


def build_from(machine: Machine, model: Model, before: tuple[Any, ...]) -> None:
    """A model without a shape gets one from what stands before it."""
    shape = graph.input_shape(before[0]) if before else None
    if model.form == "sequential" and shape is not None and graph.model_input_shape(model) is None:
        first = len(before) == 1 and isinstance(before[0], Layer) and before[0].name == "InputLayer"
        built = shape if first else Unknown("the shape between two layers", model.place)
        machine.store.set(model.fields, "built", built)


def _functional(machine: Machine, call: Call) -> Model:
    parameters = [["inputs"], ["outputs"], ["name"]]
    given = bind(machine, ("models", "Model"), parameters, call, frozenset({"trainable"}))
    inputs, outputs = (plain(given.get(key)) for key in ("inputs", "outputs"))
    if call.open:
        inputs = outputs = Unknown("arguments that could not be followed", call.place)
    return machine.model("functional", "Functional", call.place, inputs=inputs, outputs=outputs, given=given)


def _loaded(machine: Machine, call: Call) -> Model:
    for value in call.values:
        if isinstance(value, Model):
            machine.escape(value)
    return machine.model("loaded", "loaded", call.place, escaped=Collected(("escaped",)))


_MODELS: dict[str, Callable[[Machine, Call], Any]] = {
    "Sequential": _sequential,
    "Model": _functional,
    "Functional": _functional,
}


def _application(machine: Machine, name: str, call: Call) -> Any:
    parameters = api()["applications"].get(name)
    if parameters is None:
        return Unknown(name, call.place)
    given = bind(machine, ("applications", name), parameters, call)
    rest = {parameter[0]: Unknown("arguments", call.place) for parameter in parameters} if call.open else {}
    return machine.model("application", name, call.place, given={**rest, **given})


def operation(machine: Machine, group: str, name: str, call: Call) -> Any:
    """A function of ``keras.ops`` or ``keras.activations``, called on tensors: a layer of its own."""
    table = api()
    if not tensors(tuple(call.values)):
        return Unknown(name, call.place)
    known = table["ops"].get(name)
    if name == "relu" and len(call.values) > 1 and group == "activations" and not call.open:
        settings = bind(machine, (group, name), table["activations"][name], call)
        made = Layer("ReLU", settings, call.place, machine.fields(), operation=True)
        return machine.apply(made, (settings.pop("x", None),), {}, call.place)
    if call.open or known is None:
        return machine.opaque(name, call.values, call.place)
    parameters = (table["activations"] if group == "activations" else {}).get(name, known["parameters"])
    given = bind(machine, ("ops", name), parameters, call)
    values = {parameter[0]: parameter[1] for parameter in parameters if len(parameter) > 1} | given
    settings = {key: plain(values.get(source, source)) for key, source in known["settings"].items()}
    made = Layer(known["class"], settings, call.place, machine.fields(), operation=True)
    order = [parameter[0] for parameter in parameters]
    arguments = tuple(given[key] for key in order if key in given and key not in known["settings"].values())
    return machine.apply(made, arguments, {}, call.place)


def named(value: Any) -> tuple[str, str]:
    """Group and name of a class or function of Keras that is passed along without a call."""
    return resolve(value.dotted) if isinstance(value, Name) else ("", "")
