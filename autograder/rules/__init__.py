"""The rules: one fault per file, in folders by family; a family with many rules has a folder for each topic.

A rule looks at an anatomy and the facts about its training, or at the text of a program, and says what is wrong. It
never runs anything and never guesses: what is unknown to the reader is silence. To add a rule, say
``autograder new rule FAMILY/NAME``: a file with a docstring (its page) and a ``RULE``, which nobody registers.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from autograder.rules.rule import Fault, Finding, Level, Rule

if TYPE_CHECKING:
    from autograder.anatomy.source import Program

__all__ = ["FAMILIES", "Fault", "Finding", "Level", "Rule", "all_rules", "diagnose", "each_fault_once", "topics"]

FAMILIES = ("head", "activation", "order", "training", "scaling", "shape", "keras3")


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its id, family by family."""
    found = {}
    for family in FAMILIES:
        modules = [(name, "") for name in _modules(family)]
        modules += [(name, topic) for topic in topics(family) for name in _modules(f"{family}.{topic}")]
        for name, topic in sorted(modules):
            loaded = import_module(".".join(filter(None, (__name__, family, topic, name))))
            rule = f"{family}/{name.replace('_', '-')}"
            found[rule] = replace(loaded.RULE, id=rule, topic=topic, page=loaded.__doc__ or "")
    return MappingProxyType(found)


def topics(family: str) -> list[str]:
    """The folders into which a family is divided; none, where its rules stand in one."""
    return [info.name for info in _within(family) if info.ispkg]


def _modules(package: str) -> list[str]:
    return [info.name for info in _within(package) if not info.ispkg]


def _within(package: str) -> Iterable[pkgutil.ModuleInfo]:
    return pkgutil.iter_modules(import_module(f"{__name__}.{package}").__path__)


def diagnose(program: Program, rules: Iterable[Rule] | None = None) -> list[Finding]:
    """What the rules (all, if none are given) find in a program, in the order of the file; every fault once."""
    findings: dict[Finding, None] = {}
    for rule in all_rules().values() if rules is None else rules:
        findings |= dict.fromkeys(Finding(rule, fault, program.path) for fault in rule.faults(program))
    return sorted(each_fault_once(findings), key=_in_file)


def each_fault_once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what a rule finds on a line where another one speaks for it."""
    findings = list(findings)
    said = {(one, _line(finding)) for finding in findings for one in finding.rule.speaks_for}
    return [finding for finding in findings if not finding.place or (finding.rule.id, _line(finding)) not in said]


def _line(finding: Finding) -> tuple[int, int]:
    return _in_file(finding)[:2]


def _in_file(finding: Finding) -> tuple[int, int, int]:
    place = finding.fault.place
    return (place.cell or 0, place.line, place.column) if place else (0, 0, 0)
