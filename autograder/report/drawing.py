"""Whether a browser can paint a drawing (SVG) in bearable time.

A drawing of a thousand characters may show a part of itself ten times, that part in turn another one ten times, and
so on: who looks at it waits for hours.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from xml.parsers import expat

from autograder.report.pixels import pixels

MOST_DRAWN = 500_000
"""Elements, each counted as often as it is shown."""
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)", re.IGNORECASE)
_HIDING = re.compile(r"url|@|\\", re.IGNORECASE)
"""What a style sheet refers or is spelt by; what it says holds for any element."""
_PICTURE = re.compile(r"\s*data:[^,]*?(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)
_HEAVY = frozenset({
    "filter", "mask", "foreignobject", "animate", "animatemotion", "animatetransform", "set", "script",
})  # fmt: skip
"""What can cost much for each element that it is put on, or goes on for ever."""


def is_bearable(drawing: bytes) -> bool:
    """Whether it is a drawing that shows not too many elements, and nothing whose cost cannot be counted."""
    return pixels_inside(drawing) is not None


def pixels_inside(drawing: bytes) -> int | None:
    """How many pixels the pictures have that a drawing holds; None for a drawing that is not bearable."""
    parts = _Parts()
    reader = expat.ParserCreate()
    reader.StartElementHandler = parts.begin
    reader.EndElementHandler = parts.end
    reader.CharacterDataHandler = parts.text
    reader.EntityDeclHandler = reader.ProcessingInstructionHandler = parts.refuse
    try:
        reader.Parse(drawing, True)
        bearable = not parts.refused and not _HIDING.search(parts.style) and parts.drawn() <= MOST_DRAWN
    except (expat.ExpatError, RecursionError, ValueError, LookupError):
        return None
    return parts.pixels if bearable else None


class _Parts:
    """The elements of a drawing: what each holds, and what it shows besides."""

    def __init__(self) -> None:
        self.refused = False
        self.pixels = 0
        self.style = ""
        self._inside: list[int] = []
        self._kind = ""
        self._holds: list[list[int]] = []
        self._shows: list[list[str]] = []
        self._names: dict[str, int] = {}
        self._known: dict[int, int | None] = {}

    def begin(self, kind: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        place = len(self._holds)
        if self._inside:
            self._holds[self._inside[-1]].append(place)
        self._inside.append(place)
        self._holds.append([])
        self._shows.append([name for key, value in attributes.items() for name in _referred(key, value)])
        self._names.setdefault(attributes.get("id", ""), place)
        self._kind = kind.rpartition(":")[2].lower()
        self.refused |= self._kind in _HEAVY or any(map(_hides, attributes.values()))
        for picture in filter(None, map(_PICTURE.match, attributes.values())):
            size = pixels(base64.b64decode("".join(picture[2].split()), validate=True)) if picture[1] else None
            self.refused |= size is None
            self.pixels += size or 0

    def end(self, _: str) -> None:
        """An element ends."""
        self._inside.pop()

    def text(self, said: str) -> None:
        """Rules of a style sheet may stand here."""
        self.style += said if self._kind == "style" else ""

    def refuse(self, *_: object) -> None:
        """Entities hold texts that hold others, and instructions name sheets of style."""
        self.refused = True

    def drawn(self, place: int = 0) -> int:
        """How many elements are drawn where one stands; what it refers to counts for each of those in it.

        Raises:
            ValueError: it shows itself.
        """
        if place not in self._known:
            self._known[place] = None
            held = 1 + sum(map(self.drawn, self._holds[place]))
            shown = sum(self.drawn(self._names[name]) for name in self._shows[place] if name in self._names)
            self._known[place] = held * (1 + shown)
        known = self._known[place]
        if known is None:
            raise ValueError("it shows itself")
        return known


def _hides(value: str) -> bool:
    """Whether an attribute spells a reference so that it is not found, holds a drawing, or a picture as a style."""
    plain = value.lower()
    return "\\" in plain or ("data:" in plain and ("svg" in plain or "url" in plain))


def _referred(key: str, value: str) -> list[str]:
    """The names of the elements that an attribute refers to."""
    linked = [value.strip()[1:]] if key.rpartition(":")[2] == "href" and value.strip().startswith("#") else []
    return [*linked, *_REFERENCE.findall(value)]
