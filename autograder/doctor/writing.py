"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write(path: str, content: bytes) -> None:
    """Put the content there in one step: whoever reads meanwhile sees the old file or the new one. Raises OSError."""
    target = Path(path).resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # /dev/stdout, a pipe
        target.write_bytes(content)
        return
    handle, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(made).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(made).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
