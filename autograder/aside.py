"""Folders and files beside what is finished; what a process that was killed left there, the next one removes."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_TRIES = 100


@contextmanager
def folder(prefix: str, parent: Path | None = None) -> Iterator[Path]:
    """A new folder in ``parent`` (by default where temporary files go), which is gone at the end unless it was moved.

    Nobody removes it before, and whoever makes the next one with this prefix removes those whose owner was killed.
    """
    where = parent or Path(tempfile.gettempdir())
    _sweep(where, prefix)
    made, held = _made(where, prefix)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(held)


def _made(where: Path, prefix: str) -> tuple[Path, int]:
    for _ in range(_TRIES):
        made = Path(tempfile.mkdtemp(prefix=prefix, dir=where))
        with suppress(FileNotFoundError, BlockingIOError):  # somebody sweeps just now
            held = _hold(made)
            if made.exists():
                return made, held
            os.close(held)
    raise FileNotFoundError(f"Somebody removes every new folder {prefix}* in {where}.")


def _sweep(where: Path, prefix: str) -> None:
    for left in where.glob(f"{prefix}*"):
        with suppress(OSError):  # another user's, or one that is in use
            if left.lstat().st_uid == os.geteuid():
                held = _hold(left)
                shutil.rmtree(left, ignore_errors=True)
                os.close(held)


def _hold(path: Path) -> int:
    """A lock on a folder that lasts until its descriptor is closed, or its owner dies.

    Raises:
        BlockingIOError: somebody holds it.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write ``files`` into a new folder; their names are paths relative to it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
