"""The red wine rows: the same parts for everybody, no wine in two of them, held-out rows drawn by a secret."""

import shutil

import numpy as np
import pandas as pd
import pytest

from autograder.datasets import DataError, files, keyed_fraction, red_wine
from autograder.datasets.wine import WINES

SECRETS = [f"secret {number}".encode() for number in range(20)]


@pytest.fixture(scope="module")
def rows():
    return WINES.read(files.data_folder() / WINES.file)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A working directory without data, and the course's own data out of sight."""
    for name in ("notebook", "variable", "course"):
        (tmp_path / name).mkdir()
    real = files.data_folder()
    monkeypatch.chdir(tmp_path / "notebook")
    monkeypatch.delenv(files.FOLDER_VARIABLE, raising=False)
    monkeypatch.setattr(files, "data_folder", lambda: tmp_path / "course")

    def put(folder, rows=None):
        copy = tmp_path / folder / WINES.file
        if rows is None:
            shutil.copy(real / WINES.file, copy)
        else:
            WINES.write(rows, copy)
        files.write_checksum(copy)
        return copy

    return put


def measurements(part):
    return set(map(tuple, part.features.to_numpy()))


def test_sizes_and_shapes(rows):
    train, valid = red_wine()
    assert len(rows) == 1599
    assert (len(train.features), len(valid.features)) == (len(train.target), len(valid.target))
    assert len(train.target) + len(valid.target) == 1599
    assert len(valid.target) / 1599 == pytest.approx(0.3, abs=0.05)
    assert train.features.shape[1] == valid.features.shape[1] == 11
    assert "quality" not in train.features
    assert set(train.features.dtypes) == {np.dtype("float32")}
    assert train.target.between(0, 10).all()


def test_no_wine_is_in_both_parts():
    train, valid = red_wine()
    assert not measurements(train) & measurements(valid)


def test_a_wine_keeps_its_part_whatever_its_score(rows):
    rescored = rows.assign(quality=10 - rows["quality"])
    assert WINES.is_validation(rescored).equals(WINES.is_validation(rows))
    assert WINES.held_out(rescored, SECRETS[0]).equals(WINES.held_out(rows, SECRETS[0]))


def test_everybody_gets_the_same_parts(rows, tmp_path):
    shuffled = rows.sample(frac=1, random_state=3)
    WINES.write(shuffled, tmp_path / "shuffled.csv")
    for one, other in zip(red_wine(), red_wine(tmp_path / "shuffled.csv"), strict=True):
        assert len(one.target) == len(other.target)
        assert measurements(one) == measurements(other)
    assert red_wine()[0].features.equals(red_wine()[0].features)


def test_a_released_file_keeps_rows_in_their_part(rows, tmp_path):
    released = rows[~WINES.held_out(rows, SECRETS[0])]
    WINES.write(released, tmp_path / "released.csv")
    for part, whole in zip(red_wine(tmp_path / "released.csv"), red_wine(), strict=True):
        assert measurements(part) < measurements(whole)


@pytest.mark.parametrize("secret", SECRETS[:5])
def test_held_out_wines_are_never_released(rows, secret):
    held = WINES.held_out(rows, secret)
    assert not set(WINES.samples(rows[held])) & set(WINES.samples(rows[~held]))
    assert WINES.held_out(rows, secret).equals(held)
    assert held.mean() == pytest.approx(0.2, abs=0.05)


def test_held_out_rows_are_about_a_fifth_on_average(rows):
    assert np.mean([WINES.held_out(rows, secret).mean() for secret in SECRETS]) == pytest.approx(0.2, abs=0.01)


def test_another_secret_holds_out_other_rows(rows):
    chosen = [WINES.held_out(rows, secret) for secret in SECRETS]
    assert len({tuple(held) for held in chosen}) == len(SECRETS)
    both = (chosen[0] & chosen[1]).mean()
    assert both == pytest.approx(0.04, abs=0.025)  # as if drawn independently
    valid = WINES.is_validation(rows)
    assert (chosen[0] & valid).mean() == pytest.approx(0.06, abs=0.03)


def test_equal_keys_get_equal_numbers_and_others_uniform_ones():
    numbers = keyed_fraction([str(i) for i in range(4000)], b"k")
    assert (keyed_fraction(["a", "b", "a"], b"k")[[0, 2]] == keyed_fraction(["a"], b"k")).all()
    assert ((numbers >= 0) & (numbers < 1)).all()
    assert np.abs(np.histogram(numbers, bins=10, range=(0, 1))[0] - 400).max() < 100
    assert (numbers != keyed_fraction([str(i) for i in range(4000)], b"other")).all()


def test_the_copy_beside_the_notebook_wins(elsewhere, rows, tmp_path, monkeypatch):
    monkeypatch.setenv(files.FOLDER_VARIABLE, str(tmp_path / "variable"))
    course = elsewhere("course")
    assert files.find(WINES.file) == course
    variable = elsewhere("variable")
    assert files.find(WINES.file) == variable
    notebook = elsewhere("notebook", rows.head(100))
    assert files.find(WINES.file) == notebook
    assert sum(len(part.target) for part in red_wine()) == 100


def test_a_missing_file_says_where_it_was_looked_for(elsewhere, tmp_path):
    with pytest.raises(DataError, match=WINES.file) as raised:
        red_wine()
    assert str(tmp_path / "notebook") in str(raised.value)
    assert files.FOLDER_VARIABLE in str(raised.value)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"", lambda data: data.replace(b"7", b"8", 1)]
)
def test_changed_bytes_are_refused(elsewhere, damage):
    copy = elsewhere("notebook")
    copy.write_bytes(damage(copy.read_bytes()))
    with pytest.raises(DataError, match="not the file the course was written with"):
        red_wine()


def test_a_damaged_copy_is_not_passed_over_in_silence(elsewhere):
    elsewhere("course")
    copy = elsewhere("notebook")
    copy.write_bytes(b"")
    with pytest.raises(DataError, match="notebook"):
        red_wine()


def test_a_file_without_checksum_is_refused(elsewhere):
    copy = elsewhere("notebook")
    note = copy.with_name(copy.name + ".sha256")
    note.unlink()
    with pytest.raises(DataError, match=r"red-wine\.csv\.sha256 is missing"):
        red_wine()
    note.write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="expected SHA-256 nothing"):
        red_wine()


def test_equal_wines_have_equal_texts_after_a_trip_through_a_file(rows, tmp_path):
    WINES.write(rows, tmp_path / "again.csv")
    pd.testing.assert_series_equal(WINES.samples(WINES.read(tmp_path / "again.csv")), WINES.samples(rows))
