"""Where the book explains a rule."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from autograder.rules import FAMILIES

if TYPE_CHECKING:
    from autograder.rules.rule import Rule


def anchor(rule: Rule) -> str:
    """The name of a rule's place in the book."""
    return f"rule-{rule.id.replace('/', '-')}"


def link(rule: Rule) -> str:
    """A rule's place in the book; empty for what is said about reading, which the book does not treat.

    ``AUTOGRADER_BOOK`` is the address of a built book; without it the link is relative to wherever that is.
    """
    if rule.family not in FAMILIES:
        return ""
    book = os.environ.get("AUTOGRADER_BOOK", "").rstrip("/")
    return f"{book}{'/' if book else ''}chapters/rules/{rule.family}.html#{anchor(rule)}"
