"""The network of nine questions, and the bags of words that it takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import keras
import numpy as np
from keras import layers

WORDS = 1000

Array = np.ndarray


def words_of(text: str) -> list[str]:
    """The words of a sentence, in small letters."""
    return re.findall(r"[a-z']+", text.lower())


def vocabulary(texts: Sequence[str]) -> dict[str, int]:
    """The most frequent words, each with its position."""
    counted = Counter(word for text in texts for word in words_of(text))
    return {word: position for position, (word, _) in enumerate(counted.most_common(WORDS))}


def bags(texts: Sequence[str], positions: dict[str, int]) -> Array:
    """How often each word of a vocabulary is in each sentence, (n, `WORDS`): a bag of words."""
    found = np.zeros((len(texts), WORDS), dtype="float32")
    for row, text in enumerate(texts):
        for word in words_of(text):
            if word in positions:
                found[row, positions[word]] += 1
    return found


def asked(middle: str) -> keras.Sequential:
    """The network of the question, with this activation in its middle."""
    return keras.Sequential([
        keras.Input((WORDS,)),
        layers.Dense(512, "relu"),
        layers.Dropout(0.5),
        layers.Dense(256, middle),
        layers.Dropout(0.5),
        layers.Dense(2, "softmax"),
    ])  # fmt: skip
