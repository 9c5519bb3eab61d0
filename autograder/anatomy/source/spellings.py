"""Spellings of Keras 1 and 2, and what they are called today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.anatomy.unknown import Place


@dataclass(frozen=True)
class Spelling:
    """An old spelling that was met.

    Attributes:
        old: as the author wrote it: ``nb_epoch=``, ``Convolution2D``, ``keras.layers.core``.
        new: what to write instead; empty if Keras 3 has nothing of the kind.
        place: where.
        runs: whether Keras 3 still takes it.
    """

    old: str
    new: str
    place: Place
    runs: bool = False

    @property
    def kind(self) -> str:
        """What it belongs to: ``argument``, ``kernel``, ``layer``, ``method``, ``module``, ``backend``, …

        ``kernel`` are the sides of a kernel one by one, ``tensorflow`` names of TensorFlow 1, and ``tensor``
        functions of TensorFlow that are given symbolic tensors.
        """
        if self.old.startswith("tf."):
            return "tensor" if self.old.endswith("(…)") else "tensorflow"
        if self.old.startswith("keras.backend."):
            return "backend"
        if self.old.startswith(("keras.", "tensorflow.")):
            return "module"
        name, _, rest = self.old.partition("(")
        if rest == "…)" and name in METHODS | GONE_METHODS:
            return "method"
        if rest.startswith("…, ") and "Convolution" in name:
            return "kernel"
        return "argument" if self.old.endswith("=") or (rest and name != "merge") else "layer"


@dataclass(frozen=True)
class Misuse:
    """Something that was given to Keras and that it surely does not take.

    Attributes:
        kind: ``layers`` for what is no list of layers, ``foreign`` for a layer of another Keras, and so on: the rule
            that speaks of it names it.
        what: a sentence for the author.
        place: where.
    """

    kind: str
    what: str
    place: Place


# Class → (today's class, whether Keras 3 still knows the old name).
OLD_CLASSES: dict[str, tuple[str, bool]] = {
    "Convolution1D": ("Conv1D", True),
    "Convolution2D": ("Conv2D", True),
    "Convolution3D": ("Conv3D", True),
    "SeparableConvolution2D": ("SeparableConv2D", True),
    "AtrousConvolution1D": ("Conv1D", False),
    "AtrousConvolution2D": ("Conv2D", False),
    "AtrousConv2D": ("Conv2D", False),
    "Deconvolution2D": ("Conv2DTranspose", False),
    "Deconv2D": ("Conv2DTranspose", False),
    "Deconvolution3D": ("Conv3DTranspose", False),
    "CuDNNLSTM": ("LSTM", False),
    "CuDNNGRU": ("GRU", False),
    "ThresholdedReLU": ("ReLU", False),
    "LocallyConnected1D": ("", False),
    "LocallyConnected2D": ("", False),
    "MaxoutDense": ("", False),
    "Highway": ("", False),
    "Merge": ("", False),
    "TimeDistributedDense": ("TimeDistributed", False),
    "SyncBatchNormalization": ("BatchNormalization", False),
}
# Those that ``tf.keras`` still knows, though ``keras`` does not.
ONLY_IN_TENSORFLOW = frozenset({"ThresholdedReLU"})
_LAYER_ARGUMENTS = {
    "output_dim": "units",
    "nb_filter": "filters",
    "nb_kernels": "filters",
    "filter_length": "kernel_size",
    "border_mode": "padding",
    "subsample": "strides",
    "subsample_length": "strides",
    "stride": "strides",
    "pool_length": "pool_size",
    "length": "size",
    "atrous_rate": "dilation_rate",
    "dim_ordering": "data_format",
    "init": "kernel_initializer",
    "inner_init": "recurrent_initializer",
    "inner_activation": "recurrent_activation",
    "W_regularizer": "kernel_regularizer",
    "U_regularizer": "recurrent_regularizer",
    "b_regularizer": "bias_regularizer",
    "W_constraint": "kernel_constraint",
    "U_constraint": "recurrent_constraint",
    "b_constraint": "bias_constraint",
    "dropout_W": "dropout",
    "dropout_U": "recurrent_dropout",
    "bias": "use_bias",
    "p": "rate",
    "sigma": "stddev",
    "beta_init": "beta_initializer",
    "gamma_init": "gamma_initializer",
    "alpha": "negative_slope",
    "theta": "threshold",
    "ratio": "factor",
    "concat_axis": "axis",
}
# A layer of Embedding called these otherwise than the rest.
_EMBEDDING = {"init": "embeddings_initializer", "W_regularizer": "embeddings_regularizer"}
_MODEL_ARGUMENTS = {"input": "inputs", "output": "outputs"}
_OPTIMIZER_ARGUMENTS = {"lr": "learning_rate"}
_FIT_ARGUMENTS = {
    "nb_epoch": "epochs",
    "generator": "x",
    "nb_val_samples": "validation_steps",
    "samples_per_epoch": "steps_per_epoch",
}
_CALLBACK_ARGUMENTS = {"period": "save_freq", "epsilon": "min_delta"}
ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "layers": _LAYER_ARGUMENTS,
    "models": _MODEL_ARGUMENTS,
    "optimizers": _OPTIMIZER_ARGUMENTS,
    "methods": _FIT_ARGUMENTS,
    "callbacks": _CALLBACK_ARGUMENTS,
    "metrics": {},
    "losses": {},
}
# What Keras 3 refuses or ignores, and has no other name for.
GONE: Mapping[str, frozenset[str]] = {
    "layers": frozenset({
        "consume_less", "mode", "implementation", "fused", "virtual_batch_size", "time_major", "dynamic",
    }),
    "models": frozenset(),
    "optimizers": frozenset({"decay", "schedule_decay"}),
    "methods": frozenset({
        "show_accuracy", "nb_worker", "max_q_size", "pickle_safe", "workers", "use_multiprocessing", "max_queue_size",
        "class_mode", "sample_weight_mode", "theano_mode", "target_tensors",
    }),
    "callbacks": frozenset({"write_grads", "batch_size"}),
}  # fmt: skip
# What Keras 3 still takes: under another name, or without doing anything with it.
_STILL_RUNS = frozenset({("LeakyReLU", "alpha"), ("ReduceLROnPlateau", "epsilon")})
_IGNORED = frozenset({"implementation", "decay"})
# Old values of arguments.
VALUES: Mapping[str, Mapping[Any, str]] = {
    "data_format": {"tf": "channels_last", "th": "channels_first", "default": "channels_last"},
}
METHODS = {
    "fit_generator": "fit",
    "evaluate_generator": "evaluate",
    "predict_generator": "predict",
    "predict_proba": "predict",
    "predict_classes": "predict",
}
# Methods of a model without a successor of the same kind, and what does the same.
GONE_METHODS = {
    "to_yaml": "to_json(…)",
    "reset_states": "layer.reset_state() for each stateful layer",
}
_MODULES = {
    **{
        f"keras.layers.{old}": "keras.layers"
        for old in (
            "core", "convolutional", "normalization", "recurrent", "embeddings", "pooling", "noise", "wrappers",
            "merge", "advanced_activations", "local", "experimental.preprocessing", "convolutional_recurrent",
        )
    },
    "keras.engine": "keras",
    "keras.objectives": "keras.losses",
    "keras.initializations": "keras.initializers",
    "keras.utils.np_utils": "keras.utils",
    "keras.utils.vis_utils": "keras.utils",
    "keras.utils.layer_utils": "keras.utils",
    "keras.utils.data_utils": "keras.utils",
    "keras.utils.generic_utils": "keras.utils",
    "keras.wrappers.scikit_learn": "scikeras.wrappers",
    "keras.optimizers.experimental": "keras.optimizers",
    "keras.optimizer_v1": "keras.optimizers",
    **{
        f"keras.optimizers.{old}": "keras.optimizers"
        for old in (
            "adam_v2", "adamax_v2", "nadam_v2", "rmsprop_v2", "gradient_descent_v2", "adagrad_v2", "adadelta_v2",
            "ftrl_v2", "optimizer_v2",
        )
    },
    "keras.optimizer_v2": "keras.optimizers",
    "keras.backend.tensorflow_backend": "keras.backend",
    "keras.callbacks.callbacks": "keras.callbacks",
    "tensorflow.python.keras": "keras",
    "tensorflow.examples": "keras.datasets",
    "tensorflow.contrib.keras": "keras",
}  # fmt: skip
# What only ``tf.keras`` still has.
_ONLY_IN_TENSORFLOW = {
    "keras.preprocessing.text": "keras.layers.TextVectorization",
    "keras.preprocessing.image.ImageDataGenerator": "keras.utils.image_dataset_from_directory",
    "keras.preprocessing.sequence.TimeseriesGenerator": "keras.utils.timeseries_dataset_from_array",
    "keras.preprocessing.sequence.skipgrams": "",
    "keras.losses.mse": "keras.losses.mean_squared_error",
    "keras.losses.mae": "keras.losses.mean_absolute_error",
    "keras.losses.kullback_leibler_divergence": "keras.losses.kl_divergence",
    "keras.losses.logcosh": "keras.losses.log_cosh",
}
_THINGS = {
    "keras.utils.multi_gpu_model": "keras.distribution",
    "keras.utils.print_summary": "model.summary()",
    "keras.losses.cosine_proximity": "keras.losses.cosine_similarity",
    "keras.metrics.fbeta_score": "keras.metrics.FBetaScore",
    "keras.models.model_from_yaml": "keras.models.model_from_json",
    "keras.models.Graph": "keras.Model",
    "keras.regularizers.WeightRegularizer": "keras.regularizers.L1L2",
    "keras.regularizers.activity_l2": "keras.regularizers.L2",
    "keras.regularizers.l1l2": "keras.regularizers.L1L2",
    "keras.constraints.maxnorm": "keras.constraints.MaxNorm",
    "keras.constraints.nonneg": "keras.constraints.NonNeg",
    "keras.constraints.unitnorm": "keras.constraints.UnitNorm",
    "keras.initializers.normal": "keras.initializers.RandomNormal",
    "keras.callbacks.BaseLogger": "",
}
# Functions of ``keras.backend`` that are gone, and their successors; those of the second kind only ``tf.keras`` has.
_BACKEND = {
    "image_dim_ordering": "keras.config.image_data_format",
    "set_image_dim_ordering": "keras.config.set_image_data_format",
    **dict.fromkeys((
        "get_session", "set_session", "placeholder", "function", "learning_phase", "set_learning_phase",
        "manual_variable_initialization", "print_tensor", "is_placeholder",
    ), ""),
    "logsumexp": "keras.ops.logsumexp",
    "tf": "tensorflow",
}  # fmt: skip
_OTHERWISE = {
    "batch_dot": "keras.ops.matmul", "batch_flatten": "keras.layers.Flatten", "batch_get_value": "",
    "batch_set_value": "",
    "bias_add": "keras.ops.add", "cast_to_floatx": "keras.ops.cast", "concatenate": "keras.ops.concatenate",
    "constant": "keras.ops.convert_to_tensor", "count_params": "", "ctc_batch_cost": "keras.losses.CTC",
    "ctc_decode": "keras.ops.ctc_decode", "eval": "keras.ops.convert_to_numpy", "gather": "keras.ops.take",
    "get_value": "keras.ops.convert_to_numpy", "gradients": "tf.GradientTape", "int_shape": ".shape",
    "l2_normalize": "keras.ops.normalize", "map_fn": "keras.ops.map", "permute_dimensions": "keras.ops.transpose",
    "pow": "keras.ops.power", "random_normal": "keras.random.normal", "random_uniform": "keras.random.uniform",
    "repeat_elements": "keras.ops.repeat", "resize_images": "keras.ops.image.resize", "rnn": "keras.layers.RNN",
    "set_value": ".assign", "switch": "keras.ops.where", "truncated_normal": "keras.random.truncated_normal",
    "update": ".assign", "update_add": ".assign_add", "update_sub": ".assign_sub", "variable": "keras.Variable",
    "dropout": "keras.random.dropout", "stop_gradient": "keras.ops.stop_gradient",
    **{name: f"keras.ops.{name}" for name in (
        "abs", "all", "any", "arange", "argmax", "argmin", "binary_crossentropy", "cast", "categorical_crossentropy",
        "clip", "cos", "cumprod", "cumsum", "dot", "elu", "equal", "exp", "expand_dims", "eye", "greater",
        "greater_equal", "hard_sigmoid", "less", "less_equal", "log", "max", "maximum", "mean", "min", "minimum",
        "ndim", "not_equal", "one_hot", "ones", "ones_like", "prod", "relu", "repeat", "reshape", "round", "shape",
        "sigmoid", "sign", "sin", "softmax", "softplus", "softsign", "sparse_categorical_crossentropy", "sqrt",
        "square", "squeeze", "stack", "std", "sum", "tanh", "tile", "transpose", "var", "zeros", "zeros_like",
    )},
}  # fmt: skip
# TensorFlow 1, by what follows ``tf.``.
TENSORFLOW_1 = {
    "Session": "a plain call: functions run at once", "InteractiveSession": "no session: functions run at once",
    "placeholder": "keras.Input", "get_default_graph": "", "reset_default_graph": "keras.utils.clear_session",
    "set_random_seed": "keras.utils.set_random_seed", "ConfigProto": "tf.config", "GPUOptions": "tf.config",
    "contrib": "", "global_variables_initializer": "needless: variables start initialised",
    "initialize_all_variables": "needless: variables start initialised", "get_variable": "tf.Variable",
    "variable_scope": "tf.name_scope", "layers": "keras.layers", "app": "", "flags": "absl.flags",
    "logging": "tf.get_logger", "log": "tf.math.log", "to_float": "tf.cast", "random_normal": "tf.random.normal",
    "random_uniform": "tf.random.uniform", "truncated_normal": "tf.random.truncated_normal",
    "train.AdamOptimizer": "keras.optimizers.Adam", "train.GradientDescentOptimizer": "keras.optimizers.SGD",
    "train.RMSPropOptimizer": "keras.optimizers.RMSprop", "train.MomentumOptimizer": "keras.optimizers.SGD",
    "train.Saver": "tf.train.Checkpoint", "nn.softmax_cross_entropy_with_logits_v2":
    "tf.nn.softmax_cross_entropy_with_logits", "nn.rnn_cell": "keras.layers.RNN", "nn.dynamic_rnn":
    "keras.layers.RNN", "summary.FileWriter": "tf.summary.create_file_writer", "gfile": "tf.io.gfile",
    "image.resize_images": "tf.image.resize", "disable_v2_behavior": "",
    "enable_eager_execution": "needless: it is on",
    "estimator": "", "python_io": "tf.io", "mul": "tf.multiply", "sub": "tf.subtract", "pack": "tf.stack",
    "div": "tf.divide", "assign": ".assign", "py_func": "tf.py_function", "decode_raw": "tf.io.decode_raw",
    "read_file": "tf.io.read_file", "ceil": "tf.math.ceil", "is_nan": "tf.math.is_nan", "GraphKeys": "",
    "trainable_variables": "model.trainable_variables", "global_variables": "model.variables",
    "losses.softmax_cross_entropy": "keras.losses.CategoricalCrossentropy(from_logits=True)",
    "losses.sparse_softmax_cross_entropy": "keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    "losses.sigmoid_cross_entropy": "keras.losses.BinaryCrossentropy(from_logits=True)",
}  # fmt: skip
# Functions of TensorFlow that refuse the symbolic tensors between the layers of a functional model.
ON_TENSORS = {
    **{name: f"keras.ops.{name}" for name in (
        "shape", "cast", "expand_dims", "squeeze", "matmul", "add", "subtract", "multiply", "divide", "square",
        "sqrt", "abs", "exp", "maximum", "minimum", "transpose", "reshape", "tile", "stack", "split", "pad",
        "one_hot",
        "stop_gradient", "tanh", "sigmoid", "argmax", "zeros_like", "ones_like", "where", "equal", "einsum", "norm",
        "sign", "round", "roll",
    )},
    "concat": "keras.ops.concatenate", "reduce_mean": "keras.ops.mean", "reduce_sum": "keras.ops.sum",
    "reduce_max": "keras.ops.max", "reduce_min": "keras.ops.min", "gather": "keras.ops.take",
    "clip_by_value": "keras.ops.clip", "pow": "keras.ops.power", "identity": "the tensor itself",
    "unstack": "keras.ops.unstack", "nn.relu": "keras.ops.relu", "nn.softmax": "keras.ops.softmax",
    "nn.sigmoid": "keras.ops.sigmoid", "nn.tanh": "keras.ops.tanh", "nn.l2_normalize": "keras.ops.normalize",
    "nn.dropout": "keras.layers.Dropout", "nn.leaky_relu": "keras.ops.leaky_relu", "nn.elu": "keras.ops.elu",
    "math.log": "keras.ops.log", "math.exp": "keras.ops.exp", "math.reduce_mean": "keras.ops.mean",
    "math.reduce_sum": "keras.ops.sum", "math.multiply": "keras.ops.multiply", "math.add": "keras.ops.add",
    "math.abs": "keras.ops.abs", "math.square": "keras.ops.square", "math.l2_normalize": "keras.ops.normalize",
    "image.resize": "keras.ops.image.resize",
}  # fmt: skip
TOLD_VERSION = re.compile(
    r"(?im)^#(?: [\w-]+ \d[\d.]*,)* (?:keras|tensorflow) (?:[01]\.|2\.(?!1[6-9]|2\d))[\d.]*(?:, [\w-]+ \d[\d.]*)*$"
)
"""A comment of nothing but versions that says which Keras before 3 a program was run with."""
# A text with one of these is about a Keras before 3: nothing of it stops there.
OLDER_KERAS = re.compile(
    r"TF_USE_LEGACY_KERAS|\b(?:import|from)\s+tf_keras\b|\btf_keras\.\w|install\b.{0,200}\btf[-_]keras\b"
    r"|\btensorflow\.python\.keras\b|\bkeras\s*<\s*3"
    r"|\b(?:keras|tensorflow(?:[-_][cg]pu)?)\s*[=~<]=?\s*['\"]?(?:[01]\.|2\.(?!1[6-9]|2\d))",
    re.IGNORECASE,
)


def old_argument(group: str, name: str, parameter: str, known: frozenset[str]) -> tuple[str, bool] | None:
    """What an argument is called today (empty: nothing), and whether the old one runs; None if it is up to date."""
    if parameter in known:
        return None
    if name == "Embedding" and parameter in _EMBEDDING:
        return _EMBEDDING[parameter], False
    new = ARGUMENTS.get(group, {}).get(parameter)
    if new and new in known:
        return new, (name, parameter) in _STILL_RUNS
    return ("", parameter in _IGNORED) if parameter in GONE.get(group, ()) else None


def old_module(dotted: str, canonical: str) -> tuple[str, str, bool] | None:
    """Old, new, and whether it runs, if an import goes through a module that is old."""
    if _is_private(dotted):
        return None
    for shown in dict.fromkeys((dotted, canonical)):
        for old, new in _MODULES.items():
            if (shown + ".").startswith(old + "."):
                return old, new, old == "tensorflow.python.keras"
    if dotted == canonical and (dotted + ".").startswith("keras.preprocessing.text."):
        return "keras.preprocessing.text", _ONLY_IN_TENSORFLOW["keras.preprocessing.text"], False
    first = ".".join(dotted.split(".")[:2])
    return old_name(dotted, canonical) or (old_name(first, first) if first.startswith("tensorflow.") else None)


def old_name(dotted: str, canonical: str) -> tuple[str, str, bool] | None:
    """Old, new, and whether it runs, of a name that is old itself: of a module, a class or a function."""
    if _is_private(dotted):
        return None
    last = dotted.removeprefix("tensorflow.")
    if last != dotted and last in TENSORFLOW_1:
        return f"tf.{last}", TENSORFLOW_1[last], False
    gone = GONE_NAMES | (GONE_IN_KERAS if dotted == canonical else {})
    return (canonical, gone[canonical], False) if canonical in gone else None


def _is_private(dotted: str) -> bool:
    """Whether it is among the sources of Keras 3, whose modules are as many as they were in Keras 2."""
    return "keras.src." in f"{dotted}."


GONE_NAMES = {
    **{old: new for old, new in _MODULES.items() if old.startswith("keras.")},
    **_THINGS,
    **{f"keras.backend.{name}": new for name, new in _BACKEND.items()},
}
GONE_IN_KERAS = {**_ONLY_IN_TENSORFLOW, **{f"keras.backend.{name}": new for name, new in _OTHERWISE.items()}}
