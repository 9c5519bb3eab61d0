"""Where the folders are that come with the package but are no part of its code."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """A folder such as ``exercises``: inside an installed package, or at the top of a checkout."""
    installed = _PACKAGE.joinpath(*parts)
    return installed if installed.is_dir() else _PACKAGE.parent.joinpath(*parts)
