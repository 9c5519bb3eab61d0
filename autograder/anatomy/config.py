"""From Keras' own description of a model (its config) to the anatomy."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from autograder.anatomy import layers
from autograder.anatomy.graph import Anatomy, Operation
from autograder.anatomy.kinds import INPUT, UNKNOWN
from autograder.anatomy.unknown import Unknown

_MODELS = frozenset({"Sequential", "Functional", "Model"})
MAX_NESTING = 20
MAX_CALLS = 20_000  # a nested model is described once and may be called often: a short file can ask for billions
# With one tensor and one constant these are what a Rescaling does.
_ARITHMETIC = frozenset({"Add", "Subtract", "Multiply", "Divide", "TrueDivide"})

Tensor = int  # the position of the operation that made it
_Node = tuple[str, int]  # a layer's name and the number of one of its calls


def from_config(description: Mapping[str, Any]) -> Anatomy:
    """The anatomy of a model described as ``{"class_name": …, "config": …}``.

    What cannot be understood (a subclassed model, a damaged description) becomes an ``unknown`` operation.
    """
    builder = _Builder()
    name = "model"
    try:
        name = str(description["class_name"])
        outputs = builder.model(description, None, scope="")
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError):
        builder = _Builder()
        outputs = [builder.add(UNKNOWN, {"class": name}, [], name, name)]
    return Anatomy(tuple(builder.operations), tuple(outputs))


class _Builder:
    """Adds operations in the order they run; every model method maps input tensors to output tensors."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self._weights: dict[str, int] = {}
        self._calls = 0

    def add(
        self, kind: str, settings: Mapping[str, Any], inputs: Sequence[Tensor], identity: str, name: str
    ) -> Tensor:
        weights = self._weights.setdefault(identity, len(self._weights))
        self.operations.append(Operation(kind, dict(settings), tuple(inputs), weights, name))
        return len(self.operations) - 1

    def model(self, described: Mapping[str, Any], inputs: Sequence[Tensor] | None, scope: str) -> list[Tensor]:
        class_name, config = str(described["class_name"]), described["config"]
        if scope.count("/") > MAX_NESTING:
            raise ValueError("models nested too deeply")
        if class_name in _MODELS and not layers.is_custom(described):
            if "input_layers" in config:
                return self._functional(config, inputs, scope)
            if "layers" in config:
                return [self._sequential(config, inputs, scope)]
        name = str(config.get("name", class_name))
        return [self.add(UNKNOWN, {"class": class_name}, inputs or [], scope or class_name, name)]

    def _sequential(self, config: Mapping[str, Any], inputs: Sequence[Tensor] | None, scope: str) -> Tensor:
        described = config["layers"]
        tensors = list(inputs) if inputs is not None else [self._input(_first_shape(config), _first_name(config))]
        for number, layer in enumerate(described):
            tensors = self._layer(layer, tensors, {}, f"{scope}/{number}")
        return tensors[0]

    def _functional(self, config: Mapping[str, Any], inputs: Sequence[Tensor] | None, scope: str) -> list[Tensor]:
        described = {layer["name"]: layer for layer in config["layers"]}
        made: dict[tuple[str, int], list[Tensor]] = {}
        for number, (name, node, _) in enumerate(_ports(config["input_layers"])):
            shape = described[name]["config"].get("batch_shape")
            made[name, node] = [inputs[number] if inputs is not None else self._input(shape, name)]
        calls = {
            (name, node): call
            for name, layer in described.items()
            for node, call in enumerate(layer.get("inbound_nodes", ()))
            if (name, node) not in made
        }
        for name, node in _in_running_order(calls, made):
            read = [self._part(made[n, i], t) for n, i, t in _tensors(calls[name, node])]
            acts = _call_settings(calls[name, node])
            made[name, node] = self._layer(described[name], read, acts, f"{scope}/{name}")
        return [
            self._part(made[name, node - _first_node(described[name])], tensor)
            for name, node, tensor in _ports(config["output_layers"])
        ]

    def _part(self, made: list[Tensor], number: int) -> Tensor:
        """One of the tensors a call made; a layer that makes several (an LSTM with its state) is one operation."""
        if number < len(made):
            return made[number]
        return self.add("part", {"number": number}, made[:1], "", "part")

    def _layer(
        self, layer: Mapping[str, Any], inputs: Sequence[Tensor], call: Mapping[str, Any], identity: str
    ) -> list[Tensor]:
        self._calls += 1
        if self._calls > MAX_CALLS:
            raise ValueError(f"more than {MAX_CALLS} layer calls")
        class_name, config = str(layer["class_name"]), layer["config"]
        name = str(config.get("name", class_name))
        if "layers" in config or layers.is_custom(layer):
            return self.model(layer, inputs, identity)
        if _rescales(class_name, inputs, call):
            return [self.add("rescaling", {"operation": class_name, **call}, inputs, identity, name)]
        tensors = list(inputs)
        for step, (kind, settings) in enumerate(layers.steps(class_name, config)):
            acts = call if step == 0 else {}
            tensors = [self.add(kind, {**settings, **acts}, tensors, f"{identity}#{step}", name)]
        return tensors

    def _input(self, shape: Any, name: str) -> Tensor:
        settings: dict[str, Any] = {"shape": tuple(shape[1:])} if isinstance(shape, list | tuple) and shape else {}
        settings |= {"shape": shape} if isinstance(shape, Unknown) else {}
        return self.add(INPUT, settings, [], f"{name}#input{len(self.operations)}", name)


def _first_node(layer: Mapping[str, Any]) -> int:
    """What Keras calls the first call of a layer where it lists outputs (elsewhere it always counts from 0).

    The making of a functional model was its call number 0.
    """
    return 1 if "input_layers" in layer["config"] else 0


def _in_running_order(calls: Mapping[_Node, Any], made: Container[_Node]) -> Iterator[_Node]:
    """The calls, each after all whose tensors it reads; ValueError if they go round in a circle."""
    missing = {node: {(n, i) for n, i, _ in _tensors(call) if (n, i) not in made} for node, call in calls.items()}
    readers: dict[_Node, list[_Node]] = {}
    for node, sources in missing.items():
        for source in sources:
            readers.setdefault(source, []).append(node)
    ready = deque(node for node, sources in missing.items() if not sources)
    done = 0
    while ready:
        node = ready.popleft()
        yield node
        done += 1
        for reader in readers.get(node, ()):
            missing[reader].discard(node)
            if not missing[reader]:
                ready.append(reader)
    if done < len(calls):
        raise ValueError("the description has a cycle, or reads what nothing makes")


def _rescales(class_name: str, inputs: Sequence[Tensor], call: Mapping[str, Any]) -> bool:
    """``x * 2``, ``x + 5``, ``5 - x``, ``x / 2``; but not ``2 / x``, which bends."""
    arguments = call.get("arguments")
    if class_name not in _ARITHMETIC or len(inputs) != 1 or not isinstance(arguments, tuple):
        return False
    return "Divide" not in class_name or arguments[0] is None


def _first_shape(config: Mapping[str, Any]) -> Any:
    first = config["layers"][0]["config"] if config["layers"] else {}
    told = (config.get("build_input_shape"), first.get("batch_shape"), first.get("batch_input_shape"))
    return next((shape for shape in told if shape is not None), None)


def _first_name(config: Mapping[str, Any]) -> str:
    return str(config["layers"][0]["config"].get("name", "input")) if config["layers"] else "input"


def _ports(ports: Any) -> list[tuple[str, int, int]]:
    """``[["x", 0, 0]]``, ``["x", 0, 0]`` and ``{"x": ["x", 0, 0]}`` all mean the same."""
    if isinstance(ports, Mapping):
        ports = list(ports.values())
    if len(ports) == 3 and isinstance(ports[0], str):
        ports = [ports]
    return [(name, node, tensor) for name, node, tensor in ports]


def _tensors(call: Any) -> list[tuple[str, int, int]]:
    """The tensors a call reads, wherever they stand among its arguments."""
    if isinstance(call, Mapping):
        if call.get("class_name") == "__keras_tensor__":
            name, node, tensor = call["config"]["keras_history"]
            return [(name, node, tensor)]
        return [found for value in call.values() for found in _tensors(value)]
    if isinstance(call, list | tuple):
        return [found for value in call for found in _tensors(value)]
    return []


def _call_settings(call: Any) -> dict[str, Any]:
    """What a call is given beside tensors: ``layer(x, training=True)``, ``x * 2``.

    None and False are what Keras itself writes down when nothing is said.
    """
    if not isinstance(call, Mapping):
        return {}
    settings = {
        str(key): layers.plain(value)
        for key, value in call.get("kwargs", {}).items()
        if value is not None and value is not False and not _tensors(value)
    }
    arguments = tuple(None if _tensors(value) else layers.plain(value) for value in call.get("args", ()))
    return settings if all(value is None for value in arguments) else {**settings, "arguments": arguments}
