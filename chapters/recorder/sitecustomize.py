"""Note which files a chapter reads: Python imports this module at its start when this folder is on ``PYTHONPATH``.

Each path that the process, or a Python process that it starts, opens to read or lists as a folder is appended to
the file named by ``$BOOK_NOTES``, once, before it is known whether the path exists. What the process wrote itself
is not noted. Files that a C library opens, or that are only looked for, raise no audit event and stay unseen; the
course's data all go through `autograder.datasets.files.find`, which opens them in Python.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import source_from_cache
from typing import Any


def recorder(notes: int) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that writes paths to the file descriptor ``notes``."""
    known: set[str] = set()

    def note(event: str, details: tuple[Any, ...]) -> None:
        if event not in {"open", "os.listdir", "os.scandir"} or isinstance(details[0], int):
            return
        # Python lists folders too when it looks for modules
        if event != "open" and "importlib" in sys._getframe(1).f_code.co_filename:
            return
        with suppress(OSError, TypeError):
            path = os.path.abspath(os.fsdecode(details[0] or "."))  # noqa: PTH100 - pathlib would raise events itself
            if path in known:
                return
            known.add(path)
            if event == "open" and details[2] & (os.O_WRONLY | os.O_RDWR):
                return
            if path.endswith(".pyc"):
                path = source(path)
            os.write(notes, f"{path}\n".encode(errors="surrogateescape"))

    return note


def source(compiled: str) -> str:
    """The path of the module that ``compiled`` was made from; itself if its name does not say."""
    with suppress(ValueError):
        return source_from_cache(compiled)
    return compiled


if "BOOK_NOTES" in os.environ:
    sys.addaudithook(recorder(os.open(os.environ["BOOK_NOTES"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)))
