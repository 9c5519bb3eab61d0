"""What is known of each kind of layer, and which classes of Keras are of that kind: one declaration for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Flag, auto
from typing import Any

INPUT = "input"
UNKNOWN = "unknown"


class Trait(Flag):
    """What a layer of some kind does to what it reads."""

    PLAIN = 0
    MIXES = auto()
    """It makes new features of old ones, by weights that it learns."""
    OWNS = auto()
    """It has weights or a state of its own, so that it makes a difference who shares it."""
    NORMALIZES = auto()
    """It gives numbers of the same size, whatever it gets."""
    DROPS = auto()
    """In training, it drops numbers at random."""
    POOLS = auto()
    """It makes one number of several neighbours."""
    AVERAGES = auto()
    """It is a pool that is linear."""
    JOINS = auto()
    """It makes one array of several, number by number."""
    MOVES = auto()
    """It moves numbers and changes none."""
    SAME_SHAPE = auto()
    """What it gives has the shape of what it gets."""
    SAME_SIZE = auto()
    """What it gives is about as large as what it gets."""


_MIXES = Trait.MIXES | Trait.OWNS
_NORMALIZES = Trait.NORMALIZES | Trait.OWNS | Trait.SAME_SHAPE
_DROPS = Trait.DROPS | Trait.SAME_SHAPE | Trait.SAME_SIZE
_KEEPS = Trait.SAME_SHAPE | Trait.SAME_SIZE
_MOVES = Trait.MOVES | Trait.SAME_SIZE
_TRAITS: dict[str, Trait] = {
    INPUT: Trait.SAME_SIZE,
    UNKNOWN: Trait.OWNS,
    "part": Trait.PLAIN,
    "activation": Trait.SAME_SHAPE,
    "dense": _MIXES,
    "einsum_dense": _MIXES,
    "bilinear": _MIXES,
    "embedding": _MIXES,
    "conv": _MIXES,
    "recurrent": _MIXES,
    "attention": _MIXES,
    "dropout": _DROPS,
    "gaussian_dropout": _DROPS,
    "alpha_dropout": _DROPS,
    "spatial_dropout": _DROPS,
    "gaussian_noise": _KEEPS,
    "batch_norm": _NORMALIZES,
    "layer_norm": _NORMALIZES,
    "group_norm": _NORMALIZES,
    "unit_norm": _NORMALIZES & ~Trait.OWNS,
    "rms_norm": _NORMALIZES,
    "normalization": Trait.OWNS | Trait.SAME_SHAPE,
    "rescaling": Trait.SAME_SHAPE,
    "masking": _KEEPS,
    "activity_regularization": _KEEPS,
    "negative": _KEEPS,
    "power": Trait.SAME_SHAPE,
    "flatten": _MOVES,
    "reshape": _MOVES,
    "permute": _MOVES,
    "zero_padding": _MOVES,
    "expand_dims": Trait.SAME_SIZE,
    "squeeze": Trait.SAME_SIZE,
    "cropping": Trait.SAME_SIZE,
    "up_sampling": Trait.SAME_SIZE,
    "repeat_vector": Trait.SAME_SIZE,
    "max_pool": Trait.POOLS | Trait.SAME_SIZE,
    "average_pool": Trait.POOLS | Trait.AVERAGES | Trait.SAME_SIZE,
    "global_max_pool": Trait.POOLS,
    "global_average_pool": Trait.POOLS | Trait.AVERAGES,
    "adaptive_max_pool": Trait.POOLS,
    "adaptive_average_pool": Trait.POOLS | Trait.AVERAGES,
    "concatenate": Trait.SAME_SIZE,
    "dot": Trait.PLAIN,
    "add": Trait.JOINS,
    "subtract": Trait.JOINS,
    "multiply": Trait.JOINS,
    "average": Trait.JOINS,
    "maximum": Trait.JOINS,
    "minimum": Trait.JOINS,
    "true_divide": Trait.PLAIN,
    "resizing": Trait.SAME_SIZE,
    "center_crop": Trait.SAME_SIZE,
    "random_crop": Trait.SAME_SIZE,
    "random_flip": _KEEPS,
    "random_rotation": _KEEPS,
    "random_zoom": _KEEPS,
    "random_translation": _KEEPS,
    "random_contrast": _KEEPS,
    "random_brightness": Trait.SAME_SHAPE,
}


def _ranked(name: str, kind: str, **facts: Any) -> dict[str, tuple[str, dict[str, Any]]]:
    """Three classes of one kind, for one, two and three axes."""
    return {name.format(rank): (kind, {"rank": rank, **facts}) for rank in (1, 2, 3)}


def _of_its_name(*names: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Classes that are the only ones of their kind, which has their name: ``random_flip`` for ``RandomFlip``."""
    return {name: (re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower(), {}) for name in names}


CLASSES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    **_of_its_name("Dense", "EinsumDense", "Embedding"),
    **_ranked("Conv{}D", "conv"),
    **_ranked("Conv{}DTranspose", "conv", transpose=True),
    "DepthwiseConv1D": ("conv", {"rank": 1, "depthwise": True}),
    "DepthwiseConv2D": ("conv", {"rank": 2, "depthwise": True}),
    "SeparableConv1D": ("conv", {"rank": 1, "separable": True}),
    "SeparableConv2D": ("conv", {"rank": 2, "separable": True}),
    "LSTM": ("recurrent", {"cell": "lstm"}),
    "GRU": ("recurrent", {"cell": "gru"}),
    "SimpleRNN": ("recurrent", {"cell": "simple"}),
    "RNN": ("recurrent", {"cell": "any"}),
    **_ranked("ConvLSTM{}D", "recurrent", cell="conv_lstm"),
    "Bidirectional": ("recurrent", {"cell": "bidirectional"}),
    "MultiHeadAttention": ("attention", {}),
    "GroupQueryAttention": ("attention", {"grouped": True}),
    "Attention": ("attention", {"score": "dot"}),
    "AdditiveAttention": ("attention", {"score": "additive"}),
    **_of_its_name("Dropout", "GaussianDropout", "AlphaDropout", "GaussianNoise"),
    **_ranked("SpatialDropout{}D", "spatial_dropout"),
    "BatchNormalization": ("batch_norm", {}),
    "LayerNormalization": ("layer_norm", {}),
    "GroupNormalization": ("group_norm", {}),
    "UnitNormalization": ("unit_norm", {}),
    "RMSNormalization": ("rms_norm", {}),
    **_of_its_name("Normalization", "Rescaling", "Masking", "ActivityRegularization", "Negative", "Power"),
    **_of_its_name("Flatten", "Reshape", "Permute", "RepeatVector", "ExpandDims", "Squeeze"),
    **_ranked("ZeroPadding{}D", "zero_padding"),
    **_ranked("Cropping{}D", "cropping"),
    **_ranked("UpSampling{}D", "up_sampling"),
    **_ranked("MaxPooling{}D", "max_pool"),
    **_ranked("AveragePooling{}D", "average_pool"),
    **_ranked("GlobalMaxPooling{}D", "global_max_pool"),
    **_ranked("GlobalAveragePooling{}D", "global_average_pool"),
    **_ranked("AdaptiveMaxPooling{}D", "adaptive_max_pool"),
    **_ranked("AdaptiveAveragePooling{}D", "adaptive_average_pool"),
    **_of_its_name(
        "Concatenate", "Dot", "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "TrueDivide"
    ),
    **_of_its_name("Resizing", "CenterCrop", "RandomCrop", "RandomFlip", "RandomRotation", "RandomZoom"),
    **_of_its_name("RandomTranslation", "RandomContrast", "RandomBrightness"),
    # These run what somebody wrote elsewhere.
    **{
        name: (UNKNOWN, {"class": name})
        for name in ("Lambda", "TFSMLayer", "TorchModuleWrapper", "JaxLayer", "FlaxLayer", "SpectralNormalization")
    },
}
"""Class of Keras → its kind, and what the class says beside that. Any other class is a kind of its own."""


def with_trait(trait: Trait) -> frozenset[str]:
    """The kinds that have it."""
    return frozenset(kind for kind, traits in _TRAITS.items() if trait in traits)


def classes_with(trait: Trait) -> frozenset[str]:
    """The declared classes whose kind has it."""
    return frozenset(name for name, (kind, _) in CLASSES.items() if trait in traits_of(kind))


def traits_of(kind: str) -> Trait:
    """What a layer of some kind does; of an undeclared one only that it may well have weights."""
    return _TRAITS.get(kind, Trait.OWNS)


WEIGHTED = with_trait(Trait.MIXES)
DROPOUTS = with_trait(Trait.DROPS)
