"""What every room's errors for people have in common."""

from __future__ import annotations

import re
from itertools import groupby, islice
from unicodedata import category

_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_MOST_MARKS = 8
"""On one letter: no language writes more than about five, and a flag is spelt by six signs that nobody sees."""
_TOGETHER = re.compile(rf"[^\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_NO_QUOTES = str.maketrans("“”", "''")


class Mendable(Exception):
    """An error that a person can mend: one sentence that says what is wrong, where, and what to do."""


class SettingError(Mendable):
    """A setting of the environment says something that cannot be; the message names it and what it may be."""


class TableError(Mendable):
    """A table of a learning platform cannot be read or filled; the message says why."""


def quoted(words: str, most: int = 200) -> str:
    """Words that a student may have chosen: on one line, cut, and in quotation marks that they cannot close."""
    line = without_piles(" ".join(words.split()))
    return f"“{(line if len(line) <= most else f'{line[:most]}…').translate(_NO_QUOTES)}”"


def without_piles(text: str) -> str:
    """A text in which no letter carries so many marks, as accents are, that they cover the lines above or below."""
    return _TOGETHER.sub(_thinned, text)


def _thinned(found: re.Match[str]) -> str:
    runs = groupby(found[0], lambda sign: category(sign) in _WITHOUT_WIDTH)
    return "".join(sign for are_marks, run in runs for sign in islice(run, _MOST_MARKS if are_marks else None))
