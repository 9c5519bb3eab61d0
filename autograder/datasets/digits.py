"""Ten thousand handwritten digits, 28 by 28 pixels: real pictures, in a file that is sorted by digit."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from autograder.datasets.files import DataError, find
from autograder.datasets.splits import keyed_fraction
from autograder.datasets.tables import HELD_OUT_SHARE, VALIDATION_SHARE

SIDE = 28
_ROW = np.dtype([("image", "u1", (SIDE, SIDE)), ("label", "u1")])
_ORDER_KEY = b"digits: the order of the rows"
_GREYS = 255
FEW, FEW_TO_VALIDATE = 20, 50
"""So many pictures of each digit has `few_digits` to train on, and to validate with."""
BASE = "digits-base.keras"
FIRST_OF_THE_OTHERS = 5
"""The base was trained on smaller digits, and on none from this one on."""
EACH_OF_THE_OTHERS, EACH_TO_VALIDATE = 20, 100
_TURN, _SHIFT, _ZOOM = 25.0, 4.0, (0.7, 1.1)  # degrees and pixels, in both directions; factors

Scans = npt.NDArray[Any]
"""Raw rows, each with an ``image`` (28, 28) of bytes and its ``label``."""
Mask = npt.NDArray[np.bool_]


class Images(NamedTuple):
    """``images`` (n, 28, 28, 1), float32 from 0, paper, to 1, ink, and ``labels`` (n,), int64, the digit."""

    images: npt.NDArray[np.float32]
    labels: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Archive:
    """A data set of small grey pictures in one ``.npz`` file, split by what the pictures show.

    Attributes:
        file: its name in the data folder.
        validation_key: draws the course's validation rows; public.
        by_label: whether a part's rows stand in the order of their labels, as in the file, or in one random order.
    """

    file: str
    validation_key: bytes
    by_label: bool = False

    def load(self, path: Path | None = None) -> tuple[Images, Images]:
        """The training and validation parts, the same for everybody; see :func:`digits`."""
        rows = self.read(path or find(self.file))
        validation = self.is_validation(rows)
        return self.part(rows[~validation]), self.part(rows[validation])

    def read(self, path: Path) -> Scans:
        """Read the raw file, one picture a row.

        Raises:
            DataError: it is not a file of such pictures.
        """
        try:
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
                images, labels = arrays["images"], arrays["labels"]
            rows = np.empty(len(labels), _ROW)
            rows["image"], rows["label"] = images, labels
        except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
            raise DataError(
                f"Expected the arrays images (n, {SIDE}, {SIDE}) and labels (n,) in {path}: {error}"
            ) from error
        return rows

    def write(self, rows: Scans, path: Path) -> None:
        """Write rows in the raw file's own format."""
        np.savez_compressed(path, images=rows["image"], labels=rows["label"])

    def is_validation(self, rows: Scans) -> Mask:
        """Which rows belong to the course's validation part."""
        return _lowest(self._numbers(rows, self.validation_key), VALIDATION_SHARE)

    def held_out(self, rows: Scans, secret: bytes) -> Mask:
        """Which rows a course with this ``secret`` keeps back for judging."""
        return _lowest(self._numbers(rows, secret), HELD_OUT_SHARE)

    def part(self, rows: Scans) -> Images:
        """Rows as a network takes them, in the order that ``by_label`` asks for."""
        order = rows["label"] if self.by_label else self._numbers(rows, _ORDER_KEY)
        rows = rows[np.argsort(order, kind="stable")]
        return Images((rows["image"] / _GREYS).astype("float32")[..., None], rows["label"].astype("int64"))

    def mixed_up(self, rows: Scans) -> Scans:
        """The same rows with the labels in random order."""
        mixed = rows.copy()
        mixed["label"] = np.random.RandomState(1).permutation(rows["label"])
        return mixed

    def _numbers(self, rows: Scans, key: bytes) -> npt.NDArray[Any]:
        return keyed_fraction((image.tobytes().hex() for image in rows["image"]), key)


def _lowest(numbers: npt.NDArray[Any], share: float) -> Mask:
    """The rows with the lowest numbers, just so many: steps are counted, so every course has as many rows."""
    chosen = np.zeros(len(numbers), bool)
    chosen[np.argsort(numbers, kind="stable")[: round(share * len(numbers))]] = True
    return chosen


DIGITS = Archive("digits.npz", b"digits: the course's validation rows")
DIGITS_BY_LABEL = Archive(DIGITS.file, DIGITS.validation_key, by_label=True)


def digits(path: Path | None = None, *, by_label: bool = False) -> tuple[Images, Images]:
    """The training and validation parts of the digits, the same for everybody.

    Args:
        path: a file of the same format, read as it is; by default the one beside the notebook, else the course's
            own, and only if its checksum is right.
        by_label: give the rows as the file has them, all zeros first and all nines last, instead of in one random
            order.

    Returns:
        ``(train, validation)``, each with ``images`` (rows, 28, 28, 1), float32 from 0 to 1, and ``labels`` (rows,).

    Raises:
        DataError: the file is missing or not the one it should be.

    Source: LeCun, Cortes and Burges, MNIST; 10 000 of its pictures; see ``data/digits.md``.
    """
    return (DIGITS_BY_LABEL if by_label else DIGITS).load(path)


def few_digits(path: Path | None = None) -> tuple[Images, Images]:
    """Too few digits to learn from easily: twenty of each to train on, fifty of each to validate with, 14 by 14.

    They are the first ones of each digit in what :func:`digits` returns.

    Args:
        path: as for :func:`digits`.

    Returns:
        ``(train, validation)``, each with ``images`` (rows, 14, 14, 1), float32 from 0 to 1, and ``labels`` (rows,).

    Raises:
        DataError: as for :func:`digits`.

    Source: as for :func:`digits`.
    """
    train, validation = DIGITS.load(path)
    return few(*train, FEW), few(*validation, FEW_TO_VALIDATE)


def few(images: npt.NDArray[np.float32], labels: npt.NDArray[np.int64], each: int) -> Images:
    """The first ``each`` pictures of each digit, in the order that they had, at half their width and height."""
    kept = np.sort(np.concatenate([np.flatnonzero(labels == label)[:each] for label in np.unique(labels)]))
    return Images(halved(images[kept]), labels[kept])


def halved(images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Pictures of half the width and height: each pixel is the mean of four."""
    rows, high, wide, _ = images.shape
    half: npt.NDArray[np.float32] = images.reshape(rows, high // 2, 2, wide // 2, 2, 1).mean(
        axis=(2, 4), dtype="float32"
    )
    return half


def other_digits(path: Path | None = None) -> tuple[Images, Images]:
    """Tossed digits from five to nine: twenty of each to train on, a hundred of each to validate with, 14 by 14.

    They are the first ones of each digit in what :func:`digits` returns, each turned, moved and made smaller or
    larger. The base in :func:`digit_base` has seen none of them.

    Args:
        path: as for :func:`digits`.

    Returns:
        ``(train, validation)``, each with ``images`` (rows, 14, 14, 1), float32 from 0 to 1, and ``labels`` (rows,),
        0 for a five to 4 for a nine.

    Raises:
        DataError: as for :func:`digits`.

    Source: as for :func:`digits`.
    """
    train, validation = DIGITS.load(path)
    return others(*train, EACH_OF_THE_OTHERS), others(*validation, EACH_TO_VALIDATE)


def others(images: npt.NDArray[np.float32], labels: npt.NDArray[np.int64], each: int | None = None) -> Images:
    """The first ``each`` tossed pictures, or all, of each digit from five on; labels begin at 0."""
    wanted = np.unique(labels[labels >= FIRST_OF_THE_OTHERS])
    kept = np.sort(np.concatenate([np.flatnonzero(labels == label)[:each] for label in wanted]))
    return Images(tossed(images[kept]), labels[kept] - FIRST_OF_THE_OTHERS)


def digit_base() -> Path:
    """A small convolutional network that was trained on tossed digits from zero to four, as a file of Keras.

    Use ``keras.models.load_model`` on it; see ``data/digits-base.md``.

    Raises:
        DataError: the file is missing or not the one it should be.
    """
    return find(BASE)


def tossed(images: npt.NDArray[np.float32], toss: int = 0) -> npt.NDArray[np.float32]:
    """Pictures (n, 28, 28, 1) as if thrown onto the page: turned, moved, smaller or larger; then halved.

    A picture always falls the same way, wherever it stands among others; another ``toss`` is another fall.
    """
    fallen = [_fallen(image[..., 0], toss) for image in images]
    return halved(np.array(fallen, dtype="float32").reshape(-1, SIDE, SIDE, 1))


def _fallen(image: npt.NDArray[np.float32], toss: int) -> npt.NDArray[np.float32]:
    digest = hashlib.blake2b(image.tobytes(), digest_size=8).digest()
    random = np.random.default_rng([toss, int.from_bytes(digest, "big")])
    angle, zoom = np.deg2rad(random.uniform(-_TURN, _TURN)), random.uniform(*_ZOOM)
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) / zoom
    centre = np.full(2, (SIDE - 1) / 2)
    offset = centre - matrix @ (centre + random.uniform(-_SHIFT, _SHIFT, 2))
    fallen: npt.NDArray[np.float32] = ndimage.affine_transform(image, matrix, offset, order=1)
    return fallen
