"""What every room's errors for people have in common."""

from __future__ import annotations

_NO_QUOTES = str.maketrans("“”", "''")


class Mendable(Exception):
    """An error that a person can mend: one sentence that says what is wrong, where, and what to do."""


class SettingError(Mendable):
    """A setting of the environment says something that cannot be; the message names it and what it may be."""


class TableError(Mendable):
    """A table of a learning platform cannot be read or filled; the message says why."""


def quoted(words: str, most: int = 200) -> str:
    """Words that a student may have chosen: on one line, cut, and in quotation marks that they cannot close."""
    line = " ".join(words.split())
    return f"“{(line if len(line) <= most else f'{line[:most]}…').translate(_NO_QUOTES)}”"
