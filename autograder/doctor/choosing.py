"""Which rules look: ids, families and beginnings of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from autograder.doctor.reading import READING
from autograder.rules import FAMILIES, all_rules
from autograder.rules.rule import Rule


class UnknownRule(Exception):
    """No rule is called so; the message has the nearest names."""


def chosen(select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """The rules that are selected (all, if nothing is) and not ignored. Raises UnknownRule."""
    wanted, unwanted = _matching(select), _matching(ignore)
    return [rule for name, rule in all_rules().items() if (not wanted or name in wanted) and name not in unwanted]


def unheard(ignore: Iterable[str]) -> frozenset[str]:
    """Which findings about reading itself are not to be told. Raises UnknownRule."""
    return frozenset(_matching(ignore) & READING.keys())


def rule_called(name: str) -> Rule:
    """One rule, by its id or by its own name without the family. Raises UnknownRule."""
    known = {**all_rules(), **READING}
    found = [rule for rule in known.values() if name in (rule.id, rule.id.partition("/")[2])]
    if len(found) != 1:
        raise UnknownRule(_no_rule(name, known))
    return found[0]


def _matching(names: Iterable[str]) -> set[str]:
    known = {**all_rules(), **READING}
    found: set[str] = set()
    for name in (part.strip() for text in names for part in text.split(",")):
        if not name:
            continue
        matching = {rule for rule in known if rule.startswith(name)}
        if not matching:
            raise UnknownRule(_no_rule(name, known))
        found |= matching
    return found


def _no_rule(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (only an error needs it)

    by_end = {rule.partition("/")[2]: rule for rule in known}
    families = [*FAMILIES, "read"]
    words = set(re.findall(r"[a-z0-9]+", name.lower())) - {"on", "of", "the", "a", "no"} - set(families)
    near = get_close_matches(name, [*families, *by_end.values(), *by_end], n=3, cutoff=0.7)
    shared = {rule: len(words & set(rule.partition("/")[2].split("-"))) for rule in known}
    near += sorted((rule for rule, count in shared.items() if count), key=lambda rule: -shared[rule])
    shown = list(dict.fromkeys(by_end.get(one, one) for one in near))[:3]
    hint = f"Did you mean {' or '.join(shown)}?" if shown else "autograder doctor --list shows all."
    return f"No rule or family is called {name!r}. {hint}"
