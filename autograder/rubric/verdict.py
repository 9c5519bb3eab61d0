"""Verdicts: what was judged, what was reached, what was asked; plain data that survives a trip through JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Status(StrEnum):
    """How a criterion came out."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    LATER = "later"  # decided at grading, on held-out data


class Rerun(StrEnum):
    """Who trained a model again, where a criterion asks for that."""

    BY_JUDGE = ""  # or there was no need
    BY_CELLS = "by cells"  # what the notebook itself left counts
    BY_NOBODY = "by nobody"  # the submitted model alone counts, or what its training reported


_LONGEST = 1000
UNGRADED = "The submission could not be graded."
"""What every result says if the notebook could not even be read."""


class Event(StrEnum):
    """What a remark tells of, for who sorts remarks."""

    STOPPED = "stopped"  # at a limit
    ENDED = "ended"  # by its own code, with the kernel
    RAISED = "raised"
    DELETED = "deleted"  # a cell
    UNTOUCHED = "untouched"
    OTHER = ""


class Remark(NamedTuple):
    """What happened on the way, in a whole sentence; it may quote a student's own words."""

    text: str
    event: Event = Event.OTHER

    @property
    def plain(self) -> Remark:
        """The same on one line; see :func:`plain`."""
        return Remark(plain(self.text), self.event)


def as_remarks(rows: Iterable[Any]) -> tuple[Remark, ...]:
    """Remarks as JSON gives them back; courses that were graded before have sentences alone.

    Raises:
        TypeError, ValueError: they are none.
    """
    return tuple(Remark(row) if isinstance(row, str) else Remark(str(row[0]), Event(row[1])) for row in rows)


def plain(text: str) -> str:
    """One line of bearable length, without what a terminal would obey or no file can hold."""
    line = "".join(character if character.isprintable() else " " for character in text[: _LONGEST + 1])
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


@dataclass(frozen=True)
class Result:
    """One criterion judged.

    Attributes:
        criterion: its stable id.
        title: what it asks, in one line.
        points, max_points: earned and possible.
        status: how it came out.
        reached, target: what was measured and what was asked, as text; empty for a structural criterion.
        value: what was measured, as a number; None if nothing was.
        message: why, in one or two sentences for the student.
        read_next: where in the book to read on; empty if nothing was missed, or by validation rows nothing would be.
        preview: the points by validation rows, where held-out ones decide.
        rerun: who trained the model again for it.
    """

    criterion: str
    title: str
    points: float
    max_points: float
    status: Status
    reached: str = ""
    target: str = ""
    message: str = ""
    read_next: str = ""
    value: float | None = None
    preview: float | None = None
    rerun: Rerun = Rerun.BY_JUDGE

    @property
    def falls_short(self) -> bool:
        """Whether something is known to be missing, by validation rows where held-out ones decide."""
        if self.status is Status.LATER:
            return self.preview is not None and self.preview < self.max_points
        return self.status is not Status.MET


@dataclass(frozen=True)
class Verdict:
    """All that was judged about one check of one submission.

    Attributes:
        exercise: the exercise's name.
        results: one for each criterion, in the rubric's order.
        remarks: what happened on the way: a cell put back, a time limit met.
        run_again: why the judge asks for the cells to run again before all is measured; empty if it does not.
        no_model: why there was no model to look at or to measure; empty if there was one.
    """

    exercise: str
    results: tuple[Result, ...]
    remarks: tuple[Remark, ...] = ()
    run_again: str = ""
    no_model: str = ""

    @property
    def points(self) -> float:
        """Points earned, over all criteria."""
        return sum(result.points for result in self.results)

    @property
    def max_points(self) -> float:
        """Points possible, over all criteria."""
        return sum(result.max_points for result in self.results)

    def to_json(self) -> str:
        """The verdict as JSON text."""
        return json.dumps(asdict(self), indent=1)

    @classmethod
    def from_json(cls, text: str) -> Verdict:
        """Read what :meth:`to_json` wrote.

        Raises:
            ValueError: the text is not a verdict.
        """
        try:
            found: dict[str, Any] = json.loads(text)
            results = tuple(
                Result(**{**row, "status": Status(row["status"]), "rerun": Rerun(row.get("rerun", ""))})
                for row in found["results"]
            )
            later = {name: found.get(name, "") for name in ("run_again", "no_model")}
            return cls(found["exercise"], results, as_remarks(found["remarks"]), **later)
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError(f"not a verdict: {error}") from error
