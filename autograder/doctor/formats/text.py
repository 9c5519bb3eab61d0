"""Text like a compiler's: where, how bad, which rule, what; on demand the line with a caret, why, and the way out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from autograder.doctor.fixable import is_mended
from autograder.doctor.formats import message_of, summary
from autograder.doctor.links import link
from autograder.rules.rule import Level

if TYPE_CHECKING:
    from autograder.anatomy.unknown import Place
    from autograder.doctor.examine import Examined
    from autograder.rules.rule import Finding, Rule

_COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;35", Level.NOTE: "1;36"}
_WHY = re.compile(r"\*\*Why it hurts\.\*\*\s+(.+?)\n\n", re.DOTALL)
# What could move the cursor, recolour the terminal, or turn a line around: files may hold anything.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
_OLD, _THROUGHOUT = "keras3", 5  # from so many places on a file is old throughout
_MARGIN = 8  # columns before the source line


class Style:
    """Colours for a terminal, or none."""

    def __init__(self, *, colour: bool = False, width: int = 100) -> None:
        self.colour, self.width = colour, width

    @classmethod
    def of(cls, stream: IO[str]) -> Style:
        """As the stream wants it; ``NO_COLOR`` and ``FORCE_COLOR`` decide if they are set."""
        terminal = stream.isatty()
        colour = terminal and os.environ.get("TERM") != "dumb"
        if os.environ.get("FORCE_COLOR"):
            colour = True
        if os.environ.get("NO_COLOR"):
            colour = False
        try:
            width = os.get_terminal_size(stream.fileno()).columns if terminal else 100
        except OSError:
            width = 100
        return cls(colour=colour, width=min(max(width, 40), 120))

    def paint(self, text: str, code: str) -> str:
        """The text in a colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def render(
    examined: Sequence[Examined], style: Style, *, verbose: bool = True, folded: bool = False
) -> Iterator[str]:
    """Finding by finding, errors of a file first; a last line with counts.

    Args:
        examined: the files.
        style: colours and width.
        verbose: show the line, too, and say what to do instead; why is said only the first time for each rule.
        folded: say in one line of a file that is old throughout that it is so; not if verbose.
    """
    told: set[str] = set()
    order = list(Level)
    for one in examined:
        lines = Lines(one)
        old = [finding for finding in one.findings if finding.rule.family == _OLD]
        if folded and not verbose and len(old) >= _THROUGHOUT:
            yield f"{_of_another_time(old, style)}\n"
            told.add(_OLD)
        else:
            old = []
        shown = [finding for finding in one.findings if finding not in old]
        for finding in sorted(shown, key=lambda finding: order.index(finding.rule.level)):
            if verbose:
                yield "\n".join(_finding(finding, lines, style, first=finding.rule.id not in told)) + "\n\n"
            else:
                yield f"{_headline(finding, style)}\n"
            told.add(finding.rule.id)
    mended = sum(is_mended(finding) for one in examined for finding in one.findings)
    if told and not verbose:
        fixes = f"[*] --fix may rewrite {mended} of them. " if mended else ""
        yield f"{fixes}With --verbose: the lines themselves, why, and what to do instead.\n"
    yield summary(examined) + "\n"


def visible(text: str) -> str:
    """The text without what a terminal would obey instead of showing."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def where(finding: Finding) -> str:
    """``file:line:column``, as editors understand it; in a notebook with the number of the cell."""
    place = finding.place
    if place is None:
        return visible(finding.path)
    cell = f"cell {place.cell + 1}:" if in_notebook(place) and place.cell is not None else ""
    return f"{visible(finding.path)}:{cell}{place.line}:{place.column + 1}"


def in_notebook(place: Place) -> bool:
    """Whether lines count within a cell; in a MyST page they count within the file."""
    return place.cell is not None and place.path.endswith(".ipynb")


def why(rule: Rule) -> str:
    """The mechanism, from the rule's page, as one paragraph."""
    found = _WHY.search(rule.page)
    return " ".join(found[1].split()) if found else ""


def _finding(finding: Finding, lines: Lines, style: Style, *, first: bool) -> Iterator[str]:
    rule = finding.rule
    yield _headline(finding, style)
    if finding.place:
        yield from _pointed(lines.at(finding.place), finding.place, style)
    if first:
        yield from _said("why", why(rule), style)
    yield from _said("instead", rule.instead, style)
    if first and rule.family != "read":
        yield from _said(
            "more", " or ".join(filter(None, [f"autograder doctor --explain {rule.id}", link(rule)])), style
        )


def _of_another_time(old: Sequence[Finding], style: Style) -> str:
    """One line for a file that speaks an earlier Keras throughout."""
    worst = min((finding.rule.level for finding in old), key=list(Level).index)
    mended = sum(map(is_mended, old))
    place = style.paint(f"{visible(old[0].path)}:1:1", "1")
    said = f"written for Keras 2: {len(old)} places, --fix may rewrite {mended}; --select {_OLD} shows them."
    return f"{place}: {style.paint(f'{worst}[{_OLD}]', _COLOURS[worst])}: {said}"


def _headline(finding: Finding, style: Style) -> str:
    rule = finding.rule
    level = style.paint(f"{rule.level}[{rule.id}]", _COLOURS[rule.level])
    return f"{style.paint(where(finding), '1')}: {level}: {visible(message_of(finding))}{' [*]' * is_mended(finding)}"


def _said(label: str, text: str, style: Style) -> Iterator[str]:
    head, room = f"{label + ':':>{_MARGIN + 2}} ", style.width - _MARGIN - 3
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= room:
            yield style.paint(head, "1") + line
            head, line = " " * len(head), ""
        line += f" {word}" if line else word
    if line:
        yield style.paint(head, "1") + line


class Lines:
    """The lines of a program, cell by cell; cut up only if somebody asks."""

    def __init__(self, examined: Examined) -> None:
        self._text, self._path = examined.text, examined.path
        self._cells: dict[int | None, list[str]] = {}

    def at(self, place: Place) -> str:
        """The line at which a place begins; empty if there is none."""
        cell = place.cell if in_notebook(place) else None
        if cell not in self._cells:
            self._cells[cell] = self._code(cell, place.path).split("\n")
        lines = self._cells[cell]
        return lines[place.line - 1].rstrip("\r") if 0 < place.line <= len(lines) else ""

    def _code(self, number: int | None, path: str) -> str:
        if number is None:
            return self._text
        from autograder.anatomy.source.cells import Cell, split  # noqa: PLC0415

        return next((c.code for c in split(self._text, path) if isinstance(c, Cell) and c.number == number), "")


def _pointed(line: str, place: Place, style: Style) -> Iterator[str]:
    """The line with its number, and a caret under the place; of a very long line only a window."""
    if not line.strip():
        return
    end = place.end_column if place.end_line == place.line else len(line)
    room = max(style.width - _MARGIN - 3, 20)
    start = 0 if len(line) <= room else max(0, min(place.column - room // 3, len(line) - room))
    shown = visible(line[start : start + room])
    before = _width(visible(line[start : max(place.column, start)]))
    length = max(min(_width(visible(line[place.column : min(end, start + room)])), room), 1)
    yield f"{place.line:>{_MARGIN}} | {shown}"
    yield f"{'':>{_MARGIN}} | {' ' * before}{style.paint('^' + '~' * (length - 1), '1;32')}"


def _width(text: str) -> int:
    """How many columns a terminal needs."""
    if text.isascii():
        return len(text)
    import unicodedata  # noqa: PLC0415

    return sum((unicodedata.east_asian_width(c) in "WF") - bool(unicodedata.combining(c)) + 1 for c in text)
