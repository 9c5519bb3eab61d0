"""A verdict as the output of a notebook cell."""

from __future__ import annotations

from autograder.book import address
from autograder.report.measures import left_no_model
from autograder.report.pages import SIGNS, as_points, encodable, render
from autograder.rubric import Result, Status, Verdict


def as_html(verdict: Verdict) -> str:
    """A table of the criteria, to be shown in a notebook; all text in it is escaped."""
    return render("cell.html", verdict=verdict, headline=headline(verdict), common=common_reason(verdict))


def as_text(verdict: Verdict) -> str:
    """The same as plain text, one criterion a line."""
    lines = [f"{verdict.exercise}: {headline(verdict)}"]
    lines += [f"! {remark}" for remark in verdict.remarks]
    common = common_reason(verdict)
    if common:
        lines.append(f"! {common}")
    for result in verdict.results:
        earned = f"{as_points(result.points)}/{as_points(result.max_points)}" if result.max_points else "needed"
        lines.append(f"{SIGNS[result.status]} {result.title} ({earned})")
        if not common:
            lines += [f"    {line}" for line in explanation(result)]
    return encodable("\n".join(lines))


def headline(verdict: Verdict) -> str:
    """The points in short, and how many of them nobody knows yet."""
    later = sum(result.max_points for result in verdict.results if result.status is Status.LATER)
    known = f"{as_points(verdict.points)} of {as_points(verdict.max_points)} points"
    return (
        f"{known}; {as_points(later)} of them {'is' if later == 1 else 'are'} decided at grading" if later else known
    )


def common_reason(verdict: Verdict) -> str:
    """Why there was nothing to judge, to be said once instead of below every criterion; else empty."""
    return verdict.results[0].message if left_no_model(verdict) else ""


def explanation(result: Result) -> list[str]:
    """What to say about a result below its title."""
    lines = []
    if result.target:
        here = "here" if result.status is Status.LATER else "reached"
        lines.append(f"{here}: {result.reached or 'not measured'}; asked: {result.target}")
    if result.message:
        lines.append(result.message)
    if result.read_next:
        lines.append(f"read next: {address(result.read_next)}")
    return lines
