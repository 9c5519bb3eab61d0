"""``# doctor: ignore`` and ``# doctor: ignore[rule, family]`` in a program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.anatomy.unknown import Place
    from autograder.rules.rule import Finding

_COMMENT = re.compile(r"#\s*doctor:\s*ignore\b(?:\s*\[([^\]]*)\])?")
_Line = tuple[int | None, int]  # number of the cell, and the line in the file or, in a notebook, in the cell
_Span = tuple[int | None, int, int]  # the same with the first and the last line


class Ignored:
    """The comments of one program: each holds on its line, and for calls and statements that begin or end there."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path

    def covers(self, finding: Finding) -> bool:
        """Whether a comment says not to speak of this."""
        place = finding.fault.place
        if place is None or "doctor" not in self._text or not self._comments:
            return False
        lines = {(place.cell, place.line), (place.cell, place.end_line or place.line)}
        for cell, start, end in self._spans:
            if cell == place.cell and start <= place.line <= end:
                lines |= {(cell, start), (cell, end)}
        return any(_names(self._comments[line], finding.rule.id) for line in lines & self._comments.keys())

    @cached_property
    def _comments(self) -> dict[_Line, tuple[str, ...]]:
        """What each comment names; nothing means everything."""
        return {
            (cell, line): tuple(name.strip() for name in (found[1] or "").split(",") if name.strip())
            for cell, first, code in self._cells
            for line, shown in enumerate(code.split("\n"), first)
            if (found := _COMMENT.search(shown))
        }

    @cached_property
    def _cells(self) -> list[tuple[int | None, int, str]]:
        from autograder.anatomy.source.cells import Cell, split  # noqa: PLC0415  (most programs have no comment)

        cells = [cell for cell in split(self._text, self._path) if isinstance(cell, Cell)]
        return [(cell.number, cell.line, cell.code) for cell in cells]

    @cached_property
    def _spans(self) -> list[_Span]:
        from autograder.anatomy.source.cells import Cell, Failure, split  # noqa: PLC0415
        from autograder.anatomy.source.syntax import parse  # noqa: PLC0415

        found: list[_Span] = []
        for cell in split(self._text, self._path):
            for part in parse(cell) if isinstance(cell, Cell) else ():
                if not isinstance(part, Failure):
                    found += _extents(part[1], part[0].place())
        return found


def _extents(tree: ast.Module, start: Place) -> Iterator[_Span]:
    """From where to where each call and each statement reaches; of one with a body, only its head."""
    shift = start.line - 1
    for node in ast.walk(tree):
        if isinstance(node, ast.Call | ast.stmt):
            body = getattr(node, "body", None)
            end = max(node.lineno, body[0].lineno - 1) if isinstance(body, list) and body else node.end_lineno
            yield start.cell, node.lineno + shift, (end or node.lineno) + shift


def _names(wanted: tuple[str, ...], rule: str) -> bool:
    return not wanted or any(rule == name or rule.startswith(f"{name.rstrip('/')}/") for name in wanted)
