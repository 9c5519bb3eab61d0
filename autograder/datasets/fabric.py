"""Small grey pictures of woven fabric, sound or spoilt in one of four ways: simulated, or real TILDA images.

Nothing simulated here is a photograph: a weave of two sets of threads is computed, then a defect is put on it.
The contrasts and sizes decide how hard the classes are to tell apart. They were tuned until the model of the
original question did what its author saw, often nine patches of ten right and a jagged curve: leave them so.

Inside this module ``n`` patches are an array of shape (n, 30, 30) and what is drawn for each patch has shape
(n, 1, 1). Lengths are in pixels, grey values run from 0, black, to 1, white.
"""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from autograder.datasets.files import DataError, sha256
from autograder.datasets.splits import keyed_fraction

CLASSES = ("good", "hole", "objects", "oil spot", "thread error")
"""The names of labels 0 to 4, in TILDA's words."""

SIDE = 30
TRAIN_PATCHES, VALIDATION_PATCHES, HELD_OUT_PATCHES = 800, 300, 1000
VALIDATION_SHARE = 0.3
_VALIDATION_KEY = b"fabric: the course's validation images"
_TRAIN_SEED, _VALIDATION_SEED = 1, 2
_GREYS = 255
_COLOUR_TOLERANCE = 8  # of 255: how far apart compression may push the channels of a grey image
_IMAGE_ENDINGS = {".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff"}
_PICTURE_MODES = {"1", "L", "LA", "P", "RGB", "RGBA"}  # Pillow's names for 8 bits a channel or fewer

Floats = npt.NDArray[np.float64]
Seed = int | npt.NDArray[np.uint32]


class Patches(NamedTuple):
    """``images`` (n, 30, 30, 1), float32 from 0 to 1, and ``labels`` (n,), int64, positions in ``CLASSES``."""

    images: npt.NDArray[np.float32]
    labels: npt.NDArray[np.int64]


def fabric_patches() -> tuple[Patches, Patches]:
    """The simulated training and validation patches, 800 and 300, the same for everybody.

    They are generated, not read: no file is needed, and the SHA-256 in ``data/fabric.md`` says what must come out.

    Returns:
        ``(train, validation)``, each as :func:`patches` returns it.
    """
    return patches(TRAIN_PATCHES, _TRAIN_SEED), patches(VALIDATION_PATCHES, _VALIDATION_SEED)


def held_out(secret: bytes, n: int = HELD_OUT_PATCHES) -> Patches:
    """Patches that only the holder of ``secret`` can generate, to judge on; as :func:`patches` returns them."""
    digest = hmac.digest(secret, b"fabric: held-out patches", "sha256")
    return patches(n, np.frombuffer(digest, dtype="<u4").astype(np.uint32))


def patches(n: int, seed: Seed) -> Patches:
    """Simulate ``n`` patches of fabric, equally many of each class (to within one), in random order.

    Args:
        n: how many patches.
        seed: a whole number below 2**32, or an array of such numbers; equal seeds give equal patches everywhere,
            because NumPy promises that the streams of ``RandomState`` never change, and because grey values are
            rounded to 255ths, as a camera would, which hides the last bit in which processors differ.

    Returns:
        ``images`` (n, 30, 30, 1), float32 from 0 to 1, and ``labels`` (n,), int64, positions in ``CLASSES``.

    Source: simulated; see ``data/fabric.md``.
    """
    random = np.random.RandomState(seed)
    labels = np.arange(n, dtype="int64") % len(CLASSES)
    random.shuffle(labels)
    images = _weave(n, random)
    for label, spoil in enumerate((_hole, _object, _oil_spot, _thread_error), start=1):
        images[labels == label] = spoil(images[labels == label], random)
    images += random.normal(size=images.shape) * _between(0.008, 0.016, n, random)
    greys = (images.clip(0, 1) * _GREYS).round()
    return Patches((greys / _GREYS).astype("float32")[..., None], labels)


def _between(low: float, high: float, n: int, random: np.random.RandomState) -> Floats:
    """One number for each patch, evenly between ``low`` and ``high``, shape (n, 1, 1)."""
    return random.uniform(low, high, size=(n, 1, 1))


def _spread(deviation: float, n: int, random: np.random.RandomState) -> Floats:
    """One number for each patch, normal around 0, shape (n, 1, 1)."""
    return random.normal(0, deviation, size=(n, 1, 1))


def _chance(share: float, n: int, random: np.random.RandomState) -> npt.NDArray[np.bool_]:
    """True for about this ``share`` of the patches, shape (n, 1, 1)."""
    happens: npt.NDArray[np.bool_] = random.uniform(size=(n, 1, 1)) < share
    return happens


def _turned(x: Floats, y: Floats, angle: Floats) -> tuple[Floats, Floats]:
    """The coordinates ``x`` and ``y`` seen from axes turned by ``angle``."""
    return x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)


def _pixels() -> tuple[Floats, Floats]:
    """Column and row of each pixel, each of shape (1, 30, 30)."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype("float64")
    return x[None], y[None]


def _around_defect(n: int, random: np.random.RandomState) -> tuple[Floats, Floats]:
    """Coordinates with their origin at a place near the middle of each patch, turned at random."""
    x, y = _pixels()
    x, y = x - SIDE / 2 - _between(-3, 3, n, random), y - SIDE / 2 - _between(-3, 3, n, random)
    return _turned(x, y, _between(0, np.pi, n, random))


def _inside(distance: Floats, sharpness: float) -> Floats:
    """1 where ``distance`` is well below 0, 0 where it is well above, with a soft edge between."""
    return 1 / (1 + np.exp(np.clip(sharpness * distance, -30, 30)))


def _weave(n: int, random: np.random.RandomState) -> Floats:
    """Sound fabric: warp and weft threads that wobble, a little askew, lit unevenly."""
    x, y = _pixels()
    along, across = _turned(x, y, _spread(0.06, n, random))
    warp, weft = (
        np.sin(
            2 * np.pi * u / _between(2.6, 4.2, n, random)
            + _between(0, 2 * np.pi, n, random)
            + _spread(0.35, n, random) * np.sin(v / 5)
        )
        for u, v in ((along, across), (across, along))
    )
    relief = _between(0.015, 0.03, n, random)
    threads = relief * (warp + weft * _between(0.6, 1, n, random)) + 0.009 * warp * weft
    light = _spread(0.00066, n, random) * (x - SIDE / 2) + _spread(0.00066, n, random) * (y - SIDE / 2)
    fabric: Floats = _between(0.42, 0.62, n, random) + threads + light
    return fabric


def _hole(images: Floats, random: np.random.RandomState) -> Floats:
    """Small, sharp and very dark, with a bright frayed rim."""
    n = len(images)
    x, y = _around_defect(n, random)
    radius = np.hypot(x / _between(1.3, 3.2, n, random), y / _between(1.1, 2.4, n, random))
    radius = radius + random.normal(0, 0.12, size=images.shape)
    inside = _inside(radius - 1, sharpness=6)
    bottom = images.mean(axis=(1, 2), keepdims=True) - _between(0.16, 0.34, n, random)
    rim = 0.07 * np.exp(-(((radius - 1.45) / 0.3) ** 2))
    spoilt: Floats = images * (1 - inside) + bottom * inside + rim
    return spoilt


def _object(images: Floats, random: np.random.RandomState) -> Floats:
    """A short bent fibre that lies on the fabric, mostly bright, with a hard edge."""
    n = len(images)
    x, y = _around_defect(n, random)
    off_fibre = np.abs(y - _spread(0.05, n, random) * x**2) - _between(0.5, 1, n, random)
    fibre = _inside(off_fibre, sharpness=4) * (np.abs(x) < _between(2.5, 6.67, n, random))
    sign = np.where(_chance(0.75, n, random), 1, -1)
    return images + sign * _between(0.13, 0.28, n, random) * fibre


def _oil_spot(images: Floats, random: np.random.RandomState) -> Floats:
    """A wide soft dark stain through which the weave still shows."""
    n = len(images)
    x, y = _around_defect(n, random)
    stain = np.exp(-((x / _between(3.5, 7, n, random)) ** 2 + (y / _between(3, 5.5, n, random)) ** 2) / 2)
    return images - _between(0.09, 0.2, n, random) * stain


def _thread_error(images: Floats, random: np.random.RandomState) -> Floats:
    """One thread that is missing (dark) or too thick (bright), and sometimes begins inside the patch."""
    n = len(images)
    upright = _chance(0.5, n, random)
    x, y = _pixels()
    across, along = np.where(upright, x, y), np.where(upright, y, x)
    width = _between(2.6, 4.2, n, random) * _between(0.3, 0.5, n, random)
    thread = np.exp(-(((across - SIDE / 2 - _between(-3, 3, n, random)) / width) ** 2) / 2)
    begins = np.where(_chance(0.4, n, random), _between(0, 12, n, random), -1)
    sign = np.where(_chance(0.5, n, random), 1, -1)
    return images + sign * _between(0.09, 0.2, n, random) * thread * (along > begins)


def tilda(folder: str | Path) -> tuple[Patches, Patches]:
    """Real TILDA images in place of the simulated ones, split into training and validation parts.

    Images with the same bytes share a part, and neither names nor the order of files matter.

    Args:
        folder: holds one folder for each of ``CLASSES`` (capitals, ``_`` and ``-`` do not matter), and each of
            these holds square grey images of at least 30 pixels a side; larger ones are made smaller.

    Returns:
        ``(train, validation)``, each with ``images`` (n, 30, 30, 1) and ``labels`` (n,) as :func:`patches`
        returns them, but with as many images of a class as there are, and about 30 % in ``validation``.

    Raises:
        DataError: the folder is not like that; the message says what was expected and what was found.
    """
    folders = _class_folders(Path(folder))
    files = [(file, label) for label, place in enumerate(folders) for file in _image_files(place)]
    chosen = keyed_fraction([sha256(file) for file, _ in files], _VALIDATION_KEY)
    order = np.argsort(chosen, kind="stable")
    images = np.stack([_read_grey(file) for file, _ in files])[order][..., None]
    labels = np.array([label for _, label in files], dtype="int64")[order]
    validation = chosen[order] < VALIDATION_SHARE
    return Patches(images[~validation], labels[~validation]), Patches(images[validation], labels[validation])


def _class_folders(folder: Path) -> list[Path]:
    expected = f"Expected a folder with the folders {', '.join(CLASSES)}, one for each class of TILDA"
    if not folder.is_dir():
        raise DataError(f"{expected}; {folder} is {'a file' if folder.exists() else 'not there'}.")
    found = {place.name.lower().replace("_", " ").replace("-", " "): place for place in sorted(folder.iterdir())}
    missing = [name for name in CLASSES if name not in found or not found[name].is_dir()]
    if missing:
        names = ", ".join(place.name for place in list(found.values())[:8]) or "nothing"
        raise DataError(f"{expected}; {folder} lacks {', '.join(missing)}. Found there: {names}.")
    return [found[name] for name in CLASSES]


def _image_files(folder: Path) -> list[Path]:
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in _IMAGE_ENDINGS)
    if not files:
        raise DataError(f"Expected images ({', '.join(sorted(_IMAGE_ENDINGS))}) in {folder}; found none.")
    return files


def _read_grey(file: Path) -> npt.NDArray[np.float32]:
    """One image as (30, 30), from 0 to 1."""
    from PIL import Image  # noqa: PLC0415 (only readers with TILDA images need it)

    try:
        with Image.open(file) as image:
            mode, size, colours = image.mode, image.size, image.convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise DataError(f"Expected an image; {file} cannot be read: {error}") from error
    if size[0] != size[1] or size[0] < SIDE:
        raise DataError(
            f"Expected square images of at least {SIDE} pixels a side; {file} has {size[0]} by {size[1]}. "
            "Cut the pictures into squares first."
        )
    if mode not in _PICTURE_MODES or np.ptp(np.asarray(colours, dtype="int16"), axis=-1).max() > _COLOUR_TOLERANCE:
        raise DataError(f"Expected grey images of 8 bits; {file} is not one (Pillow calls it {mode}).")
    grey = colours.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX)
    return (np.asarray(grey) / _GREYS).astype("float32")


def contact_sheet(path: str | Path) -> None:
    """Draw ten training patches of each class, a row for a class, into a PNG file at ``path``.

    Grey values from 0.2 to 0.8 fill the range from black to white, to show the weave on a screen.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415 (only the picture in the datasheet needs it)

    images, labels = patches(TRAIN_PATCHES, _TRAIN_SEED)
    figure = Figure(figsize=(9, 4.6), dpi=110, layout="constrained")
    axes = figure.subplots(len(CLASSES), 10)
    for label, row in enumerate(axes):
        row[0].set_ylabel(CLASSES[label], rotation=0, ha="right", va="center", fontsize=12)
        for axis, image in zip(row, images[labels == label], strict=False):
            axis.imshow(image[..., 0], cmap="gray", vmin=0.2, vmax=0.8, interpolation="nearest")
            axis.set(xticks=[], yticks=[])
            axis.spines[:].set_visible(False)
    figure.savefig(path, metadata={"Software": None})
