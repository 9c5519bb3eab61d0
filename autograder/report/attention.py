"""What in a class needs its instructor: sorts the remarks of all verdicts by kind, the most urgent kind first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.report.measures import Submission
from autograder.rubric import Status
from autograder.rubric.verdict import RAN_AGAIN, UNGRADED, UNREPEATED


@dataclass(frozen=True)
class Kind:
    """A kind of occurrence.

    Attributes:
        label: its name, as a heading.
        advice: what the instructor can do about it.
        begins: how a remark of this kind begins; None for kinds that are not told by a remark.
    """

    label: str
    advice: str
    begins: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Case:
    """One student's occurrence; ``text`` says what happened and may be empty."""

    submission: Submission
    text: str


@dataclass(frozen=True)
class Group:
    """All occurrences of one kind."""

    kind: Kind
    cases: tuple[Case, ...]


# Only the beginning is looked at: what follows may quote the student's own words.
_CELL = r"(The cell ('[^']*'|\"[^\"]*\")|Cell \d+|The kernel's start)"
NOT_GRADED = Kind(
    "Not graded yet", "Run autograder grade again. If it fails again, nbgrader.log in the course folder says why."
)
UNREADABLE = Kind(
    "Could not be read",
    "Ask for the file again, put it in place of the old one, and grade again.",
    re.compile(
        r"\S+\.ipynb (is|has|holds|goes) |\S+ is a link to |The files beside the notebook |"
        r"There are more than \d+ files"
    ),
)
STOPPED = Kind(
    "Stopped at a limit",
    "The next autograder grade runs it again. Read the code before you raise --time-limit: it may never end.",
    re.compile(rf"{_CELL} was stopped: "),
)
ENDED = Kind(
    "Ended its own kernel",
    "The code stopped its process or ran out of memory.",
    re.compile(rf"{_CELL} ended the kernel: "),
)
CRASHED = Kind(
    "Raised an error",
    "If it came before the model was checked, nothing could be judged; the whole error is in the feedback.",
    re.compile(rf"{_CELL} raised "),
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
    re.compile(rf"{_CELL} was deleted from the notebook"),
)
UNTOUCHED = Kind(
    "Handed in as released",
    "Nothing was attempted, or the wrong copy was handed in.",
    re.compile(rf"{_CELL} was left as it was released"),
)
OTHER = Kind("Something else happened", "The remark says what.")
KINDS = (
    NOT_GRADED, UNREADABLE, STOPPED, ENDED, CRASHED, NO_MODEL, NOT_REPEATED, NOT_MEASURED, CELLS_DELETED, OTHER,
    OWN_WORD, UNTOUCHED,
)  # fmt: skip


def attention(submissions: Iterable[Submission]) -> tuple[Group, ...]:
    """Everything to look at, grouped by kind in the order of :data:`KINDS`; kinds that did not occur are left out."""
    cases: dict[Kind, list[Case]] = defaultdict(list)
    for submission in submissions:
        for kind, text in dict.fromkeys(_occurrences(submission)):  # one reason may stand for two criteria
            cases[kind].append(Case(submission, text))
    return tuple(Group(kind, tuple(cases[kind])) for kind in KINDS if kind in cases)


def kind_of(remark: str) -> Kind:
    """The kind of a remark in a verdict."""
    return next((kind for kind in KINDS if kind.begins and kind.begins.match(remark)), OTHER)


def _occurrences(submission: Submission) -> Iterator[tuple[Kind, str]]:
    verdict = submission.verdict
    if verdict is None:
        yield NOT_GRADED, ""
        return
    unread = verdict.no_model == UNGRADED
    kinds = [UNREADABLE if unread else kind_of(remark) for remark in verdict.remarks]
    yield from zip(kinds, verdict.remarks, strict=True)
    if verdict.no_model:
        if not set(kinds) - {CELLS_DELETED}:
            yield NO_MODEL, verdict.no_model
        return
    for result in verdict.results:
        if UNREPEATED in result.message:
            yield NOT_REPEATED, result.message
        elif result.status is Status.MISSED and result.target and not result.reached:
            yield NOT_MEASURED, result.message
        elif RAN_AGAIN in result.message and result.points:
            yield OWN_WORD, result.message
