"""Layers of Keras, by their names."""

from __future__ import annotations

import ast

from autograder.anatomy.source.names import api
from autograder.anatomy.text import called

WEIGHTED = ("Dense", "Conv", "LSTM", "GRU", "SimpleRNN", "Embedding", "BatchNormalization", "SeparableConv")
"""How the names of layers with weights begin."""


def is_layer(node: ast.expr) -> bool:
    """Whether a call makes a layer of Keras."""
    return called(node) in api()["layers"]
