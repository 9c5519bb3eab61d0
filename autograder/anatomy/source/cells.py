"""From the text of a file to cells of code that remember where they stood. Never raises: what fails is a Failure."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from autograder.anatomy.unknown import Place

MAX_CHARACTERS = 1 << 20
MAX_NOTEBOOK = 1 << 26  # pictures in the outputs make notebooks large
MAX_CELLS = 2000


@dataclass(frozen=True)
class Failure:
    """Something that could not be read.

    Attributes:
        kind: ``unreadable`` (no such file, or no text), ``notebook`` (no notebook inside), ``language`` (another
            than Python), ``syntax``, ``python2`` (read all the same, after repair), ``large``, ``budget`` (it would
            have taken too long).
        message: one sentence for the author.
        place: where.
        fatal: whether something was lost: False after a repair.
    """

    kind: str
    message: str
    place: Place
    fatal: bool = True


@dataclass(frozen=True)
class Cell:
    """Some code: ``line`` and ``column`` say where its first character stands, ``number`` which cell it is."""

    path: str
    code: str
    line: int = 1
    column: int = 0
    number: int | None = None

    def character(self, line: int, column: int) -> int:
        """From a column in bytes, as syntax trees count them, to one in characters."""
        if self.code.isascii() or not 0 < line <= len(self._lines):
            return column
        return len(self._lines[line - 1].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "ignore"))

    @cached_property
    def _lines(self) -> list[str]:
        return re.split(r"\r\n|\r|\n", self.code)

    def place(self, line: int = 1, column: int = 0, end_line: int | None = None, end_column: int = 0) -> Place:
        """From a line (from 1) and a column (from 0) in the code to the place in the file."""
        shift = self.line - 1
        end = line if end_line is None else end_line
        return Place(
            self.path, line + shift, column + self.column, end + shift, end_column + self.column, self.number
        )

    def place_of(self, node: ast.AST) -> Place:
        """Where a node of the code's tree stands in the file."""
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        end, end_column = getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None)
        end, end_column = end or line, end_column or column
        return self.place(line, self.character(line, column), end, self.character(end, end_column))


def decode(content: bytes, path: str) -> str | Failure:
    """The text of a file: UTF-8, or what its first two lines declare."""
    declared = re.search(rb"\A(?:.*\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", content[:400])
    for encoding in ("utf-8-sig", declared.group(1).decode("ascii", "replace") if declared else "utf-8"):
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        except Exception:  # noqa: S112  # a codec that is no text encoding, such as hex or zlib
            continue
    return Failure("unreadable", "This file is not text in UTF-8.", Place(path, 1))


def split(text: str, path: str) -> list[Cell | Failure]:
    """The cells of a notebook, a MyST page, or a script (one cell), in order."""
    if len(text) > (MAX_NOTEBOOK if path.endswith(".ipynb") else MAX_CHARACTERS):
        return [
            Failure("large", f"This file holds {len(text)} characters; that is too much to read.", Place(path, 1))
        ]
    if path.endswith(".ipynb"):
        return _notebook(text, path)
    if path.endswith((".md", ".markdown", ".myst")):
        return list(_page(text, path))
    return [Cell(path, text)]


def parts(cell: Cell) -> list[Cell]:
    """A script cut at its ``# %%`` lines, for when it cannot be parsed as a whole."""
    found, start, lines = [], 0, cell.code.splitlines(keepends=True)
    for number in range(1, len(lines) + 1):
        if number == len(lines) or re.match(r"#\s*%%", lines[number]):
            found.append(Cell(cell.path, "".join(lines[start:number]), cell.line + start, cell.column, cell.number))
            start = number
    return found


def _notebook(text: str, path: str) -> list[Cell | Failure]:
    try:
        described = json.loads(text)
        if language := _other_language(described):
            sentence = f"This notebook is written in {language[:40]}; only Python is read."
            return [Failure("language", sentence, Place(path, 1), fatal=False)]
        cells = described["cells"] if "cells" in described else described["worksheets"][0]["cells"]
        found: list[Cell | Failure] = []
        for number, cell in enumerate(cells[:MAX_CELLS]):
            if cell.get("cell_type") == "code":
                found.append(Cell(path, _joined(cell.get("source", cell.get("input", ""))), number=number))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "it lacks the cells of a notebook"
        line = getattr(error, "lineno", 1)
        return [Failure("notebook", f"This is not a notebook: {reason}.", Place(path, line))]
    total = sum(len(cell.code) for cell in found if isinstance(cell, Cell))
    if total > MAX_CHARACTERS:
        return [
            Failure("large", f"This notebook holds {total} characters of code; that is too much.", Place(path, 1))
        ]
    return found


def _other_language(described: Any) -> str:
    """The language of a notebook, if it says that it is not Python."""
    told = described.get("metadata", {})
    spec, info = told.get("kernelspec") or {}, told.get("language_info") or {}
    language = str(spec.get("language") or info.get("name") or "")
    return "" if language.lower() in {"", "python", "python2", "python3", "ipython"} else language


def _joined(source: Any) -> str:
    return source if isinstance(source, str) else "".join(line for line in source if isinstance(line, str))


_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,}|:{3,})\s*(.*)$")


def _page(text: str, path: str) -> Iterator[Cell]:
    """Code cells of MyST; in a page without any, blocks that are marked as Python."""
    lines = text.splitlines()
    wanted = r"\{code-cell\}" if re.search(r"\{code-cell\}", text) else r"(python|py|\{python\})\b"
    number, at = 0, 0
    while at < len(lines):
        fence = _FENCE.match(lines[at].rstrip())
        at += 1
        if not fence:
            continue
        start = at
        while at < len(lines) and not _closes(lines[at], fence.group(2)):
            at += 1
        if re.match(wanted, fence.group(3)):
            column = len(fence.group(1))
            start = _after_options(lines, start, at)
            code = "\n".join(line[column:] if not line[:column].strip() else line for line in lines[start:at])
            yield Cell(path, code, start + 1, column, number)
            number += 1
        at += 1


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and not bare.strip(fence[0])


def _after_options(lines: list[str], start: int, end: int) -> int:
    """The first line after lines that begin with a colon, as ``:tags: […]``, or a block between ``---`` lines."""
    if start < end and lines[start].strip() == "---":
        for at in range(start + 1, end):
            if lines[at].strip() == "---":
                return at + 1
        return start
    while start < end and lines[start].lstrip().startswith(":"):
        start += 1
    return start
