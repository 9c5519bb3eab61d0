"""The committed table of Keras' public face is right, and every layer is described as Keras itself describes it."""

import importlib.util
import json
from pathlib import Path

import keras
import pytest

from autograder.anatomy import layers
from autograder.anatomy.source import read_source
from autograder.anatomy.source.names import api
from autograder.anatomy.source.spellings import ARGUMENTS, OLD_CLASSES

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "keras_api.py"
spec = importlib.util.spec_from_file_location("keras_api", SCRIPT)
keras_api = importlib.util.module_from_spec(spec)
spec.loader.exec_module(keras_api)

# What to give a layer for a parameter that has no default.
GIVEN = {
    "units": 3, "filters": 4, "kernel_size": 3, "rate": 0.2, "input_dim": 7, "output_dim": 5, "num_heads": 2,
    "key_dim": 4,
    "axes": 1, "n": 3, "stddev": 0.1, "target_shape": (3,), "dims": (2, 1), "height": 4, "width": 5, "scale": 0.5,
    "factor": 0.1, "activation": "relu", "output_size": 2, "height_factor": 0.1, "width_factor": 0.2, "pool_size": 2,
    "equation": "ab,bc->ac", "output_shape": 3, "num_bins": 4, "max_number": 3, "head_dim": 4, "num_query_heads": 4,
    "num_key_value_heads": 2,
}  # fmt: skip
# Their configuration says more than their arguments do, or they need more arguments than are required.
NOT_ALIKE = {
    "CategoryEncoding", "Discretization", "MaxNumBoundingBoxes", "MelSpectrogram", "RandomElasticTransform",
    "RandomGaussianBlur", "RandomPerspective", "RandomPosterization", "Solarization", "StringLookup",
    "TextVectorization",     "InputLayer", "Layer",
}  # fmt: skip


def required(name):
    return [parameter[0] for parameter in api()["layers"][name] if len(parameter) == 1]


PLAIN = sorted(name for name in api()["layers"] if name not in NOT_ALIKE and set(required(name)) <= set(GIVEN))


def test_the_table_is_what_keras_says_of_itself():
    assert json.loads(keras_api.TABLE.read_text(encoding="utf-8")) == json.loads(keras_api.written(keras_api.table()))


def test_most_layers_are_compared():
    assert len(PLAIN) > 100


def read_and_live(name, **changed):
    """The operations of one layer, read from source and from the layer itself."""
    arguments = {parameter: GIVEN[parameter] for parameter in required(name)} | changed
    shown = ", ".join(f"{key}={value!r}" for key, value in arguments.items())
    program = read_source(f"import keras\nmodel = keras.Sequential([keras.layers.{name}({shown})])")
    described = program.models[0].description["config"]["layers"][-1]
    live = getattr(keras.layers, name)(**arguments).get_config()
    return layers.steps(name, described["config"]), layers.steps(name, live)


@pytest.mark.parametrize("name", PLAIN)
def test_a_layer_with_its_defaults_is_described_as_keras_does(name):
    read, live = read_and_live(name)
    assert read == live


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Dense", {"activation": "swish", "use_bias": False, "kernel_initializer": "he_uniform"}),
        ("Conv2D", {"strides": 2, "padding": "SAME", "groups": 2, "activation": "relu"}),
        ("Conv2D", {"dilation_rate": (2, 1), "data_format": "channels_first"}),
        ("Conv1D", {"strides": 2, "padding": "causal"}),
        ("MaxPooling2D", {"pool_size": 3, "strides": (1, 2)}),
        ("MaxPooling1D", {"pool_size": 3, "padding": "same"}),
        ("LSTM", {"return_sequences": True, "stateful": True, "recurrent_activation": "hard_sigmoid"}),
        ("GRU", {"reset_after": False, "dropout": 0.5, "activation": None}),
        ("ZeroPadding2D", {"padding": ((1, 2), (3, 4))}),
        ("Cropping1D", {"cropping": 2}),
        ("UpSampling2D", {"size": 3}),
        ("BatchNormalization", {"momentum": 0.9, "axis": 1, "center": False}),
        ("Normalization", {"axis": None}),
        ("Embedding", {"mask_zero": True, "embeddings_initializer": "zeros"}),
        ("Flatten", {"data_format": "channels_first"}),
        ("RandomRotation", {"factor": (0.1, 0.2)}),
        ("GlobalAveragePooling2D", {"keepdims": True}),
        ("SeparableConv2D", {"depth_multiplier": 2, "depthwise_initializer": "he_normal"}),
    ],
)
def test_a_layer_with_arguments_is_described_as_keras_does(name, changed):
    read, live = read_and_live(name, **changed)
    assert read == live


def test_new_spellings_exist_and_old_arguments_do_not():
    table = api()
    assert all(new in table["layers"] for new, _ in OLD_CLASSES.values() if new)
    parameters = {group: {parameter[0] for entry in table[group].values() for parameter in entry} for group in table
                  if group in {"layers", "optimizers", "callbacks", "methods"}}  # fmt: skip
    for group, names in parameters.items():
        assert set(ARGUMENTS[group].values()) <= names


def test_old_names_of_classes_run_exactly_where_keras_still_has_them():
    for old, (_, runs) in OLD_CLASSES.items():
        assert hasattr(keras.layers, old) is runs, old
