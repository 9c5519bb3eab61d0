"""The cells of a file, and the file with other code in them: everything else stays, byte for byte."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from autograder.anatomy.source.cells import Cell, split

Code = Mapping[int | None, str]  # number of the cell (None in a script) → its code
_LAYOUTS = [
    {"indent": indent, "ensure_ascii": ascii_only, "separators": separators}
    for indent in (1, 2, 4, None, 0, "\t")
    for ascii_only in (False, True)
    for separators in ((",", ": "), (", ", ": "), (",", ":"))
]


class CannotStore(Exception):
    """The file is not written in a way that could be kept; the message says in which."""


def cells_of(text: str, path: str) -> list[Cell]:
    """The cells with code."""
    return [cell for cell in split(text, path) if isinstance(cell, Cell)]


def with_code(text: str, path: str, changed: Code) -> str:
    """The file with new code in some cells. Raises CannotStore."""
    if path.endswith(".ipynb"):
        return _notebook(text, changed)
    if path.endswith((".md", ".markdown", ".myst")):
        return _page(text, path, changed)
    return changed.get(None, text)


def encoded(text: str, before: str, content: bytes) -> bytes:
    """The text as bytes, in the encoding in which the file was. Raises CannotStore."""
    declared = re.search(rb"coding[:=][ \t]*([-\w.]+)", content[:400])
    for encoding in ("utf-8", "utf-8-sig", declared.group(1).decode("ascii") if declared else "utf-8"):
        try:
            if before.encode(encoding) == content:
                return text.encode(encoding)
        except (UnicodeError, LookupError):
            continue
    raise CannotStore("its encoding could not be kept")


def _page(text: str, path: str, changed: Code) -> str:
    lines = text.splitlines(keepends=True)
    for cell in reversed(cells_of(text, path)):
        if cell.number not in changed:
            continue
        old, new = cell.code.split("\n"), changed[cell.number].split("\n")
        first, last = cell.line - 1, cell.line - 1 + len(old)
        margin = lines[first][: cell.column]
        ends = [line[len(line.rstrip("\r\n")) :] or "\n" for line in lines[first:last]]
        if "".join(lines[first:last]) != _indented(old, margin, ends):
            raise CannotStore("its lines are indented unevenly")
        lines[first:last] = _indented(new, margin, ends).splitlines(keepends=True)
    return "".join(lines)


def _indented(code: list[str], margin: str, ends: list[str]) -> str:
    more = ends + ends[-1:] * len(code)
    return "".join((margin + line if line else line) + end for line, end in zip(code, more, strict=False))


def _notebook(text: str, changed: Code) -> str:
    described = json.loads(text)
    layout = next((layout for layout in _LAYOUTS if _written(described, layout) == text.rstrip("\n")), None)
    if layout is None:
        raise CannotStore("its JSON is laid out in an unusual way; saving it in Jupyter mends that")
    cells = described["cells"] if "cells" in described else described["worksheets"][0]["cells"]
    for number, code in changed.items():
        assert number is not None
        key = "source" if "source" in cells[number] else "input"
        cells[number][key] = code if isinstance(cells[number][key], str) else code.splitlines(keepends=True)
    return _written(described, layout) + text[len(text.rstrip("\n")) :]


def _written(described: Any, layout: Mapping[str, Any]) -> str:
    return json.dumps(described, **layout)
