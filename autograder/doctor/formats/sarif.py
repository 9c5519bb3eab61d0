"""SARIF 2.1.0, the format in which code hosts and editors read findings."""

from __future__ import annotations

import json
import os
import urllib.parse
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from autograder.doctor.formats import message_of
from autograder.doctor.formats.text import in_notebook, visible, why
from autograder.doctor.links import link
from autograder.doctor.reading import READING
from autograder.rules import all_rules

if TYPE_CHECKING:
    from autograder.doctor.examine import Examined
    from autograder.rules.rule import Finding, Rule


def render(examined: Sequence[Examined]) -> str:
    """One run, with the metadata of all rules."""
    rules = [*all_rules().values(), *READING.values()]
    number = {rule.id: at for at, rule in enumerate(rules)}
    driver: dict[str, Any] = {"name": "autograder doctor", "rules": [_rule(rule) for rule in rules]}
    try:
        driver["version"] = version("autograder")
    except PackageNotFoundError:  # not installed, only imported
        driver["version"] = "unknown"
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": all(one.readable for one in examined)}],
        "results": [_result(finding, number[finding.rule.id]) for one in examined for finding in one.findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    found = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.replace("/", "-").split("-")),
        "shortDescription": {"text": f"{rule.title[:1].upper()}{rule.title[1:]}."},
        "fullDescription": {"text": why(rule) or rule.instead},
        "help": {"text": rule.instead, "markdown": rule.page},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {"tags": ["keras", rule.family]},
    }
    return found | ({"helpUri": link(rule)} if "://" in link(rule) else {})


def _result(finding: Finding, number: int) -> dict[str, Any]:
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": number,
        "level": finding.rule.level.value,
        "message": {"text": visible(f"{message_of(finding)} {finding.rule.instead}")},
        "locations": [_location(finding)],
    }


def _location(finding: Finding) -> dict[str, Any]:
    """A line of a notebook's cell is no line of its file: there the location is a logical one."""
    place, layer = finding.place, visible(finding.fault.layer)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.path)}}
    if place is None:
        named = [{"name": layer, "kind": "member"}] if layer else []
    elif in_notebook(place):
        named = [{"fullyQualifiedName": f"cell {(place.cell or 0) + 1}, line {place.line}", "kind": "member"}]
    else:
        named = []
        physical["region"] = {"startLine": place.line, "startColumn": place.column + 1}
        if (place.end_line, place.end_column) > (place.line, place.column):
            physical["region"] |= {"endLine": place.end_line, "endColumn": place.end_column + 1}
    return {"physicalLocation": physical} | ({"logicalLocations": named} if named else {})


def _uri(path: str) -> str:
    quoted = urllib.parse.quote(os.fsencode(path.replace(os.sep, "/")))
    return f"file://{quoted}" if path.startswith("/") else quoted
