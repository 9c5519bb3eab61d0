"""The digits: the file as published, the same parts for everybody, no picture in two of them."""

import numpy as np
import pytest

from autograder.datasets import DataError, digits, few_digits, files, other_digits
from autograder.datasets.digits import (
    DIGITS,
    DIGITS_BY_LABEL,
    EACH_OF_THE_OTHERS,
    EACH_TO_VALIDATE,
    FEW,
    FEW_TO_VALIDATE,
    tossed,
)

SECRETS = [f"secret {number}".encode() for number in range(5)]


@pytest.fixture(scope="module")
def rows():
    return DIGITS.read(files.checked(files.data_folder() / DIGITS.file))


def pictures(part):
    return {image.tobytes() for image in part.images}


def test_the_file_is_the_published_one(rows):
    assert np.bincount(rows["label"]).tolist() == [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]
    assert len({image.tobytes() for image in rows["image"]}) == len(rows)
    assert rows["image"].max() == 255
    assert rows["image"].mean() == pytest.approx(33.44, abs=0.005)


def test_everybody_gets_the_same_parts_and_no_picture_is_in_both():
    train, valid = digits()
    assert train.images.shape == (7000, 28, 28, 1)
    assert valid.images.shape == (3000, 28, 28, 1)
    assert train.images.dtype == np.float32
    assert train.labels[:8].tolist() == [0, 7, 5, 5, 5, 2, 5, 6]
    assert (train.images.min(), train.images.max()) == (0, 1)
    assert not pictures(train) & pictures(valid)


def test_few_digits_are_the_first_of_each_kind_at_half_their_size():
    for small, large, each in zip(few_digits(), digits(), (FEW, FEW_TO_VALIDATE), strict=True):
        assert np.bincount(small.labels).tolist() == [each] * 10
        assert small.images.shape == (10 * each, 14, 14, 1)
        assert small.images.dtype == np.float32
        sevens = large.images[large.labels == 7][:each]
        corner = sevens[:, 12:14, 14:16].mean(axis=(1, 2))
        np.testing.assert_allclose(small.images[small.labels == 7][:, 6, 7], corner, atol=1e-6)


@pytest.mark.parametrize("secret", SECRETS)
def test_every_course_has_as_many_pictures(secret):
    from autograder.judge.data import course_data

    found = course_data("digits", secret)
    assert [len(part.targets) for part in (found.released, found.held_out, found.validation)] == [5600, 2000, 2400]


def test_by_label_gives_the_same_rows_sorted():
    for mixed, by_label in zip(digits(), digits(by_label=True), strict=True):
        assert pictures(mixed) == pictures(by_label)
        assert (np.diff(by_label.labels) >= 0).all()
        assert 0.85 < (np.diff(mixed.labels) != 0).mean() < 0.95


def test_the_order_of_the_file_does_not_matter(rows, tmp_path):
    DIGITS.write(rows[::-1], tmp_path / "turned.npz")
    for one, other in zip(digits(), digits(tmp_path / "turned.npz"), strict=True):
        np.testing.assert_array_equal(one.images, other.images)
        np.testing.assert_array_equal(one.labels, other.labels)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_course_holds_back_a_fifth_of_its_own(rows, secret):
    held = DIGITS.held_out(rows, secret)
    assert held.mean() == pytest.approx(0.2, abs=0.02)
    assert (held != DIGITS.held_out(rows, b"another")).mean() > 0.25
    np.testing.assert_array_equal(held, DIGITS_BY_LABEL.held_out(rows, secret))


def test_the_other_digits_are_tossed_and_the_base_has_seen_none_of_them():
    (x_train, y_train), (x_valid, y_valid) = other_digits()
    np.testing.assert_array_equal(np.bincount(y_train), [EACH_OF_THE_OTHERS] * 5)
    np.testing.assert_array_equal(np.bincount(y_valid), [EACH_TO_VALIDATE] * 5)
    assert x_train.shape == (100, 14, 14, 1)
    assert x_valid.dtype == "float32"
    assert 0 <= x_train.min() < 0.01
    assert x_train.max() <= 1


def test_a_picture_always_falls_the_same_way_and_another_toss_is_another_fall():
    images = digits()[0].images[:6]
    np.testing.assert_array_equal(tossed(images)[::-1], tossed(images[::-1]))
    assert (tossed(images) != tossed(images, 1)).any(axis=(1, 2, 3)).all()


def test_a_released_file_keeps_nearly_all_rows_in_their_part(rows, tmp_path):
    DIGITS.write(rows[~DIGITS.held_out(rows, SECRETS[0])], tmp_path / "released.npz")
    for part, whole in zip(digits(tmp_path / "released.npz"), digits(), strict=True):
        assert len(pictures(part) - pictures(whole)) < 0.02 * len(pictures(part))


def test_mixed_up_labels_are_the_same_labels_and_mostly_wrong(rows):
    mixed = DIGITS.mixed_up(rows)
    np.testing.assert_array_equal(np.bincount(mixed["label"]), np.bincount(rows["label"]))
    np.testing.assert_array_equal(mixed["image"], rows["image"])
    assert (mixed["label"] == rows["label"]).mean() < 0.15


def test_a_trip_through_a_file_changes_nothing(rows, tmp_path):
    DIGITS.write(rows, tmp_path / "again.npz")
    np.testing.assert_array_equal(DIGITS.read(tmp_path / "again.npz"), rows)


@pytest.mark.parametrize("content", [b"no archive", b"PK\x03\x04 cut short"])
def test_what_is_no_archive_is_refused(content, tmp_path):
    (tmp_path / "broken.npz").write_bytes(content)
    with pytest.raises(DataError, match=r"broken\.npz"):
        digits(tmp_path / "broken.npz")


def test_other_arrays_are_refused(tmp_path):
    np.savez(tmp_path / "other.npz", images=np.zeros((3, 8, 8)), labels=np.zeros(3))
    with pytest.raises(DataError, match="28"):
        digits(tmp_path / "other.npz")


def test_a_changed_file_is_refused(rows, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    DIGITS.write(rows[:100], tmp_path / DIGITS.file)
    (tmp_path / f"{DIGITS.file}.sha256").write_text("0" * 64, encoding="utf-8")
    with pytest.raises(DataError, match="copy it again"):
        digits()
