"""Where the seconds of a grading go."""

from __future__ import annotations

import time
from collections.abc import Mapping

PHASES: Mapping[str, str] = {
    "queue": "waited for a worker",
    "kernel": "the kernel started and ended",
    "cells": "the cells ran",
    "check": "the check wrote down what was trained",
    "again": "the cells ran again with other seeds",
    "judge": "the judge built the model and measured it",
    "training": "the judge trained it again",
    "record": "the gradebook and the graded notebook were written",
}
"""The phases of grading one submission, in the order in which they come."""


class Stopwatch:
    """Divides the seconds that pass among phases.

    Attributes:
        seconds: by phase, those that are over.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._phase, self._since = "", 0.0

    def turn_to(self, phase: str) -> None:
        """From now on the seconds belong to ``phase``."""
        now = time.monotonic()
        if self._phase:
            self.seconds[self._phase] = self.seconds.get(self._phase, 0.0) + now - self._since
        self._phase, self._since = phase, now

    def lend(self, phase: str, seconds: float) -> None:
        """Of the seconds that passed since the last turn, so many belong to ``phase``."""
        self.seconds[phase] = self.seconds.get(phase, 0.0) + seconds
        self._since += seconds

    def stop(self) -> Mapping[str, float]:
        """From now on they belong to nothing; returns all of them, by phase, to a hundredth."""
        self.turn_to("")
        return {phase: round(seconds, 2) for phase, seconds in self.seconds.items()}
