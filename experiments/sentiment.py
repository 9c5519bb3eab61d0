"""The network of nine questions: is a sentence about a film good or bad? Variants share the sentences of a unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from keras import layers
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from autograder.datasets import reviews

WORDS = 1000
TRAIN_ROWS = 3000
EPOCHS, BATCH = 5, 32
BINS = 10

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


@dataclass(frozen=True)
class Rows:
    """Bags of words of training and test sentences, and which of two classes each has."""

    train: Array
    test: Array
    train_labels: Array
    test_labels: Array


def draw(unit: int, task: str) -> Rows:
    """The sentences of a unit; the classes are good against bad, or more words than usual against fewer."""
    everything = reviews.snippets()
    order = np.random.default_rng(unit).permutation(len(everything.texts))
    texts = [everything.texts[i] for i in order]
    positions = vocabulary(texts[:TRAIN_ROWS])
    length = np.array([len(words_of(text)) for text in texts])
    labels = (everything.scores[order] > 0 if task == "mood" else length > np.median(length)).astype("int32")
    counts = bags(texts, positions)
    return Rows(counts[:TRAIN_ROWS], counts[TRAIN_ROWS:], labels[:TRAIN_ROWS], labels[TRAIN_ROWS:])


def scores(given: Array, truth: Array) -> Outcome:
    """Of probabilities (n, 2): accuracy, that of the more frequent class, cross-entropy and calibration.

    ``calibration`` is the mean distance of confidence and accuracy over ten bins of confidence, weighted by rows;
    ``overconfidence`` the mean confidence minus the accuracy.
    """
    surest, right = given.max(axis=1), given.argmax(axis=1) == truth
    bins = np.minimum((surest * BINS).astype(int), BINS - 1)
    apart = [
        abs(surest[bins == b].mean() - right[bins == b].mean()) * np.mean(bins == b)
        for b in range(BINS)
        if any(bins == b)
    ]
    return Outcome({
        "accuracy": float(right.mean()),
        "majority": float(max(truth.mean(), 1 - truth.mean())),
        "log_loss": float(log_loss(truth, np.clip(given[:, 1], 1e-7, 1 - 1e-7))),
        "calibration": float(np.sum(apart)),
        "overconfidence": float(surest.mean() - right.mean()),
    })  # fmt: skip


def network(middle: str, loss: str, task: str, unit: int) -> Outcome:
    """The network of the question, trained for its five epochs."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(unit)
    rows = draw(unit, task)
    model = asked(middle)
    model.compile("adam", loss, jit_compile=False)
    model.fit(rows.train, np.eye(2)[rows.train_labels], batch_size=BATCH, epochs=EPOCHS, verbose=0)
    return scores(model.predict(rows.test, batch_size=2000, verbose=0).astype("float64"), rows.test_labels)


def line(unit: int) -> Outcome:
    """Logistic regression on the same bags, as scikit-learn sets it."""
    rows = draw(unit, "mood")
    fitted = LogisticRegression(max_iter=1000).fit(rows.train, rows.train_labels)
    return scores(fitted.predict_proba(rows.test), rows.test_labels)


EXPERIMENT = Experiment(
    "sentiment",
    {
        "asked": partial(network, "sigmoid", "categorical_crossentropy", "mood"),
        "relu": partial(network, "relu", "categorical_crossentropy", "mood"),
        "squared": partial(network, "sigmoid", "mse", "mood"),
        "length": partial(network, "sigmoid", "categorical_crossentropy", "length"),
        "line": line,
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
