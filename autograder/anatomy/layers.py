"""What the anatomy knows of each Keras layer: its kind, and the settings that change what it computes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from autograder.anatomy.kinds import CLASSES, UNKNOWN

# Left out of every operation: they name things, or fix the machine rather than the model.
_INCIDENTAL = frozenset({
    "name", "dtype", "seed", "batch_input_shape", "batch_shape", "sparse", "ragged", "optional",
    "build_config", "build_input_shape", "shared_object_id", "registered_name", "synchronized",
})  # fmt: skip
# Left out where they have these values, which Keras takes when nothing is said.
_DEFAULTS: dict[str, Any] = {
    "trainable": True,
    "use_bias": True,
    "center": True,
    "scale": True,
    "axis": (-1,),
    "momentum": 0.99,
    "epsilon": 0.001,
    "data_format": "channels_last",
    "padding": "valid",
    "groups": 1,
    "invert": False,
    "bias_initializer": "zeros",
    "kernel_initializer": "glorot_uniform",
    "depthwise_initializer": "glorot_uniform",
    "pointwise_initializer": "glorot_uniform",
    "beta_initializer": "zeros",
    "gamma_initializer": "ones",
    "moving_mean_initializer": "zeros",
    "moving_variance_initializer": "ones",
    "recurrent_initializer": "orthogonal(gain=1.0)",
    "embeddings_initializer": "uniform",
    "recurrent_activation": "sigmoid",
    "recurrent_dropout": 0.0,
    "unit_forget_bias": True,
    "reset_after": True,
    "return_sequences": False,
    "return_state": False,
    "go_backwards": False,
    "stateful": False,
    "unroll": False,
    "zero_output_for_mask": False,
    "attention_axes": (1,),
    "use_gate": False,
    "rms_scaling": False,
    "renorm": False,
    "renorm_momentum": 0.99,
    "keepdims": False,
}
_ACTIVATION_SYNONYMS = {
    "swish": "silu",
    "hard_swish": "hard_silu",
    "exp": "exponential",
    "linear": "",
}
# What keras.activations holds. Keras keeps a function of keras.ops that is called between layers as a layer
# of that name in camel case, for example LeakyRelu.
_ACTIVATION_FUNCTIONS = frozenset({
    "celu", "elu", "exponential", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_silu", "hard_tanh",
    "leaky_relu", "log_sigmoid", "log_softmax", "mish", "relu", "relu6", "selu", "sigmoid", "silu", "soft_shrink",
    "softmax", "softplus", "softsign", "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus", "tanh",
    "tanh_shrink", "threshold",
})  # fmt: skip
ACTIVATIONS = _ACTIVATION_FUNCTIONS | {"hard_swish", "linear", "swish"}
"""The names of activations that a layer of Keras takes."""
_ACTIVATION_DEFAULTS: dict[str, dict[str, Any]] = {
    "leaky_relu": {"negative_slope": 0.2},
    "elu": {"alpha": 1},
    "celu": {"alpha": 1},
    "gelu": {"approximate": False},
    "squareplus": {"b": 4},
    "hard_shrink": {"threshold": 0.5},
    "soft_shrink": {"threshold": 0.5},
}
_KERAS = frozenset({"keras", "tf_keras", "tensorflow"})
_EMPTY: tuple[Any, ...] = (None, {}, ())

Step = tuple[str, dict[str, Any]]


def steps(class_name: str, config: Mapping[str, Any]) -> list[Step]:
    """The operations one layer stands for, as (kind, settings), in order; none for a layer that does nothing.

    A layer with an ``activation=`` becomes two: itself, and the activation after it.
    """
    if class_name in {"Identity", "InputLayer"} or _never_acts(class_name, config):
        return []
    if class_name in _READERS:
        return _READERS[class_name](config)
    if class_name in _ACTIVATION_LAYERS:
        return _activation(*_ACTIVATION_LAYERS[class_name](config))
    function = _snake(class_name)
    function = _ACTIVATION_SYNONYMS.get(function, function)
    if function in _ACTIVATION_FUNCTIONS:
        return _activation(function, _settings(config))
    kind, facts = CLASSES.get(class_name, (class_name, {}))
    settings = {**facts, **_settings(config)}
    if kind in {"recurrent", "attention"} or "activation" not in config:
        return [(kind, settings)]
    settings.pop("activation", None)
    return [(kind, settings), *_named_activation(config["activation"])]


def is_custom(described: Mapping[str, Any]) -> bool:
    """Whether a serialized object comes from outside Keras, whatever it calls itself."""
    module, registered = described.get("module"), described.get("registered_name")
    if registered not in (None, described["class_name"], "Functional", "Sequential"):
        return True
    if module is None:  # Keras 2 wrote neither; Keras 3 writes no module for a class of a notebook
        return registered is not None
    return str(module).partition(".")[0] not in _KERAS


def _over_time(layer: Mapping[str, Any]) -> list[Step]:
    """A layer applied to every step of a sequence: for a dense layer or an activation that is nothing new."""
    if is_custom(layer) or "layers" in layer["config"]:
        return [(UNKNOWN, {"class": str(layer["class_name"])})]
    return [
        (kind, settings if kind in {"dense", "activation", UNKNOWN} else {**settings, "over_time": True})
        for kind, settings in steps(str(layer["class_name"]), layer["config"])
    ]


def _never_acts(class_name: str, config: Mapping[str, Any]) -> bool:
    """A dropout or a noise of strength zero."""
    strength = config.get("rate", config.get("stddev"))
    return ("Dropout" in class_name or class_name == "GaussianNoise") and strength == 0


def _settings(config: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for key, value in config.items():
        value = plain(value)  # noqa: PLW2901
        if key == "axis" and isinstance(value, int):
            value = (value,)  # noqa: PLW2901
        if key in _INCIDENTAL or _DEFAULTS.get(key, _EMPTY) == value:
            continue
        if value in _EMPTY and key != "axis":  # one mean for all features is not the default
            continue
        found[key] = value
    return found


def plain(value: Any) -> Any:
    """A config value as plain data: numbers, strings, tuples, and ``name(key=value)`` for Keras objects."""
    if isinstance(value, list | tuple):
        return tuple(plain(item) for item in value)
    if not isinstance(value, Mapping):
        return value
    if "class_name" not in value:
        return {key: plain(item) for key, item in value.items() if item not in _EMPTY}
    inner = value.get("config")
    if isinstance(inner, str):  # a serialized function: the config is its name
        return inner
    name = _snake(str(value["class_name"]))
    settings = _settings(inner) if isinstance(inner, Mapping) else {}
    shown = ", ".join(f"{key}={item}" for key, item in sorted(settings.items()))
    return f"{name}({shown})" if shown else name


def _snake(name: str) -> str:
    spaced = "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)
    return spaced.lstrip("_")


def _activation(name: str, parameters: Mapping[str, Any]) -> list[Step]:
    defaults = _ACTIVATION_DEFAULTS.get(name, {})
    given = {key: value for key, value in parameters.items() if key not in defaults or value != defaults[key]}
    return [("activation", {"function": name, **given})]


def _named_activation(value: Any) -> list[Step]:
    """What an ``activation=`` argument adds: by name, by a layer; a function of the author's own is unknown."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        name, inner = str(value.get("class_name")), value.get("config")
        if name in _ACTIVATION_LAYERS and isinstance(inner, Mapping) and not is_custom(value):
            return steps(name, inner)
        return [(UNKNOWN, {"function": str(inner)})]
    name = _ACTIVATION_SYNONYMS.get(str(value), str(value))
    if name and name not in _ACTIVATION_FUNCTIONS:
        return [(UNKNOWN, {"function": name})]
    return _activation(name, {}) if name else []


def _relu(config: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    slope, top = config.get("negative_slope") or 0, config.get("max_value")
    threshold = config.get("threshold") or 0
    if not threshold and top is None:
        return ("leaky_relu", {"negative_slope": slope}) if slope else ("relu", {})
    if not threshold and not slope and top == 6:
        return "relu6", {}
    return "relu", {"negative_slope": slope, "max_value": top, "threshold": threshold}


_ACTIVATION_LAYERS: dict[str, Callable[[Mapping[str, Any]], tuple[str, dict[str, Any]]]] = {
    "ReLU": _relu,
    "LeakyReLU": lambda config: ("leaky_relu", {"negative_slope": config.get("negative_slope", 0.3)}),
    "ELU": lambda config: ("elu", _settings(config)),
    "PReLU": lambda config: ("prelu", _settings(config)),
    "Softmax": lambda config: ("softmax", _settings(config)),
}
_READERS: dict[str, Callable[[Mapping[str, Any]], list[Step]]] = {
    "Activation": lambda config: _named_activation(config.get("activation")),
    "TimeDistributed": lambda config: _over_time(config["layer"]),
}
