"""The folded paper: the same places for everybody, held-out places drawn by a secret, flat pieces behind creases."""

import hashlib
import re

import numpy as np
from sklearn.linear_model import LinearRegression

from autograder.datasets import files, folds


def test_columns_types_and_range():
    features, target = folds.places(5000, 3)
    assert list(features) == folds.COLUMNS
    assert {*map(str, features.dtypes), str(target.dtype)} == {"float32"}
    assert features.abs().max().max() <= 1
    assert np.isfinite(target).all()


def test_everybody_gets_the_parts_that_the_datasheet_names():
    named = re.findall(r"\b[0-9a-f]{64}\b", (files.data_folder() / "folds.md").read_text(encoding="utf-8"))
    parts = folds.folded_paper()
    assert [len(part.target) for part in parts] == [2000, 1000]
    whole = [(np.column_stack(part).astype("float64") * 1e5).round().astype("<i8") for part in parts]
    assert [hashlib.sha256(numbers.tobytes()).hexdigest() for numbers in whole] == named


def test_held_out_places_depend_on_the_secret():
    parts = [folds.held_out(secret, 100).features for secret in (b"one", b"one", b"two")]
    assert parts[0].equals(parts[1])
    assert not parts[0].equals(parts[2])
    assert len(folds.held_out(b"one").target) == folds.HELD_OUT_ROWS


def test_three_folds_make_eight_flat_pieces_along_a_line():
    along = np.linspace(-0.99, 0.99, 20001)
    slopes = np.diff(folds.height(along, np.zeros_like(along))) / np.diff(along)
    flat = np.isclose(np.abs(slopes), 6)
    assert np.sum(~flat) <= 7
    assert 1 + np.sum(np.diff(np.sign(slopes[flat])) != 0) == 8


def test_a_plane_explains_a_fifth():
    places, heights = folds.places(20000, 5)
    assert 0.1 < LinearRegression().fit(places, heights).score(places, heights) < 0.3
