"""One HTML page that needs nothing else: no script, no style sheet, no font, no picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from autograder.book import known_address
from autograder.doctor.formats import message_of, summary
from autograder.doctor.formats.text import Lines, in_notebook, visible, where, why
from autograder.doctor.links import in_book

if TYPE_CHECKING:
    from autograder.doctor.examine import Examined
    from autograder.rules.rule import Finding, Rule

_SHAPE = """
.doctor h2 { overflow-wrap: anywhere; margin: 2rem 0 .5rem; font-size: 1.25rem; }
.doctor article { border: 1px solid var(--line); border-left-width: .4rem; border-radius: .25rem; margin: 0 0 1rem;
  padding: .5rem 1rem; }
.doctor .error { border-left-color: var(--error); } .doctor .warning { border-left-color: var(--warning); }
.doctor .note { border-left-color: var(--note); }
.doctor h3 { margin: .25rem 0; font-size: 1.05rem; } .doctor p { margin: .4rem 0; overflow-wrap: anywhere; }
.doctor pre { background: var(--soft); margin: .5rem 0; overflow-wrap: anywhere; padding: .5rem;
  white-space: pre-wrap; }
.doctor mark { background: none; color: inherit; font-weight: 700; text-decoration: underline wavy; }
"""
_PAGE = """
.doctor { --text: #1c1e21; --back: #ffffff; --soft: #f2f4f6; --line: #c9ced4; --quiet: #50565e;
  --error: #b00020; --warning: #8a4600; --note: #0a5a8c; --link: #0a4fa8; color-scheme: light dark;
  color: var(--text); background: var(--back); font: 1rem/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { .doctor { --text: #e4e6e8; --back: #16181b; --soft: #22262a; --line: #454b52;
  --quiet: #a9b0b8; --error: #ff8f96; --warning: #f2b561; --note: #80c6f2; --link: #8ab8ff; } }
body.doctor { margin: 0 auto; max-width: 60rem; padding: 1rem; }
.doctor .error .level { color: var(--error); } .doctor .warning .level { color: var(--warning); }
.doctor .note .level { color: var(--note); } .doctor .place { color: var(--quiet); } .doctor a { color: var(--link); }
"""
_CELL = """
.doctor { --soft: #8882; --line: #8888; --error: #d32f45; --warning: #c07000; --note: #2583c0; line-height: 1.5; }
"""
"""A notebook may be dark where the system is light, and the other way round: text has the colours of the notebook."""
_LONGEST = 400  # characters of a line that are shown


def render(examined: Sequence[Examined]) -> str:
    """The whole page."""
    return "\n".join([
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
        f"<title>{escape(summary(examined))}</title><style>{_PAGE}{_SHAPE}</style></head>",
        '<body class="doctor"><main><h1>What the doctor found</h1>',
        *_body(examined),
        "</main></body></html>\n",
    ])  # fmt: skip


def fragment(examined: Sequence[Examined]) -> str:
    """The same for a cell of a notebook."""
    return "\n".join([f'<style>{_CELL}{_SHAPE}</style><div class="doctor">', *_body(examined), "</div>"])


def _body(examined: Sequence[Examined]) -> Iterator[str]:
    yield f"<p>{escape(summary(examined))}</p>"
    for one in examined:
        if one.findings:
            lines = Lines(one)
            yield f"<section><h2>{escape(visible(one.path))}</h2>"
            yield from (_finding(finding, lines) for finding in one.findings)
            yield "</section>"


def _finding(finding: Finding, lines: Lines) -> str:
    rule = finding.rule
    parts = [
        f'<article class="{rule.level}"><h3><span class="level">{rule.level}</span>: {escape(rule.title)}</h3>',
        f'<p class="place">{escape(_place(finding))} <code>{escape(rule.id)}</code></p>',
        _code(finding, lines),
        f"<p>{escape(visible(message_of(finding)))}</p>",
        f"<p><strong>Why it hurts.</strong> {escape(why(rule))}</p>" if why(rule) else "",
        f"<p><strong>Instead.</strong> {escape(rule.instead)}</p>",
        _read_next(rule),
        "</article>",
    ]
    return "\n".join(filter(None, parts))


def _read_next(rule: Rule) -> str:
    """A link into the book; the place's name if nobody said where the book is."""
    place = in_book(rule)
    if not place:
        return ""
    if whole := known_address(place):
        return f'<p><a href="{escape(whole)}">{escape(rule.title)}, in the book</a></p>'
    return f"<p>Read next: <code>{escape(place)}</code> in the course's book</p>"


def _place(finding: Finding) -> str:
    place = finding.place
    if place is None:
        return where(finding)
    cell = f"cell {(place.cell or 0) + 1}, " if in_notebook(place) else ""
    return f"{cell}line {place.line}, column {place.column + 1}"


def _code(finding: Finding, lines: Lines) -> str:
    """The line, with the place marked."""
    place = finding.place
    line = lines.at(place) if place else ""
    if not place or not line.strip():
        return ""
    start = max(0, place.column - _LONGEST // 2) if len(line) > _LONGEST else 0
    end = place.end_column if place.end_line == place.line else len(line)
    stop = start + _LONGEST
    before, marked, after = line[start : place.column], line[place.column : min(end, stop)], line[end:stop]
    shown = f"{escape(visible(before))}<mark>{escape(visible(marked))}</mark>{escape(visible(after))}"
    return f"<pre><code>{shown}</code></pre>"
