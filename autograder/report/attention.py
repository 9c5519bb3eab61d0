"""What in a class needs its instructor: sorts the remarks of all verdicts by kind, the most urgent kind first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.report.measures import Standing
from autograder.rubric import Event, Status
from autograder.rubric.verdict import UNGRADED, Rerun


@dataclass(frozen=True)
class Kind:
    """A kind of occurrence.

    Attributes:
        label: its name, as a heading.
        advice: what the instructor can do about it.
        event: what a remark of this kind tells of; None for kinds that are not told by a remark.
    """

    label: str
    advice: str
    event: Event | None = None


@dataclass(frozen=True)
class Occurrence:
    """One student's occurrence; ``text`` says what happened and may be empty."""

    standing: Standing
    text: str


@dataclass(frozen=True)
class Group:
    """All occurrences of one kind."""

    kind: Kind
    occurrences: tuple[Occurrence, ...]


NOT_GRADED = Kind(
    "Not graded yet", "Run autograder grade again. If it fails again, nbgrader.log in the course folder says why."
)
UNREADABLE = Kind(
    "Could not be read",
    "Ask for the file again, put it in place of the old one, and grade again.",
)
STOPPED = Kind(
    "Stopped at a limit",
    "The next autograder grade runs it again. Read the code before you raise --time-limit: it may never end.",
    Event.STOPPED,
)
ENDED = Kind(
    "Ended its own kernel",
    "The code stopped its process or ran out of memory.",
    Event.ENDED,
)
CRASHED = Kind(
    "Raised an error",
    "If it came before the model was checked, nothing could be judged; the whole error is in the feedback.",
    Event.RAISED,
)
NO_MODEL = Kind("Left no model that can be judged", "The reason stands beside the name.")
NOT_MEASURED = Kind(
    "Could not be measured", "The architecture was judged, the training was not. Look whether the points are fair."
)
NOT_REPEATED = Kind(
    "Could not be trained again",
    "The submitted model was measured and its points stand. Read how it was trained; the reason is beside the name.",
)
OWN_WORD = Kind(
    "Repeated by its own cells",
    "The judge could not train it: its points rest on what the notebook left when it ran again. Read how it "
    "was trained; the reason is beside the name.",
)
CELLS_DELETED = Kind(
    "Deleted cells",
    "Cells with points were put back before grading; look whether anything else is missing.",
    Event.DELETED,
)
UNTOUCHED = Kind(
    "Handed in as released",
    "Nothing was attempted, or the wrong copy was handed in.",
    Event.UNTOUCHED,
)
OTHER = Kind("Something else happened", "The remark says what.", Event.OTHER)
KINDS = (
    NOT_GRADED, UNREADABLE, STOPPED, ENDED, CRASHED, NO_MODEL, NOT_REPEATED, NOT_MEASURED, CELLS_DELETED, OTHER,
    OWN_WORD, UNTOUCHED,
)  # fmt: skip
_OF_REMARKS = {kind.event: kind for kind in KINDS if kind.event is not None}


def attention(standings: Iterable[Standing]) -> tuple[Group, ...]:
    """Everything to look at, grouped by kind in the order of :data:`KINDS`; kinds that did not occur are left out."""
    occurrences: dict[Kind, list[Occurrence]] = defaultdict(list)
    for standing in standings:
        for kind, text in dict.fromkeys(_occurrences(standing)):  # one reason may stand for two criteria
            occurrences[kind].append(Occurrence(standing, text))
    return tuple(Group(kind, tuple(occurrences[kind])) for kind in KINDS if kind in occurrences)


def _occurrences(standing: Standing) -> Iterator[tuple[Kind, str]]:
    verdict = standing.verdict
    if verdict is None:
        yield NOT_GRADED, ""
        return
    unread = verdict.no_model == UNGRADED
    kinds = [UNREADABLE if unread else _OF_REMARKS[remark.event] for remark in verdict.remarks]
    yield from zip(kinds, (remark.text for remark in verdict.remarks), strict=True)
    if verdict.no_model:
        if not set(kinds) - {CELLS_DELETED}:
            yield NO_MODEL, verdict.no_model
        return
    for result in verdict.results:
        if result.rerun is Rerun.BY_NOBODY:
            yield NOT_REPEATED, result.message
        elif result.status is Status.MISSED and result.target and not result.reached:
            yield NOT_MEASURED, result.message
        elif result.rerun is Rerun.BY_CELLS and result.points:
            yield OWN_WORD, result.message
