"""The configuration of a layer, as Keras would write it: defaults filled in, numbers spread over axes."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from autograder.anatomy.source import graph
from autograder.anatomy.source.names import api
from autograder.anatomy.source.things import class_of, named
from autograder.anatomy.source.values import Function, Layer, Name, Thing, only_plain, plain
from autograder.anatomy.unknown import Unknown, is_known

_ABOUT_INPUT = frozenset({
    "input_shape", "batch_input_shape", "input_dim", "input_length", "batch_size", "weights", "autocast",
    "layer", "name",
    "flash_attention", "quantization_config", "use_cudnn",
})  # fmt: skip
_SPREAD = frozenset({"kernel_size", "strides", "dilation_rate", "pool_size"})
# Functions of TensorFlow that are activations of Keras.
_TENSORFLOW = {f"tensorflow.nn.{name}": name for name in (
    "relu", "sigmoid", "tanh", "softmax", "elu", "selu", "gelu", "softplus", "softsign", "relu6", "swish", "silu",
    "leaky_relu", "log_softmax",
)} | {f"tensorflow.{name}": name for name in ("tanh", "sigmoid")}  # fmt: skip
_BOTH_WAYS = ("RandomRotation", "RandomBrightness", "RandomColorDegeneration", "RandomSaturation")
_FROM_ZERO = (
    "RandomContrast", "RandomHue", "RandomInvert", "RandomSharpness", "RandomErasing", "CutMix", "RandAugment",
    "AugMix",
)  # fmt: skip
_WHOLE_ACTIVATIONS = frozenset({"ReLU", "LeakyReLU", "ELU", "Softmax"})


def of_layer(layer: Layer) -> dict[str, Any]:
    """The configuration of a layer of Keras."""
    if layer.name == "InputLayer":
        return {"batch_shape": graph.input_shape(layer)}
    given = {key: plain(value) for key, value in layer.given.items()}
    config = {
        item[0]: given.get(item[0], plain(item[1]) if len(item) > 1 else None) for item in api()["layers"][layer.name]
    }
    config |= {key: value for key, value in given.items() if key not in config}
    if layer.name not in {"Embedding", "ReversibleEmbedding"}:
        config = {key: value for key, value in config.items() if key not in _ABOUT_INPUT}
    else:
        config = {key: value for key, value in config.items() if key not in _ABOUT_INPUT or key == "input_dim"}
    config["trainable"] = layer.fields.get("trainable", given.get("trainable", True))
    for key, value in config.items():
        config[key] = _written(layer.name, key, value)
    if layer.name in _SPECIAL:
        config |= _SPECIAL[layer.name](layer, config)
    return {key: only_plain(value) for key, value in config.items()}


def of_operation(layer: Layer) -> dict[str, Any]:
    """The configuration of a function of ``keras.ops``."""
    return {key: only_plain(plain(value)) for key, value in layer.given.items()}


def blurs_activation(layer: Layer) -> bool:
    """Whether it is an activation of which not everything is known: then nothing is."""
    return layer.name in _WHOLE_ACTIVATIONS and not is_known(tuple(plain(value) for value in layer.given.values()))


def wraps_unknown(layer: Layer) -> bool:
    """Whether it runs a layer both ways of which nothing is known, or which is not recurrent."""
    inner = layer.given.get("layer")
    recurrent = isinstance(inner, Layer) and not inner.opaque and "go_backwards" in of_layer(inner)
    return layer.name == "Bidirectional" and not recurrent


def _written(layer: str, key: str, value: Any) -> Any:
    """One setting as Keras writes it."""
    if key in _SPREAD:
        return _spread(layer, value)
    if key in {"padding", "data_format", "merge_mode"} and isinstance(value, str):
        return value.lower()
    if key == "data_format":
        return "channels_last" if value is None else value
    if key.endswith("activation"):
        return activation(value)
    if key.endswith(("initializer", "regularizer", "constraint")):
        return thing(value, f"{key.rpartition('_')[2]}s")
    return value


def _rank(layer: str) -> int:
    digit = next((letter for letter in layer if letter.isdigit()), "1")
    return int(digit)


def _spread(layer: str, value: Any) -> Any:
    """``3`` → ``(3, 3)`` for a layer of two dimensions."""
    return (value,) * _rank(layer) if isinstance(value, int | Unknown) else value


def activation(value: Any) -> Any:
    """An activation: its name, a described layer, or a function of the author's own."""
    if value is None:
        return "linear"
    if isinstance(value, Name):
        group, name = named(value)
        if group == "layers":
            return {"module": "keras.layers", "class_name": name, "config": {}}
        name = _TENSORFLOW.get(value.dotted, name if group in {"activations", "ops"} else "")
        return name or {"module": "unknown", "class_name": "function", "config": value.dotted}
    if isinstance(value, Function):
        return {"module": "unknown", "class_name": "function", "config": value.name}
    if isinstance(value, Layer):
        module = "unknown" if value.opaque or blurs_activation(value) else "keras.layers"
        config = {} if module == "unknown" else of_layer(value)
        return {"module": module, "class_name": value.name, "config": config}
    return value.lower() if isinstance(value, str) else value


def thing(value: Any, group: str) -> Any:
    """An initializer, a regularizer or a constraint, described; a name becomes what it stands for."""
    name, given = "", {}
    if isinstance(value, str):
        name = class_of(group, value)
    elif isinstance(value, Name):
        name = class_of(group, named(value)[1]) if named(value)[0] == group else ""
    elif isinstance(value, Thing) and value.group == group and not value.own:
        name, given = value.name, {key: plain(item) for key, item in value.arguments.items()}
    if not name:
        unknown = not (value is None or isinstance(value, Unknown))
        return Unknown(f"one of the author's own {group}") if unknown else value
    defaults = {item[0]: item[1] for item in api()[group].get(name, []) if len(item) > 1}
    config = {key: _number(group, item) for key, item in (defaults | given).items()}
    return {"module": f"keras.{group}", "class_name": name, "config": config, "registered_name": None}


def _number(group: str, value: Any) -> Any:
    return float(value) if group == "regularizers" and type(value) is int else value


def _inner(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
    """The layer that a wrapper wraps, described."""
    inner = layer.given.get("layer")
    if not isinstance(inner, Layer) or inner.opaque:
        described: dict[str, Any] = {
            "module": "unknown",
            "class_name": getattr(inner, "name", "unknown"),
            "config": {},
        }
        return {"layer": described}
    inside = of_layer(inner)
    if config["trainable"] is not True:
        inside["trainable"] = config["trainable"]
    return {"layer": {"module": "keras.layers", "class_name": inner.name, "config": inside, "registered_name": None}}


def _bidirectional(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
    found = _inner(layer, config)
    inside = found["layer"]["config"]
    inside["zero_output_for_mask"] = inside.get("return_sequences")
    back = config.get("backward_layer")
    if isinstance(back, Layer) and not back.opaque:
        other = of_layer(back)
    else:
        other = {**inside, "go_backwards": Unknown("it depends") if _open(inside) else not inside["go_backwards"]}
    return found | {"backward_layer": {**found["layer"], "config": other}}


def _open(config: Mapping[str, Any]) -> bool:
    return isinstance(config["go_backwards"], Unknown)


def _factors(lowest: Callable[[float], float], *keys: str) -> Callable[[Layer, Mapping[str, Any]], dict[str, Any]]:
    """A factor of 0.1 is anything from -0.1 to 0.1; for some layers from 0 to 0.1."""

    def spread(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
        found = {key: config[key] for key in keys if isinstance(config[key], int | float)}
        return {key: (lowest(factor), factor) for key, factor in found.items()}

    return spread


def _pooling(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
    return {"strides": config["pool_size"]} if config["strides"] is None else {}


def _attention(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "value_dim": config["key_dim"] if config["value_dim"] is None else config["value_dim"],
        "attention_axes": (1,) if config["attention_axes"] is None else config["attention_axes"],
    }


def _sides(rank: int, key: str) -> Callable[[Layer, Mapping[str, Any]], dict[str, Any]]:
    """``1`` → ``((1, 1), (1, 1))`` and ``(1, 2)`` → ``((1, 1), (2, 2))``."""

    def spread(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
        value = config[key]
        if isinstance(value, int | Unknown):
            value = (value,) * rank if rank > 1 else (value, value)
        if rank > 1 and isinstance(value, tuple):
            value = tuple((side, side) if isinstance(side, int | Unknown) else side for side in value)
        return {key: value}

    return spread


def _size(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
    return {"size": _spread(layer.name, config["size"])}


def _output_size(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
    return {"output_size": _spread(layer.name, config["output_size"])}


def _shape(key: str) -> Callable[[Layer, Mapping[str, Any]], dict[str, Any]]:
    """A single number is a shape of one axis."""

    def spread(layer: Layer, config: Mapping[str, Any]) -> dict[str, Any]:
        return {key: (config[key],) if isinstance(config[key], int) else config[key]}

    return spread


_SPECIAL: dict[str, Callable[[Layer, Mapping[str, Any]], dict[str, Any]]] = {
    "Bidirectional": _bidirectional,
    "TimeDistributed": _inner,
    "SpectralNormalization": _inner,
    **{f"{kind}Pooling{rank}D": _pooling for kind in ("Max", "Average") for rank in (1, 2, 3)},
    **{f"ZeroPadding{rank}D": _sides(rank, "padding") for rank in (1, 2, 3)},
    **{f"Cropping{rank}D": _sides(rank, "cropping") for rank in (1, 2, 3)},
    "UpSampling2D": _size,
    "UpSampling3D": _size,
    "MultiHeadAttention": _attention,
    "Reshape": _shape("target_shape"),
    "EinsumDense": _shape("output_shape"),
    "Normalization": lambda layer, config: {"axis": ()} if config["axis"] is None else {},
    **{f"Adaptive{kind}Pooling{rank}D": _output_size for kind in ("Max", "Average") for rank in (1, 2, 3)},
    **dict.fromkeys(_BOTH_WAYS, _factors(operator.neg, "factor")),
    **dict.fromkeys(_FROM_ZERO, _factors(lambda factor: 0, "factor")),
    "RandomShear": _factors(operator.neg, "x_factor", "y_factor"),
}
