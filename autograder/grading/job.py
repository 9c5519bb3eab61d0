"""One submission as a job: plain data in, plain data out. It needs neither the course's folder nor its gradebook."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.environment import prepare
from autograder.exercises import unpacked
from autograder.gradebook.execution import Run, run
from autograder.gradebook.judging import Judging
from autograder.kernel import Limits
from autograder.rubric import Remark
from autograder.stopwatch import Stopwatch


@dataclass(frozen=True)
class Job:
    """What a worker is given.

    Attributes:
        exercise: its name.
        secret: the course's secret, which draws the held-out data.
        notebook: the submission as JSON, sanitized; of no use where it was run before.
        files: what lies beside it, by name.
        remarks: what happened before.
        finished: the run of an earlier grading, if it still counts.
        limits: what the notebook may take.
        judge_seconds: how long the judge may take.
        own: what judges the course's own exercise, by its path in the exercise's folder; nothing of a shipped one.
        made: when, in seconds since the epoch.
    """

    exercise: str
    secret: bytes
    notebook: str
    files: Mapping[str, bytes]
    remarks: tuple[Remark, ...]
    finished: Run | None
    limits: Limits
    judge_seconds: float
    own: Mapping[str, bytes] = field(default_factory=dict)
    made: float = field(default_factory=time.time)


@dataclass(frozen=True)
class Done:
    """What a worker gives back.

    Attributes:
        run: of the notebook.
        verdict: as JSON.
        seconds: how long the worker took for both.
        phases: the seconds of waiting and judging, by phase; those of the run are its own.
    """

    run: Run
    verdict: str
    seconds: float = 0
    phases: Mapping[str, float] = field(default_factory=dict)


def work(job: Job) -> Done:
    """Run the submission in a sandboxed kernel, unless that was done before, and judge what it left.

    Raises:
        KernelLost, SandboxUnavailable, JudgeError: grading itself failed, through no fault of the submission.
    """
    queued = max(0.0, time.time() - job.made)  # the clocks of two machines may differ
    prepare()
    began = time.monotonic()
    finished = job.finished or run(job.notebook, job.files, job.limits).with_remarks(job.remarks)
    clock = Stopwatch()
    with unpacked(job.exercise, job.own) as folder:
        judging = Judging(folder, job.secret, job.limits, job.judge_seconds)
        verdict = judging.verdict(finished, job.files, clock)
    return Done(finished, verdict.to_json(), time.monotonic() - began, {"queue": round(queued, 2), **clock.stop()})
