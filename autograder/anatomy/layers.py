"""What the anatomy knows of each Keras layer: its kind, and the settings that change what it computes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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
    "recurrent_initializer": "orthogonal",
    "embeddings_initializer": "uniform",
}
_KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "Dense": ("dense", {}),
    "EinsumDense": ("einsum_dense", {}),
    "Embedding": ("embedding", {}),
    "Conv1D": ("conv", {"rank": 1}),
    "Conv2D": ("conv", {"rank": 2}),
    "Conv3D": ("conv", {"rank": 3}),
    "Conv1DTranspose": ("conv", {"rank": 1, "transpose": True}),
    "Conv2DTranspose": ("conv", {"rank": 2, "transpose": True}),
    "Conv3DTranspose": ("conv", {"rank": 3, "transpose": True}),
    "DepthwiseConv1D": ("conv", {"rank": 1, "depthwise": True}),
    "DepthwiseConv2D": ("conv", {"rank": 2, "depthwise": True}),
    "SeparableConv1D": ("conv", {"rank": 1, "separable": True}),
    "SeparableConv2D": ("conv", {"rank": 2, "separable": True}),
    "LSTM": ("recurrent", {"cell": "lstm"}),
    "GRU": ("recurrent", {"cell": "gru"}),
    "SimpleRNN": ("recurrent", {"cell": "simple"}),
    "MultiHeadAttention": ("attention", {}),
    "Dropout": ("dropout", {}),
    "GaussianDropout": ("gaussian_dropout", {}),
    "AlphaDropout": ("alpha_dropout", {}),
    "SpatialDropout1D": ("spatial_dropout", {"rank": 1}),
    "SpatialDropout2D": ("spatial_dropout", {"rank": 2}),
    "SpatialDropout3D": ("spatial_dropout", {"rank": 3}),
    "GaussianNoise": ("gaussian_noise", {}),
    "BatchNormalization": ("batch_norm", {}),
    "LayerNormalization": ("layer_norm", {}),
    "Normalization": ("normalization", {}),
    "Rescaling": ("rescaling", {}),
    "Flatten": ("flatten", {}),
    "Reshape": ("reshape", {}),
    "Concatenate": ("concatenate", {}),
    "Add": ("add", {}),
    "MaxPooling1D": ("max_pool", {"rank": 1}),
    "MaxPooling2D": ("max_pool", {"rank": 2}),
    "AveragePooling1D": ("average_pool", {"rank": 1}),
    "AveragePooling2D": ("average_pool", {"rank": 2}),
    "GlobalMaxPooling1D": ("global_max_pool", {"rank": 1}),
    "GlobalMaxPooling2D": ("global_max_pool", {"rank": 2}),
    "GlobalAveragePooling1D": ("global_average_pool", {"rank": 1}),
    "GlobalAveragePooling2D": ("global_average_pool", {"rank": 2}),
}
_ACTIVATION_SYNONYMS = {
    "swish": "silu",
    "hard_swish": "hard_silu",
    "leaky_re_lu": "leaky_relu",
    "re_lu": "relu",
}
# Functions of keras.ops that people call between layers; Keras keeps each as a layer of this class.
_ACTIVATION_FUNCTIONS = frozenset({
    "Relu", "Relu6", "Sigmoid", "Tanh", "Gelu", "Silu", "Elu", "Selu", "Softplus",
})  # fmt: skip
_EMPTY: tuple[Any, ...] = (None, {}, ())

Step = tuple[str, dict[str, Any]]


def steps(class_name: str, config: Mapping[str, Any]) -> list[Step]:
    """The operations one layer stands for, as (kind, settings), in order; none for a layer that does nothing.

    A layer with an ``activation=`` becomes two: itself, and the activation after it.
    """
    if class_name in _ACTIVATION_LAYERS:
        return _activation(*_ACTIVATION_LAYERS[class_name](config))
    if class_name in _ACTIVATION_FUNCTIONS:
        return _activation(class_name.lower(), {})
    if class_name in {"Identity", "InputLayer"} or _never_acts(class_name, config):
        return []
    kind, facts = _KINDS.get(class_name, (class_name, {}))
    settings = facts | _settings(config)
    after: list[Step] = []
    if kind not in {"recurrent", "attention"} and "activation" in settings:
        name, parameters = _activation_name(settings.pop("activation"))
        after = _activation(name, parameters)
    settings.pop("use_bias", None) if settings.get("use_bias") is True else None
    return [(kind, settings), *after]


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
        if key in _INCIDENTAL or value in _EMPTY or _DEFAULTS.get(key, _EMPTY) == value:
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
    name = _ACTIVATION_SYNONYMS.get(name, name)
    return [] if name == "linear" else [("activation", {"function": name, **parameters})]


def _activation_name(value: Any) -> tuple[str, dict[str, Any]]:
    """An activation argument after :func:`plain`: ``relu`` or ``leaky_re_lu(negative_slope=0.1)``."""
    name, _, rest = str(value).partition("(")
    parameters = dict(item.split("=", 1) for item in rest.rstrip(")").split(", ") if "=" in item)
    return name, parameters


def _relu(config: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    slope, top = config.get("negative_slope") or 0, config.get("max_value")
    threshold = config.get("threshold") or 0
    if not threshold and top is None:
        return ("leaky_relu", {"negative_slope": slope}) if slope else ("relu", {})
    if not threshold and not slope and top == 6:
        return "relu6", {}
    return "relu", {"negative_slope": slope, "max_value": top, "threshold": threshold}


_ACTIVATION_LAYERS: dict[str, Callable[[Mapping[str, Any]], tuple[str, dict[str, Any]]]] = {
    "Activation": lambda config: _activation_name(plain(config.get("activation", "linear"))),
    "ReLU": _relu,
    "LeakyReLU": lambda config: ("leaky_relu", {"negative_slope": config.get("negative_slope", 0.3)}),
    "ELU": lambda config: ("elu", {} if config.get("alpha", 1) == 1 else {"alpha": config["alpha"]}),
    "PReLU": lambda config: ("prelu", {}),
    "Softmax": lambda config: ("softmax", {} if config.get("axis", -1) == -1 else {"axis": config["axis"]}),
}
