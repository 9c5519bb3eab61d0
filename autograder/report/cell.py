"""A verdict as the output of a notebook cell."""

from __future__ import annotations

from autograder.book import address
from autograder.report import prose
from autograder.report.pages import SIGNS, as_points, encodable, render
from autograder.rubric import Result, Status, Verdict


def as_html(verdict: Verdict, after: str = "") -> str:
    """A table of the criteria, to be shown in a notebook, and what to say after it; all text in it is escaped."""
    last = prose.html(after)
    return render("cell.html", verdict=verdict, headline=headline(verdict), earned=earned, after=last)


def as_text(verdict: Verdict, after: str = "") -> str:
    """The same as plain text, one criterion a line."""
    lines = [f"{verdict.exercise}: {headline(verdict)}"]
    lines += [f"! {remark.text}" for remark in verdict.remarks]
    if verdict.no_model:
        lines.append(f"! {verdict.no_model}")
    for result in verdict.results:
        lines.append(f"{SIGNS[result.status]} {result.title} ({earned(result)})")
        if not verdict.no_model:  # the reason is said once
            lines += [f"    {line}" for line in explanation(result)]
    if after:
        lines.append(prose.text(after))
    return encodable("\n".join(lines))


def headline(verdict: Verdict) -> str:
    """The points in short; in a student's own notebook what is certain, what is open, and how that looks so far."""
    later = [result for result in verdict.results if result.status is Status.LATER and result.max_points]
    if not later:
        return f"{as_points(verdict.points)} of {as_points(verdict.max_points)} points"
    open_points = sum(result.max_points for result in later)
    certain = (
        f"{as_points(verdict.points)} of {as_points(verdict.max_points - open_points)} points by what can be seen"
    )
    known = [result.preview for result in later if result.preview is not None]
    so_far = f"; by your validation rows it would be {as_points(sum(known))}" if known else ""
    return f"{certain}. {as_points(open_points)} more are decided at grading, on rows you have not seen{so_far}."


def earned(result: Result) -> str:
    """The points of a result as a table shows them."""
    if not result.max_points:
        return "needed"
    points = as_points(result.points)
    if result.status is Status.LATER:
        points = "?" if result.preview is None else f"≈ {as_points(result.preview)}"
    return f"{points} / {as_points(result.max_points)}"


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
