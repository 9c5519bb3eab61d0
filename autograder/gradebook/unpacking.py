"""Open what a student packed: many hand in a zip of the exercise's folder where the notebook was asked for."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from autograder.gradebook.intake import COPIES, MAX_BYTES, MOST_FILES

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How an archive may be packed: what Python unpacks no further than it is asked to, whatever the archive says."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


class PackedError(ValueError):
    """A student's archive cannot be opened; the message says why."""


def with_zips_open(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, with what lies in each zip in its place; a zip within a zip stays closed.

    Raises:
        PackedError: an archive is damaged, locked by a password, or holds too much.
    """
    found: dict[str, bytes] = {}
    for name, content in files.items():
        if not name.lower().endswith(".zip"):
            found[name] = content
            continue
        try:
            found |= _unpacked(content, MAX_BYTES - sum(map(len, found.values())))
        except PackedError:
            raise
        except _DAMAGED as error:
            raise PackedError(f"{name[:40]} cannot be unpacked ({error}).") from error
    return found


def is_made_by_a_program(name: str) -> bool:
    """Whether nobody wrote this file: what macOS adds to an archive, and copies that Jupyter keeps."""
    return not {"__MACOSX", COPIES}.isdisjoint(PurePosixPath(name).parts)


def beside(notebook: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files as the notebook sees them: what lies in its folder lies at the top, before what was there."""
    folder = PurePosixPath(notebook).parent
    near = {name for name in files if PurePosixPath(name).is_relative_to(folder)}
    moved = {str(PurePosixPath(name).relative_to(folder)): files[name] for name in near}
    return {**{name: content for name, content in files.items() if name not in near}, **moved}


def _unpacked(archive: bytes, left: int) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        inside = [one for one in opened.infolist() if not one.is_dir() and not is_made_by_a_program(one.filename)]
        if len(inside) > MOST_FILES or sum(one.file_size for one in inside) > left:
            raise PackedError(
                f"what the zip holds is more than {MOST_FILES} files, or larger than {MAX_BYTES >> 20} MB."
            )
        if any(one.compress_type not in _PACKED for one in inside):
            raise PackedError("the zip is packed in a way that is not usual.")
        return {str(PurePosixPath(one.filename)): _read(opened, one) for one in inside}


def _read(opened: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    with opened.open(one) as stream:
        return stream.read(one.file_size)  # no more, though its size be a lie
