"""What an error says that Keras or TensorFlow raised over held-out rows, without a number of theirs."""

from __future__ import annotations

import re

import tensorflow as tf

_LONGEST = 300
_LONG_NUMBER = re.compile(r"\d{5,}")
_KNOWN = {"label value": "a label is outside the classes of the output"}
"""What stands in an error of TensorFlow, and what is said of it instead."""


def reason_of(error: Exception) -> str:
    """The line of an error that says what is wrong, or only its kind.

    What TensorFlow says when an operation fails quotes the values that it got, which a model chooses. What Keras says
    speaks of shapes and settings; a number so long that it is neither is left out.
    """
    lines = [line for line in str(error).splitlines() if line.strip() and not line[0].isspace()]
    if isinstance(error, tf.errors.OpError):
        known = [said for words, said in _KNOWN.items() if words in str(error)]
        return f"TensorFlow stopped in one of its operations: {(*known, type(error).__name__)[0]}"
    if not lines:
        return type(error).__name__
    return _LONG_NUMBER.sub("…", lines[0])[:_LONGEST]
