"""From what a run left to a verdict; the cells run again where the judge asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder.exercises import grade_id
from autograder.gradebook.execution import Run, run
from autograder.judge import Left, judge_evidence
from autograder.judge.seeds import SEEDS
from autograder.kernel import Limits
from autograder.rubric import Verdict, load_rubric
from autograder.stopwatch import Stopwatch


@dataclass(frozen=True)
class Judging:
    """How one exercise is judged in one course.

    Attributes:
        folder: the exercise's, which has its name.
        secret: the course's secret, which draws the held-out data.
        limits: what each further run of a notebook may take.
        seconds: how long the judge may take for one submission, trainings that it repeats aside.
    """

    folder: Path
    secret: bytes
    limits: Limits
    seconds: float

    def verdict(self, finished: Run, beside: Mapping[str, bytes], clock: Stopwatch | None = None) -> Verdict:
        """The verdict on a finished run of a notebook, and of the files beside it.

        A ``clock`` is told what the seconds are spent on.

        Raises:
            KernelLost, SandboxUnavailable, JudgeError: grading itself failed, through no fault of the submission.
        """
        clock = clock or Stopwatch()
        verdict = self._judged(finished, Left(finished.evidence), clock)
        if not verdict.run_again:
            return verdict
        clock.turn_to("again")
        return self._judged(finished, self._ran_again(finished, beside), clock)

    def _judged(self, finished: Run, left: Left, clock: Stopwatch) -> Verdict:
        """The judge may train again, so it has more time for what took long."""
        seconds = self.seconds + len(SEEDS) * finished.seconds
        clock.turn_to("judge")
        judged = judge_evidence(self.folder, left, self.secret, finished.remarks, seconds)
        clock.lend("training", judged.training)
        return judged.verdict

    def _ran_again(self, finished: Run, beside: Mapping[str, bytes]) -> Left:
        """What the cells leave with each of the judge's seeds, and with the course's targets in random order."""
        from autograder.judge.data import mixed_up_files  # noqa: PLC0415 (imports pandas)

        rubric = load_rubric(self.folder.name, self.folder)
        notebook = _up_to_the_check(finished.notebook, rubric.cell)
        repeated = tuple(run(notebook, beside, self.limits, seed).evidence for seed in SEEDS)
        mixed_up = mixed_up_files(rubric.data, self.secret)
        control = run(notebook, {**beside, **mixed_up}, self.limits).evidence if mixed_up else None
        return Left(finished.evidence, repeated, control)


def _up_to_the_check(notebook: str, check: str) -> str:
    nb = nbformat.reads(notebook, as_version=4)
    last = max((number for number, cell in enumerate(nb.cells) if grade_id(cell) == check), default=len(nb.cells))
    nb.cells = [cell for cell in nb.cells[: last + 1] if cell.cell_type == "code"]
    return str(nbformat.writes(nb))
