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


def page(family: str, topic: str = "") -> str:
    """The page of the book, without its ending, that holds the rules of a family, or of one of its topics."""
    return "-".join(filter(None, (f"chapters/rules/{family}", topic)))


def in_book(rule: Rule) -> str:
    """A rule's place in the book; empty for what is said about reading, which the book does not treat."""
    return f"{page(rule.family, rule.topic)}.html#{anchor(rule)}" if rule.family in FAMILIES else ""


def link(rule: Rule) -> str:
    """The address of that place; the place itself if nobody said where the book is."""
    return address(in_book(rule)) if in_book(rule) else ""
