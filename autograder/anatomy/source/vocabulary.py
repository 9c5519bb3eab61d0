"""A tokenizer of Keras 2 that numbers all words it meets, and how many these are."""

from __future__ import annotations

from typing import Any

from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import Thing
from autograder.anatomy.training import WORD_COUNT
from autograder.anatomy.unknown import Place, Unknown

TOKENIZER, TOKENIZERS = "keras.preprocessing.text.Tokenizer", "tokenizers"
_INDEX = "the words of a tokenizer"
_TABLES = frozenset({"word_index", "index_word"})


def tokenizer(call: Call) -> Thing | Unknown:
    """``Tokenizer(oov_token="?")``; Unknown if it may leave words out."""
    some = call.open or call.arguments or {"num_words", "nb_words"} & call.keywords.keys()
    return Unknown(TOKENIZER, call.place) if some else Thing(TOKENIZERS, "Tokenizer", {}, call.place)


def attribute(name: str, place: Place) -> Unknown:
    """``tokenizer.word_index``."""
    return Unknown(_INDEX if name in _TABLES else f".{name} of something unknown", place)


def length(value: Any, place: Place) -> Unknown | None:
    """``len(tokenizer.word_index)``; None for the length of anything else."""
    is_index = isinstance(value, Unknown) and value.reason == _INDEX
    return Unknown(WORD_COUNT, place, whole=True) if is_index else None
