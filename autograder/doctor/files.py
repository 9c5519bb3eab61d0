"""Which files are examined: those that were named, and in folders those that may hold a model."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

ENDINGS = (".py", ".ipynb", ".md", ".keras")
_ELSEWHERE = frozenset({"node_modules", "__pycache__", "site-packages", "venv", "env"})


def wanted(paths: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each file once, and whether it was named itself; a path that leads nowhere counts as a file that was named."""
    seen: set[str] = set()
    for path in paths:
        inside = os.path.isdir(path)  # noqa: PTH112  (Path.is_dir would bring all of pathlib)
        for name, named in _walk(path) if inside else ((path, True),):
            key = name if "\0" in name else os.path.realpath(name)  # a link counts as its file
            if key not in seen:
                seen.add(key)
                yield name if named else os.path.normpath(name), named


def _walk(top: str) -> Iterator[tuple[str, bool]]:
    """The files below a folder, by name; a folder that cannot be opened is given as if it were a file."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if path.endswith(ENDINGS) and not _is_folder(path):
            yield path, False
            continue
        try:
            with os.scandir(path) as entries:
                inside = [entry.path for entry in entries if _may_hold_models(entry)]
        except OSError:
            yield path, True
            continue
        waiting += sorted(inside, reverse=True)


def _may_hold_models(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    try:
        if entry.is_dir(follow_symlinks=False):
            return entry.name not in _ELSEWHERE and not os.path.lexists(os.path.join(entry.path, "pyvenv.cfg"))  # noqa: PTH118
        return entry.name.endswith(ENDINGS) and entry.is_file()
    except OSError:  # a link that goes round in a circle
        return False


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)  # noqa: PTH112, PTH114
