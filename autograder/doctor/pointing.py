"""Where in a call the argument stands that a finding is about."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from autograder.anatomy.source.cells import Cell, split
from autograder.anatomy.unknown import Place
from autograder.rules.rule import Finding

_Calls = tuple[list[ast.Call], list[str]]  # with the lines in which they stand


def pointed(findings: Iterable[Finding], text: str, path: str) -> Iterator[Finding]:
    """The findings of a program, each at the argument that it is about, where it is about one."""

    @cache
    def calls(number: int | None) -> _Calls:
        return _calls(text if number is None else _code(text, path, number))

    for finding in findings:
        place, about = finding.fault.place, finding.rule.about
        if place is None or not about:
            yield finding
        else:
            cell = place.cell if path.endswith(".ipynb") else None
            yield replace(finding, argument=_argument(*calls(cell), place, about))


def _code(text: str, path: str, number: int) -> str:
    return next((cell.code for cell in split(text, path) if isinstance(cell, Cell) and cell.number == number), "")


def _calls(code: str) -> _Calls:
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return [], []
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)], code.split("\n")


def _argument(every: list[ast.Call], lines: list[str], call: Place, about: Sequence[str | int]) -> Place | None:
    """The place of the first argument that was given, by name or by position; None if it cannot be told."""
    calls = [node for node in every if _begins(node, lines) == _begin(call)]
    exact = [node for node in calls if _ends(node, lines) == (call.end_line, call.end_column)]
    for node in exact or calls[:1]:
        given: dict[str | int, ast.expr] = dict(enumerate(node.args))
        given |= {part.arg: part.value for part in node.keywords if part.arg is not None}
        found = next((given[name] for name in about if name in given), None)
        if found is not None and found.end_lineno is not None:
            (line, column), (end_line, end_column) = _begins(found, lines), _ends(found, lines)
            return replace(call, line=line, column=column, end_line=end_line, end_column=end_column)
    return None


def _begin(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _begins(node: ast.expr, lines: list[str]) -> tuple[int, int]:
    return node.lineno, _character(lines, node.lineno, node.col_offset)


def _ends(node: ast.expr, lines: list[str]) -> tuple[int, int]:
    line = node.end_lineno or node.lineno
    return line, _character(lines, line, node.end_col_offset or 0)


def _character(lines: list[str], line: int, offset: int) -> int:
    """Python counts bytes, and places count characters."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return len(text.encode(errors="replace")[:offset].decode(errors="replace"))
