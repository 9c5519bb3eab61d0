"""Where the book explains a rule."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.rules.rule import Rule


def link(rule: Rule) -> str:
    """The page and place in the book; empty if no chapter treats it.

    ``AUTOGRADER_BOOK`` is the address of a built book; without it the link is relative to wherever that is.
    """
    if not rule.learn:
        return ""
    page, _, anchor = rule.learn.partition("#")
    book = os.environ.get("AUTOGRADER_BOOK", "").rstrip("/")
    return f"{book}{'/' if book else ''}{page}.html{'#' if anchor else ''}{anchor}"
