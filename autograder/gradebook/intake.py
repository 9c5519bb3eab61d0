"""Look at what was handed in before anything opens it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat

MAX_BYTES = 50 << 20


class UnreadableError(Exception):
    """A submission that cannot be graded; the message says what is wrong, where, and what to do."""


def read_submission(path: Path) -> Any:
    """The notebook at ``path``.

    Raises:
        UnreadableError: it is missing, cut short, or not a notebook.
    """
    if not path.is_file() or path.is_symlink():
        others = sorted(other.name for other in path.parent.glob("*") if other.is_file())
        found = f"the folder holds {', '.join(others)}" if others else "the folder is empty"
        raise UnreadableError(
            f"{path.name} is missing; {found}. Hand in the notebook under its own name, {path.name}."
        )
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(
            f"{path.name} is larger than {MAX_BYTES >> 20} MB. Clear its outputs and hand it in again."
        )
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{path.name} is not a complete notebook file ({error}). It was probably cut short on the way: "
            "download it from Jupyter again and hand it in again."
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise UnreadableError(
            f"{path.name} is not a notebook: it has no cells. Hand in the .ipynb file itself, not a page or a script "
            "made from it."
        )
    try:
        notebook = nbformat.reads(json.dumps(content), as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat raises many kinds
        reason = str(error).splitlines()[0]
        raise UnreadableError(
            f"{path.name} is not a valid notebook: {reason}. Open it in Jupyter, save it and hand it in again."
        ) from error
    return notebook
