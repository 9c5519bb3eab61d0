"""From Keras' own description of a model (its config) to the anatomy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from autograder.anatomy import layers
from autograder.anatomy.graph import INPUT, UNKNOWN, Anatomy, Operation

_MODELS = frozenset({"Sequential", "Functional", "Model"})
MAX_NESTING = 20

Tensor = int  # the position of the operation that made it


def from_config(description: Mapping[str, Any]) -> Anatomy:
    """The anatomy of a model described as ``{"class_name": …, "config": …}``.

    What cannot be understood (a subclassed model, a damaged description) becomes an ``unknown`` operation.
    """
    builder = _Builder()
    name = str(description.get("class_name"))
    try:
        outputs = builder.model(name, description["config"], None, scope="")
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        builder = _Builder()
        outputs = [builder.add(UNKNOWN, {"class": name}, [], name, name)]
    return Anatomy(tuple(builder.operations), tuple(outputs))


class _Builder:
    """Adds operations in the order they run; every model method maps input tensors to output tensors."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self._weights: dict[str, int] = {}

    def add(
        self, kind: str, settings: Mapping[str, Any], inputs: Sequence[Tensor], identity: str, name: str
    ) -> Tensor:
        weights = self._weights.setdefault(identity, len(self._weights))
        self.operations.append(Operation(kind, dict(settings), tuple(inputs), weights, name))
        return len(self.operations) - 1

    def model(
        self, class_name: str, config: Mapping[str, Any], inputs: Sequence[Tensor] | None, scope: str
    ) -> list[Tensor]:
        if scope.count("/") > MAX_NESTING:
            raise ValueError("models nested too deeply")
        if "input_layers" in config:
            return self._functional(config, inputs, scope)
        if class_name in _MODELS and "layers" in config:
            return [self._sequential(config, inputs, scope)]
        return [self.add(UNKNOWN, {"class": class_name}, inputs or [], scope or class_name, class_name)]

    def _sequential(self, config: Mapping[str, Any], inputs: Sequence[Tensor] | None, scope: str) -> Tensor:
        described = config["layers"]
        tensors = list(inputs) if inputs is not None else [self._input(_first_shape(config), "input")]
        for number, layer in enumerate(described):
            tensors = self._layer(layer, tensors, {}, f"{scope}/{number}")
        return tensors[0]

    def _functional(self, config: Mapping[str, Any], inputs: Sequence[Tensor] | None, scope: str) -> list[Tensor]:
        described = {layer["name"]: layer for layer in config["layers"]}
        made: dict[tuple[str, int], list[Tensor]] = {}
        for number, (name, node, _) in enumerate(_ports(config["input_layers"])):
            shape = described[name]["config"].get("batch_shape")
            made[name, node] = [inputs[number] if inputs is not None else self._input(shape, name)]
        calls = [
            (name, node, call)
            for name, layer in described.items()
            for node, call in enumerate(layer.get("inbound_nodes", ()))
            if (name, node) not in made
        ]
        while calls:  # a call can run once all it reads has run
            ready = [call for call in calls if all((n, i) in made for n, i, _ in _tensors(call[2]))]
            if not ready:
                raise ValueError("the description has a cycle")
            for name, node, call in ready:
                read = [made[n, i][min(t, len(made[n, i]) - 1)] for n, i, t in _tensors(call)]
                made[name, node] = self._layer(described[name], read, _call_settings(call), f"{scope}/{name}")
            calls = [call for call in calls if (call[0], call[1]) not in made]
        return [made[name, node][tensor] for name, node, tensor in _ports(config["output_layers"])]

    def _layer(
        self, layer: Mapping[str, Any], inputs: Sequence[Tensor], call: Mapping[str, Any], identity: str
    ) -> list[Tensor]:
        class_name, config = str(layer["class_name"]), layer["config"]
        name = str(config.get("name", class_name))
        if "layers" in config or _is_custom(layer):
            return self.model(class_name, config, inputs, identity)
        tensors = list(inputs)
        for step, (kind, settings) in enumerate(layers.steps(class_name, config)):
            acts = call if step == 0 else {}
            tensors = [self.add(kind, {**settings, **acts}, tensors, f"{identity}#{step}", name)]
        return tensors

    def _input(self, shape: Any, name: str) -> Tensor:
        settings = {"shape": tuple(shape[1:])} if isinstance(shape, list | tuple) and shape else {}
        return self.add(INPUT, settings, [], f"{name}#input{len(self.operations)}", name)


def _is_custom(layer: Mapping[str, Any]) -> bool:
    return layer.get("registered_name") not in (None, layer["class_name"], "Functional", "Sequential")


def _first_shape(config: Mapping[str, Any]) -> Any:
    if config.get("build_input_shape"):
        return config["build_input_shape"]
    first = config["layers"][0]["config"] if config["layers"] else {}
    return first.get("batch_shape") or first.get("batch_input_shape")


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
    """``layer(x, training=True)``; False is what Keras itself writes down when nothing is said."""
    kwargs = call.get("kwargs", {}) if isinstance(call, Mapping) else {}
    return {"training": True} if kwargs.get("training") is True else {}
