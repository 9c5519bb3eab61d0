"""The graph of tensors that a program builds, asked by the evaluator."""

from __future__ import annotations

from typing import Any

from autograder.anatomy.kinds import CLASSES, Trait, classes_with
from autograder.anatomy.source.machine import Machine
from autograder.anatomy.source.values import Layer, Model, Node, Tensor, inside, plain, tensors
from autograder.anatomy.unknown import Place, Unknown

MAX_NODES = 5_000
_WITH_TIME = frozenset({"LSTM", "GRU", "SimpleRNN", "Conv1D", "SeparableConv1D", "RNN"})

_WEIGHTLESS = CLASSES.keys() - classes_with(Trait.OWNS) | {"Normalization", "InputLayer"}
_ABOUT_INPUT = frozenset({"batch_input_shape", "batch_shape", "input_shape", "shape", "input_length", "input_dim"})


def nodes_before(outputs: Any, stop: frozenset[int] = frozenset()) -> list[Node]:
    """The nodes that these tensors need, each after its own inputs; at most MAX_NODES.

    It goes back no further than nodes whose ``id`` is in ``stop``.
    """
    found: dict[int, Node] = {}
    stack = [(tensor.node, False) for tensor in reversed(tensors(outputs))]
    started: set[int] = set()
    while stack and len(started) <= MAX_NODES:
        node, ready = stack.pop()
        if id(node) in found:
            continue
        if ready:
            found[id(node)] = node
        elif id(node) not in started:
            started.add(id(node))
            stack.append((node, True))
            read = [] if id(node) in stop else read_by(node)
            stack += [(tensor.node, False) for tensor in reversed(read)]
    return list(found.values())


def read_by(node: Node) -> list[Tensor]:
    """The tensors a node reads."""
    return tensors((*node.arguments, *node.keywords.values()))


def members(model: Model) -> list[Any]:
    """The layers, models and unknowns directly in a model, in order."""
    if model.form == "sequential":
        return list(model.fields["layers"])
    if model.form == "functional" and not isinstance(model.fields["outputs"], Unknown):
        return list({id(node.layer): node.layer for node in nodes_before(model.fields["outputs"])}.values())
    return []


def inputs_are_known(model: Model) -> bool:
    """Whether the inputs of a functional model are tensors, all of them."""
    given = model.fields.get("inputs")
    todo = [given]
    while todo:
        item = todo.pop()
        if not isinstance(item, Tensor):
            if not inside(item):
                return False
            todo += inside(item)
    return model.form == "functional"


def stray_inputs(model: Model) -> list[Node]:
    """The inputs that a functional model's outputs need, and that are not among its inputs."""
    if model.form != "functional":
        return []
    entries = frozenset(id(tensor.node) for tensor in tensors(model.fields["inputs"]))
    needed = nodes_before(model.fields["outputs"], entries)
    return [node for node in needed if is_input(node) and id(node) not in entries] if entries else []


def before_inputs(model: Model) -> list[Node]:
    """What a functional model leaves out, because it is said to begin after it: calls of layers."""
    if model.form != "functional":
        return []
    entries = [tensor.node for tensor in tensors(model.fields["inputs"]) if not is_input(tensor.node)]
    return [node for node in nodes_before(tuple(Tensor(node) for node in entries)) if not is_input(node)]


def own_inputs(machine: Machine) -> set[int]:
    """The ``id`` of the inputs of models that nobody gave an Input.

    They say their shape themselves, or are networks of keras.applications.
    """
    found = set()
    for model in machine.met["models"]:
        _, first, _ = model.extra.get("ports", (None, None, None))
        chain = model.fields["layers"]
        said = model.form == "sequential" and chain and isinstance(chain[0], Layer) and chain[0].name != "InputLayer"
        base = model.form == "application" and "input_tensor" not in model.given
        if isinstance(first, Tensor) and (base or (said and isinstance(input_shape(chain[0]), tuple))):
            found.add(id(first.node.layer))
    return found


def is_input(node: Node) -> bool:
    """Whether a node is an input rather than the call of a layer."""
    return isinstance(node.layer, Layer) and node.layer.name == "InputLayer"


def contains(machine: Machine, model: Model, wanted: Any, depth: int = 0) -> bool:
    """Whether a layer or a model is in a model, however deep."""
    if model is wanted:
        return True
    inside = members(model) if depth < 10 else []
    machine.store.spend(1 + len(inside) // 4)
    return any(
        part is wanted or (isinstance(part, Model) and contains(machine, part, wanted, depth + 1)) for part in inside
    )


def learns_nothing(machine: Machine, model: Model) -> bool:
    """Whether all that has weights in a model of Keras' own is surely frozen."""
    if model.fields.get("class") is not None:
        return False
    leaves = _leaves(machine, model)
    return _is_frozen(model) or (bool(leaves) and all(map(_is_frozen, leaves)))


def _leaves(machine: Machine, model: Model, depth: int = 0) -> list[Any]:
    """What may have weights in a model, that in its parts as well; a part whose layers are not known as a whole."""
    found = members(model) if model.fields.get("class") is None and depth < 10 else []
    machine.store.spend(1 + len(found) // 4)
    if not found:
        return [model]
    parts = [_leaves(machine, part, depth + 1) if isinstance(part, Model) else [part] for part in found]
    return [part for some in parts for part in some if not _is_weightless(part)]


def _is_weightless(part: Any) -> bool:
    return isinstance(part, Layer) and (part.operation or part.name in _WEIGHTLESS)


def _is_frozen(part: Any) -> bool:
    if not isinstance(part, Layer | Model):
        return False
    told = part.fields.get("trainable", part.given.get("trainable", True))
    return told is False and part.fields.get("melted", False) is False


def listed_layers(machine: Machine, model: Model) -> tuple[Any, ...] | None:
    """``model.layers``, if its order is certain."""
    found = members(model)
    machine.store.spend(1 + len(found) // 4)
    if model.form == "sequential":
        found = [layer for layer in found if not (isinstance(layer, Layer) and layer.name == "InputLayer")]
    elif model.form != "functional" or any(map(_hides_order, nodes_before(model.fields["outputs"]))):
        return None
    return None if any(isinstance(layer, Unknown) for layer in found) or not found else tuple(found)


def _hides_order(node: Node) -> bool:
    """Whether it joins several ways, or stands for all the layers of a network whose own output goes on."""
    network = node.layer if isinstance(node.layer, Model) and node.layer.form == "application" else None
    end = network.extra["ports"][2] if network is not None and "ports" in network.extra else None
    return (isinstance(end, Tensor) and end.node is node) or len(read_by(node)) > 1


def input_shape(layer: Any) -> Any:
    """The shape that a layer says its input has, batch first; None if it says nothing; or Unknown."""
    if isinstance(layer, Model):
        return model_input_shape(layer)
    if not isinstance(layer, Layer) or layer.opaque:
        return None
    given = {key: plain(value) for key, value in layer.given.items() if key in _ABOUT_INPUT and value is not None}
    for key in given.keys() & {"batch_input_shape", "batch_shape"}:
        return _as_shape(given[key], layer.place)
    for key in given.keys() & {"input_shape", "shape"}:
        return with_batch(given[key], layer.place)
    return _shape_in_pieces(layer, given)


def _shape_in_pieces(layer: Layer, given: dict[str, Any]) -> Any:
    """What ``input_dim=`` and ``input_length=`` say."""
    length, width = given.get("input_length"), given.get("input_dim")
    if layer.name in {"Embedding", "ReversibleEmbedding"}:
        width = length
    elif layer.name in _WITH_TIME and width is not None:
        return (None, length, width)
    return None if width is None else with_batch((width,) if type(width) is Unknown else width, layer.place)


def with_batch(shape: Any, place: Place | None = None) -> Any:
    """A shape with the batch in front; one number is a shape of one axis."""
    if isinstance(shape, int):
        shape = (shape,)
    shape = _as_shape(shape, place)
    return (None, *shape) if isinstance(shape, tuple) else shape


def _as_shape(shape: Any, place: Place | None) -> Any:
    if isinstance(shape, tuple) and all(axis is None or type(axis) in (int, Unknown) for axis in shape):
        return shape
    return shape if isinstance(shape, Unknown) else Unknown("no shape", place)


def model_input_shape(model: Model) -> Any:
    """The shape of a sequential model's input, batch first; None if it says nothing."""
    if model.fields.get("built") is not None:
        return model.fields["built"]
    if model.form == "sequential":
        chain = model.fields["layers"]
        return input_shape(chain[0]) if chain else None
    if model.form == "application":
        shape = plain(model.given.get("input_shape"))
        return None if shape is None else with_batch(shape, model.place)
    if model.form == "functional":
        found = tensors(model.fields["inputs"])
        return input_shape(found[0].node.layer) if len(found) == 1 else None
    return None


def ports(machine: Machine, model: Model) -> tuple[Any, Any] | None:
    """Symbolic inputs and outputs of a model; None if it has none that are known."""
    if model.form == "functional":
        inputs, outputs = model.fields["inputs"], model.fields["outputs"]
        return None if isinstance(inputs, Unknown) or isinstance(outputs, Unknown) else (inputs, outputs)
    chain = tuple(model.fields["layers"]) if model.form == "sequential" else ()
    if "ports" not in model.extra or model.extra["ports"][0] is not model.fields["layers"]:
        shape = model_input_shape(model)
        shape = Unknown("the shape of its input", model.place) if shape is None else shape
        made = Layer("InputLayer", {"batch_shape": shape}, model.place, machine.fields())
        first = last = machine.apply(made, (), {}, model.place)
        if model.form != "sequential":
            last = machine.apply(model, (first,), {}, model.place)
        for part in chain:
            if isinstance(part, Layer) and part.name == "InputLayer":
                continue
            if isinstance(part, Unknown):
                last = machine.opaque(part.reason, [last], model.place)
                continue
            last = machine.apply(part, (last,), {}, part.place)
        model.extra["ports"] = (model.fields["layers"], first, last)
    return model.extra["ports"][1:3]  # type: ignore[no-any-return]
