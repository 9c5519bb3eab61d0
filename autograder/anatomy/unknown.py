"""What a reader could not find out, as a value of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any, NoReturn

BY_CHANCE = "a number by chance"
"""The reason why nobody knows a number that the program draws."""


class AsksUnknown(TypeError):
    """A question was asked that only the unknown could answer; who asks rules should take it for silence."""


@dataclass(frozen=True)
class Place:
    """Where something stands in a source file.

    Attributes:
        path: the file, as it was named to the reader.
        line, end_line: from 1; in a notebook they count within the cell.
        column, end_column: from 0, in characters; the end is the first character that no longer belongs to it.
        cell: number of the cell, from 0, in a notebook or a MyST file; None in a script.
    """

    path: str
    line: int
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    cell: int | None = None

    def __str__(self) -> str:
        cell = "" if self.cell is None else f"[{self.cell}]"
        return f"{self.path}{cell}:{self.line}:{self.column + 1}"


@dataclass(frozen=True, eq=False)
class Unknown:
    """A value that nobody can know without running the program; ``reason`` says why, for messages.

    It is equal to nothing but itself, and it refuses to be asked whether it is true, or smaller than something:
    that raises :class:`AsksUnknown`, so that no rule takes the unknown for a no. ``number`` tells it from all others.
    ``base`` is the number of another unknown, to which ``plus`` was added: ``i + 24``. ``whole`` says that it is
    one number, as what counts the rounds of a loop; ``ends`` are the lowest and the highest that it may be.
    """

    reason: str = ""
    place: Place | None = None
    number: int = field(default_factory=count(1).__next__)
    base: int = 0
    plus: int = 0
    whole: bool = False
    ends: tuple[int, int] | None = None

    def moved(self, by: int) -> Unknown:
        """This, and so much more."""
        return Unknown(self.reason, self.place, base=self.base or self.number, plus=self.plus + by, whole=self.whole)

    def distance(self, other: Unknown) -> int | None:
        """How much more ``other`` is; None if they have nothing to do with each other."""
        return other.plus - self.plus if (self.base or self.number) == (other.base or other.number) else None

    def __bool__(self) -> NoReturn:
        raise AsksUnknown(f"unknown: {self.reason}")

    def _refuse(self, _: Any) -> NoReturn:
        raise AsksUnknown(f"unknown: {self.reason}")

    __lt__ = __le__ = __gt__ = __ge__ = _refuse

    def __repr__(self) -> str:
        at = f" at {self.place}" if self.place else ""
        return f"<unknown {self.number}: {self.reason}{at}>"


def is_known(value: Any) -> bool:
    """Whether neither the value nor anything in it is unknown."""
    if isinstance(value, Unknown):
        return False
    if isinstance(value, tuple | list):
        return all(is_known(item) for item in value)
    if isinstance(value, dict):
        return all(is_known(item) for item in value.values())
    return True
