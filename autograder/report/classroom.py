"""The report on a class: one page that needs no network; its one script sorts and filters the table of students."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from autograder.report.attention import attention
from autograder.report.measures import FEWEST_TO_CORRELATE, ClassFigures
from autograder.report.pages import allowed, render


def as_page(figures: ClassFigures, made: datetime) -> str:
    """The figures as one self-contained HTML page."""
    groups = attention(figures.submissions)
    return render(
        "classroom.html",
        figures=figures,
        groups=groups,
        to_look_at=len({case.submission.student for group in groups for case in group.cases}),
        hardest_first=sorted(figures.items, key=lambda item: (item.facility is None, item.facility, item.number)),
        fewest=FEWEST_TO_CORRELATE,
        tallest=max(one.count for one in figures.bins),
        script=allowed("classroom.js"),
        made=made,
        made_with=version("autograder"),
    )
