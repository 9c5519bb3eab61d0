"""Reader of a saved ``.keras`` file: a zip archive whose ``config.json`` describes the model."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from autograder.anatomy.config import from_config
from autograder.anatomy.graph import Anatomy

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
    try:
        with zipfile.ZipFile(path) as archive:
            member = archive.getinfo("config.json")
            if member.file_size > MAX_CONFIG_BYTES:
                raise ArchiveError(f"{path.name}: config.json is larger than {MAX_CONFIG_BYTES} bytes")
            config = json.loads(archive.read(member))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, RecursionError, NotImplementedError) as error:
        raise ArchiveError(f"{path.name} is not a .keras file that Keras 3 saved: {error}") from error
    if not isinstance(config, dict) or not isinstance(config.get("config"), dict):
        raise ArchiveError(f"{path.name}: config.json does not describe a model")
    return config
