"""Sentences from film reviews, each with the mean score that twenty people gave to its mood."""

from __future__ import annotations

import csv
import gzip
import io
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from autograder.datasets import files
from autograder.datasets.splits import keyed_fraction

FILE = "reviews.csv.gz"
VALIDATION_SHARE = 0.3
_VALIDATION_KEY = b"reviews: the course's validation sentences"


class Snippets(NamedTuple):
    """``texts`` (n), and ``scores`` (n,), float32 from -4, very bad, to 4, very good."""

    texts: list[str]
    scores: npt.NDArray[np.float32]


def review_snippets() -> tuple[Snippets, Snippets]:
    """The training and validation sentences, the same for everybody.

    Raises:
        DataError: the file is missing or not the one it should be.

    Source: Hutto and Gilbert 2014, MIT licence; the sentences are from film reviews; see ``data/reviews.md``.
    """
    everything = snippets()
    kept_back = keyed_fraction(everything.texts, _VALIDATION_KEY) < VALIDATION_SHARE
    return chosen(everything, ~kept_back), chosen(everything, kept_back)


def snippets() -> Snippets:
    """All sentences, in the order of the file.

    Raises:
        DataError: as for :func:`review_snippets`.
    """
    packed = files.checked(files.data_folder() / FILE).read_bytes()
    rows = list(csv.reader(io.StringIO(gzip.decompress(packed).decode())))[1:]
    return Snippets([text for _, text in rows], np.array([float(score) for score, _ in rows], dtype="float32"))


def chosen(everything: Snippets, which: npt.NDArray[np.bool_]) -> Snippets:
    """The sentences for which ``which`` (n,) is true."""
    return Snippets([everything.texts[i] for i in np.flatnonzero(which)], everything.scores[which])
