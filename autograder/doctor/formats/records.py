"""Findings as plain records: what JSON holds, and what the other formats are made from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from autograder.doctor.formats import message_of
from autograder.doctor.formats.text import in_notebook
from autograder.doctor.links import link

if TYPE_CHECKING:
    from autograder.doctor.examine import Examined
    from autograder.rules.rule import Finding


def record(finding: Finding) -> dict[str, Any]:
    """One finding. Line, column and cell count from 1; line and column are None where there is no source."""
    place, rule = finding.place, finding.rule
    found = {
        "path": finding.path,
        "line": place.line if place else None,
        "column": place.column + 1 if place else None,
        "rule": rule.id,
        "family": rule.family,
        "level": rule.level.value,
        "title": rule.title,
        "message": message_of(finding),
        "instead": rule.instead,
        "url": link(rule),
    }
    if place and place.cell is not None and in_notebook(place):
        found["cell"] = place.cell + 1
    return found


def render(examined: Iterable[Examined]) -> str:
    """All findings as one JSON array."""
    return json.dumps([record(finding) for one in examined for finding in one.findings], indent=2) + "\n"
