"""Attributes and methods of models and layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from autograder.anatomy.source import answers, graph
from autograder.anatomy.source.arguments import Parameters, bind
from autograder.anatomy.source.facts import GROUPS, fact, one_of
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.names import api
from autograder.anatomy.source.pipelines import unpacked
from autograder.anatomy.source.spellings import GONE_METHODS, METHODS
from autograder.anatomy.source.things import add, build_from
from autograder.anatomy.source.values import Bound, Built, Chain, History, Layer, Model, Tensor, Thing, plain, tensors
from autograder.anatomy.text import WEIGHTS
from autograder.anatomy.training import Compile, Data, Fit, Step, Trainable, Use
from autograder.anatomy.unknown import Place, Unknown

_OWN_FIELDS = frozenset({
    "events", "names", "escaped", "built", "class", "used", "tensor", "guarded", "answers", "by_hand", "asked",
    "ends", "judge",
})  # fmt: skip
_TRAINS = WEIGHTS | {"optimizer"}
_LOOKS = frozenset({"evaluate", "predict"})
_ON_BATCH = {"predict_on_batch": "predict", "test_on_batch": "evaluate"}
_FILES = frozenset({"save", "save_weights", "load_weights"})
_NOT_TRAINING = frozenset(
    {"summary", "get_config", "to_json", "to_yaml", "count_params", "reset_states", "get_weights"}
)


def attribute(machine: Machine, owner: Model | Layer, name: str, place: Place) -> Any:
    """``model.name``."""
    if name in _ATTRIBUTES:
        return _ATTRIBUTES[name](machine, owner, place)
    if name in owner.fields and name not in _OWN_FIELDS:
        return owner.fields[name]
    if name in _TRAINS:
        machine.escape(owner)  # whoever holds them can train the model
        if name.startswith("trainable"):
            machine.note(owner.fields, "asked")
        return Unknown(name, place)
    return Bound(owner, name)


def _layers(machine: Machine, owner: Model | Layer, place: Place) -> Any:
    found = graph.listed_layers(machine, owner) if isinstance(owner, Model) else None
    return Bound(owner, "layers") if found is None else machine.items(*found)


def _output(which: int, *, listed: bool = False) -> Callable[[Machine, Model | Layer, Place], Any]:
    def get(machine: Machine, owner: Model | Layer, place: Place) -> Any:
        if isinstance(owner, Layer):
            return _of_layer(machine, owner, which, place)
        if owner.form in {"subclass", "loaded"}:
            machine.escape(owner)
            return Unknown("the tensors of a model that could not be followed", place)
        found = graph.ports(machine, owner)
        if found is None:
            return Unknown("the tensors of a model that could not be followed", place)
        return machine.items(*tensors(found[which])) if listed else found[which]

    return get


def _of_layer(machine: Machine, layer: Layer, which: int, place: Place) -> Any:
    if "tensor" not in layer.fields:
        for model in machine.met["models"]:
            if model.form == "sequential" and any(part is layer for part in model.fields["layers"]):
                graph.ports(machine, model)
    tensor = layer.fields.get("tensor")
    if not isinstance(tensor, Tensor):
        return Unknown("a layer that was not called", place)
    return tensor if which else next(iter(graph.read_by(tensor.node)), Unknown("no input", place))


def _name(machine: Machine, owner: Model | Layer, place: Place) -> Any:
    return owner.given.get("name", Unknown("a name that Keras chooses", place))


def _trainable(machine: Machine, owner: Model | Layer, place: Place) -> Any:
    return owner.fields.get("trainable", owner.given.get("trainable", True))


_ATTRIBUTES: dict[str, Callable[[Machine, Model | Layer, Place], Any]] = {
    "layers": _layers,
    "input": _output(0),
    "output": _output(1),
    "inputs": _output(0, listed=True),
    "outputs": _output(1, listed=True),
    "name": _name,
    "trainable": _trainable,
}


def set_attribute(machine: Machine, owner: Model | Layer, name: str, value: Any, place: Place) -> None:
    """``model.name = value``."""
    if name == "trainable":
        set_trainable(machine, owner, value, place)
    elif name not in {"events", "layers", "names", "escaped", "guarded"}:
        machine.store.set(owner.fields, name, value)


def set_trainable(machine: Machine, owner: Model | Layer, value: Any, place: Place) -> None:
    """Freeze or unfreeze, with everything inside; every model that holds it remembers."""
    _freeze(machine, owner, value)
    for model in machine.met["models"]:
        if graph.contains(machine, model, owner):
            name = "model" if model is owner else str(owner.given.get("name", owner.name))
            machine.happen(model, Trainable(place, True, name, fact(value)))


def _freeze(machine: Machine, owner: Any, value: Any, depth: int = 0) -> None:
    machine.store.set(owner.fields, "trainable", value)
    machine.store.set(owner.fields, "melted", False)
    for part in graph.members(owner) if isinstance(owner, Model) and depth < 10 else []:
        if isinstance(part, Layer | Model):
            _freeze(machine, part, value, depth + 1)


def set_some_trainable(machine: Machine, owner: Model, value: Any, place: Place) -> None:
    """The same for some of the layers of a model whose layers are not known."""
    for model in machine.met["models"]:
        if graph.contains(machine, model, owner):
            machine.happen(model, Trainable(place, False, f"layers of {owner.name}", fact(value)))
    machine.store.set(owner.fields, "melted", value is not False or owner.fields.get("melted", False))
    for layer in graph.members(owner):
        if isinstance(layer, Layer | Model):
            machine.store.set(layer.fields, "trainable", Unknown("some layers are frozen", place))


def method(machine: Machine, owner: Model | Layer, name: str, call: Call) -> Any:
    """``model.name(…)``."""
    if isinstance(owner, Layer):
        return _layer_method(machine, owner, name, call)
    new = METHODS.get(name, name)
    if new != name:
        machine.spelling(f"{name}(…)", f"{new}(…)", call.place)
    elif name in GONE_METHODS:
        machine.spelling(f"{name}(…)", GONE_METHODS[name], call.place)
    if new in _METHODS:
        return _METHODS[new](machine, owner, name, call)
    machine.escape_all(call.values)
    if name not in _NOT_TRAINING:
        known = _ON_BATCH.get(new, new)
        parameters: Parameters = (
            [["filepath"]] if name in _FILES else api()["methods"][known] if known in _LOOKS else []
        )
        given = unpacked(bind(machine, ("methods", new), parameters, call)) if parameters else call.keywords
        if known in _LOOKS:
            _refuse_tensors(machine, given, call.place)
        machine.happen(owner, Use(call.place, True, name, fact(dict(given))))
    if new in {"predict", "predict_on_batch"}:
        return answers.of(owner, call.place, given.get("x"))
    return Unknown(f"what {name} gives", call.place)


def _layer_method(machine: Machine, owner: Layer, name: str, call: Call) -> Any:
    machine.escape_all(call.values)
    if name == "set_weights":
        machine.store.set(owner.fields, "weights", Unknown("weights that are set", call.place))
    return Unknown(f"what {name} gives", call.place)


def _add(machine: Machine, model: Model, name: str, call: Call) -> None:
    layer = next(iter(call.values), Unknown("no layer", call.place))
    if any(isinstance(value, Layer | Model) for value in call.arguments[1:]):
        machine.misuse("layers", "add takes one layer: those after the first are in no model.", call.place)
    if model.form in {"functional", "application"}:
        machine.misuse("layers", "Only a Sequential has add: call the next layers on model.output.", call.place)
    layer = layer if not call.open else Unknown("arguments that could not be followed", call.place)
    add(machine, model, layer, call.place)


def _pop(machine: Machine, model: Model, name: str, call: Call) -> None:
    chain = model.fields["layers"]
    if chain and not isinstance(chain[-1], Unknown):
        machine.store.set(model.fields, "layers", Chain(chain[:-1]))
    else:
        machine.store.set(model.fields, "layers", Chain((*chain, Unknown("a layer was taken away", call.place))))


def _build(machine: Machine, model: Model, name: str, call: Call) -> None:
    shape = plain(next(iter(call.values), None))
    machine.store.set(model.fields, "built", shape)


def _get_layer(machine: Machine, model: Model, name: str, call: Call) -> Any:
    wanted = bind(machine, ("methods", "get_layer"), [["name", None], ["index", None]], call)
    found = graph.listed_layers(machine, model)
    key, index = wanted.get("name"), wanted.get("index")
    if found is not None and type(index) is int and -len(found) <= index < len(found):
        return found[index]
    for layer in graph.members(model):
        if isinstance(key, str) and isinstance(layer, Layer | Model) and layer.given.get("name") == key:
            return layer
    return Bound(model, "layers")


def _compile(machine: Machine, model: Model, name: str, call: Call) -> None:
    given = bind(machine, ("methods", "compile"), api()["methods"]["compile"], call)
    if not call.keywords.keys() & {"optimizer", "loss"} and len(call.arguments) == 2 and _is_loss(call.arguments[0]):
        given = {"loss": call.arguments[0], "optimizer": call.arguments[1]}  # before Keras 1
    if len(call.arguments) > 2 and _names_metrics(call.arguments[2]):
        machine.spelling("compile(…, […])", "compile(…, metrics=[…])", call.place)
        given["metrics"] = given.pop("loss_weights")
    machine.escape_all(given.values())
    answers.follow(machine, model, given.get("loss"), call.place)
    machine.store.set(model.fields, "judge", given.get("loss"))
    facts = {key: one_of(given, key, group, call.place) for key, group in GROUPS.items()}
    for_all = Unknown("arguments that could not be followed", call.place) if call.open else None
    machine.happen(
        model,
        Compile(
            call.place,
            True,
            optimizer=facts["optimizer"] if for_all is None else for_all,
            loss=facts["loss"] if for_all is None else for_all,
            metrics=facts["metrics"] if for_all is None else for_all,
            loss_weights=one_of(given, "loss_weights"),
            arguments={key: fact(value, GROUPS.get(key, ""), call.place) for key, value in given.items()},
        ),
    )


def _is_loss(value: Any) -> bool:
    return isinstance(value, str) and (value in api()["losses by name"] or value.endswith(("error", "entropy")))


def _names_metrics(value: Any) -> bool:
    """Before Keras 3 the third argument of ``compile`` was a list of metrics."""
    value = plain(value)
    return isinstance(value, tuple) and any(isinstance(item, str | Thing) for item in value)


def _fit(machine: Machine, model: Model, name: str, call: Call) -> Any:
    parameters = api()["methods"]["train_on_batch" if name == "train_on_batch" else "fit"]
    if name == "fit_generator":
        parameters = [["x"], ["steps_per_epoch"], ["epochs"], ["verbose"], ["callbacks"], ["validation_data"]]
    known = frozenset(parameter[0] for parameter in api()["methods"]["fit"])
    given = unpacked(bind(machine, ("methods", "fit"), parameters, call, known))
    machine.escape_all(given.values())
    _refuse_tensors(machine, given, call.place)
    _build_on(machine, model, given.get("x"))
    facts = {key: one_of(given, key, "", call.place) for key in _FIT_FACTS}
    if call.open:
        unknown = Unknown("arguments that could not be followed", call.place)
        facts = {key: unknown if key not in given else value for key, value in facts.items()}
    everything = {key: fact(value) for key, value in given.items()}
    frozen = graph.learns_nothing(machine, model)
    machine.happen(model, Fit(call.place, True, name, **facts, arguments=everything, frozen=frozen))
    answers.follow_step(machine, model, (given.get("x"), given.get("y")), call.place)
    answers.follow_judge(machine, model, given.get("y"), call.place)
    return History(model)


def _refuse_tensors(machine: Machine, given: Mapping[str, Any], place: Place) -> None:
    """Note rows that are what a layer gives while the model is built."""
    for key, what in (("x", "inputs"), ("y", "targets")):
        if isinstance(given.get(key), Tensor):
            said = f"The {what} are no rows but what a layer gives: the variable was used again for the network."
            machine.misuse("fed", said, place)


def _build_on(machine: Machine, model: Model, data: Any) -> None:
    """A sequential model without a shape takes that of the first data it meets."""
    if not isinstance(data, Data) or data.shape is None or len(data.shape) < 2 or None in data.shape[1:]:
        return
    if model.form in {"sequential", "subclass"} and graph.model_input_shape(model) is None:
        machine.store.set(model.fields, "built", Built((None, *data.shape[1:])))


_MOVES = frozenset({"RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom", "RandomShear"})
_TREATS = _MOVES | {"Normalization", "Rescaling"}
_AROUND = ("TimeDistributed", "Bidirectional")  # made with a layer or a model, not called on one
_FIT_FACTS = ("x", "y", "epochs", "batch_size", "validation_split", "validation_data", "callbacks", "shuffle")
_METHODS: dict[str, Callable[[Machine, Model, str, Call], Any]] = {
    "add": _add,
    "pop": _pop,
    "build": _build,
    "get_layer": _get_layer,
    "compile": _compile,
    "fit": _fit,
    "train_on_batch": _fit,
}


def call_model(machine: Machine, model: Model, call: Call) -> Any:
    """``model(x)``."""
    found = tensors(tuple(call.values))
    if not found:
        _build_on(machine, model, next(iter(call.values), None))
        machine.escape_all(call.values)
        given = {"x": call.arguments[0], **call.keywords} if call.arguments else dict(call.keywords)
        taped = answers.taped(machine, model, call)
        machine.happen(model, Use(call.place, True, "call", fact(dict(given)), taped))
        return _treated_by_all(machine, model, call) or answers.of(model, call.place, given.get("x"))
    before = found[0].node.layer
    if isinstance(before, Layer) and before.name == "InputLayer":
        build_from(machine, model, (before,))
    elif model.form == "sequential" and graph.model_input_shape(model) is None:
        machine.store.set(model.fields, "built", Unknown("the shape between two layers", call.place))
    return machine.apply(model, *without_mode(machine, call), call.place)


def call_layer(machine: Machine, layer: Layer, call: Call) -> Any:
    """``layer(x)``."""
    machine.note(layer.fields, "used")
    given = next(iter(call.arguments), None)
    if not layer.opaque and isinstance(given, Layer):
        said = f"{layer.name} is called on the layer {given.name} itself, not on what it gives"
        machine.misuse("layer", f"{said}: call that layer, too, {given.name}(…)(x).", call.place)
    elif not layer.opaque and isinstance(given, Model) and not layer.name.endswith(_AROUND):
        said = f"{layer.name} is called on a model itself, not on what it gives"
        machine.misuse("layer", f"{said}: call it on model.output.", call.place)
    if not tensors(tuple(call.values)):
        machine.escape_all(call.values)
        data = call.arguments[0] if len(call.arguments) == 1 and not layer.opaque else None
        if isinstance(data, Data) and layer.name in _TREATS:
            return _treated(data, layer, call.place)
        return Unknown("what a layer makes of something unknown", call.place)
    if call.open:
        return machine.opaque(layer.name, call.values, call.place)
    return machine.apply(layer, *without_mode(machine, call), call.place)


def _treated_by_all(machine: Machine, model: Model, call: Call) -> Data | None:
    """Data after a chain of layers without weights, such as ``Sequential([RandomFlip(), RandomRotation(0.1)])``."""
    data = call.arguments[0] if len(call.arguments) == 1 else None
    found = graph.listed_layers(machine, model) if model.form == "sequential" and isinstance(data, Data) else None
    for layer in found or ():
        if not isinstance(layer, Layer) or layer.opaque or layer.name not in _TREATS:
            return None
        data = _treated(data, layer, call.place) if isinstance(data, Data) else None
    return data if found and isinstance(data, Data) else None


def _treated(data: Data, layer: Layer, place: Place) -> Data:
    """Data after ``Rescaling(1 / 255)``, ``Normalization()`` or ``RandomFlip()``, which keep their shape."""
    if layer.name in _MOVES:
        return replace(data, steps=(*data.steps, Step("moved", layer.name, place=place)))
    scale, offset = layer.given.get("scale"), layer.given.get("offset", 0)
    plain_numbers = type(scale) in (int, float) and type(offset) in (int, float)
    steps = [Step("multiply", scale, place=place)] if plain_numbers else [Step("unknown", layer.name, place=place)]
    steps += [Step("add", offset, place=place)] if plain_numbers and offset else []
    return replace(data, steps=(*data.steps, *steps))


def without_mode(machine: Machine, call: Call) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments of a call; ``training`` is no choice of the author's where it was handed on by ``call``."""
    if not machine.tracing:
        return call.arguments, call.keywords
    arguments = tuple(value for value in call.arguments if value is not True)
    return arguments, {key: value for key, value in call.keywords.items() if value is not True}
