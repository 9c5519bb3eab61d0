"""The fabric patches: the same for everybody, woven, spoilt in the way of their class; and real TILDA images."""

import hashlib
import re

import numpy as np
import pytest
from PIL import Image

from autograder.datasets import DataError, fabric, files

SEEDS = (21, 22, 23)
GOOD, HOLE, OBJECT, OIL, THREAD = range(5)


def of(patches, label):
    return patches.images[patches.labels == label, ..., 0]


@pytest.fixture(scope="module", params=SEEDS)
def many(request):
    return fabric.patches(1000, request.param)


def test_shapes_types_and_range(many):
    assert many.images.shape == (1000, 30, 30, 1)
    assert many.labels.shape == (1000,)
    assert (many.images.dtype, many.labels.dtype) == (np.dtype("float32"), np.dtype("int64"))
    assert many.images.min() >= 0
    assert many.images.max() <= 1
    assert ((many.images < 0.02) | (many.images > 0.98)).mean() < 0.001  # nearly nothing is cut off


@pytest.mark.parametrize("n", [0, 1, 4, 5, 63])
def test_classes_are_balanced(n):
    images, labels = fabric.patches(n, 5)
    assert len(images) == n
    assert np.ptp(np.bincount(labels, minlength=5)) <= 1


def test_classes_are_mixed(many):
    runs = np.count_nonzero(np.diff(many.labels)) + 1
    assert runs == pytest.approx(800, abs=60)  # as if shuffled


def test_everybody_gets_the_parts_that_the_datasheet_names():
    named = re.findall(r"\b[0-9a-f]{64}\b", (files.data_folder() / "fabric.md").read_text(encoding="utf-8"))
    parts = fabric.fabric_patches()
    assert [len(part.labels) for part in parts] == [800, 300]
    greys = [
        (part.images * 255).round().astype("u1").tobytes() + part.labels.astype("u1").tobytes() for part in parts
    ]
    assert [hashlib.sha256(part).hexdigest() for part in greys] == named


def test_equal_seeds_give_equal_patches_and_others_do_not():
    parts = [fabric.patches(20, seed) for seed in SEEDS]
    for part, seed in zip(parts, SEEDS, strict=True):
        again = fabric.patches(20, seed)
        assert (part.images == again.images).all()
        assert (part.labels == again.labels).all()
    assert len({part.images.tobytes() for part in parts}) == len(SEEDS)


def test_held_out_patches_depend_on_the_secret():
    parts = [fabric.held_out(secret, 20) for secret in (b"", b"one", b"two", bytes(100))]
    assert (fabric.held_out(b"one", 20).images == parts[1].images).all()
    assert len({part.images.tobytes() for part in parts}) == 4
    seen = {image.tobytes() for part in fabric.fabric_patches() for image in part.images}
    assert not seen & {image.tobytes() for part in parts for image in part.images}


def test_good_fabric_is_woven_along_both_axes(many):
    good = of(many, GOOD)
    flat = good - good.mean(axis=(1, 2), keepdims=True)
    power = np.abs(np.fft.rfft2(flat, s=(128, 128))) ** 2
    rows, columns = np.abs(np.fft.fftfreq(128)), np.fft.rfftfreq(128)
    for along in (power[:, (rows < 0.05)].sum(axis=1), power[:, :, (columns < 0.05)].sum(axis=2)[:, :65]):
        peak = columns[along[:, 8:].argmax(axis=1) + 8]  # past the uneven light
        assert np.mean((peak > 1 / 4.5) & (peak < 1 / 2.4)) > 0.95


def test_each_class_is_spoilt_in_its_own_way(many):
    middle = (slice(None), slice(8, 23), slice(8, 23))
    typical = {label: np.median(of(many, label), axis=(1, 2)) for label in range(5)}
    darkest = {label: typical[label] - of(many, label).min(axis=(1, 2)) for label in range(5)}
    brightest = {label: of(many, label).max(axis=(1, 2)) - typical[label] for label in range(5)}
    assert np.quantile(darkest[GOOD], 0.95) < np.quantile(darkest[HOLE], 0.05)
    assert np.median(brightest[OBJECT]) > 1.5 * np.median(brightest[GOOD])
    assert np.mean(of(many, OIL)[middle].mean(axis=(1, 2)) < typical[OIL] - 0.02) > 0.9
    bands = [of(many, THREAD).mean(axis=axis) for axis in (1, 2)]
    stripes = np.max([np.ptp(band, axis=1) for band in bands], axis=0)
    assert np.median(stripes) > 2 * np.median(np.ptp(of(many, GOOD).mean(axis=1), axis=1))


def test_brightness_alone_tells_no_class(many):
    means = [of(many, label).mean() for label in range(5)]
    assert np.ptp(means) < of(many, GOOD).mean(axis=(1, 2)).std()


def test_the_contact_sheet_is_drawn(tmp_path):
    fabric.contact_sheet(tmp_path / "sheet.png")
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.size == (990, 506)


@pytest.fixture
def real(tmp_path):
    """A folder like TILDA's: ten pictures of each class, of mixed sizes and kinds."""
    random = np.random.RandomState(0)
    for name in ("good", "Hole", "objects", "oil_spot", "thread-error"):
        (tmp_path / name).mkdir()
        for number in range(10):
            side = 64 if number % 2 else 30
            picture = Image.fromarray(random.randint(0, 256, (side, side), dtype="uint8"))
            picture = picture.convert("RGB") if number % 3 == 0 else picture
            picture.save(tmp_path / name / f"{number}.png")
    (tmp_path / "readme.txt").write_text("not an image", encoding="utf-8")
    (tmp_path / "good" / "Thumbs.db").write_bytes(b"")
    return tmp_path


def contents(part):
    return {(image.tobytes(), int(label)) for image, label in zip(*part, strict=True)}


def test_real_images_are_read_like_simulated_ones(real):
    train, valid = fabric.tilda(real)
    assert len(train.labels) + len(valid.labels) == 50
    assert 5 <= len(valid.labels) <= 25
    for part in (train, valid):
        assert part.images.shape == (len(part.labels), 30, 30, 1)
        assert (part.images.dtype, part.labels.dtype) == (np.dtype("float32"), np.dtype("int64"))
        assert 0 <= part.images.min() < part.images.max() <= 1
    labels = np.concatenate([train.labels, valid.labels])
    assert np.bincount(labels).tolist() == [10] * 5
    assert np.count_nonzero(np.diff(train.labels)) > 10  # mixed
    with Image.open(real / "Hole" / "2.png") as picture:
        small = np.asarray(picture, dtype="float32") / 255
    holes = np.concatenate([of(train, HOLE), of(valid, HOLE)])
    assert np.isclose(holes, small).all(axis=(1, 2)).any()  # one that had the right size is as it was


def test_names_of_real_images_do_not_matter_and_equal_ones_stay_together(real):
    before = [contents(part) for part in fabric.tilda(real)]
    for number, file in enumerate(sorted((real / "good").glob("*.png"))):
        file.rename(file.with_name(f"{99 - number}.png"))
        (real / "good" / f"copy-{number}.PNG").write_bytes((real / "good" / f"{99 - number}.png").read_bytes())
    after = fabric.tilda(real)
    assert [contents(part) for part in after] == before
    assert sum(len(part.labels) for part in after) == 60


def replace(file, picture):
    def damage(real):
        picture.save(real / file)

    return damage


def without(name):
    def damage(real):
        (real / name).rename(real / "elsewhere")

    return damage


def emptied(name):
    def damage(real):
        for file in (real / name).iterdir():
            file.unlink()

    return damage


@pytest.mark.parametrize(
    ("damage", "messages"),
    [
        (without("oil_spot"), ["thread error", "lacks oil spot", "Found there: Hole, elsewhere, good"]),
        (emptied("objects"), ["objects", "found none"]),
        (lambda real: (real / "good/3.png").write_bytes(b"hello"), ["3.png cannot be read"]),
        (
            lambda real: (real / "good/3.png").write_bytes((real / "good/3.png").read_bytes()[:900]),
            ["cannot be read"],
        ),
        (replace("good/3.png", Image.new("L", (64, 48))), ["square images", "3.png has 64 by 48"]),
        (replace("good/3.png", Image.new("L", (29, 29))), ["at least 30", "29 by 29"]),
        (replace("good/3.png", Image.new("RGB", (64, 64), (200, 100, 50))), ["grey images", "3.png", "RGB"]),
        (replace("good/3.png", Image.new("I;16", (64, 64))), ["8 bits", "3.png", "I;16"]),
    ],
)
def test_what_is_wrong_with_real_images_is_said(real, damage, messages):
    damage(real)
    with pytest.raises(DataError) as raised:
        fabric.tilda(real)
    for message in messages:
        assert message in str(raised.value)


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(DataError, match=r"Expected a folder .*good, hole, .*is not there"):
        fabric.tilda(tmp_path / "nowhere")
    (tmp_path / "tilda.zip").write_bytes(b"")
    with pytest.raises(DataError, match="is a file"):
        fabric.tilda(str(tmp_path / "tilda.zip"))
    with pytest.raises(DataError, match="Found there: tilda.zip"):
        fabric.tilda(tmp_path)
