"""Whose score would change, by how much and where, if what was just judged were kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.journal import last_verdict
from autograder.rubric import Verdict, load_rubric


@dataclass(frozen=True)
class Recorded:
    """What the gradebook holds on one student's model.

    Attributes:
        points: the judge's; None if it was never graded.
        by_hand: points that a person gave in their place; None if nobody did.
        verdict: what the points came from, as far as it was kept.
    """

    points: float | None
    by_hand: float | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Change:
    """One student's score, now and as it would be.

    Attributes:
        student: whose it is.
        before, after: the judge's points; None before the first grading.
        by_hand: what counts in their place, now and then; None if nobody gave points by hand.
        criteria: the criteria that came out otherwise, each with its points before and after.
    """

    student: str
    before: float | None
    after: float
    by_hand: float | None
    criteria: tuple[tuple[str, float, float], ...]

    @property
    def difference(self) -> float:
        """How many points it is."""
        return self.after - (self.before or 0)


def recorded(course: Course, exercise: str, students: list[str]) -> dict[str, Recorded]:
    """What the gradebook holds now, by student."""
    cell = load_rubric(exercise).cell
    with Gradebook(CourseDirectory(config=nbgrader_config(course, exercise)).db_url) as gradebook:
        return {student: _recorded(gradebook, course, (cell, exercise, exercise, student)) for student in students}


def _recorded(gradebook: Gradebook, course: Course, where: tuple[str, str, str, str]) -> Recorded:
    *_, exercise, student = where
    try:
        grade = gradebook.find_grade(*where)
    except MissingEntry:
        return Recorded(None)
    return Recorded(grade.auto_score, grade.manual_score, last_verdict(course.evidence(student, exercise)))


def changes(before: dict[str, Recorded], after: dict[str, Verdict]) -> list[Change]:
    """Everybody whose points would change, the greatest change first."""
    compared = [_change(student, before[student], verdict) for student, verdict in after.items()]
    changed = [one for one in compared if one.before is None or round(one.difference, 6)]
    return sorted(changed, key=lambda one: (-abs(one.difference), one.student))


def _change(student: str, before: Recorded, verdict: Verdict) -> Change:
    return Change(student, before.points, verdict.points, before.by_hand, tuple(_moved(before.verdict, verdict)))


def _moved(before: Verdict | None, after: Verdict) -> Iterator[tuple[str, float, float]]:
    old = {result.criterion: result.points for result in before.results} if before else {}
    new = {result.criterion: result.points for result in after.results}
    if before:
        for criterion in {**old, **new}:
            was, will_be = old.get(criterion, 0.0), new.get(criterion, 0.0)
            if round(was - will_be, 6):
                yield criterion, was, will_be
