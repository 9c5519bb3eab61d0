"""Paragraphs as the output of a notebook cell. In them stand ```code``` and ``[words](place in the book)``."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from markupsafe import Markup

from autograder.book import address
from autograder.report.pages import encodable, in_book, render

_SPAN = re.compile(r"`(?P<code>[^`]+)`|\[(?P<words>[^]]+)\]\((?P<place>[^()\s]+)\)")
_WIDTH = 100


def as_text(heading: str, steps: Sequence[str], after: str) -> str:
    """A heading, numbered paragraphs and a last one, wrapped for a terminal."""
    numbered = [_wrapped(f"{number}. ", step) for number, step in enumerate(steps, 1)]
    return encodable("\n".join([heading, *numbered, _wrapped("", after)]))


def as_html(heading: str, steps: Sequence[str], after: str) -> str:
    """The same for a notebook; all text in it is escaped."""
    return render("prose.html", heading=heading, steps=[html(step) for step in steps], after=html(after))


def text(paragraph: str) -> str:
    """One paragraph as plain text, the addresses behind the words."""
    return _SPAN.sub(lambda span: span["code"] or f"{span['words']} ({address(span['place'])})", paragraph)


def html(paragraph: str) -> Markup:
    """One paragraph as HTML; what it says is escaped."""
    made, end = Markup(), 0
    for span in _SPAN.finditer(paragraph):
        code = Markup("<code>{}</code>").format(span["code"])
        made += paragraph[end : span.start()]
        made += code if span["code"] else in_book(span["place"], span["words"])
        end = span.end()
    return made + paragraph[end:]


def _wrapped(number: str, paragraph: str) -> str:
    return textwrap.fill(
        text(paragraph), _WIDTH, initial_indent=number, subsequent_indent=" " * len(number),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
