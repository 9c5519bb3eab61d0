"""Where the book explains a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.book import address
from autograder.rules import FAMILIES

if TYPE_CHECKING:
    from autograder.rules.rule import Rule


def anchor(rule: Rule) -> str:
    """The name of a rule's place in the book."""
    return f"rule-{rule.id.replace('/', '-')}"


def link(rule: Rule) -> str:
    """A rule's place in the book; empty for what is said about reading, which the book does not treat."""
    return address(f"chapters/rules/{rule.family}.html#{anchor(rule)}") if rule.family in FAMILIES else ""
