"""What grading tells of while it goes on."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.rubric import Verdict


@dataclass(frozen=True)
class Started:
    """A worker has begun with a submission."""

    student: str


@dataclass(frozen=True)
class Outcome:
    """What became of one submission.

    Attributes:
        student: whose it was.
        verdict: the judge's, with remarks on what happened; None if grading itself failed.
        seconds: how long a worker was at it, without its time in the queue; 0 if it was graded before and nothing has
            changed since.
        failure: why there is no verdict; the submission keeps the score it had, and the next run tries again.
    """

    student: str
    verdict: Verdict | None
    seconds: float
    failure: str = ""
