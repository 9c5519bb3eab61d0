"""Every layer and operation that the installed Keras ships can be submitted, but for those refused on purpose."""

import inspect

import keras
import numpy as np
import pytest
from keras import layers, ops

from autograder.evidence import Refused, inspect_archive

SHAPES = [((8,),), ((8, 4),), ((8, 8, 3),), ((4, 8, 8, 3),), ((8,), (8,)), ((8, 4), (8, 4)), ((4, 8, 8, 3, 2),)]


def model_of(call):
    """A functional model of a layer or a function, on the first inputs that it takes."""
    reasons = []
    for shapes in SHAPES:
        inputs = [keras.Input(shape) for shape in shapes]
        for arguments in [inputs] if len(inputs) == 1 else [inputs, [inputs]]:
            try:
                found = keras.tree.flatten(call(*arguments))
                return keras.Model(inputs, [one for one in found if isinstance(one, keras.KerasTensor)])
            except Exception as error:
                reasons.append(f"{shapes}: {type(error).__name__} {str(error)[:200]}")
    raise TypeError(reasons)


def inspected(model, folder):
    model.save(folder / "model.keras")
    inspect_archive(folder / "model.keras")


def required(call):
    """The parameters without default, the first one left out."""
    _, *others = inspect.signature(call).parameters.items()
    return [key for key, one in others if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]


# Layers

GIVEN = {
    "units": 3, "filters": 4, "kernel_size": 3, "rate": 0.2, "input_dim": 7, "output_dim": 5, "num_heads": 2,
    "key_dim": 4, "axes": 1, "n": 3, "stddev": 0.1, "target_shape": (-1,), "dims": (1,), "height": 4, "width": 5,
    "scale": 0.5, "factor": 0.1, "activation": "relu", "output_size": 2, "height_factor": 0.1, "width_factor": 0.2,
    "pool_size": 2, "head_dim": 4, "num_query_heads": 4, "num_key_value_heads": 2, "max_number": 3,
}  # fmt: skip
SPECIAL = {
    "Bidirectional": lambda: layers.Bidirectional(layers.LSTM(2)),
    "CategoryEncoding": lambda: layers.CategoryEncoding(num_tokens=9),
    "Discretization": lambda: layers.Discretization(bin_boundaries=[0.0, 1.0]),
    "EinsumDense": lambda: layers.EinsumDense("ab,bc->ac", output_shape=3),
    "GroupNormalization": lambda: layers.GroupNormalization(2),
    "Pipeline": lambda: layers.Pipeline([layers.RandomFlip(), layers.Rescaling(2.0)]),
    "RNN": lambda: layers.RNN(layers.StackedRNNCells([layers.GRUCell(2), layers.SimpleRNNCell(2)])),
    "RandomPosterization": lambda: layers.RandomPosterization(factor=4),
    "STFTSpectrogram": lambda: layers.STFTSpectrogram(frame_length=4, frame_step=2, fft_length=4),
    "SpectralNormalization": lambda: layers.SpectralNormalization(layers.Dense(2)),
    "TimeDistributed": lambda: layers.TimeDistributed(layers.Dense(2)),
}
NO_LAYERS_OF_A_MODEL = {
    "InputSpec", "InputLayer", "Layer", "Wrapper", "GRUCell", "LSTMCell", "SimpleRNNCell", "StackedRNNCells",
    "Equalization",  # Keras cannot call it on a symbolic input
}  # fmt: skip
REFUSED_LAYERS = {
    "Lambda", "TFSMLayer", "JaxLayer", "FlaxLayer", "TorchModuleWrapper",  # code
    "StringLookup", "IntegerLookup", "TextVectorization", "Hashing", "HashedCrossing",  # read text, or files
}  # fmt: skip
ALL_LAYERS = {kind.__name__: kind for kind in vars(layers).values() if inspect.isclass(kind)}
LAYERS = sorted(ALL_LAYERS.keys() - NO_LAYERS_OF_A_MODEL - REFUSED_LAYERS)


def made(name):
    kind = ALL_LAYERS[name]
    return SPECIAL[name]() if name in SPECIAL else kind(**{key: GIVEN[key] for key in required(kind.__init__)})


@pytest.mark.filterwarnings("ignore::UserWarning")  # what Keras says of sizes that nobody would choose
@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_is_accepted(name, tmp_path):
    inspected(model_of(lambda *inputs: made(name)(*inputs)), tmp_path)


def test_the_exceptions_are_layers_that_exist():
    assert (NO_LAYERS_OF_A_MODEL | REFUSED_LAYERS | SPECIAL.keys()) <= ALL_LAYERS.keys()


# Operations


def square(x):
    """Square matrices."""
    return ops.matmul(ops.transpose(x, (0, 2, 1)), x) + ops.eye(4)


def numbers(x):
    """Whole numbers."""
    return ops.cast(x, "int32")


GIVEN_TO_OPERATIONS = {
    "adaptive_average_pool": lambda x: ops.adaptive_average_pool(maps(x), (2, 2)),
    "adaptive_max_pool": lambda x: ops.adaptive_max_pool(maps(x), (2, 2)),
    "argpartition": lambda x: ops.argpartition(x, 1),
    "array_split": lambda x: ops.array_split(x, 2, axis=-1),
    "average_pool": lambda x: ops.average_pool(maps(x), 2),
    "batch_normalization": lambda x: ops.batch_normalization(x, np.zeros(8), np.ones(8), axis=-1),
    "bitwise_and": lambda x: ops.bitwise_and(numbers(x), numbers(2 * x)),
    "broadcast_to": lambda x: ops.broadcast_to(x[0], (5, 8)),
    "cast": lambda x: ops.cast(x, "float16"),
    "cholesky": lambda x: ops.cholesky(square(steps(x))),
    "cholesky_inverse": lambda x: ops.cholesky_inverse(square(steps(x))),
    "clip": lambda x: ops.clip(x, 0, 1),
    "conv": lambda x: ops.conv(maps(x), np.ones((3, 3, 1, 2))),
    "conv_transpose": lambda x: ops.conv_transpose(maps(x), np.ones((3, 3, 2, 1)), strides=2),
    "convert_to_tensor": lambda x: ops.convert_to_tensor(x),
    "correlate": lambda x: ops.correlate(x[0], x[1]),
    "cross": lambda x: ops.cross(x[:, :3], x[:, 3:6]),
    "depth_to_space": lambda x: ops.depth_to_space(ops.reshape(x, (-1, 1, 2, 4)), 2),
    "depthwise_conv": lambda x: ops.depthwise_conv(maps(x), np.ones((3, 3, 1, 1))),
    "det": lambda x: ops.det(square(steps(x))),
    "digitize": lambda x: ops.digitize(x, np.array([0.0, 1.0])),
    "divide": lambda x: ops.divide(1, x),
    "dot_product_attention": lambda x: ops.dot_product_attention(heads(x), heads(x), heads(x)),
    "dsplit": lambda x: ops.dsplit(steps(x), 2),
    "eigh": lambda x: ops.eigh(square(steps(x))),
    "einsum": lambda x: ops.einsum("ab,bc->ac", x, np.ones((8, 2))),
    "expand_dims": lambda x: ops.expand_dims(x, 1),
    "extract_sequences": lambda x: ops.extract_sequences(x, 4, 2),
    "fold": lambda x: ops.fold(ops.reshape(x, (-1, 4, 2)), (2, 3), 2),
    "full_like": lambda x: ops.full_like(x, 3.0) + x,
    "get_item": lambda x: x[:, None, 1:-1:2, ...],
    "hsplit": lambda x: ops.hsplit(x, 2),
    "in_top_k": lambda x: ops.in_top_k(numbers(x)[:, 0], x, 2),
    "inv": lambda x: ops.inv(square(steps(x))),
    "isin": lambda x: ops.isin(x, np.array([1.0, 2.0])),
    "layer_normalization": lambda x: ops.layer_normalization(x, np.ones(8), np.zeros(8)),
    "lstsq": lambda x: ops.lstsq(square(steps(x))[0], x[0, :4]),
    "matmul": lambda x: ops.matmul(x, np.ones((8, 2))),
    "max_pool": lambda x: ops.max_pool(maps(x), 2),
    "moments": lambda x: ops.moments(x, 1),
    "moveaxis": lambda x: ops.moveaxis(steps(x), 1, 2),
    "multi_hot": lambda x: ops.multi_hot(numbers(x), 4),
    "norm": lambda x: ops.norm(x, axis=-1),
    "one_hot": lambda x: ops.one_hot(numbers(x), 4),
    "pad": lambda x: ops.pad(x, ((0, 0), (1, 1))),
    "percentile": lambda x: ops.percentile(x, 50, axis=-1),
    "power": lambda x: x**2,
    "psnr": lambda x: ops.psnr(x, 2 * x, 1.0),
    "quantile": lambda x: ops.quantile(x, 0.5, axis=-1),
    "rearrange": lambda x: ops.rearrange(steps(x)[0], "b c -> c b"),
    "repeat": lambda x: ops.repeat(x, 2, axis=-1),
    "reshape": lambda x: ops.reshape(x, (-1, 4, 2)),
    "roll": lambda x: ops.roll(x, 1, axis=-1),
    "scatter_update": lambda x: ops.scatter_update(x, np.array([[0, 1]]), np.array([2.0])),
    "searchsorted": lambda x: ops.searchsorted(np.array([0.0, 1.0]), x[0]),
    "segment_max": lambda x: ops.segment_max(x, np.array([0, 1]), 2),
    "segment_min": lambda x: ops.segment_min(x, np.array([0, 1]), 2),
    "segment_prod": lambda x: ops.segment_prod(x, np.array([0, 1]), 2),
    "segment_sum": lambda x: ops.segment_sum(x, np.array([0, 1]), 2),
    "select": lambda x: ops.select([x > 0, x < 0], [x, 2 * x]),
    "separable_conv": lambda x: ops.separable_conv(maps(x), np.ones((3, 3, 1, 1)), np.ones((1, 1, 1, 2))),
    "slice": lambda x: ops.slice(x, (0, 1), (1, 3)),
    "slice_update": lambda x: ops.slice_update(x, (0, 1), np.ones((1, 3))),
    "solve": lambda x: ops.solve(square(steps(x)), square(steps(x))),
    "solve_triangular": lambda x: ops.solve_triangular(square(steps(x)), square(steps(x))),
    "space_to_depth": lambda x: ops.space_to_depth(maps(x)[:, :4], 2),
    "split": lambda x: ops.split(x, 2, axis=-1),
    "stft": lambda x: ops.stft(x, 4, 2, 4),
    "sum": lambda x: ops.sum(x, axis=[-1]),
    "swapaxes": lambda x: ops.swapaxes(steps(x), 1, 2),
    "take": lambda x: ops.take(x, np.array([0, 2]), axis=-1),
    "take_along_axis": lambda x: ops.take_along_axis(x, np.zeros((1, 8), "int32"), axis=-1),
    "tensordot": lambda x: ops.tensordot(x, np.ones((8, 2)), axes=1),
    "threshold": lambda x: ops.threshold(x, 0.5, 0.0),
    "tile": lambda x: ops.tile(x, (1, 2)),
    "top_k": lambda x: ops.top_k(x, 2),
    "transpose": lambda x: ops.transpose(steps(x), (0, 2, 1)),
    "unfold": lambda x: ops.unfold(ops.reshape(x, (-1, 1, 2, 4)), 2),
    "unravel_index": lambda x: ops.unravel_index(numbers(x), (4, 4)),
    "unstack": lambda x: ops.unstack(x, axis=-1),
    "vsplit": lambda x: ops.vsplit(steps(x)[0], 2),
    "where": lambda x: ops.where(x > 0, x, 0.0),
}


def steps(x):
    return ops.reshape(x, (-1, 2, 4))


def heads(x):
    return ops.reshape(x, (-1, 2, 2, 2))


def maps(x):
    return ops.tile(ops.reshape(x, (-1, 8, 1, 1)), (1, 1, 8, 1))


def in_turn(so_far, one):
    return so_far + one, one


REFUSED_OPERATIONS = {
    "map": lambda x: ops.map(ops.relu, x),
    "vectorized_map": lambda x: ops.vectorized_map(ops.relu, x),
    "scan": lambda x: ops.scan(in_turn, x[0], x)[1],
    "associative_scan": lambda x: ops.associative_scan(ops.add, x),
    "switch": lambda x: ops.switch(numbers(x)[0, 0], [ops.relu, ops.tanh], x),
    "cond": lambda x: ops.cond(x[0, 0] > 0, lambda: x, lambda: 2 * x),
    "while_loop": lambda x: ops.while_loop(lambda one: ops.sum(one) < 9, lambda one: one + 1, (x,)),
    "fori_loop": lambda x: ops.fori_loop(0, 2, lambda _, one: one + 1, x),
    "saturate_cast": lambda x: ops.saturate_cast(x, "int8"),
}
"""All but the last one take functions, which are code."""
MAKE_NO_OPERATION = {
    # of a symbolic input, because they take shapes, numbers or arrays, or tell something about a tensor
    "arange", "bartlett", "blackman", "convert_to_numpy", "dtype", "empty", "eye", "full", "hamming", "hanning",
    "identity", "is_tensor", "kaiser", "linspace", "logspace", "geomspace", "ndim", "ones", "shape", "size", "tri",
    "zeros", "array",
    # or functions
    "custom_gradient", "jvp", "vectorize",
    # or what a model of one float input cannot give them simply
    "ctc_loss", "ctc_decode", "eig", "istft", "scatter", "sparse_categorical_crossentropy", "vander",
}  # fmt: skip
ALL_OPERATIONS = {name for name, one in vars(ops).items() if callable(one) and not name.startswith("_")}
OPERATIONS = sorted(ALL_OPERATIONS - MAKE_NO_OPERATION - REFUSED_OPERATIONS.keys())


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_accepted(name, tmp_path):
    inspected(model_of(GIVEN_TO_OPERATIONS.get(name, getattr(ops, name))), tmp_path)


@pytest.mark.parametrize("name", sorted(REFUSED_OPERATIONS))
def test_operations_that_take_functions_are_refused(name, tmp_path):
    with pytest.raises(
        (Refused, TypeError, NotImplementedError, ValueError)
    ):  # most of them Keras itself cannot save
        inspected(model_of(REFUSED_OPERATIONS[name]), tmp_path)


def test_the_exceptions_are_operations_that_exist():
    assert (MAKE_NO_OPERATION | REFUSED_OPERATIONS.keys() | GIVEN_TO_OPERATIONS.keys()) <= ALL_OPERATIONS
