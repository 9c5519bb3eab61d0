"""Where the built book is, if somebody said so."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from autograder.errors import SettingError

VARIABLE = "AUTOGRADER_BOOK"
_ON_THE_WEB = ("https://", "http://")
FILE = "book-address.txt"
"""Says the same in the package that students install: an instructor set the variable when it was made."""


def address(place: str) -> str:
    """The whole address of a place in the book, such as ``chapters/red-wine.html#the-fix``.

    The variable ``AUTOGRADER_BOOK`` is the address of a built book; without it the place stays relative to wherever
    that is. What is a whole address already, as an own exercise may name one, stays as it is.
    """
    return known_address(place) or place


def known_address(place: str) -> str:
    """The same; empty where nobody said where the book is, since a relative place would lead nowhere."""
    if place.startswith(_ON_THE_WEB):
        return place
    book = (os.environ.get(VARIABLE) or _noted()).rstrip("/")
    return f"{book}/{place}" if book else ""


def named() -> str:
    """The book's address that somebody set, or nothing.

    Raises:
        SettingError: what was set is no address.
    """
    book = os.environ.get(VARIABLE, "")
    if book and not book.startswith((*_ON_THE_WEB, "file://")):
        raise SettingError(f"{VARIABLE} is {book!r}: set it to the book's address, such as https://example.org/book.")
    return book


@cache
def _noted() -> str:
    note = Path(__file__).with_name(FILE)
    return note.read_text(encoding="utf-8").strip() if note.is_file() else ""
