"""From what a program builds to the description that Keras itself would write of it.

The names of layers in the description are keys into ``Description.sources``: where each layer was made.
"""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source import graph, settings
from autograder.anatomy.source.store import Store
from autograder.anatomy.source.values import Layer, Model, Node, Tensor, only_plain, plain, tensors
from autograder.anatomy.unknown import Unknown

MAX_NESTING = 15


class Undescribable(Exception):
    """No description says what this model computes; the argument says why."""


class Description:
    """Describes one model. Raises Spent if that is too much work."""

    def __init__(self, model: Model, store: Store) -> None:
        self._store = store
        self.sources: dict[str, Layer | Model | Unknown] = {}
        self._keys: dict[int, str] = {}
        self._nesting = 0
        self.config = self._model(model)

    def _key(self, value: Layer | Model | Unknown) -> str:
        if id(value) not in self._keys:
            key = str(len(self._keys))
            self._keys[id(value)] = key
            self.sources[key] = value
        return self._keys[id(value)]

    def _part(self, value: Any) -> dict[str, Any]:
        self._store.spend(4)
        if isinstance(value, Layer):
            return self._layer(value)
        return self._model(value) if isinstance(value, Model) else self._foreign(value, value.reason)

    def _foreign(self, value: Any, name: str) -> dict[str, Any]:
        """Something of which nothing can be said: the anatomy makes an unknown operation of it."""
        return {"class_name": name, "module": "unknown", "config": {"name": self._key(value)}}

    def _layer(self, layer: Layer) -> dict[str, Any]:
        if layer.opaque or settings.blurs_activation(layer) or settings.wraps_unknown(layer):
            return self._foreign(layer, layer.name)
        config = settings.of_operation(layer) if layer.operation else settings.of_layer(layer)
        module = "keras.src.ops" if layer.operation else "keras.layers"
        registered = layer.name if layer.operation else None
        return {
            "module": module,
            "class_name": layer.name,
            "config": {"name": self._key(layer), **config},
            "registered_name": registered,
        }

    def _model(self, model: Model) -> dict[str, Any]:
        self._nesting += 1
        try:
            if self._nesting > MAX_NESTING:
                raise Undescribable("nested too deeply")
            if model.form == "sequential":
                return self._sequential(model)
            if "outputs" in model.fields:
                return self._functional(model)
        except Undescribable as error:
            if self._nesting == 1:
                return self._foreign(model, str(error))
            return self._foreign(model, model.name)
        finally:
            self._nesting -= 1
        return self._foreign(model, model.name)

    def _sequential(self, model: Model) -> dict[str, Any]:
        described = [self._part(part) for part in model.fields["layers"]]
        config: dict[str, Any] = {"name": self._key(model), "layers": described}
        first = model.fields["layers"][0] if described else None
        first_shape = graph.input_shape(first) if isinstance(first, Model) else None
        if model.fields.get("built", first_shape) is not None:
            config["build_input_shape"] = model.fields.get("built", first_shape)
        elif isinstance(first, Layer) and first.name != "InputLayer":
            shape = graph.input_shape(first)
            if shape is not None:
                entry = {"batch_shape": shape, "name": self._key(first)}
                described.insert(0, {"module": "keras.layers", "class_name": "InputLayer", "config": entry})
        return {"module": "keras", "class_name": "Sequential", "config": config, "registered_name": "Sequential"}

    def _functional(self, model: Model) -> dict[str, Any]:
        inputs, outputs = model.fields["inputs"], model.fields["outputs"]
        entries = [tensor.node for tensor in tensors(inputs)]
        if not entries or not tensors(outputs) or any(tensor.number for tensor in tensors(inputs)):
            raise Undescribable("a model between tensors that could not be followed")
        numbers: dict[int, tuple[str, int]] = {}
        described: dict[str, dict[str, Any]] = {}
        for node in graph.nodes_before((inputs, outputs), frozenset(map(id, entries))):
            if any(node is entry for entry in entries):
                numbers[id(node)] = self._entry(node, described), 0
            else:
                numbers[id(node)] = self._call(node, described, numbers)
        config = {
            "name": self._key(model),
            "layers": list(described.values()),
            "input_layers": [[*numbers[id(node)], 0] for node in entries],
            "output_layers": [self._port(tensor, numbers, described) for tensor in tensors(outputs)],
        }
        return {"module": "keras", "class_name": "Functional", "config": config, "registered_name": "Functional"}

    def _entry(self, node: Node, described: dict[str, dict[str, Any]]) -> str:
        """An input; a model may begin in the middle of another, then Keras makes an input there."""
        if graph.is_input(node):
            key, config = self._key(node.layer), self._part(node.layer)["config"]
        else:
            key = f"{self._key(node.layer)}@{len(described)}"
            config = {
                "name": self._key(node.layer),
                "batch_shape": Unknown("the shape between two layers", node.place),
            }
        described[key] = {"class_name": "InputLayer", "config": config, "name": key, "inbound_nodes": []}
        return key

    def _call(
        self, node: Node, described: dict[str, dict[str, Any]], numbers: dict[int, tuple[str, int]]
    ) -> tuple[str, int]:
        """One call of a layer: under which name and number it stands."""
        if graph.is_input(node):
            raise Undescribable("it reads an input that is not among its inputs")
        if not graph.read_by(node):
            raise Undescribable("a layer that reads nothing")
        key = self._key(node.layer)
        if key not in described:
            described[key] = {**self._part(node.layer), "name": key, "inbound_nodes": []}
        calls = described[key]["inbound_nodes"]
        arguments = [_serialized(value, numbers) for value in node.arguments]
        keywords = {name: _serialized(value, numbers) for name, value in node.keywords.items()}
        calls.append({"args": arguments, "kwargs": keywords})
        return key, len(calls) - 1

    def _port(
        self, tensor: Tensor, numbers: dict[int, tuple[str, int]], described: dict[str, dict[str, Any]]
    ) -> list[Any]:
        """An output; Keras counts the calls of a functional model from 1 there, for its making was call 0."""
        key, number = numbers[id(tensor.node)]
        first = 1 if "input_layers" in described[key]["config"] else 0
        return [key, number + first, tensor.number]


def _serialized(value: Any, numbers: dict[int, tuple[str, int]]) -> Any:
    """An argument of a call as Keras writes it."""
    value = plain(value)
    if isinstance(value, Tensor):
        history = [*numbers[id(value.node)], value.number]
        return {"class_name": "__keras_tensor__", "config": {"keras_history": history}}
    if isinstance(value, tuple):
        return [_serialized(item, numbers) for item in value]
    if isinstance(value, slice):
        return {
            "class_name": "__slice__",
            "config": {key: only_plain(getattr(value, key)) for key in ("start", "stop", "step")},
        }
    if isinstance(value, dict):
        return {key: _serialized(item, numbers) for key, item in value.items()}
    return only_plain(value)
