"""The concrete rows: the file as published, the same parts for everybody, no mixture in two of them."""

import numpy as np
import pandas as pd
import pytest

from autograder.datasets import DataError, concrete_strength, files
from autograder.datasets.concrete import MIXTURES

SECRETS = [f"secret {number}".encode() for number in range(20)]
COLUMNS = [
    *("cement", "slag", "fly ash", "water", "superplasticizer", "coarse aggregate", "fine aggregate"),
    *("age", "strength"),
]


@pytest.fixture(scope="module")
def rows():
    return MIXTURES.read(files.checked(files.data_folder() / MIXTURES.file))


def mixtures(part):
    return set(map(tuple, part.features.drop(columns="age").to_numpy()))


def test_the_file_is_the_published_one(rows):
    assert rows.shape == (1030, 9)
    assert list(rows) == COLUMNS
    assert rows.notna().all(axis=None)
    assert rows.duplicated().sum() == 25
    assert rows["age"].between(1, 365).all()
    assert rows["strength"].agg(["min", "mean", "max"]).tolist() == pytest.approx([2.33, 35.82, 82.60], abs=0.005)
    assert rows["cement"].agg(["min", "max"]).tolist() == [102, 540]


def test_sizes_and_types(rows):
    train, valid = concrete_strength()
    assert (len(train.features), len(valid.features)) == (len(train.target), len(valid.target)) == (744, 286)
    assert list(train.features) == list(valid.features) == COLUMNS[:-1]
    assert set(train.features.dtypes) == {np.dtype("float32")} == {train.target.dtype}


def test_no_mixture_is_in_both_parts():
    train, valid = concrete_strength()
    assert not mixtures(train) & mixtures(valid)


def test_the_order_of_the_file_does_not_matter(rows, tmp_path):
    MIXTURES.write(rows.sample(frac=1, random_state=3), tmp_path / "shuffled.csv")
    shuffled = concrete_strength(tmp_path / "shuffled.csv")
    for one, other in zip(concrete_strength(), shuffled, strict=True):
        assert len(one.target) == len(other.target)
        assert mixtures(one) == mixtures(other)


def test_a_released_file_keeps_rows_in_their_part(rows, tmp_path):
    MIXTURES.write(rows[~MIXTURES.held_out(rows, SECRETS[0])], tmp_path / "released.csv")
    released = concrete_strength(tmp_path / "released.csv")
    for part, whole in zip(released, concrete_strength(), strict=True):
        assert mixtures(part) < mixtures(whole)


@pytest.mark.parametrize("secret", SECRETS[:5])
def test_held_out_mixtures_are_never_released(rows, secret):
    held = MIXTURES.held_out(rows, secret)
    assert not set(MIXTURES.samples(rows[held])) & set(MIXTURES.samples(rows[~held]))
    assert MIXTURES.held_out(rows, secret).equals(held)


def test_another_secret_holds_out_other_rows(rows):
    chosen = [MIXTURES.held_out(rows, secret) for secret in SECRETS]
    assert len({tuple(held) for held in chosen}) == len(SECRETS)
    assert np.mean([held.mean() for held in chosen]) == pytest.approx(0.2, abs=0.015)


def test_a_trip_through_a_file_changes_nothing(rows, tmp_path):
    MIXTURES.write(rows, tmp_path / "again.csv")
    pd.testing.assert_frame_equal(MIXTURES.read(tmp_path / "again.csv"), rows)
    assert (tmp_path / "again.csv").read_bytes() == (files.data_folder() / MIXTURES.file).read_bytes()


def test_a_changed_file_is_refused(rows, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    MIXTURES.write(rows, tmp_path / MIXTURES.file)
    files.write_checksum(tmp_path / MIXTURES.file)
    concrete_strength()
    MIXTURES.write(rows.head(100), tmp_path / MIXTURES.file)
    with pytest.raises(DataError, match=MIXTURES.file):
        concrete_strength()
