"""Where in a call the argument stands that a finding is about."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from autograder.anatomy.source.cells import Cell, split
from autograder.anatomy.unknown import Place
from autograder.rules.rule import Finding

_Spot = tuple[int, int]  # a line from 1, and a column from 0 in bytes, as Python counts them
_Calls = tuple[dict[_Spot, list[ast.Call]], list[str]]  # by where they begin; with the lines in which they stand


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
        return {}, []
    calls: dict[_Spot, list[ast.Call]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            calls.setdefault((node.lineno, node.col_offset), []).append(node)
    return calls, code.split("\n")


def _argument(
    every: dict[_Spot, list[ast.Call]], lines: list[str], call: Place, about: Sequence[str | int]
) -> Place | None:
    """The place of the first argument that was given, by name or by position; None if it cannot be told."""
    calls = every.get(_spot(lines, call.line, call.column), [])
    end = _spot(lines, call.end_line or call.line, call.end_column)
    exact = [node for node in calls if (node.end_lineno, node.end_col_offset) == end]
    for node in exact or calls[:1]:
        given: dict[str | int, ast.expr] = dict(enumerate(node.args))
        given |= {part.arg: part.value for part in node.keywords if part.arg is not None}
        found = next((given[name] for name in about if name in given), None)
        if found is not None and found.end_lineno is not None:
            column = _character(lines, found.lineno, found.col_offset)
            end_column = _character(lines, found.end_lineno, found.end_col_offset or 0)
            return replace(call, line=found.lineno, column=column, end_line=found.end_lineno, end_column=end_column)
    return None


def _spot(lines: list[str], line: int, column: int) -> _Spot:
    """Places count characters, and Python counts bytes."""
    return line, len(_line(lines, line)[:column].encode(errors="replace"))


def _character(lines: list[str], line: int, offset: int) -> int:
    return len(_line(lines, line)[:offset].encode(errors="replace")[:offset].decode(errors="replace"))


def _line(lines: list[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""
