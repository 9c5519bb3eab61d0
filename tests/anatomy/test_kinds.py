"""Every layer of the installed Keras is declared, and does what its declaration says."""

import inspect

import keras
import numpy as np
import pytest

from autograder.anatomy import read_model
from autograder.anatomy.kinds import CLASSES, DROPOUTS, UNKNOWN, Trait, traits_of

ACTIVATIONS = {"Activation", "ELU", "LeakyReLU", "PReLU", "ReLU", "Softmax"}
DO_NOTHING = {"Identity", "InputLayer"}
PARTS = {"GRUCell", "LSTMCell", "Layer", "Pipeline", "SimpleRNNCell", "StackedRNNCells", "TimeDistributed", "Wrapper"}
OF_DATA = {
    "CategoryEncoding", "Discretization", "HashedCrossing", "Hashing", "IntegerLookup", "MaxNumBoundingBoxes",
    "MelSpectrogram", "STFTSpectrogram", "StringLookup", "TextVectorization",
}  # fmt: skip
"""They prepare rows, and no rule asks what they do to the size of numbers."""
OF_PICTURES = {
    "AugMix", "AutoContrast", "ContrastLimitedAdaptiveHistogramEqualization", "CutMix", "Equalization", "MixUp",
    "RandAugment", "RandomColorDegeneration", "RandomColorJitter", "RandomElasticTransform", "RandomErasing",
    "RandomGaussianBlur", "RandomGrayscale", "RandomHue", "RandomInvert", "RandomPerspective", "RandomPosterization",
    "RandomSaturation", "RandomSharpness", "RandomShear", "Solarization",
}  # fmt: skip
RARE = {"ReversibleEmbedding"}
NEEDED = {
    "rate": 0.5, "stddev": 0.5, "scale": 0.5, "units": 3, "filters": 4, "kernel_size": 2, "factor": 0.2, "n": 3,
    "dims": (2, 1), "target_shape": (-1,), "height": 4, "width": 4, "output_size": 2, "height_factor": 0.1,
    "width_factor": 0.1, "pool_size": 2, "axes": 1,
}  # fmt: skip
OTHERWISE = {
    "Attention", "Bidirectional", "EinsumDense", "Embedding", "GroupQueryAttention", "MultiHeadAttention", "RNN",
}  # fmt: skip
"""They need more than numbers to be made, or other rows than a picture or a sequence."""


def of_keras():
    """The classes of layers that Keras shows, each under its own name."""
    shown = {name: getattr(keras.layers, name) for name in dir(keras.layers)}
    return {
        name: made
        for name, made in shown.items()
        if isinstance(made, type) and issubclass(made, keras.layers.Layer) and made.__name__ == name
    }


def test_every_layer_is_declared_or_left_out_on_purpose():
    left_out = ACTIVATIONS | DO_NOTHING | PARTS | OF_DATA | OF_PICTURES | RARE
    assert of_keras().keys() - CLASSES.keys() == left_out
    assert not left_out & CLASSES.keys()


def made(name):
    """A layer with the fewest arguments, and rows that it takes."""
    parameters = inspect.signature(getattr(keras.layers, name)).parameters.values()
    needed = [one.name for one in parameters if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    given = {parameter: NEEDED[parameter] for parameter in needed}
    layer = getattr(keras.layers, name)(**given, **({"groups": 3} if name == "GroupNormalization" else {}))
    kind, facts = CLASSES[name]
    axes = {"recurrent": facts.get("rank", 0) + 1, "permute": 2, "repeat_vector": 1}.get(kind, facts.get("rank", 2))
    shape = (3,) if kind == "repeat_vector" else (6,) * axes + (3,)
    shape = (2, 3) if kind == "permute" else shape
    rows = np.random.default_rng(0).uniform(0.2, 1, (8, *shape)).astype("float32")
    joins = Trait.JOINS in traits_of(kind) or kind in {"attention", "concatenate", "dot"}
    return layer, [rows[..., 0], rows[..., 0]] if kind == "dot" else [rows, rows] if joins else rows


TRIED = sorted(
    name for name, (kind, _) in CLASSES.items() if kind != UNKNOWN and name in of_keras() and name not in OTHERWISE
)


@pytest.mark.parametrize("name", TRIED)
def test_a_layer_does_what_its_declaration_says(name):
    layer, rows = made(name)
    traits = traits_of(CLASSES[name][0])
    first = rows[0] if isinstance(rows, list) else rows
    given = layer(rows, training=False) if _has_modes(layer) else layer(rows)
    assert (Trait.OWNS in traits) == bool([w for w in layer.weights if "seed" not in w.path])
    if traits & (Trait.SAME_SHAPE | Trait.JOINS):
        assert given.shape == first.shape
    if Trait.DROPS in traits:
        assert CLASSES[name][0] in DROPOUTS
        assert np.array_equal(given, first)
        assert not np.array_equal(layer(rows, training=True), first)
    if Trait.SAME_SIZE in traits:
        assert np.abs(given).max() <= 1.01 * np.abs(first).max()
    if Trait.MOVES in traits:
        assert {*np.ravel(given)} - {0.0} == {*np.ravel(first)}


def _has_modes(layer):
    return "training" in layer.call.__code__.co_varnames


def _shared_and_separate(make, shape):
    one = make()
    ways = []
    for layers in ((one, one), (make(), make())):
        left, right = keras.Input(shape), keras.Input(shape)
        ways.append(keras.Model([left, right], keras.layers.Concatenate()([layers[0](left), layers[1](right)])))
    return [read_model(model) for model in ways]


@pytest.mark.parametrize(
    ("make", "shape"),
    [
        (lambda: keras.layers.MaxPooling3D(2), (4, 4, 4, 1)),
        (lambda: keras.layers.GlobalAveragePooling3D(), (4, 4, 4, 1)),
        (lambda: keras.layers.ZeroPadding2D(1), (4, 4, 1)),
        (lambda: keras.layers.Permute((2, 1)), (4, 4)),
        (lambda: keras.layers.UnitNormalization(), (4,)),
    ],
)
def test_without_weights_one_layer_twice_is_two_layers(make, shape):
    shared, separate = _shared_and_separate(make, shape)
    assert shared == separate


def test_with_weights_one_layer_twice_is_not_two_layers():
    shared, separate = _shared_and_separate(lambda: keras.layers.GroupNormalization(1), (4,))
    assert shared != separate
