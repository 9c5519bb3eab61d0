"""The numbers of a class report, computed from verdicts and scores. Knows neither files nor pages."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from autograder.report.costs import WAITING, Cost, costs
from autograder.rubric import Result, Status, Verdict
from autograder.rubric.verdict import UNGRADED

FEWEST_TO_CORRELATE = 5
"""With fewer submissions a correlation says nothing."""

MOST_BINS = 12
_BIN_WIDTHS = tuple(digit * 10.0**power for power in range(-2, 7) for digit in (1, 2, 5))


@dataclass(frozen=True)
class Score:
    """What the gradebook holds on a submission: the judge's points and those given by hand, before any penalty.

    Attributes:
        points, max_points: earned so far and possible, over all graded cells.
        waiting: something in it is still to be graded by hand.
    """

    points: float
    max_points: float
    waiting: bool


class Stage(StrEnum):
    """How far a student's work has come."""

    MISSING = "nothing handed in"
    HANDED_IN = "not graded yet"
    UNREADABLE = "could not be read"
    UNMARKED = "waits to be marked"
    GRADED = "graded"


@dataclass(frozen=True)
class Standing:
    """What is known about one student and one exercise.

    Attributes:
        student: the id.
        verdict: the judge's, or None if there is none yet.
        score: the gradebook's, or None if the gradebook does not know the submission.
        feedback: where the report finds the student's feedback page; empty if none was written.
        graded_with: the packages that graded it, with their versions; empty if that is not known.
        name: first and last name as the gradebook knows them; empty if it does not.
        here: its folder is in the course.
        handed_in: when, in this machine's time; None if nobody knows.
        late: seconds after the due date, extensions included.
        penalty: points that being late cost.
        phases: seconds of grading it, by phase; empty if they are not known.
    """

    student: str
    verdict: Verdict | None = None
    score: Score | None = None
    feedback: str = ""
    graded_with: str = ""
    name: str = ""
    here: bool = True
    handed_in: datetime | None = None
    late: float = 0
    penalty: float = 0
    phases: Mapping[str, float] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """How long it took to grade it, without waiting."""
        return sum(seconds for phase, seconds in self.phases.items() if phase != WAITING)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.verdict is not None and self.score is not None:
            if self.verdict.no_model == UNGRADED:
                return Stage.UNREADABLE
            return Stage.UNMARKED if self.score.waiting else Stage.GRADED
        return Stage.HANDED_IN if self.here else Stage.MISSING

    @property
    def decided(self) -> bool:
        """Whether nobody has anything left to judge or to mark."""
        return self.stage in {Stage.GRADED, Stage.UNREADABLE}

    @property
    def total(self) -> float | None:
        """Points in the end, the penalty taken off; None as long as something waits to be marked."""
        if not self.decided or self.score is None:
            return None
        return max(0.0, self.score.points - self.penalty)


@dataclass(frozen=True)
class Graded:
    """A submission with a verdict, and the points that the report counts for it."""

    standing: Standing
    verdict: Verdict
    points: float
    max_points: float

    @property
    def by_hand(self) -> float | None:
        """Points that did not come from the judge; None as long as some are still to be given."""
        score = self.standing.score
        return None if score is None or score.waiting else score.points - self.verdict.points

    def result(self, criterion: str) -> Result | None:
        """How one criterion came out, or None if it was not among those judged."""
        return next((result for result in self.verdict.results if result.criterion == criterion), None)


@dataclass(frozen=True)
class Summary:
    """The points of a class in short."""

    median: float
    quartiles: tuple[float, float]
    lowest: float
    highest: float
    max_points: float


@dataclass(frozen=True)
class Bin:
    """One bar of the distribution: so many submissions have points from ``low`` to below ``high``."""

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Reason:
    """Why some students did not get all points of a criterion."""

    text: str
    graded: tuple[Graded, ...]


@dataclass(frozen=True)
class Item:
    """One criterion, over all submissions that had a model to judge.

    Attributes:
        number: its place in the rubric, from 1.
        criterion, title, max_points, target, read_next: as in :class:`~autograder.rubric.verdict.Result`.
        met, partly, missed: how many submissions.
        facility: mean share of the points that was earned; None if nobody was judged by it.
        discrimination: correlation of its points with all other points; None where that is not defined.
        reasons: why it was not met, the most frequent first.
    """

    number: int
    criterion: str
    title: str
    max_points: float
    target: str
    read_next: str
    met: int
    partly: int
    missed: int
    facility: float | None
    discrimination: float | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ClassFigures:
    """All numbers of a class report.

    Attributes:
        exercise: its name.
        standings: everybody who handed in or has a score, by id.
        missing: everybody else whom the course knows, by id.
        graded: those with a verdict, most points first.
        final: points are what counts in the end, with those given by hand and without penalties; False as long as
            something waits, then they are the judge's.
        summary: of the points.
        bins: the distribution of the points.
        items: the criteria, in the rubric's order.
        judged: how many submissions had a model, and so tell something about the criteria.
        graded_with: packages and versions, and how many submissions they graded.
    """

    exercise: str
    standings: tuple[Standing, ...]
    missing: tuple[Standing, ...]
    graded: tuple[Graded, ...]
    final: bool
    summary: Summary
    bins: tuple[Bin, ...]
    items: tuple[Item, ...]
    judged: int
    graded_with: tuple[tuple[str, int], ...]

    @property
    def costs(self) -> tuple[Cost, ...]:
        """What each phase of grading cost."""
        return costs([one.phases for one in self.standings if one.phases])

    @property
    def slowest(self) -> tuple[Standing, ...]:
        """The five submissions that took longest to grade."""
        timed = (one for one in self.standings if one.phases)
        return tuple(sorted(timed, key=lambda one: -one.seconds)[:5])

    @property
    def waiting(self) -> tuple[Standing, ...]:
        """Submissions in which something is to be graded by hand."""
        return tuple(one for one in self.standings if one.verdict and one.score and one.score.waiting)

    @property
    def late(self) -> tuple[Standing, ...]:
        """Submissions that came after the due date, the latest first."""
        return tuple(sorted((one for one in self.standings if one.late), key=lambda one: -one.late))

    @property
    def graded_by_hand(self) -> bool:
        """Whether there are points that the judge does not give."""
        return any(one.by_hand or (one.standing.score and one.standing.score.waiting) for one in self.graded)


def measure(exercise: str, standings: Sequence[Standing]) -> ClassFigures:
    """The figures of a class in which at least one submission has a verdict.

    Raises:
        ValueError: none has.
    """
    there = tuple(one for one in standings if one.stage is not Stage.MISSING)
    final = all(one.decided for one in there if one.verdict)
    graded = tuple(sorted(_graded(there, final), key=lambda one: (-one.points, one.standing.student)))
    if not graded:
        raise ValueError(f"{exercise}: no submission has a verdict")
    points = [one.points for one in graded]
    highest_possible = max(one.max_points for one in graded)
    with_model = [one for one in graded if not one.verdict.no_model]
    versions = Counter(one.standing.graded_with for one in graded if one.standing.graded_with)
    return ClassFigures(
        exercise=exercise,
        standings=there,
        missing=tuple(one for one in standings if one.stage is Stage.MISSING),
        graded=graded,
        final=final,
        summary=Summary(statistics.median(points), _quartiles(points), min(points), max(points), highest_possible),
        bins=histogram(points, highest_possible),
        items=tuple(
            analyse(number, criterion, with_model, graded) for number, criterion in enumerate(_criteria(graded), 1)
        ),
        judged=len(with_model),
        graded_with=tuple(versions.most_common()),
    )


def _quartiles(points: Sequence[float]) -> tuple[float, float]:
    """Between which points the middle half of a class lies."""
    if len(points) == 1:
        return points[0], points[0]
    first, _, third = statistics.quantiles(points, method="inclusive")
    return first, third


def histogram(points: Sequence[float], max_points: float) -> tuple[Bin, ...]:
    """At most :data:`MOST_BINS` bars of a round width, from zero to the most there is; the last includes its end."""
    top = max(max_points, *points)
    width = next(width for width in _BIN_WIDTHS if top <= MOST_BINS * width)
    bins = max(1, -int(-(top / width - 1e-9) // 1))
    places = Counter(min(max(int(value / width + 1e-9), 0), bins - 1) for value in points)
    return tuple(Bin(place * width, (place + 1) * width, places[place]) for place in range(bins))


def analyse(number: int, criterion: str, judged: Sequence[Graded], graded: Sequence[Graded]) -> Item:
    """One criterion over all submissions that had a model; its description comes from any graded one."""
    described = [result for one in graded if (result := one.result(criterion))]
    found = [(one, result) for one in judged if (result := one.result(criterion)) and _decided(result)]
    count = Counter(result.status for _, result in found)
    shares = [result.points / result.max_points for _, result in found if result.max_points]
    return Item(
        number=number,
        criterion=criterion,
        title=described[0].title,
        max_points=described[0].max_points,
        target=described[0].target,
        read_next=next((result.read_next for result in described if result.read_next), ""),
        met=count[Status.MET],
        partly=count[Status.PARTLY],
        missed=count[Status.MISSED],
        facility=statistics.fmean(shares) if shares else None,
        discrimination=correlation(
            [result.points for _, result in found], [one.verdict.points - result.points for one, result in found]
        ),
        reasons=_reasons(found),
    )


def correlation(ours: Sequence[float], others: Sequence[float]) -> float | None:
    """Pearson's, or None where it is not defined: too few pairs, or one side is the same for all."""
    ours, others = ([round(value, 6) for value in side] for side in (ours, others))
    if len(ours) < FEWEST_TO_CORRELATE or len(set(ours)) == 1 or len(set(others)) == 1:
        return None
    return statistics.correlation(ours, others)


def _graded(standings: Iterable[Standing], final: bool) -> Iterable[Graded]:
    for one in standings:
        if one.verdict is None:
            continue
        if final and one.score and one.total is not None:
            yield Graded(one, one.verdict, one.total, one.score.max_points)
        else:
            yield Graded(one, one.verdict, one.verdict.points, one.verdict.max_points)


def _criteria(graded: Iterable[Graded]) -> list[str]:
    """Ids of all criteria, in the order in which they are met with; more than one rubric may have been used."""
    return list(dict.fromkeys(result.criterion for one in graded for result in one.verdict.results))


def _decided(result: Result) -> bool:
    return result.status is not Status.LATER


def _reasons(found: Iterable[tuple[Graded, Result]]) -> tuple[Reason, ...]:
    told: dict[str, list[Graded]] = defaultdict(list)
    for one, result in found:
        if result.status is not Status.MET:
            reached = f"Reached {result.reached}. " if result.reached else ""
            told[(reached + result.message).strip() or "No reason was given."].append(one)
    ordered = sorted(told.items(), key=lambda pair: -len(pair[1]))
    return tuple(Reason(text, tuple(graded)) for text, graded in ordered)
