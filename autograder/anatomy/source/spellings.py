"""Spellings of Keras 1 and 2, and what they are called today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        runs: whether Keras 3 still takes it, with the same meaning.
    """

    old: str
    new: str
    place: Place
    runs: bool = False


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
    "layers": frozenset({"consume_less", "mode", "implementation", "input_length"}),
    "models": frozenset(),
    "optimizers": frozenset({"decay", "schedule_decay"}),
    "methods": frozenset({
        "show_accuracy", "nb_worker", "max_q_size", "pickle_safe", "workers", "use_multiprocessing", "max_queue_size",
        "class_mode", "sample_weight_mode", "theano_mode",
    }),
    "callbacks": frozenset({"write_grads", "batch_size"}),
}  # fmt: skip
_STILL_RUNS = frozenset({"input_length", "decay"})
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
    "keras.wrappers.scikit_learn": "scikeras.wrappers",
    "keras.optimizers.legacy": "keras.optimizers",
    "keras.optimizers.experimental": "keras.optimizers",
    "keras.optimizer_v1": "keras.optimizers",
    "keras.optimizer_v2": "keras.optimizers",
    "keras.backend.tensorflow_backend": "keras.backend",
    "keras.preprocessing.text": "keras.layers.TextVectorization",
    "keras.callbacks.callbacks": "keras.callbacks",
    "tensorflow.python.keras": "keras",
    "tensorflow.contrib.keras": "keras",
}  # fmt: skip
_THINGS = {
    "keras.preprocessing.image.ImageDataGenerator": "keras.utils.image_dataset_from_directory",
    "keras.utils.multi_gpu_model": "keras.distribution",
    "keras.layers.merge": "keras.layers.add",
}


def old_argument(group: str, name: str, parameter: str, known: frozenset[str]) -> tuple[str, bool] | None:
    """What an argument is called today (empty: nothing), and whether the old one runs; None if it is up to date."""
    if parameter in known:
        return None
    if name == "Embedding" and parameter in _EMBEDDING:
        return _EMBEDDING[parameter], False
    new = ARGUMENTS.get(group, {}).get(parameter)
    if new and new in known:
        return new, False
    return ("", parameter in _STILL_RUNS) if parameter in GONE.get(group, ()) else None


def old_modules(dotted: str, canonical: str) -> Iterator[tuple[str, str]]:
    """Old names among the modules that lead to something: pairs of old and new."""
    for shown in dict.fromkeys((dotted, canonical)):
        for old, new in _MODULES.items():
            if (shown + ".").startswith(old + "."):
                yield old, new
                return
    if canonical in _THINGS and canonical == dotted:
        yield canonical, _THINGS[canonical]
