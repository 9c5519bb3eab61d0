"""Where in a call the argument stands that a finding is about."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from autograder.anatomy.unknown import Place


def argument(code: str, call: Place, about: Sequence[str | int]) -> Place | None:
    """The place of the first argument that was given, by name or by position; None if it cannot be told.

    Args:
        code: the program, or the cell.
        call: where the call stands.
        about: names and positions of arguments.
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    lines = code.split("\n")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _begins(node, lines) == _begin(call)]
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
