"""The report on a class: one page that needs no network; its one script sorts and filters the table of students."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from autograder.gradebook import Course
from autograder.gradebook.course import CourseError
from autograder.report.attention import attention
from autograder.report.measures import FEWEST_TO_CORRELATE, ClassFigures, measure
from autograder.report.pages import allowed, render
from autograder.report.standing import standings


def write_report(course: Course, exercise: str) -> Path:
    """Write the class report on an exercise; returns the page's path.

    Raises:
        CourseError: nothing was graded yet.
    """
    submissions = standings(course, exercise)
    if not any(one.verdict for one in submissions):
        raise CourseError(
            f"Nothing was graded yet for {exercise} in {course.root}. "
            f"Grade first: autograder grade {exercise} --course {course.root}"
        )
    page = course.report(exercise)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(as_page(measure(exercise, submissions), datetime.now().astimezone()), encoding="utf-8")
    return page


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
