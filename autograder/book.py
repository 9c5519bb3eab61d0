"""Where the built book is, if somebody said so."""

from __future__ import annotations

import os

VARIABLE = "AUTOGRADER_BOOK"


def address(place: str) -> str:
    """The whole address of a place in the book, such as ``chapters/red-wine.html#the-fix``.

    The variable ``AUTOGRADER_BOOK`` is the address of a built book; without it the place stays relative to wherever
    that is.
    """
    book = os.environ.get(VARIABLE, "").rstrip("/")
    return f"{book}/{place}" if book else place
