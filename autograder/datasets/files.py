"""Find a data file and refuse it when its bytes are not the ones the course was written with."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from autograder.errors import Mendable
from autograder.shipped import shipped

FOLDER_VARIABLE = "AUTOGRADER_DATA"


class DataError(Mendable):
    """A data file is missing or is not the file it should be; the message says what to do."""


def data_folder() -> Path:
    """The folder of the raw data: inside an installed package, or at the top of a checkout."""
    return shipped("data")


def find(name: str) -> Path:
    """Return the path of the data file ``name``, after its checksum was found right.

    A copy that lies beside the running notebook (the one an exercise was released with) comes first,
    then the folder named by ``$AUTOGRADER_DATA``, then the course's own ``data/``, which students do not have.

    Raises:
        DataError: no such file, no checksum for it, or bytes that do not match the checksum.
    """
    folders = [Path.cwd()]
    if os.environ.get(FOLDER_VARIABLE):
        folders.append(Path(os.environ[FOLDER_VARIABLE]))
    folders.append(data_folder())
    for folder in folders:
        if (folder / name).is_file():
            return checked(folder / name)
    looked = ", ".join(str(folder) for folder in folders)
    raise DataError(
        f"The data file {name} is missing (looked in {looked}). Put {name} and {name}.sha256, which you got with the "
        f"notebook, beside the notebook (on Colab: upload both), or set ${FOLDER_VARIABLE} to their folder."
    )


def checked(path: Path) -> Path:
    """Return ``path`` if its bytes have the SHA-256 written beside it (``NAME.sha256``), else raise DataError."""
    note = path.with_name(path.name + ".sha256")
    if not note.is_file():
        raise DataError(f"{path} has no checksum: {note.name} is missing beside it. Copy both files again.")
    words = note.read_text(encoding="utf-8", errors="replace").split()
    expected = words[0] if words else "nothing"
    actual = sha256(path)
    if actual != expected:
        raise DataError(
            f"{path} is not the file the course was written with: expected SHA-256 {expected[:12]}…, "
            f"got {actual[:12]}…. It was changed or cut short: copy it again from the course."
        )
    return path


def write_checksum(path: Path) -> Path:
    """Write the SHA-256 of ``path`` beside it, in the format of ``sha256sum``, and return the note's path."""
    note = path.with_name(path.name + ".sha256")
    note.write_text(f"{sha256(path)}  {path.name}\n", encoding="utf-8")
    return note


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
