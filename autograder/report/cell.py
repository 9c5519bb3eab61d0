"""A verdict as the output of a notebook cell."""

from __future__ import annotations

from autograder.report.pages import PAGES
from autograder.rubric import Result, Status, Verdict

_SIGNS = {Status.MET: "✓", Status.PARTLY: "◐", Status.MISSED: "✗", Status.LATER: "…"}


def as_html(verdict: Verdict) -> str:
    """A table of the criteria, to be shown in a notebook; all text in it is escaped."""
    return PAGES.get_template("cell.html").render(verdict=verdict, signs=_SIGNS)


def as_text(verdict: Verdict) -> str:
    """The same as plain text, one criterion a line."""
    lines = [f"{verdict.exercise}: {verdict.points:g} of {verdict.max_points:g} points"]
    lines += [f"! {remark}" for remark in verdict.remarks]
    for result in verdict.results:
        lines.append(f"{_SIGNS[result.status]} {result.title} ({result.points:g}/{result.max_points:g})")
        lines += [f"    {line}" for line in explanation(result)]
    return "\n".join(lines)


def explanation(result: Result) -> list[str]:
    """What to say about a result below its title."""
    lines = []
    if result.target:
        lines.append(f"reached: {result.reached or 'not measured'}; asked: {result.target}")
    if result.message:
        lines.append(result.message)
    if result.read_next:
        lines.append(f"read next: {result.read_next}")
    return lines
