"""What no built page uses of its style sheet.

The theme's sheets are made for every page that anybody may write: thousands of icons, and components that this book
does not have. A phone reads all of them before it draws a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Comment, Node, QualifiedRule

_WORD = re.compile(r"[A-Za-z_][\w-]*")
_ATTRIBUTE = re.compile(r"""\b(?:class|id)=(?:"([^"]*)"|'([^']*)')""")
_NAMED = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_ANY_OF = re.compile(r"\[[^\]]*\]|:(?:not|is|where|has|matches)\((?:[^()]|\([^()]*\))*\)")
_HOLDS_RULES = frozenset({"media", "supports", "layer", "container"})


def words(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """All that may be a class or an id: in the attributes of pages, and anywhere in scripts."""
    found: set[str] = set()
    for page in pages:
        for double, single in _ATTRIBUTE.findall(page):
            found.update((double or single).split())
    for script in scripts:
        found.update(_WORD.findall(script))
    return found


def without_unused(sheet: str, used: set[str]) -> str:
    """A style sheet without the rules whose classes and ids no page has; licences stay."""
    return "\n".join(_kept(tinycss2.parse_stylesheet(sheet, skip_whitespace=True), used))


def _kept(rules: Iterable[Node], used: set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [one for one in _selectors(tinycss2.serialize(rule.prelude)) if _may_match(one, used)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _HOLDS_RULES and rule.content is not None:
            inner = "\n".join(_kept(tinycss2.parse_rule_list(rule.content, skip_whitespace=True), used))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif not isinstance(rule, Comment) or rule.value.startswith("!"):
            yield rule.serialize()


def _selectors(prelude: str) -> Iterator[str]:
    """The parts of a list of selectors; a comma within brackets divides none."""
    part, depth = "", 0
    for character in prelude:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += character
    yield part.strip()


def _may_match(selector: str, used: set[str]) -> bool:
    return all(name.replace("\\", "") in used for name in _NAMED.findall(_ANY_OF.sub("", selector)))
