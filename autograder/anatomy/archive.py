"""Reader of a saved ``.keras`` file: a zip archive whose ``config.json`` describes the model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from autograder.anatomy.config import from_config
from autograder.anatomy.graph import Anatomy

if TYPE_CHECKING:
    from pathlib import Path

MAX_CONFIG_BYTES = 1 << 20


class ArchiveError(Exception):
    """The file is not a readable ``.keras`` archive; the message says why."""


def read_keras_file(path: Path) -> Anatomy:
    """The anatomy of the model saved in ``path``; nothing in the file is executed.

    Raises:
        ArchiveError: not a ``.keras`` archive, or a description that cannot be read.
    """
    return from_config(read_config(path))


def read_config(path: Path) -> dict[str, Any]:
    """The model's description, as Keras wrote it into ``config.json``.

    Raises:
        ArchiveError: as for :func:`read_keras_file`.
    """
    import zipfile  # noqa: PLC0415  (takes longer than all of this room; who reads scripts does without)

    try:
        if path.exists() and not path.is_file():  # reading a pipe or a device may never end
            raise ArchiveError(f"{path.name} is not a regular file")
        with zipfile.ZipFile(path) as archive:
            member = archive.getinfo("config.json")
            if member.file_size > MAX_CONFIG_BYTES:
                raise ArchiveError(f"{path.name}: config.json is larger than {MAX_CONFIG_BYTES} bytes")
            config = json.loads(archive.read(member))
    except _damage() as error:
        raise ArchiveError(f"{path.name} is not a .keras file that Keras 3 saved: {error}") from error
    if not isinstance(config, dict) or not isinstance(config.get("config"), dict):
        raise ArchiveError(f"{path.name}: config.json does not describe a model")
    return config


def _damage() -> tuple[type[Exception], ...]:
    """What zipfile lets through when an archive is damaged or encrypted, and json when it is nested too deeply."""
    import struct  # noqa: PLC0415
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    known = (
        OSError, EOFError, zipfile.BadZipFile, zlib.error, struct.error,
        KeyError, ValueError, IndexError, OverflowError, RuntimeError, MemoryError,
    )  # fmt: skip
    try:
        from lzma import LZMAError  # noqa: PLC0415
    except ImportError:  # a Python without it, as in a browser, says RuntimeError
        return known
    return (*known, LZMAError)
