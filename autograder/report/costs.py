"""What grading costs a class: the seconds of each phase, over all submissions."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.stopwatch import PHASES

WAITING = "queue"
"""The phase in which nobody works."""


@dataclass(frozen=True)
class Cost:
    """One phase.

    Attributes:
        doing: what happens in it.
        median, longest, total: seconds; the median is of the submissions that had this phase.
        share: of all seconds in which somebody worked; None for waiting.
    """

    doing: str
    median: float
    longest: float
    total: float
    share: float | None


def costs(taken: Sequence[Mapping[str, float]]) -> tuple[Cost, ...]:
    """Of each phase that there was, in the order of grading.

    Args:
        taken: for each submission the seconds of its phases; see :data:`~autograder.stopwatch.PHASES`.
    """
    seconds = {phase: [one[phase] for one in taken if phase in one] for phase in PHASES}
    worked = sum(sum(some) for phase, some in seconds.items() if phase != WAITING)
    return tuple(
        Cost(
            PHASES[phase],
            statistics.median(some),
            max(some),
            sum(some),
            sum(some) / worked if phase != WAITING and worked else None,
        )
        for phase, some in seconds.items()
        if some
    )
