"""Look at what was handed in before anything opens it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat

MAX_BYTES = 50 << 20
MAX_CELLS = 2000
MAX_DEPTH = 60
_MOST_NAMES = 10


class UnreadableError(Exception):
    """A submission that cannot be graded; the message says what is wrong, where, and what to do."""


def read_submission(path: Path) -> Any:
    """The notebook at ``path``.

    Raises:
        UnreadableError: it is missing, cut short, or not a notebook.
    """
    _require_file(path)
    content = _json(path)
    _require_cells(path, content)
    # a half character, which JSON can spell and no file can hold, becomes a question mark
    text = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    try:
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat raises many kinds
        reason = f"{str(error)[:200]}\n".splitlines()[0]
        raise UnreadableError(
            f"{path.name} is not a valid notebook: {reason}. Open it in Jupyter, save it and hand it in again."
        ) from error
    return notebook


def _require_file(path: Path) -> None:
    for part in (path.parent, path):
        if part.is_symlink():
            raise UnreadableError(f"{part.name} is a link to somewhere else. Hand in the notebook itself.")
    if path.exists() and not path.is_file():
        raise UnreadableError(f"{path.name} is not a regular file. Hand in the notebook itself.")
    if not path.is_file():
        others = sorted(other.name for other in path.parent.glob("*") if other.is_file())
        listed = ", ".join(others[:_MOST_NAMES]) + (", …" if len(others) > _MOST_NAMES else "")
        found = f"the folder holds {listed}" if others else "the folder is empty"
        raise UnreadableError(
            f"{path.name} is missing; {found}. Hand in the notebook under its own name, {path.name}."
        )
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(
            f"{path.name} is larger than {MAX_BYTES >> 20} MB. Clear its outputs and hand it in again."
        )


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{path.name} is not a complete notebook file ({error}). It was probably cut short on the way: "
            "download it from Jupyter again and hand it in again."
        ) from error


def _require_cells(path: Path, content: Any) -> None:
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise UnreadableError(
            f"{path.name} is not a notebook: it has no cells. Hand in the .ipynb file itself, not a page or a script "
            "made from it."
        )
    if len(content["cells"]) > MAX_CELLS:
        raise UnreadableError(
            f"{path.name} has {len(content['cells'])} cells; at most {MAX_CELLS} are run. Hand in a shorter notebook."
        )
    if too_deep(content):
        raise UnreadableError(
            f"{path.name} is nested more than {MAX_DEPTH} deep. Clear its outputs and hand it in again."
        )


def too_deep(content: Any) -> bool:
    """Whether lists and dictionaries are nested deeper than what reads them can follow."""
    level: list[Any] = [[content]]
    for _ in range(MAX_DEPTH):
        inner = (item for value in level for item in (value.values() if isinstance(value, dict) else value))
        level = [item for item in inner if isinstance(item, dict | list)]
        if not level:
            return False
    return True
