"""Shapes read off an anatomy are those Keras computes; what is not known is None."""

import contextlib
import io
from pathlib import Path

import keras
import pytest
from keras import layers

from autograder.anatomy import from_config, read_model
from autograder.anatomy.shapes import product, shapes
from autograder.anatomy.source import cells, read_source, syntax
from autograder.anatomy.unknown import Unknown

PROGRAMS = sorted((Path(__file__).parent / "programs").iterdir())
NOT_FOLLOWED = {"merging_layers", "ops_functions", "recurrent_states", "slices"}


def built_models(path):
    variables = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in cells.split(path.read_text(encoding="utf-8"), str(path)):
            for _, tree in syntax.parse(cell):
                exec(compile(tree, path.name, "exec"), variables)
    return [value for value in variables.values() if isinstance(value, keras.Model) and value.built]


@pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`:UserWarning")
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_the_outputs_have_the_shapes_that_keras_gives_them(path):
    for model in built_models(path):
        if isinstance(model.get_config().get("output_layers"), dict):
            continue  # Keras sorts them by name
        anatomy = read_model(model)
        found = shapes(anatomy)
        outputs = [found[position] for position in anatomy.outputs]
        expected = [tuple(output.shape[1:]) for output in model.outputs]
        if path.stem in NOT_FOLLOWED:
            outputs = [told or shape for told, shape in zip(outputs, expected, strict=True)]
        assert outputs == expected


CASES = {
    "conv same": (layers.Conv2D(4, 3, strides=2, padding="same"), (7, 8, 3)),
    "conv dilated": (layers.Conv2D(4, 3, dilation_rate=2), (7, 8, 3)),
    "conv channels first": (layers.Conv1D(4, 3, padding="causal"), (9, 2)),
    "transposed": (layers.Conv2DTranspose(4, 3, strides=2), (5, 6, 2)),
    "transposed same": (layers.Conv2DTranspose(4, 5, strides=3, padding="same"), (5, 6, 2)),
    "depthwise": (layers.DepthwiseConv2D(2, depth_multiplier=3), (5, 6, 2)),
    "separable": (layers.SeparableConv1D(7, 2), (5, 2)),
    "pool": (layers.MaxPooling2D(3, strides=2, padding="same"), (8, 9, 1)),
    "pool with a variable side": (layers.AveragePooling1D(2), (None, 3)),
    "global": (layers.GlobalMaxPooling2D(keepdims=True), (8, 9, 4)),
    "reshape": (layers.Reshape((2, -1)), (3, 4)),
    "permute": (layers.Permute((2, 1)), (3, 4)),
    "bidirectional": (layers.Bidirectional(layers.GRU(5, return_sequences=True)), (6, 2)),
    "bidirectional sum": (layers.Bidirectional(layers.GRU(5), merge_mode="ave"), (6, 2)),
    "embedding": (layers.Embedding(10, 3), (6,)),
    "padding": (layers.ZeroPadding2D(((1, 2), (3, 4))), (5, 6, 2)),
    "padding of a sequence": (layers.ZeroPadding1D((1, 2)), (5, 2)),
    "cropping": (layers.Cropping2D(1), (5, 6, 2)),
    "up": (layers.UpSampling1D(3), (5, 2)),
    "over time": (layers.TimeDistributed(layers.Conv1D(4, 2)), (3, 5, 2)),
    "dense on maps": (layers.Dense(4), (3, 5, 2)),
    "repeat": (layers.RepeatVector(4), (3,)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_layer_gives_the_shape_that_keras_computes(name):
    layer, shape = CASES[name]
    model = keras.Sequential([keras.Input(shape), layer])
    assert shapes(read_model(model))[-1] == tuple(layer.compute_output_shape((None, *shape))[1:])


def source_shapes(*lines):
    body = ",\n".join(lines)
    program = read_source(f"import keras\nfrom keras.layers import *\nmodel = keras.Sequential([{body}])")
    return shapes(program.model("model").anatomy)


@pytest.mark.parametrize("layer", ["Conv2D(4, 5)", "MaxPooling2D(4)", "Cropping2D(2)", "LSTM(3)", "Reshape((7, 2))"])
def test_what_cannot_be_has_no_shape(layer):
    assert source_shapes("Input((3, 3, 1))", layer) == ((3, 3, 1), None)


def test_unknown_sizes_are_none():
    assert source_shapes("Input((3, n))", "Dense(m)", "Flatten()")[1:] == ((3, None), (None,))
    assert source_shapes("Dense(3)")[-1] is None
    assert product((3, None)) is None
    assert product((3, 4)) == 12


@pytest.mark.parametrize("value", [None, "x", -3, 10**40, Unknown("x"), (1,), {"a": 1}, 1.5])
def test_a_damaged_setting_has_no_shape(value):
    for class_name, key in [("Conv2D", "kernel_size"), ("MaxPooling2D", "pool_size"), ("Reshape", "target_shape")]:
        config = {"filters": 3, "strides": (1, 1), "kernel_size": (1, 1), "pool_size": (1, 1), key: value}
        entry = {"class_name": "InputLayer", "config": {"batch_shape": (None, 4, 4, 1)}}
        layer = {"class_name": class_name, "config": config}
        anatomy = from_config({"class_name": "Sequential", "config": {"layers": [entry, layer]}})
        assert len(shapes(anatomy)) == len(anatomy.operations)
