"""From a cell to its syntax tree, past magic commands and Python 2."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import replace

from autograder.anatomy.source.cells import Cell, Failure, parts
from autograder.anatomy.text import walk

_ONE_LINE_MAGICS = frozenset({"time", "timeit", "capture", "prun", "memit", "mprun"})
_MAGIC = re.compile(r"^(\s*)(?=\S)(?:[%!?]|.*\w\?{1,2}\s*$)")
_TIMED = re.compile(r"^(\s*)(%(?:time|timeit|prun|memit)\s+(?:-\w+(?:\s+\d+)?\s+)*)(?=[^\s%!-])")
_ASSIGNED_MAGIC = re.compile(r"^(\s*[\w,][\w, ]*=\s*)[%!]\s*\w")
_PYTHON_2 = (
    (re.compile(r"^(\s*)(?:print\b(?!\s*\().*|print\s*$|exec\s+[^(].*)"), r"\1pass"),
    (re.compile(r"((?:^|[:;])\s*)print\b(?!\s*[(=.,)]).*"), r"\1pass"),
    (re.compile(r"^(\s*)print\s*\(.*\)\s*%.*"), r"\1pass"),
    (re.compile(r"(\bexcept\s+[\w.()]+)\s*,\s*(\w+)\s*:"), r"\1 as \2:"),
    (re.compile(r"^(\s*raise\s+\w+)\s*,.*"), r"\1"),
)
_VERSIONS = frozenset(
    {"__version__", "VERSION", "version_info", "version", "hasattr", "parse_version", "LooseVersion"}
)
_NAMED_FOR_A_VERSION = re.compile(r"_*(?:is_?)?(?:tf|tensorflow|keras)_?v?_?[0-3](?:_?x)?", re.IGNORECASE)


def asks_version(test: ast.expr) -> bool:
    """Whether a condition asks which version of a library is there, or what it has."""
    words = {str(value) for part in walk(test) for value in vars(part).values()}
    return not _VERSIONS.isdisjoint(words) or any(_NAMED_FOR_A_VERSION.fullmatch(word) for word in words)


def parse(cell: Cell) -> list[tuple[Cell, ast.Module] | Failure]:
    """The trees of a cell's code, and what could not be parsed."""
    cell = _dedented(cell)
    tree = _tree(cell.code)
    if isinstance(tree, ast.Module):
        return [(cell, tree)]
    first = tree
    repairs = [(without_magic(cell.code), None), (_modernised(cell.code), _python_2(cell, first))]
    if isinstance(first, TabError):
        repairs.insert(1, (without_magic(cell.code).expandtabs(8), _mixed_tabs(cell, first)))
    for repaired, failure in repairs:
        tree = _tree(repaired)
        if isinstance(tree, ast.Module):
            return [(cell, tree), *([failure] if failure else [])]
    pieces = parts(cell)
    if len(pieces) > 1:
        return [found for piece in pieces for found in parse(piece)]
    return [_failure(cell, first)]


def _tree(code: str) -> ast.Module | Exception:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return error


def _failure(cell: Cell, error: Exception) -> Failure:
    line, column = getattr(error, "lineno", None) or 1, getattr(error, "offset", None) or 1
    reason = error.msg if isinstance(error, SyntaxError) else "nested too deeply, or not text"
    return Failure("syntax", f"This is not Python 3: {reason}.", cell.place(line, max(column - 1, 0)))


def _dedented(cell: Cell) -> Cell:
    """A cell whose first line is indented, as Jupyter runs it."""
    first = next((line for line in cell.code.split("\n") if line.strip()), "")
    margin = first[: len(first) - len(first.lstrip())]
    if cell.number is None or not margin:
        return cell
    lines = (line.removeprefix(margin) for line in cell.code.split("\n"))
    return replace(cell, code="\n".join(lines), column=cell.column + len(margin))


def _mixed_tabs(cell: Cell, error: Exception) -> Failure:
    place = _failure(cell, error).place
    sentence = "Tabs and spaces are mixed in the indentation; Python 3 does not run it."
    return Failure("syntax", sentence, place, fatal=False)


def _python_2(cell: Cell, error: Exception) -> Failure:
    place = _failure(cell, error).place
    return Failure("python2", "This is Python 2; Python 3 does not run it.", place, fatal=False)


def without_magic(code: str) -> str:
    """Magic and shell lines become ``pass``; a cell in another language becomes empty."""
    lines = code.split("\n")
    magic = re.match(r"\s*%%(\w+)", code)
    if magic and magic.group(1) not in _ONE_LINE_MAGICS:
        return ""
    goes_on = False
    for at, line in enumerate(lines):
        shell = goes_on or re.match(r"\s*[%!]", _untimed(line)) or _ASSIGNED_MAGIC.match(line)
        lines[at] = "" if goes_on else _ASSIGNED_MAGIC.sub(r"\1...  #", _replaced(_untimed(line)))
        goes_on = bool(shell) and line.rstrip().endswith("\\")
        lines[at] = lines[at].rstrip("\\ ") if goes_on else lines[at]
    return "\n".join(lines)


def _untimed(line: str) -> str:
    """``%time model.fit(…)`` is the statement behind the magic; its columns stay."""
    timed = _TIMED.match(line)
    return f"{timed.group(1)}{'pass;':<{len(timed.group(2))}}{line[timed.end() :]}" if timed else line


def _replaced(line: str) -> str:
    magic = _MAGIC.match(line)
    return f"{magic.group(1)}pass" if magic else line


def _modernised(code: str) -> str:
    """``print`` statements become ``pass``; lines keep their numbers."""
    lines = without_magic(code).expandtabs(8).split("\n")
    for at, line in enumerate(lines):
        for old, new in _PYTHON_2:
            line = old.sub(new, line)  # noqa: PLW2901
        if line != lines[at]:
            end = at
            while lines[end].rstrip().endswith("\\") and end + 1 < len(lines):
                end += 1
                lines[end] = "" if end > at else lines[end]
        lines[at] = line
    return "\n".join(lines)
